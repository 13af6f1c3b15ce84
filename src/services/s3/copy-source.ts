import type { CopyObjectRequest } from '../../../models/s3/types.ts';
import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import type { BucketKeys } from './bucket-keys.ts';
import { readPermissions, versionOf } from './authorization.ts';
import { accessDenied, invalidArgument, preconditionFailed } from './errors.ts';
import { openObjectKey } from './object-keys.ts';
import { GET_OBJECT } from './objects.ts';
import { objectOf, requireReadConditions, versionMember } from './reading.ts';
import { type BucketDocument, bucketScope, type ObjectDocument } from './state.ts';
import { ServiceError } from '../../core/errors.ts';

/** What CopyObject and UploadPartCopy alike say of where they copy from. */
export type CopySourceInput = Pick<
  CopyObjectRequest,
  | 'CopySource'
  | 'CopySourceIfMatch'
  | 'CopySourceIfModifiedSince'
  | 'CopySourceIfNoneMatch'
  | 'CopySourceIfUnmodifiedSince'
  | 'CopySourceSSECustomerAlgorithm'
  | 'CopySourceSSECustomerKey'
  | 'CopySourceSSECustomerKeyMD5'
  | 'ExpectedSourceBucketOwner'
>;

interface Named {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string;
}

/** `bucket/key`, with or without a slash in front, as URLs are written; `?versionId=` behind it. */
export function readCopySource(text: string): Named {
  const [path = '', query] = text.split('?', 2);
  const decoded = decoded8(path.replace(/^\//, ''), text);
  const slash = decoded.indexOf('/');
  const Bucket = decoded.slice(0, slash);
  const Key = decoded.slice(slash + 1);
  if (slash < 1 || Key === '') {
    const expected = 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey';
    throw invalidArgument(expected, 'x-amz-copy-source', text);
  }
  const VersionId = new URLSearchParams(query ?? '').get('versionId');
  return { Bucket, Key, ...(VersionId === null ? {} : { VersionId }) };
}

/** What policies may ask of the source: decoded, so that no way to write it gets around a pattern. */
export function sourceConditions({ CopySource }: CopySourceInput): Map<string, readonly string[]> {
  const { Bucket, Key, VersionId } = readCopySource(CopySource);
  const version = VersionId === undefined ? '' : `?versionId=${VersionId}`;
  return new Map([['s3:x-amz-copy-source', [`${Bucket}/${Key}${version}`]]]);
}

function decoded8(path: string, whole: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw invalidArgument('Invalid copy source encoding.', 'x-amz-copy-source', whole);
  }
}

/** The permissions that reading the source takes. */
export function sourcePermissions(
  input: CopySourceInput,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  return readPermissions(readCopySource(input.CopySource), context, GET_OBJECT);
}

export interface CopySource {
  readonly bucket: BucketDocument;
  readonly object: ObjectDocument;
  readonly dataKey: Uint8Array | undefined;
  /** The member of the answer. */
  readonly shown: { readonly CopySourceVersionId?: string };
}

/** Finds the source, and opens its key for the caller. Errors: those of reading it; 412 where a condition fails. */
export async function copySourceOf(
  keys: BucketKeys,
  context: Context,
  input: CopySourceInput,
): Promise<CopySource> {
  const { bucket, object } = await foundSource(context, input);
  const dataKey = await openObjectKey(keys, context, bucketScope(bucket), object.encryption, {
    SSECustomerAlgorithm: input.CopySourceSSECustomerAlgorithm,
    SSECustomerKey: input.CopySourceSSECustomerKey,
    SSECustomerKeyMD5: input.CopySourceSSECustomerKeyMD5,
  });
  const { VersionId } = { VersionId: undefined, ...versionMember(bucket, object) };
  const shown = VersionId === undefined ? {} : { CopySourceVersionId: VersionId };
  return { bucket, object, dataKey, shown };
}

export async function foundSource(context: Context, input: CopySourceInput) {
  const named = readCopySource(input.CopySource);
  const { document } = await versionOf(context, named);
  const { bucket } = document;
  const { ExpectedSourceBucketOwner: owner } = input;
  if (owner !== undefined && owner !== bucket.account) throw accessDenied();
  const object = objectOf(document);
  requireSourceConditions(input, object);
  return { bucket, object };
}

/** As of a read, but what was not modified is refused as well. */
function requireSourceConditions(input: CopySourceInput, object: ObjectDocument): void {
  try {
    requireReadConditions(
      {
        IfMatch: input.CopySourceIfMatch,
        IfNoneMatch: input.CopySourceIfNoneMatch,
        IfModifiedSince: input.CopySourceIfModifiedSince,
        IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
      },
      object,
    );
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { code, members } = error;
    const isUnmodified = input.CopySourceIfNoneMatch === undefined;
    const fallback = isUnmodified ? 'If-Modified-Since' : 'If-None-Match';
    const name = code === 'NotModified' ? fallback : String(members['Condition']);
    throw preconditionFailed(`x-amz-copy-source-${name}`);
  }
}
