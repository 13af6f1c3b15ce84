import type { PutObjectRequest } from '../../../models/s3/types.ts';
import type { Permission, ResolveContext } from '../../contract/operation.ts';
import { encryptionConditions } from './encryption-choice.ts';
import { aclNotSupported, keyTooLong, metadataTooLarge, unbuilt } from './errors.ts';
import { lockActions, lockConditions } from './new-lock.ts';
import { requestTagConditions, tagsIn } from './object-tags.ts';
import { objectKind, objectPath } from './resources.ts';
import type { ObjectHeaders } from './state.ts';

const KEY_BYTES_MAX = 1_024;
const METADATA_BYTES_MAX = 2 * 1_024;

/** What PutObject and CreateMultipartUpload alike say of an object to be. */
export type NewObjectInput = Pick<
  PutObjectRequest,
  | 'Bucket'
  | 'Key'
  | 'ACL'
  | 'BucketKeyEnabled'
  | 'CacheControl'
  | 'ContentDisposition'
  | 'ContentEncoding'
  | 'ContentLanguage'
  | 'ContentType'
  | 'Expires'
  | 'GrantFullControl'
  | 'GrantRead'
  | 'GrantReadACP'
  | 'GrantWriteACP'
  | 'Metadata'
  | 'ObjectLockLegalHoldStatus'
  | 'ObjectLockMode'
  | 'ObjectLockRetainUntilDate'
  | 'SSECustomerAlgorithm'
  | 'SSECustomerKey'
  | 'SSECustomerKeyMD5'
  | 'SSEKMSEncryptionContext'
  | 'SSEKMSKeyId'
  | 'ServerSideEncryption'
  | 'StorageClass'
  | 'Tagging'
  | 'WebsiteRedirectLocation'
>;

/** Brings an object: its tags need a permission of their own. */
export function putsObject<I extends NewObjectInput>(
  conditionsOf: (input: I) => ReadonlyMap<string, readonly string[]>,
) {
  return (input: I, context: ResolveContext): Promise<readonly Permission[]> =>
    putPermissions(input, context, conditionsOf(input));
}

export async function putPermissions(
  input: NewObjectInput,
  context: ResolveContext,
  others: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Permission[]> {
  const conditions = new Map([...others, ...lockConditions(input, context.call.now)]);
  const resource = await context.resolve(objectKind, objectPath(input));
  const put = { action: 's3:PutObject', resource, conditions };
  const further = [
    ...(input.Tagging === undefined ? [] : ['s3:PutObjectTagging']),
    ...lockActions(input),
  ];
  return [put, ...further.map((action) => ({ action, resource, conditions }))];
}

/** Condition keys of such a request, but for those of the lock that it brings. */
export function newObjectConditions(input: NewObjectInput): Map<string, readonly string[]> {
  const conditions = encryptionConditions(input);
  for (const [name, values] of requestTagConditions(tagsIn(input.Tagging))) {
    conditions.set(name, values);
  }
  if (input.ACL !== undefined) conditions.set('s3:x-amz-acl', [input.ACL]);
  if (input.StorageClass !== undefined) {
    conditions.set('s3:x-amz-storage-class', [input.StorageClass]);
  }
  return conditions;
}

/** Errors: of a key or metadata that are too long, and of what is not built. */
export function requireNewObject(operation: string, input: NewObjectInput): void {
  const size = Buffer.byteLength(input.Key);
  if (size > KEY_BYTES_MAX) throw keyTooLong(size, KEY_BYTES_MAX);
  refuseUnbuilt(operation, input);
  const metadata = Object.entries(input.Metadata ?? {});
  const bytes = metadata.reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  if (bytes > METADATA_BYTES_MAX) throw metadataTooLarge();
}

const OWNER_ACLS: ReadonlySet<string> = new Set(['private', 'bucket-owner-full-control']);

function refuseUnbuilt(operation: string, input: NewObjectInput): void {
  if (input.ACL !== undefined && !OWNER_ACLS.has(input.ACL)) throw aclNotSupported();
  const { GrantFullControl, GrantRead, GrantReadACP, GrantWriteACP } = input;
  const grants = [GrantFullControl, GrantRead, GrantReadACP, GrantWriteACP];
  if (grants.some((grant) => grant !== undefined)) throw aclNotSupported();
  if (input.StorageClass !== undefined && input.StorageClass !== 'STANDARD') {
    throw unbuilt(operation, `the storage class ${input.StorageClass}`);
  }
  if (input.WebsiteRedirectLocation !== undefined) throw unbuilt(operation, 'redirects');
}

/** The framing of the upload is not the object's encoding. */
export function headersOf(input: NewObjectInput): ObjectHeaders {
  const encoding = (input.ContentEncoding ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.toLowerCase() !== 'aws-chunked')
    .join(',');
  return {
    ContentType: input.ContentType ?? 'binary/octet-stream',
    ...(input.CacheControl === undefined ? {} : { CacheControl: input.CacheControl }),
    ...(input.ContentDisposition === undefined
      ? {}
      : { ContentDisposition: input.ContentDisposition }),
    ...(encoding === '' ? {} : { ContentEncoding: encoding }),
    ...(input.ContentLanguage === undefined ? {} : { ContentLanguage: input.ContentLanguage }),
    ...(input.Expires === undefined ? {} : { Expires: input.Expires }),
  };
}
