import {
  CloudTrailClient,
  CreateTrailCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { policyText } from '../../identities.ts';
import type { ClientConfig } from '../../server.ts';

/** AWS's documented policy of a bucket that CloudTrail delivers into. */
export function deliveryPolicy(bucket: string, account: string, trailArn: string): string {
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  return policyText(
    {
      Effect: 'Allow',
      Principal,
      Action: 's3:GetBucketAcl',
      Resource: `arn:aws:s3:::${bucket}`,
      Condition: { StringEquals: { 'aws:SourceArn': trailArn } },
    },
    {
      Effect: 'Allow',
      Principal,
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${bucket}/AWSLogs/${account}/*`,
      Condition: {
        StringEquals: {
          's3:x-amz-acl': 'bucket-owner-full-control',
          'aws:SourceArn': trailArn,
        },
      },
    },
  );
}

export interface TrailBucket {
  readonly bucket: string;
  readonly arn: string;
  readonly trail: CloudTrailClient;
  readonly s3: S3Client;
}

/** A bucket named after the account, with the policy that the trail `audit` of us-east-1 needs. */
export async function trailBucket(config: ClientConfig, account: string): Promise<TrailBucket> {
  const bucket = `logs-${account}`;
  const arn = `arn:aws:cloudtrail:us-east-1:${account}:trail/audit`;
  const s3 = new S3Client(config);
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const Policy = deliveryPolicy(bucket, account, arn);
  await s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }));
  return { bucket, arn, s3, trail: new CloudTrailClient(config) };
}

/** The same with the trail `audit`, which logs, and signs what it delivers. */
export async function loggingTrail(
  config: ClientConfig,
  account: string,
  options: { readonly IsMultiRegionTrail?: boolean } = {},
): Promise<TrailBucket> {
  const made = await trailBucket(config, account);
  const Name = 'audit';
  await made.trail.send(
    new CreateTrailCommand({
      Name,
      S3BucketName: made.bucket,
      EnableLogFileValidation: true,
      ...options,
    }),
  );
  await made.trail.send(new StartLoggingCommand({ Name }));
  return made;
}
