import type { S3Operations } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { bucketOf, onBucket } from './authorization.ts';
import { canonicalUser } from './domain/canonical-user.ts';
import { invalidArgument } from './errors.ts';
import { type Entry, type KeyPage, KEYS_MAX, listKeys } from './listing.ts';
import type { ObjectDocument } from './state.ts';
import { CHECKSUMS } from './upload.ts';

interface Listing {
  readonly Prefix?: string | undefined;
  readonly Delimiter?: string | undefined;
  readonly MaxKeys?: number | undefined;
}

/** Lists a bucket, by an action that policies narrow by what is asked for. */
export function listsBucket(action: string) {
  return onBucket(action, listingConditions);
}

function listingConditions(input: Listing & { readonly Bucket: string }) {
  const conditions = new Map<string, readonly string[]>();
  if (input.Prefix !== undefined) conditions.set('s3:prefix', [input.Prefix]);
  if (input.Delimiter !== undefined) conditions.set('s3:delimiter', [input.Delimiter]);
  if (input.MaxKeys !== undefined) conditions.set('s3:max-keys', [String(input.MaxKeys)]);
  return conditions;
}

export function limitOf({ MaxKeys = KEYS_MAX }: Listing): number {
  if (MaxKeys < 0) {
    const text = 'Argument maxKeys must be an integer between 0 and 2147483647';
    throw invalidArgument(text, 'maxKeys', String(MaxKeys));
  }
  return Math.min(MaxKeys, KEYS_MAX);
}

type Encoder = (text: string) => string;

/** Keys may hold characters that XML can't: clients ask for them as URLs have them. */
export function encoderOf(type: string | undefined): Encoder {
  if (type === undefined) return (text) => text;
  return (text) =>
    encodeURIComponent(text)
      .replaceAll('%2F', '/')
      .replace(/[!'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

interface Shown {
  readonly owner: string | undefined;
  readonly encode: Encoder;
}

function contentsOf(entries: readonly Entry[], { owner, encode }: Shown) {
  return entries.flatMap((entry) => {
    if (entry.kind === 'prefix') return [];
    const { object } = entry;
    return [
      {
        Key: encode(entry.key),
        LastModified: new Date(object.modified),
        ETag: `"${object.etag}"`,
        ...shownChecksum(object),
        Size: object.size,
        StorageClass: 'STANDARD' as const,
        ...(owner === undefined ? {} : { Owner: { ID: canonicalUser(owner) } }),
      },
    ];
  });
}

export function shownChecksum({ checksum }: ObjectDocument) {
  if (checksum === undefined) return {};
  return {
    ChecksumAlgorithm: [CHECKSUMS[checksum.name].algorithm],
    ChecksumType: checksum.isOfParts ? ('COMPOSITE' as const) : ('FULL_OBJECT' as const),
  };
}

function prefixesOf(entries: readonly Entry[], encode: Encoder) {
  return entries.flatMap(({ kind, key }) => (kind === 'prefix' ? [{ Prefix: encode(key) }] : []));
}

export const listObjects: OperationOf<S3Operations, 'ListObjects'> = {
  name: 'ListObjects',
  access: 'read',
  eventCategory: 'data',
  authorize: listsBucket('s3:ListBucket'),
  handle: async (input, context) => {
    const { document, resource } = await bucketOf(context, input);
    const encode = encoderOf(input.EncodingType);
    const limit = limitOf(input);
    const page = await pageOf(context.viewOf(resource), document.name, input, {
      limit,
      after: input.Marker ?? '',
    });
    const hasDelimiter = input.Delimiter !== undefined && input.Delimiter !== '';
    return {
      Name: document.name,
      Prefix: encode(input.Prefix ?? ''),
      Marker: encode(input.Marker ?? ''),
      MaxKeys: limit,
      IsTruncated: page.next !== undefined,
      Contents: contentsOf(page.entries, { owner: document.account, encode }),
      CommonPrefixes: prefixesOf(page.entries, encode),
      ...(hasDelimiter ? { Delimiter: encode(input.Delimiter) } : {}),
      // Without a delimiter the last key is where a client goes on.
      ...(page.next !== undefined && hasDelimiter ? { NextMarker: encode(page.next) } : {}),
      ...(input.EncodingType === undefined ? {} : { EncodingType: input.EncodingType }),
    };
  },
};

export const listObjectsV2: OperationOf<S3Operations, 'ListObjectsV2'> = {
  name: 'ListObjectsV2',
  access: 'read',
  eventCategory: 'data',
  authorize: listsBucket('s3:ListBucket'),
  handle: async (input, context) => {
    const { document, resource } = await bucketOf(context, input);
    const encode = encoderOf(input.EncodingType);
    const limit = limitOf(input);
    const kind = 's3:ListObjectsV2';
    const token = input.ContinuationToken;
    const cursor = token === undefined ? undefined : decodeMarker(kind, document.name, token);
    if (token !== undefined && cursor === undefined) {
      throw invalidArgument(
        'The continuation token provided is incorrect',
        'continuation-token',
        token,
      );
    }
    const after = cursor?.key ?? input.StartAfter ?? '';
    const page = await pageOf(context.viewOf(resource), document.name, input, { limit, after });
    const owner = input.FetchOwner === true ? document.account : undefined;
    const next = page.next;
    return {
      Name: document.name,
      Prefix: encode(input.Prefix ?? ''),
      MaxKeys: limit,
      KeyCount: page.entries.length,
      IsTruncated: next !== undefined,
      Contents: contentsOf(page.entries, { owner, encode }),
      CommonPrefixes: prefixesOf(page.entries, encode),
      ...(input.Delimiter === undefined ? {} : { Delimiter: encode(input.Delimiter) }),
      ...(input.StartAfter === undefined ? {} : { StartAfter: encode(input.StartAfter) }),
      ...(token === undefined ? {} : { ContinuationToken: token }),
      ...(next === undefined
        ? {}
        : { NextContinuationToken: encodeMarker(kind, document.name, { key: next, id: '' }) }),
      ...(input.EncodingType === undefined ? {} : { EncodingType: input.EncodingType }),
    };
  },
};

async function pageOf(
  view: Parameters<typeof listKeys>[0],
  bucket: string,
  input: Listing,
  { limit, after }: { readonly limit: number; readonly after: string },
): Promise<KeyPage> {
  if (limit === 0) return { entries: [], next: undefined };
  const { Prefix: prefix = '', Delimiter: delimiter = '' } = input;
  return listKeys(view, { bucket, prefix, delimiter, after, limit });
}
