import type { PutObjectRequest, S3Operations } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { ActingOperationOf, Context } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { onObject, placeOf } from './authorization.ts';
import { keyTooLong, metadataTooLarge, preconditionFailed, unbuilt } from './errors.ts';
import { storeObject } from './object-store.ts';
import type { ObjectPlace } from './resources.ts';
import type { ObjectDocument, ObjectHeaders } from './state.ts';
import { checksumMember, type Promised, promisedBy, type Upload, upload } from './upload.ts';

const KEY_BYTES_MAX = 1_024;
const METADATA_BYTES_MAX = 2 * 1_024;

interface Prepared {
  readonly scope: Scope;
  readonly promised: Promised;
}

/** The body is read once the caller is known to be allowed, straight into a blob, and named in the end. */
export function createPutObject(
  blobs: Blobs,
): ActingOperationOf<S3Operations, 'PutObject', Prepared, Upload> {
  return {
    name: 'PutObject',
    access: 'write',
    eventCategory: 'data',
    authorize: onObject('s3:PutObject', conditionsOf),
    prepare: async (input, context) => {
      const { document } = await acceptable(input, context);
      const { account, region } = document.bucket;
      return { scope: { account, region }, promised: promisedBy(input) };
    },
    act: (_input, { scope, promised }, body) => upload(blobs, scope, promised, body),
    handle: async (input, context, uploaded) => {
      const { document } = await acceptable(input, context);
      const { blob, md5, checksum } = uploaded;
      const object: ObjectDocument = {
        bucket: input.Bucket,
        key: input.Key,
        modified: context.call.now,
        blob,
        md5,
        checksum,
        headers: headersOf(input),
        metadata: input.Metadata ?? {},
      };
      storeObject(blobs, context.unit, document, object, context.call.now);
      context.audit.additional('bytesTransferredIn', blob.size);
      context.audit.additional('SSEApplied', 'Default_SSE_S3');
      return {
        ETag: `"${md5}"`,
        ServerSideEncryption: 'AES256' as const,
        ...checksumMember(checksum),
      };
    },
  };
}

function conditionsOf(input: PutObjectRequest): ReadonlyMap<string, readonly string[]> {
  const conditions = new Map<string, readonly string[]>();
  if (input.ACL !== undefined) conditions.set('s3:x-amz-acl', [input.ACL]);
  if (input.ServerSideEncryption !== undefined) {
    conditions.set('s3:x-amz-server-side-encryption', [input.ServerSideEncryption]);
  }
  if (input.StorageClass !== undefined) {
    conditions.set('s3:x-amz-storage-class', [input.StorageClass]);
  }
  if (input.IfNoneMatch !== undefined) conditions.set('s3:if-none-match', [input.IfNoneMatch]);
  if (input.IfMatch !== undefined) conditions.set('s3:if-match', [input.IfMatch]);
  return conditions;
}

/** Judged before the body is read, and again before it is named. */
async function acceptable(input: PutObjectRequest, context: Context) {
  const size = Buffer.byteLength(input.Key);
  if (size > KEY_BYTES_MAX) throw keyTooLong(size, KEY_BYTES_MAX);
  const found = await placeOf(context, input);
  refuseUnbuilt(input);
  const metadata = Object.entries(input.Metadata ?? {});
  const bytes = metadata.reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  if (bytes > METADATA_BYTES_MAX) throw metadataTooLarge();
  requireConditions(input, found.document);
  return found;
}

function requireConditions(input: PutObjectRequest, { object }: ObjectPlace): void {
  if (input.IfNoneMatch !== undefined) {
    if (input.IfNoneMatch !== '*') throw unbuilt('PutObject', 'If-None-Match of an ETag');
    if (object !== undefined) throw preconditionFailed('If-None-Match');
  }
  if (input.IfMatch !== undefined && input.IfMatch.replaceAll('"', '') !== object?.md5) {
    throw preconditionFailed('If-Match');
  }
}

const OWNER_ACLS: ReadonlySet<string> = new Set(['private', 'bucket-owner-full-control']);

function refuseUnbuilt(input: PutObjectRequest): void {
  const { ServerSideEncryption: encryption } = input;
  if (encryption !== undefined && encryption !== 'AES256') {
    throw unbuilt('PutObject', `server-side encryption by ${encryption}`);
  }
  if (input.SSECustomerAlgorithm !== undefined) {
    throw unbuilt('PutObject', 'server-side encryption by customer keys');
  }
  if (input.ACL !== undefined && !OWNER_ACLS.has(input.ACL)) {
    throw unbuilt('PutObject', `the access control list ${input.ACL}`);
  }
  const { GrantFullControl, GrantRead, GrantReadACP, GrantWriteACP } = input;
  const grants = [GrantFullControl, GrantRead, GrantReadACP, GrantWriteACP];
  if (grants.some((grant) => grant !== undefined)) throw unbuilt('PutObject', 'grants');
  if (input.StorageClass !== undefined && input.StorageClass !== 'STANDARD') {
    throw unbuilt('PutObject', `the storage class ${input.StorageClass}`);
  }
  if (input.Tagging !== undefined) throw unbuilt('PutObject', 'tags');
  const lock = input.ObjectLockMode ?? input.ObjectLockLegalHoldStatus;
  if (lock !== undefined) throw unbuilt('PutObject', 'Object Lock');
  if (input.WriteOffsetBytes !== undefined) throw unbuilt('PutObject', 'appending');
  if (input.WebsiteRedirectLocation !== undefined) throw unbuilt('PutObject', 'redirects');
}

/** The framing of the upload is not the object's encoding. */
function headersOf(input: PutObjectRequest): ObjectHeaders {
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
