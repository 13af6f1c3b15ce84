import type { PutObjectRequest, S3Operations } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { ActingOperationOf, Context } from '../../contract/operation.ts';
import { hexId } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import type { BucketKeys } from './bucket-keys.ts';
import { placeOf } from './authorization.ts';
import { noSuchKey, preconditionFailed, unbuilt } from './errors.ts';
import { encryptionChoice } from './encryption-choice.ts';
import {
  appliedEncryption,
  encryptionMembers,
  newObjectKey,
  type ObjectKey,
} from './object-keys.ts';
import { changeBy } from './object-change.ts';
import { tagsMember } from './object-tags.ts';
import { versionMember } from './reading.ts';
import { storeObject } from './object-store.ts';
import { newLock } from './new-lock.ts';
import { headersOf, newObjectConditions, putsObject, requireNewObject } from './new-object.ts';
import type { ObjectPlace } from './resources.ts';
import { bucketScope, type ObjectDocument, type ObjectEncryption } from './state.ts';
import { checksumMember, type Promised, promisedBy, type Upload, upload } from './upload.ts';

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
  keys: BucketKeys,
): ActingOperationOf<S3Operations, 'PutObject', Prepared, Uploaded> {
  return {
    name: 'PutObject',
    access: 'write',
    eventCategory: 'data',
    authorize: putsObject(conditionsOf),
    prepare: async (input, context) => {
      const { document } = await acceptable(input, context);
      const { bucket } = document;
      const scope = bucketScope(bucket);
      const promised = promisedBy(input);
      const choice = encryptionChoice('PutObject', input, bucket);
      const place = { ...scope, bucket: bucket.name, key: document.key };
      const key = await newObjectKey(keys, context, place, choice);
      return { scope, promised, key };
    },
    act: async (_input, { scope, promised, key }, body) => ({
      ...(await upload(blobs, scope, promised, body, key.dataKey)),
      encryption: key.encryption,
    }),
    handle: async (input, context, uploaded) => {
      const { document } = await acceptable(input, context);
      const { bucket } = document;
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
        ...tagsMember(input.Tagging),
        ...newLock(input, bucket, context.call.now),
      };
      const change = changeBy(blobs, context, 'PutObject');
      const stored = await storeObject(change, document, object, 'ObjectCreated:Put');
      context.audit.additional('bytesTransferredIn', blob.size);
      const isAsked = input.ServerSideEncryption !== undefined;
      context.audit.additional('SSEApplied', appliedEncryption(encryption, isAsked));
      return {
        ETag: `"${etag}"`,
        ...versionMember(bucket, stored),
        ...encryptionMembers(encryption),
        ...checksumMember(checksum),
      };
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
  const conditions = newObjectConditions(input);
  if (input.IfNoneMatch !== undefined) conditions.set('s3:if-none-match', [input.IfNoneMatch]);
  if (input.IfMatch !== undefined) conditions.set('s3:if-match', [input.IfMatch]);
  return conditions;
}

/** Judged before the body is read, and again before it is named. */
async function acceptable(input: PutObjectRequest, context: Context) {
  requireNewObject('PutObject', input);
  if (input.WriteOffsetBytes !== undefined) throw unbuilt('PutObject', 'appending');
  const found = await placeOf(context, input);
  requireConditions(input, found.document);
  newLock(input, found.document.bucket, context.call.now);
  return found;
}

/** Conditions on what is there already. */
export function requireConditions(
  input: Pick<PutObjectRequest, 'IfMatch' | 'IfNoneMatch'>,
  { key, object }: ObjectPlace,
): void {
  if (input.IfNoneMatch !== undefined) {
    if (input.IfNoneMatch !== '*') throw unbuilt('PutObject', 'If-None-Match of an ETag');
    if (object !== undefined) throw preconditionFailed('If-None-Match');
  }
  if (input.IfMatch === undefined) return;
  if (object === undefined) throw noSuchKey(key);
  if (input.IfMatch.replaceAll('"', '') !== object.etag) {
    throw preconditionFailed('If-Match');
  }
}
