import {
  CreateTrailCommand,
  LookupEventsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import { CreateKeyCommand, DescribeKeyCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand, PutBucketPolicyCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { LabSettings } from '../lab.ts';
import { describeError, refusalOf } from '../narration.ts';
import type { AuditBench } from './lab.ts';
import { recordsOf } from './records.ts';

/** Part 1: what a trail needs, and what it delivers. */
export async function deliver(settings: LabSettings, bench: AuditBench): Promise<void> {
  await makeTrail(settings, bench);
  await readBack(settings, bench);
}

async function makeTrail({ narrator }: LabSettings, bench: AuditBench): Promise<void> {
  const { s3, trail } = bench.clients();
  const { bucket: Bucket, trailArn } = bench;
  narrator.step('A bucket whose policy does not let CloudTrail in');
  await s3.send(new CreateBucketCommand({ Bucket }));
  const create = new CreateTrailCommand({
    Name: 'audit',
    S3BucketName: Bucket,
    EnableLogFileValidation: true,
  });
  const refusal = await refusalOf(trail.send(create));
  narrator.show('answer', describeError(refusal ?? 'accepted'));
  narrator.check(
    'CloudTrail tells so when the trail is made, not when a log file is missing',
    refusal?.name === 'InsufficientS3BucketPolicyException',
  );
  narrator.step('The policy that AWS documents, bound to this trail');
  const Policy = policyFor(bench);
  narrator.show('policy', Policy);
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  const made = await trail.send(create);
  narrator.check('the trail is made', made.TrailARN === trailArn);
  await trail.send(new StartLoggingCommand({ Name: 'audit' }));
}

function policyFor({ account, bucket, trailArn }: AuditBench): string {
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  const source = { 'aws:SourceArn': trailArn };
  const acl = { 's3:x-amz-acl': 'bucket-owner-full-control' };
  const arn = `arn:aws:s3:::${bucket}`;
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal,
        Action: 's3:GetBucketAcl',
        Resource: arn,
        Condition: { StringEquals: source },
      },
      {
        Effect: 'Allow',
        Principal,
        Action: 's3:PutObject',
        Resource: `${arn}/AWSLogs/${account}/*`,
        Condition: { StringEquals: { ...acl, ...source } },
      },
    ],
  });
}

async function readBack({ narrator }: LabSettings, bench: AuditBench): Promise<void> {
  const { kms, s3, trail } = bench.clients();
  narrator.step('Calls of three kinds: one that succeeds, one that fails, one on an object');
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await refusalOf(kms.send(new DescribeKeyCommand({ KeyId: 'alias/none' })));
  await s3.send(new PutObjectCommand({ Bucket: bench.bucket, Key: 'notes', Body: 'x' }));
  const { Events = [] } = await trail.send(new LookupEventsCommand({}));
  narrator.show('history', Events.map(({ EventName }) => EventName).join(', '));
  narrator.check(
    'the event history has them at once',
    ['CreateKey', 'DescribeKey'].every((name) => Events.some((one) => one.EventName === name)),
  );
  narrator.step('The clock goes on by six minutes: a log file comes about every five');
  await bench.advance('PT6M');
  const records = await recordsOf(bench);
  const created = records.filter(({ eventName }) => eventName === 'CreateKey');
  narrator.show('record', JSON.stringify(created[0]));
  narrator.check('the call that succeeded is in a log file, once', created.length === 1);
  narrator.check(
    'its record names the key that was made',
    JSON.stringify(created[0]).includes(KeyMetadata?.KeyId ?? '-'),
  );
  narrator.check(
    'the call that failed is there with its error',
    records.some((one) => one.eventName === 'DescribeKey' && one.errorCode === 'NotFoundException'),
  );
  narrator.check(
    'the call on an object is not: the trail does not select data events',
    records.every(({ eventName }) => eventName !== 'PutObject'),
  );
}
