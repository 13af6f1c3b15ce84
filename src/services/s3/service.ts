import type { Blobs } from '../../contract/blobs.ts';
import type { Service } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import {
  createGetBucketPolicy,
  createPutBucketPolicy,
  deleteBucketPolicy,
} from './bucket-policies.ts';
import { BucketKeys } from './bucket-keys.ts';
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
import { listObjects, listObjectsV2 } from './object-listings.ts';
import {
  deleteBucketReplication,
  getBucketReplication,
  putBucketReplication,
} from './bucket-replication.ts';
import { createReplication } from './replication-job.ts';
import {
  deleteBucketLifecycle,
  getBucketLifecycleConfiguration,
  putBucketLifecycleConfiguration,
} from './bucket-lifecycle.ts';
import { createLifecycle } from './lifecycle-job.ts';
import {
  getBucketNotificationConfiguration,
  putBucketNotificationConfiguration,
} from './bucket-notifications.ts';
import { notify } from './notification-job.ts';
import { getBucketVersioning, putBucketVersioning } from './bucket-versioning.ts';
import { deleteBucketTagging, getBucketTagging, putBucketTagging } from './bucket-tags.ts';
import { createCopyObject } from './copy-object.ts';
import { createUploadPartCopy } from './upload-part-copy.ts';
import { createDeleteObject, createDeleteObjects } from './deletions.ts';
import {
  createDeleteObjectTagging,
  createPutObjectTagging,
  getObjectTagging,
} from './object-tags.ts';
import { getObjectLockConfiguration, putObjectLockConfiguration } from './bucket-lock.ts';
import {
  getObjectLegalHold,
  getObjectRetention,
  putObjectLegalHold,
  putObjectRetention,
} from './object-locks.ts';
import { listObjectVersions } from './object-versions.ts';
import { createGetObjectAttributes } from './object-attributes.ts';
import { createGetObject, createHeadObject } from './objects.ts';
import {
  deleteBucketOwnershipControls,
  getBucketAcl,
  getBucketOwnershipControls,
  getObjectAcl,
  putBucketAcl,
  putBucketOwnershipControls,
  putObjectAcl,
} from './ownership.ts';
import {
  deletePublicAccessBlock,
  getBucketPolicyStatus,
  getPublicAccessBlock,
  putPublicAccessBlock,
} from './public-access.ts';
import { createCompleteMultipartUpload } from './complete-upload.ts';
import {
  createAbortMultipartUpload,
  createCreateMultipartUpload,
  listMultipartUploads,
} from './multipart-uploads.ts';
import { createUploadPart, listParts } from './upload-parts.ts';
import { createPutObject } from './put-object.ts';
import { buckets, objects, parts, uploads, versions } from './state.ts';
import { notImplemented } from './unbuilt.ts';

export interface S3Parts {
  readonly blobs: Blobs;
  /** Knows the principals that bucket policies name. */
  readonly principals: PrincipalDirectory;
}

/** Buckets and objects: contents are streamed into encrypted blobs, and out of them. */
export function createS3Service({ blobs, principals }: S3Parts): Service {
  const keys = new BucketKeys();
  return {
    id: 's3',
    principal: 's3.amazonaws.com',
    operations: [
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
      getObjectRetention,
      putObjectRetention,
      getObjectLegalHold,
      putObjectLegalHold,
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
      getObjectAcl,
      putObjectAcl,
      createPutBucketPolicy(principals),
      createGetBucketPolicy(principals),
      deleteBucketPolicy,
      createPutObject(blobs, keys),
      createGetObject(blobs, keys),
      createHeadObject(keys),
      createGetObjectAttributes(keys),
      createCopyObject(blobs, keys),
      createUploadPartCopy(blobs, keys),
      createDeleteObject(blobs),
      createDeleteObjects(blobs),
      getObjectTagging,
      createPutObjectTagging(blobs),
      createDeleteObjectTagging(blobs),
      listObjectVersions,
      createCreateMultipartUpload(keys),
      createUploadPart(blobs, keys),
      createCompleteMultipartUpload(blobs),
      createAbortMultipartUpload(blobs),
      listParts,
      listMultipartUploads,
      listObjects,
      listObjectsV2,
    ],
    notImplemented,
    collections: [buckets, objects, versions, uploads, parts],
    jobs: [createReplication(blobs), createLifecycle(blobs), notify],
    denialCode: { code: 'AccessDenied', status: 403 },
    quotesDeniedResources: true,
    validationCode: 'InvalidArgument',
  };
}
