import type { S3Operations } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { bucketOf, onBucket } from './authorization.ts';
import { illegalVersioning, invalidBucketState, unbuilt } from './errors.ts';
import { buckets } from './state.ts';

export const getBucketVersioning: OperationOf<S3Operations, 'GetBucketVersioning'> = {
  name: 'GetBucketVersioning',
  access: 'read',
  authorize: onBucket('s3:GetBucketVersioning'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    return document.versioning === undefined ? {} : { Status: document.versioning };
  },
};

/** Once there were versions they may be suspended, and never forgotten. */
export const putBucketVersioning: OperationOf<S3Operations, 'PutBucketVersioning'> = {
  name: 'PutBucketVersioning',
  access: 'write',
  authorize: onBucket('s3:PutBucketVersioning'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const { Status: versioning, MFADelete } = input.VersioningConfiguration;
    // Nobody's device is asked here, so a promise to ask it would be none.
    if (MFADelete === 'Enabled') throw unbuilt('PutBucketVersioning', 'MFA delete');
    if (versioning === undefined) throw illegalVersioning();
    if (versioning === 'Suspended' && document.replication !== undefined) {
      throw invalidBucketState(
        'A replication configuration is present on this bucket, so the versioning state cannot be changed.',
      );
    }
    if (versioning === 'Suspended' && document.objectLock !== undefined) {
      throw invalidBucketState(
        'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
      );
    }
    context.viewOf(resource).put(buckets, document.name, { ...document, versioning });
    return {};
  },
};
