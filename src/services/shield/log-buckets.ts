import type { S3Operations } from '../../../models/s3/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { s3GetBucketPolicy, s3PutBucketPolicy } from '../s3/port.ts';

/** AWS's response team. */
export const TEAM = 'drt.shield.amazonaws.com';
const SID = 'AWSDDoSResponseTeamAccessS3Bucket';

const deleteBucketPolicy: OperationReference<
  S3Operations['DeleteBucketPolicy']['input'],
  S3Operations['DeleteBucketPolicy']['output']
> = { service: 's3', operation: 'DeleteBucketPolicy' };

interface LogBucket {
  readonly bucket: string;
  readonly region: string;
}

/** The caller lets the team read the bucket, by a statement of its policy. Errors: S3's, its denials among them. */
export async function letTeamIn(context: Context, { bucket, region }: LogBucket): Promise<void> {
  const arn = `arn:aws:s3:::${bucket}`;
  const { head, others } = await policyOf(context, { bucket, region });
  const Policy = JSON.stringify({
    ...head,
    Statement: [
      ...others,
      {
        Sid: SID,
        Effect: 'Allow',
        Principal: { Service: TEAM },
        Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
        Resource: [arn, `${arn}/*`],
      },
    ],
  });
  await context.callService(
    s3PutBucketPolicy,
    { Bucket: bucket, Policy },
    { via: 'shield', region },
  );
}

export async function keepTeamOut(context: Context, { bucket, region }: LogBucket): Promise<void> {
  const options = { via: 'shield', region };
  const { head, others, isThere } = await policyOf(context, { bucket, region });
  if (!isThere) return;
  if (others.length === 0) {
    await context.callService(deleteBucketPolicy, { Bucket: bucket }, options);
    return;
  }
  const Policy = JSON.stringify({ ...head, Statement: others });
  await context.callService(s3PutBucketPolicy, { Bucket: bucket, Policy }, options);
}

interface BucketPolicy {
  /** Without its statements. */
  readonly head: JsonObject;
  readonly others: readonly JsonValue[];
  /** The team's statement is among those of the policy. */
  readonly isThere: boolean;
}

async function policyOf(context: Context, { bucket, region }: LogBucket): Promise<BucketPolicy> {
  const document = await documentOf(context, { bucket, region });
  const { Statement: statement = [], ...head } = document;
  const all = Array.isArray(statement) ? statement : [statement];
  const others = all.filter((one) => !isJsonObject(one) || one['Sid'] !== SID);
  return { head, others, isThere: others.length < all.length };
}

async function documentOf(context: Context, { bucket, region }: LogBucket): Promise<JsonObject> {
  const none = { Version: '2012-10-17' };
  try {
    const options = { via: 'shield', region };
    const { Policy } = await context.callService(s3GetBucketPolicy, { Bucket: bucket }, options);
    const value: JsonValue = JSON.parse(Policy ?? 'null');
    return isJsonObject(value) ? value : none;
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'NoSuchBucketPolicy') return none;
    throw error;
  }
}
