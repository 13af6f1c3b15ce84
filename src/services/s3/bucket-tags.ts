import type { S3Operations } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { bucketOf, onBucket } from './authorization.ts';
import { badRequest, noSuchTagSet } from './errors.ts';
import { checkedTags, tagSet } from './object-tags.ts';
import { buckets } from './state.ts';

const BUCKET_TAGS_MAX = 50;

export const getBucketTagging: OperationOf<S3Operations, 'GetBucketTagging'> = {
  name: 'GetBucketTagging',
  access: 'read',
  authorize: onBucket('s3:GetBucketTagging'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    if (document.tags === undefined) throw noSuchTagSet(document.name);
    return { TagSet: tagSet(document.tags) };
  },
};

export const putBucketTagging: OperationOf<S3Operations, 'PutBucketTagging'> = {
  name: 'PutBucketTagging',
  access: 'write',
  authorize: onBucket('s3:PutBucketTagging'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const { TagSet } = input.Tagging;
    if (TagSet.length > BUCKET_TAGS_MAX) {
      throw badRequest('Bucket tag count cannot be greater than 50');
    }
    const tags = checkedTags(TagSet);
    context.viewOf(resource).put(buckets, document.name, { ...document, tags });
    return {};
  },
};

export const deleteBucketTagging: OperationOf<S3Operations, 'DeleteBucketTagging'> = {
  name: 'DeleteBucketTagging',
  access: 'write',
  authorize: onBucket('s3:PutBucketTagging'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const { tags: _over, ...rest } = document;
    context.viewOf(resource).put(buckets, document.name, rest);
    return {};
  },
};
