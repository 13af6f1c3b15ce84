import type { S3Operations } from '../../../models/s3/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { JsonValue } from '../../core/json.ts';
import { compileCached } from '../../policy/cache.ts';
import { readDocument } from '../../policy/document.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { bucketOf, onBucket } from './authorization.ts';
import { isPublicPolicy } from './domain/public-policy.ts';
import { accessDeniedFor, malformedPolicy, noSuchBucketPolicy } from './errors.ts';
import { bucketArn } from './resources.ts';
import { type BucketDocument, buckets } from './state.ts';

const POLICY_BYTES_MAX = 20 * 1024;

export function createPutBucketPolicy(
  principals: PrincipalDirectory,
): OperationOf<S3Operations, 'PutBucketPolicy'> {
  return {
    name: 'PutBucketPolicy',
    access: 'write',
    authorize: onBucket('s3:PutBucketPolicy'),
    handle: async (input, context) => {
      const { resource, document } = await bucketOf(context, input);
      assertPolicy(input.Policy, resource.resolved.arn);
      const blocks = document.publicAccessBlock?.BlockPublicPolicy === true;
      if (blocks && isPublicPolicy(input.Policy)) throw publicPolicyBlocked(context, document);
      const policy = await principals.bind(context.unit, input.Policy);
      if ('unknown' in policy) throw malformedPolicy('Invalid principal in policy');
      context.viewOf(resource).put(buckets, document.name, { ...document, policy });
      return {};
    },
  };
}

export function createGetBucketPolicy(
  principals: PrincipalDirectory,
): OperationOf<S3Operations, 'GetBucketPolicy'> {
  return {
    name: 'GetBucketPolicy',
    access: 'read',
    authorize: onBucket('s3:GetBucketPolicy'),
    handle: async (input, context) => {
      const { document } = await bucketOf(context, input);
      if (document.policy === undefined) throw noSuchBucketPolicy(document.name);
      return { Policy: await principals.show(context.unit, document.policy) };
    },
  };
}

export const deleteBucketPolicy: OperationOf<S3Operations, 'DeleteBucketPolicy'> = {
  name: 'DeleteBucketPolicy',
  access: 'write',
  authorize: onBucket('s3:DeleteBucketPolicy'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const { policy: _dropped, ...rest } = document;
    context.viewOf(resource).put(buckets, document.name, rest);
    return {};
  },
};

function publicPolicyBlocked({ call }: Context, bucket: BucketDocument) {
  return accessDeniedFor(
    `User: ${call.caller.identity.arn} is not authorized to perform: s3:PutBucketPolicy on resource: ` +
      `"${bucketArn(bucket, bucket.name)}" because public policies are prevented by the BlockPublicPolicy ` +
      'setting in S3 Block Public Access.',
  );
}

/** Well-formed, for a resource, and about this bucket alone. */
function assertPolicy(text: string, bucketArn: string): void {
  if (Buffer.byteLength(text) > POLICY_BYTES_MAX) {
    throw malformedPolicy('Policies must not exceed 20 KB in size');
  }
  try {
    compileCached(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw malformedPolicy(error.message);
    throw error;
  }
  const json: JsonValue = JSON.parse(text);
  for (const { resource } of readDocument(json).statements) {
    const named = resource?.values ?? [];
    if (named.length === 0) throw malformedPolicy('Missing required field Resource');
    if (!named.every((arn) => isOf(arn, bucketArn))) {
      throw malformedPolicy('Policy has invalid resource');
    }
  }
}

/** The bucket, or something in it. Wildcards may not reach beyond it. */
function isOf(arn: string, bucketArn: string): boolean {
  return arn === bucketArn || arn.startsWith(`${bucketArn}/`);
}
