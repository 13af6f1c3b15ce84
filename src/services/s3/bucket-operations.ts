import type { AnyOperation } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import {
  createGetBucketPolicy,
  createPutBucketPolicy,
  deleteBucketPolicy,
} from './bucket-policies.ts';
import {
  deleteBucketEncryption,
  getBucketEncryption,
  putBucketEncryption,
} from './bucket-encryption.ts';
import {
  createBucket,
  deleteBucket,
  getBucketLocation,
  headBucket,
  listBuckets,
} from './buckets.ts';
import {
  deleteBucketReplication,
  getBucketReplication,
  putBucketReplication,
} from './bucket-replication.ts';
import {
  deleteBucketLifecycle,
  getBucketLifecycleConfiguration,
  putBucketLifecycleConfiguration,
} from './bucket-lifecycle.ts';
import {
  getBucketNotificationConfiguration,
  putBucketNotificationConfiguration,
} from './bucket-notifications.ts';
import { getBucketVersioning, putBucketVersioning } from './bucket-versioning.ts';
import { deleteBucketTagging, getBucketTagging, putBucketTagging } from './bucket-tags.ts';
import { getObjectLockConfiguration, putObjectLockConfiguration } from './bucket-lock.ts';
import {
  deleteBucketOwnershipControls,
  getBucketAcl,
  getBucketOwnershipControls,
  putBucketAcl,
  putBucketOwnershipControls,
} from './ownership.ts';
import {
  deletePublicAccessBlock,
  getBucketPolicyStatus,
  getPublicAccessBlock,
  putPublicAccessBlock,
} from './public-access.ts';

/** What is done to buckets and their settings. */
export function bucketOperations(principals: PrincipalDirectory): readonly AnyOperation[] {
  return [
    createBucket,
    deleteBucket,
    headBucket,
    listBuckets,
    getBucketLocation,
    getBucketEncryption,
    putBucketEncryption,
    deleteBucketEncryption,
    getBucketVersioning,
    putBucketVersioning,
    getBucketLifecycleConfiguration,
    putBucketLifecycleConfiguration,
    deleteBucketLifecycle,
    getBucketNotificationConfiguration,
    putBucketNotificationConfiguration,
    getObjectLockConfiguration,
    putObjectLockConfiguration,
    getBucketReplication,
    putBucketReplication,
    deleteBucketReplication,
    getBucketTagging,
    putBucketTagging,
    deleteBucketTagging,
    getPublicAccessBlock,
    putPublicAccessBlock,
    deletePublicAccessBlock,
    getBucketPolicyStatus,
    getBucketOwnershipControls,
    putBucketOwnershipControls,
    deleteBucketOwnershipControls,
    getBucketAcl,
    putBucketAcl,
    createPutBucketPolicy(principals),
    createGetBucketPolicy(principals),
    deleteBucketPolicy,
  ];
}
