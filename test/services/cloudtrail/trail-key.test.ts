import {
  CreateTrailCommand,
  DescribeTrailsCommand,
  GetTrailStatusCommand,
  StartLoggingCommand,
  UpdateTrailCommand,
} from '@aws-sdk/client-cloudtrail';
import { CreateKeyCommand, DisableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keysUnder, storedFile } from '../../../labs/audit/digests.ts';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { trailBucket } from './trail-bucket.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const MINUTE = 60_000;
const Name = 'audit';

async function advance(milliseconds: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + milliseconds);
}

/** A key that CloudTrail may use for a trail, as AWS documents its policy; for no trail when absent. */
async function trailKey(account: string, trail?: string) {
  const kms = new KMSClient(server.client(account));
  const Resource = '*';
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  const own = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource,
  } as const;
  const describe = { Effect: 'Allow', Principal, Action: 'kms:DescribeKey', Resource } as const;
  const encrypt = {
    Effect: 'Allow',
    Principal,
    Action: 'kms:GenerateDataKey*',
    Resource,
    Condition: {
      StringEquals: { 'aws:SourceArn': trail },
      StringLike: {
        'kms:EncryptionContext:aws:cloudtrail:arn': `arn:aws:cloudtrail:*:${account}:trail/*`,
      },
    },
  } as const;
  const Policy =
    trail === undefined ? policyText(own, describe) : policyText(own, describe, encrypt);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Policy }));
  return { kms, key: KeyMetadata?.Arn ?? '' };
}

test('a trail’s KMS key: encrypts its files, for readers who may use the key', async () => {
  const account = freshAccount();
  const { bucket, arn, trail, s3 } = await trailBucket(server.client(account), account);
  const { key, kms } = await trailKey(account, arn);
  const made = await trail.send(
    new CreateTrailCommand({
      Name,
      S3BucketName: bucket,
      KmsKeyId: key,
      EnableLogFileValidation: true,
    }),
  );
  expect(made.KmsKeyId).toBe(key);
  await trail.send(new StartLoggingCommand({ Name }));
  await advance(2 * 60 * MINUTE);
  const [first = ''] = await keysUnder(s3, bucket, `AWSLogs/${account}/CloudTrail/`);
  const [digest = ''] = await keysUnder(s3, bucket, `AWSLogs/${account}/CloudTrail-Digest/`);
  for (const Key of [first, digest]) {
    const head = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key }));
    expect(head).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key });
  }
  expect((await storedFile(s3, bucket, first)).text).toContain('"eventName":"StartLogging"');
  const config = await newUser(server, account, 'ann', {
    allow: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
  });
  await expect(storedFile(new S3Client(config), bucket, first)).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: kms:Decrypt on resource: ${key} because no ` +
      'identity-based policy allows the kms:Decrypt action',
  });
  await kms.send(new DisableKeyCommand({ KeyId: key }));
  await advance(10 * MINUTE);
  const status = await trail.send(new GetTrailStatusCommand({ Name }));
  expect(status.LatestDeliveryError).toBe('KMS.DisabledException');
});

test('a trail’s KMS key: its own use orders no log file', async () => {
  const account = freshAccount();
  const { bucket, arn, trail, s3 } = await trailBucket(server.client(account), account);
  const { key } = await trailKey(account, arn);
  await trail.send(new CreateTrailCommand({ Name, S3BucketName: bucket, KmsKeyId: key }));
  await trail.send(new StartLoggingCommand({ Name }));
  const files = () => keysUnder(s3, bucket, `AWSLogs/${account}/CloudTrail/`);
  await advance(6 * MINUTE);
  expect(await files()).toHaveLength(1);
  await advance(60 * MINUTE);
  expect(await files()).toHaveLength(1);
  await trail.send(new DescribeTrailsCommand({}));
  await advance(6 * MINUTE);
  const [, last = ''] = await files();
  expect((await storedFile(s3, bucket, last)).text).toContain('"eventName":"GenerateDataKey"');
});

test('CreateTrail: refuses a key that CloudTrail may not use, or that is not there', async () => {
  const account = freshAccount();
  const { bucket, arn, trail } = await trailBucket(server.client(account), account);
  const { key } = await trailKey(account);
  const create = (KmsKeyId: string) =>
    trail.send(new CreateTrailCommand({ Name, S3BucketName: bucket, KmsKeyId }));
  await expect(create(key)).rejects.toMatchObject({
    name: 'InsufficientEncryptionPolicyException',
    message: `Insufficient permissions to access S3 bucket ${bucket} or KMS key ${key}.`,
  });
  const usable = await trailKey(account, arn);
  await usable.kms.send(new DisableKeyCommand({ KeyId: usable.key }));
  await expect(create(usable.key)).rejects.toMatchObject({
    name: 'KmsKeyDisabledException',
    message: `${usable.key} is disabled.`,
  });
  expect((await trail.send(new DescribeTrailsCommand({}))).trailList).toEqual([]);
});

test('UpdateTrail: gives a trail a key, and takes it away', async () => {
  const account = freshAccount();
  const { bucket, arn, trail } = await trailBucket(server.client(account), account);
  const { key } = await trailKey(account, arn);
  await trail.send(new CreateTrailCommand({ Name, S3BucketName: bucket }));
  const update = async (input: object) =>
    (await trail.send(new UpdateTrailCommand({ Name, ...input }))).KmsKeyId;
  expect(await update({ KmsKeyId: key })).toBe(key);
  expect(await update({ IsMultiRegionTrail: true })).toBe(key);
  expect(await update({ KmsKeyId: '' })).toBeUndefined();
});
