import type { S3Operations } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { bucketOf, onBucket } from './authorization.ts';
import { isPublicPolicy } from './domain/public-policy.ts';
import { noPublicAccessBlock, noSuchBucketPolicy } from './errors.ts';
import { buckets, type PublicAccessBlock } from './state.ts';

/** As every new bucket begins. Older ones of this product have none. */
export const BLOCKS_ALL: PublicAccessBlock = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

export const getPublicAccessBlock: OperationOf<S3Operations, 'GetPublicAccessBlock'> = {
  name: 'GetPublicAccessBlock',
  access: 'read',
  authorize: onBucket('s3:GetBucketPublicAccessBlock'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    if (document.publicAccessBlock === undefined) throw noPublicAccessBlock(document.name);
    return { PublicAccessBlockConfiguration: document.publicAccessBlock };
  },
};

export const putPublicAccessBlock: OperationOf<S3Operations, 'PutPublicAccessBlock'> = {
  name: 'PutPublicAccessBlock',
  access: 'write',
  authorize: onBucket('s3:PutBucketPublicAccessBlock'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const asked = input.PublicAccessBlockConfiguration;
    const publicAccessBlock = {
      BlockPublicAcls: asked.BlockPublicAcls ?? false,
      IgnorePublicAcls: asked.IgnorePublicAcls ?? false,
      BlockPublicPolicy: asked.BlockPublicPolicy ?? false,
      RestrictPublicBuckets: asked.RestrictPublicBuckets ?? false,
    };
    context.viewOf(resource).put(buckets, document.name, { ...document, publicAccessBlock });
    return {};
  },
};

export const deletePublicAccessBlock: OperationOf<S3Operations, 'DeletePublicAccessBlock'> = {
  name: 'DeletePublicAccessBlock',
  access: 'write',
  authorize: onBucket('s3:PutBucketPublicAccessBlock'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const { publicAccessBlock: _over, ...rest } = document;
    context.viewOf(resource).put(buckets, document.name, rest);
    return {};
  },
};

export const getBucketPolicyStatus: OperationOf<S3Operations, 'GetBucketPolicyStatus'> = {
  name: 'GetBucketPolicyStatus',
  access: 'read',
  authorize: onBucket('s3:GetBucketPolicyStatus'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    if (document.policy === undefined) throw noSuchBucketPolicy(document.name);
    return { PolicyStatus: { IsPublic: isPublicPolicy(document.policy.text) } };
  },
};
