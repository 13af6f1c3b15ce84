import type { S3Operations, ServerSideEncryptionRule } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { bucketOf, onBucket } from './authorization.ts';
import { invalidArgument, malformedXml, unbuilt } from './errors.ts';
import { type BucketDocument, type BucketEncryption, buckets } from './state.ts';

export const getBucketEncryption: OperationOf<S3Operations, 'GetBucketEncryption'> = {
  name: 'GetBucketEncryption',
  access: 'read',
  authorize: onBucket('s3:GetEncryptionConfiguration'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    return { ServerSideEncryptionConfiguration: { Rules: [ruleOf(document)] } };
  },
};

function ruleOf({ encryption, blocksCustomerKeys }: BucketDocument): ServerSideEncryptionRule {
  const key = encryption?.kmsKeyId;
  return {
    ApplyServerSideEncryptionByDefault: {
      SSEAlgorithm: encryption?.algorithm ?? 'AES256',
      ...(key === undefined ? {} : { KMSMasterKeyID: key }),
    },
    BucketKeyEnabled: encryption?.bucketKey ?? false,
    ...(blocksCustomerKeys === true
      ? { BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } }
      : {}),
  };
}

export const putBucketEncryption: OperationOf<S3Operations, 'PutBucketEncryption'> = {
  name: 'PutBucketEncryption',
  access: 'write',
  authorize: onBucket('s3:PutEncryptionConfiguration'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const [rule] = input.ServerSideEncryptionConfiguration.Rules;
    if (rule === undefined || input.ServerSideEncryptionConfiguration.Rules.length > 1) {
      throw malformedXml();
    }
    const { encryption: before, blocksCustomerKeys: _before, ...rest } = document;
    const encryption = encryptionIn(rule, before);
    const blocks = rule.BlockedEncryptionTypes?.EncryptionType?.includes('SSE-C') ?? false;
    context.viewOf(resource).put(buckets, document.name, {
      ...rest,
      encryption,
      ...(blocks ? { blocksCustomerKeys: true } : {}),
    });
    return {};
  },
};

function encryptionIn(
  rule: ServerSideEncryptionRule,
  before: BucketEncryption | undefined,
): BucketEncryption {
  const bucketKey = rule.BucketKeyEnabled ?? false;
  const asked = rule.ApplyServerSideEncryptionByDefault;
  if (asked === undefined) return { algorithm: 'AES256', ...before, bucketKey };
  const { SSEAlgorithm: algorithm, KMSMasterKeyID: kmsKeyId } = asked;
  if (algorithm === 'aws:kms' || algorithm === 'aws:kms:dsse') {
    return { algorithm, bucketKey, ...(kmsKeyId === undefined ? {} : { kmsKeyId }) };
  }
  if (algorithm !== 'AES256') {
    throw unbuilt('PutBucketEncryption', `server-side encryption by ${algorithm}`);
  }
  if (kmsKeyId !== undefined) {
    throw invalidArgument(
      'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
      'ApplyServerSideEncryptionByDefault',
      kmsKeyId,
    );
  }
  return { algorithm, bucketKey };
}

/** Back to SSE-S3, which every bucket has. */
export const deleteBucketEncryption: OperationOf<S3Operations, 'DeleteBucketEncryption'> = {
  name: 'DeleteBucketEncryption',
  access: 'write',
  authorize: onBucket('s3:PutEncryptionConfiguration'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const { encryption: _over, blocksCustomerKeys: _too, ...rest } = document;
    context.viewOf(resource).put(buckets, document.name, rest);
    return {};
  },
};
