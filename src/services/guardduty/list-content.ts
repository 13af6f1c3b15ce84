import type { S3Operations } from '../../../models/s3/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { hexId } from '../../core/ids.ts';
import {
  type ListEntries,
  type ListFormat,
  readList,
} from '../../detection/threats/list-formats.ts';
import { invalid } from './errors.ts';
import { type ListDocument, type ListKind, listParts } from './state.ts';

const GET_OBJECT: OperationReference<
  S3Operations['GetObject']['input'],
  S3Operations['GetObject']['output']
> = { service: 's3', operation: 'GetObject' };

const FILE_BYTES_MAX = 35 * 1024 * 1024;
const PART_ENTRIES = 5_000;
/** Entries that a list may have, by its kind. */
export const ENTRIES_MAX: Readonly<Record<ListKind, number>> = {
  ipset: 2_000,
  threatintelset: 250_000,
  trustedentityset: 1_000,
  threatentityset: 1_000,
};

/**
 * Reads a list where it lies, for the caller, who must be allowed to read the object. Errors: BadRequestException for a
 * file that can't be read, is too large, or names nothing in its format.
 */
export async function readListAt(
  context: Context,
  kind: ListKind,
  { format, location, bucketOwner }: Pick<ListDocument, 'format' | 'location' | 'bucketOwner'>,
): Promise<ListEntries> {
  const place = objectAt(location);
  if (place === undefined) throw invalid('the provided location is invalid');
  const input = {
    Bucket: place.bucket,
    Key: place.key,
    ...(bucketOwner === undefined ? {} : { ExpectedBucketOwner: bucketOwner }),
  };
  return checked(kind, format, await contentOf(context, input));
}

async function contentOf(context: Context, input: S3Operations['GetObject']['input']) {
  try {
    const { Body } = await context.callService(GET_OBJECT, input, { via: 'guardduty' });
    return await textOf(Body);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code === 'BadRequestException') throw error;
    throw invalid(`the file at the provided location cannot be accessed (${error.code})`);
  }
}

function checked(kind: ListKind, format: ListFormat, text: string): ListEntries {
  const entries = readList(format, text);
  const isOfEntities = kind === 'trustedentityset' || kind === 'threatentityset';
  const kept = isOfEntities ? entries : { ...entries, domains: [], hashes: [] };
  const count = kept.addresses.length + kept.domains.length + kept.hashes.length;
  if (count === 0)
    throw invalid('the file at the provided location has no entries in the given format');
  if (count > ENTRIES_MAX[kind]) {
    throw invalid(`the file at the provided location has more than ${ENTRIES_MAX[kind]} entries`);
  }
  return kept;
}

async function textOf(body: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > FILE_BYTES_MAX)
      throw invalid('the file at the provided location is larger than 35 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The forms in which a location may be given: `s3://bucket/key`, and the addresses of objects. */
function objectAt(location: string): { readonly bucket: string; readonly key: string } | undefined {
  const plain = /^s3:\/\/([^/]+)\/(.+)$/.exec(location);
  const form =
    plain ??
    /^https?:\/\/s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?\/([^/]+)\/(.+)$/.exec(location) ??
    /^https?:\/\/([^/]+?)\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?\/(.+)$/.exec(location);
  const [, bucket, written] = form ?? [];
  const key = plain === null ? decoded(written) : written;
  return bucket === undefined || key === undefined ? undefined : { bucket, key };
}

/** A key as an address writes it; undefined: it is not written so. */
function decoded(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

/** Writes a list's entries in parts, in the place of those it had. */
export async function keepEntries(
  context: Context,
  view: View,
  id: string,
  before: number,
  { addresses, domains }: ListEntries,
): Promise<Pick<ListDocument, 'parts' | 'revision'>> {
  const parts = Math.ceil(Math.max(addresses.length, domains.length) / PART_ENTRIES);
  for (let part = 0; part < parts; part += 1) {
    const slice = (list: readonly string[]) =>
      list.slice(part * PART_ENTRIES, (part + 1) * PART_ENTRIES);
    view.put(listParts, `${id}/${part}`, { addresses: slice(addresses), domains: slice(domains) });
  }
  for (let part = parts; part < before; part += 1) view.delete(listParts, `${id}/${part}`);
  return { parts, revision: await context.once(() => hexId(16)) };
}
