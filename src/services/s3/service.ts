import type { Blobs } from '../../contract/blobs.ts';
import type { Service } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { BucketKeys } from './bucket-keys.ts';
import { createReplication } from './replication-job.ts';
import { createLifecycle } from './lifecycle-job.ts';
import { notify } from './notification-job.ts';
import { buckets, objects, parts, uploads, versions } from './state.ts';
import { notImplemented } from './unbuilt.ts';
import { bucketOperations } from './bucket-operations.ts';
import { objectOperations } from './object-operations.ts';

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
    operations: [...bucketOperations(principals), ...objectOperations(blobs, keys)],
    notImplemented,
    collections: [buckets, objects, versions, uploads, parts],
    jobs: [createReplication(blobs), createLifecycle(blobs), notify],
    denialCode: { code: 'AccessDenied', status: 403 },
    quotesDeniedResources: true,
    validationCode: 'InvalidArgument',
  };
}
