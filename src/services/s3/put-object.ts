import type { PutObjectRequest, S3Operations } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { ActingOperationOf, Context } from '../../contract/operation.ts';
import { hexId } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import { onObject, placeOf } from './authorization.ts';
import { keyTooLong, metadataTooLarge, preconditionFailed, unbuilt } from './errors.ts';
import { encryptionChoice, encryptionConditions } from './encryption-choice.ts';
import {
  appliedEncryption,
  encryptionMembers,
  newObjectKey,
  type ObjectKey,
} from './object-keys.ts';
import { storeObject } from './object-store.ts';
import type { ObjectPlace } from './resources.ts';
import type { ObjectDocument, ObjectEncryption, ObjectHeaders } from './state.ts';
import { checksumMember, type Promised, promisedBy, type Upload, upload } from './upload.ts';

const KEY_BYTES_MAX = 1_024;
const METADATA_BYTES_MAX = 2 * 1_024;

interface Prepared {
  readonly scope: Scope;
  readonly promised: Promised;
  readonly key: ObjectKey;
}

interface Uploaded extends Upload {
  readonly encryption: ObjectEncryption | undefined;
}

/**
 * The body is read once the caller is known to be allowed and the object's key is there, straight into a blob, and named
 * in the end.
 */
export function createPutObject(
  blobs: Blobs,
): ActingOperationOf<S3Operations, 'PutObject', Prepared, Uploaded> {
  return {
    name: 'PutObject',
    access: 'write',
    eventCategory: 'data',
    authorize: onObject('s3:PutObject', conditionsOf),
    prepare: async (input, context) => {
      const { document } = await acceptable(input, context);
      const { bucket } = document;
      const { account, region } = bucket;
      const promised = promisedBy(input);
      const choice = encryptionChoice('PutObject', input, bucket);
      const place = { account, region, bucket: bucket.name, key: document.key };
      const key = await newObjectKey(context, place, choice);
      return { scope: { account, region }, promised, key };
    },
    act: async (_input, { scope, promised, key }, body) => ({
      ...(await upload(blobs, scope, promised, body, key.dataKey)),
      encryption: key.encryption,
    }),
    handle: async (input, context, uploaded) => {
      const { document } = await acceptable(input, context);
      const { blob, checksum, encryption } = uploaded;
      const etag = await etagOf(context, uploaded);
      const object: ObjectDocument = {
        bucket: input.Bucket,
        key: input.Key,
        modified: context.call.now,
        content: [blob],
        size: blob.size,
        etag,
        checksum,
        ...(encryption === undefined ? {} : { encryption }),
        headers: headersOf(input),
        metadata: input.Metadata ?? {},
      };
      storeObject(blobs, context.unit, document, object, context.call.now);
      context.audit.additional('bytesTransferredIn', blob.size);
      const isAsked = input.ServerSideEncryption !== undefined;
      context.audit.additional('SSEApplied', appliedEncryption(encryption, isAsked));
      return { ETag: `"${etag}"`, ...encryptionMembers(encryption), ...checksumMember(checksum) };
    },
  };
}

/** The MD5 of what is under a key of KMS or of the customer is told to nobody. */
export async function etagOf(
  context: Pick<Context, 'once'>,
  { md5, encryption }: { readonly md5: string; readonly encryption: ObjectEncryption | undefined },
): Promise<string> {
  return encryption === undefined ? md5 : context.once(() => hexId(md5.length));
}

function conditionsOf(input: PutObjectRequest): ReadonlyMap<string, readonly string[]> {
  const conditions = encryptionConditions(input);
  if (input.ACL !== undefined) conditions.set('s3:x-amz-acl', [input.ACL]);
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
  if (input.IfMatch !== undefined && input.IfMatch.replaceAll('"', '') !== object?.etag) {
    throw preconditionFailed('If-Match');
  }
}

const OWNER_ACLS: ReadonlySet<string> = new Set(['private', 'bucket-owner-full-control']);

function refuseUnbuilt(input: PutObjectRequest): void {
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
