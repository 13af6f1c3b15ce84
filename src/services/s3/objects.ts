import type { S3Operations } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { BucketKeys } from './bucket-keys.ts';
import { readsObject, type VersionActions } from './authorization.ts';
import { openObjectKey, requireCustomerKey } from './object-keys.ts';
import { readContent } from './object-store.ts';
import { describe, existing } from './reading.ts';
import { bucketScope, type ObjectDocument } from './state.ts';

export const GET_OBJECT: VersionActions = {
  current: 's3:GetObject',
  version: 's3:GetObjectVersion',
};

export function createGetObject(
  blobs: Blobs,
  keys: BucketKeys,
): OperationOf<S3Operations, 'GetObject'> {
  return {
    name: 'GetObject',
    access: 'read',
    eventCategory: 'data',
    authorize: readsObject(GET_OBJECT),
    handle: async (input, context) => {
      const { bucket, object } = await existing(input, context);
      const { described, range } = describe(input, bucket, object);
      context.audit.additional('bytesTransferredOut', described.ContentLength);
      const scope = bucketScope(bucket);
      const dataKey = await openObjectKey(keys, context, scope, object.encryption, input);
      const reading = {
        ...(range === undefined ? {} : { range }),
        ...(dataKey === undefined ? {} : { dataKey }),
      };
      // Read when the answer's head has left: the blob outlives its name by an hour.
      const Body = readContent(blobs, scope, object, reading);
      return { ...described, ...tagCount(object), Body };
    },
  };
}

function tagCount({ tags }: ObjectDocument) {
  const TagCount = Object.keys(tags ?? {}).length;
  return TagCount === 0 ? {} : { TagCount };
}

export function createHeadObject(keys: BucketKeys): OperationOf<S3Operations, 'HeadObject'> {
  return {
    name: 'HeadObject',
    access: 'read',
    eventCategory: 'data',
    authorize: readsObject(GET_OBJECT),
    handle: async (input, context) => {
      const { bucket, object } = await existing(input, context);
      const { described } = describe(input, bucket, object);
      requireCustomerKey(object.encryption, input);
      // The head is no secret; its checksum is one of the content.
      if (input.ChecksumMode === 'ENABLED') {
        await openObjectKey(keys, context, bucketScope(bucket), object.encryption, input);
      }
      return { ...described, ...tagCount(object) };
    },
  };
}
