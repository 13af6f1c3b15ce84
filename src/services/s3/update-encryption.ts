import type { S3Operations, UpdateObjectEncryptionRequest } from '../../../models/s3/types.ts';
import type { BlobRef, Blobs } from '../../contract/blobs.ts';
import type { ActingOperationOf, Context } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { onVersion, versionOf } from './authorization.ts';
import type { BucketKeys } from './bucket-keys.ts';
import { accessDeniedFor, invalidRequest, noSuchKey } from './errors.ts';
import { newObjectKey, type ObjectKey, openObjectKey } from './object-keys.ts';
import { objectOf } from './reading.ts';
import { bucketScope, type ObjectDocument, type ObjectEncryption } from './state.ts';
import { rewrite } from './versions.ts';

interface Prepared {
  readonly scope: Scope;
  readonly content: readonly BlobRef[];
  readonly dataKey: Uint8Array | undefined;
  readonly key: ObjectKey;
}

interface Rewritten {
  readonly before: readonly BlobRef[];
  readonly content: readonly BlobRef[];
  readonly encryption: ObjectEncryption | undefined;
}

/** Puts an object under a key of KMS where it is: its version, time, ETag and checksum stay. */
export function createUpdateObjectEncryption(
  blobs: Blobs,
  keys: BucketKeys,
): ActingOperationOf<S3Operations, 'UpdateObjectEncryption', Prepared, Rewritten> {
  return {
    name: 'UpdateObjectEncryption',
    access: 'write',
    eventCategory: 'data',
    authorize: onVersion({
      current: 's3:UpdateObjectEncryption',
      version: 's3:UpdateObjectEncryption',
    }),
    prepare: async (input, context) => {
      const { bucket, object } = await updatable(input, context);
      const scope = bucketScope(bucket);
      const { keyId, bucketKey } = wanted(input, bucket.account);
      const dataKey = await openObjectKey(keys, context, scope, object.encryption, {});
      const choice = { by: 'kms', keyId, context: {}, bucketKey, isDual: false } as const;
      const place = { ...scope, bucket: bucket.name, key: object.key };
      const key = await newObjectKey(keys, context, place, choice);
      return { scope, content: object.content, dataKey, key };
    },
    act: async (_input, { scope, content, dataKey, key }) => {
      const written: BlobRef[] = [];
      for (const blob of content) {
        const bytes = blobs.read(scope, blob, undefined, dataKey);
        written.push(await blobs.write(scope, bytes, key.dataKey));
      }
      return { before: content, content: written, encryption: key.encryption };
    },
    handle: async (input, context, { before, content, encryption }) => {
      const { bucket, object, version } = await updatable(input, context);
      // Somebody else was faster: what was written is of another content.
      if (JSON.stringify(object.content) !== JSON.stringify(before)) throw noSuchKey(object.key);
      const scope = bucketScope(bucket);
      const { unit, call } = context;
      for (const blob of before) blobs.unname(unit, scope, blob, call.now);
      for (const blob of content) blobs.name(unit, scope, blob);
      const under = encryption === undefined ? {} : { encryption };
      rewrite(unit.view(scope), version, { ...object, content, ...under });
      return {};
    },
  };
}

async function updatable(input: UpdateObjectEncryptionRequest, context: Context) {
  const { document } = await versionOf(context, input);
  const object: ObjectDocument = objectOf(document);
  const { bucket, version } = document;
  if (version === undefined) throw noSuchKey(object.key);
  const { encryption, lock } = object;
  if (encryption?.by === 'customer' || encryption?.isDual === true) {
    throw invalidRequest(
      "The UpdateObjectEncryption operation doesn't support source objects with the encryption type DSSE-KMS or " +
        'SSE-C. Only source objects encrypted with SSE-S3 or SSE-KMS are supported.',
    );
  }
  const isRetained = lock?.retention !== undefined && lock.retention.until > context.call.now;
  if (isRetained || lock?.hasLegalHold === true) {
    throw accessDeniedFor(
      "The encryption type for the specified object can't be updated because that object is protected by S3 Object " +
        'Lock. If the object has a governance-mode retention period or a legal hold, you must first remove the Object ' +
        "Lock status on the object before you issue your UpdateObjectEncryption request. You can't use the " +
        'UpdateObjectEncryption operation with objects that have an Object Lock compliance mode retention period ' +
        'applied to them.',
    );
  }
  return { bucket, object, version };
}

/** Errors: a request that names no key, or another account's. */
function wanted({ ObjectEncryption }: UpdateObjectEncryptionRequest, owner: string) {
  const { SSEKMS } = ObjectEncryption;
  if (SSEKMS === undefined) {
    throw invalidRequest(
      'Requests that modify an object encryption configuration require a valid new encryption type. Valid values are ' +
        'SSEKMS. Modify the request to specify SSE-KMS for the updated encryption type, and then try again.',
    );
  }
  const arn = parseArn(SSEKMS.KMSKeyArn);
  if (arn?.service !== 'kms' || !arn.resource.startsWith('key/')) {
    throw invalidRequest(
      "Requests that modify an object's encryption type to SSE-KMS require a valid AWS KMS key Amazon Resource Name " +
        '(ARN). Confirm that you have a correctly formatted KMS key ARN in your request, and then try again.',
    );
  }
  if (arn.account !== owner) {
    throw accessDeniedFor(
      'The AWS KMS key in the request must be owned by the same account as the bucket. Modify the request to specify a ' +
        'KMS key from the same account, and then try again.',
    );
  }
  return { keyId: SSEKMS.KMSKeyArn, bucketKey: SSEKMS.BucketKeyEnabled ?? false };
}
