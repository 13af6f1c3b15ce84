import { gzipSync } from 'node:zlib';
import { GetTrailStatusCommand, StopLoggingCommand } from '@aws-sdk/client-cloudtrail';
import { CreateKeyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import {
  DeleteBucketPolicyCommand,
  DeleteObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { faultsOf, keysUnder, storedFile } from '../../../labs/audit/digests.ts';
import { deliveryPolicy, loggingTrail } from './trail-bucket.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function now(): number {
  return server.platform.engine().clock.serviceTime();
}

async function advance(milliseconds: number): Promise<void> {
  await server.platform.engine().advanceTo(now() + milliseconds);
}

test('log files: hold what happened, once, within minutes, where AWS puts them', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const made = await loggingTrail(config, account);
  const kms = new KMSClient(config);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await new KMSClient(server.client(account, 'eu-west-1')).send(new ListKeysCommand({}));
  await advance(6 * MINUTE);
  await kms.send(new ListKeysCommand({}));
  await advance(6 * MINUTE);

  const folder = `AWSLogs/${account}/CloudTrail/`;
  const keys = await keysUnder(made.s3, made.bucket, folder);
  const form = new RegExp(
    `^${folder}us-east-1/\\d{4}/\\d\\d/\\d\\d/${account}_CloudTrail_us-east-1_\\d{8}T\\d{4}Z_[A-Za-z0-9]{16}\\.json\\.gz$`,
  );
  for (const key of keys) expect(key).toMatch(form);
  const files = await Promise.all(keys.map((key) => storedFile(made.s3, made.bucket, key)));
  const records = files.flatMap((file) => JSON.parse(file.text).Records);
  expect(records.map((record) => record.eventName)).toEqual([
    'StartLogging',
    'CreateKey',
    'ListKeys',
  ]);
  expect(new Set(records.map((record) => record.awsRegion))).toEqual(new Set(['us-east-1']));
  expect(records[1].responseElements.keyMetadata.keyId).toBe(KeyMetadata?.KeyId);
  const status = await made.trail.send(new GetTrailStatusCommand({ Name: 'audit' }));
  expect(status).toMatchObject({ IsLogging: true });
  expect(status.LatestDeliveryTime).toBeInstanceOf(Date);
});

test('digests: come every hour, are chained and signed, and tell of every change', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const began = now();
  const made = await loggingTrail(config, account, { IsMultiRegionTrail: true });
  const { s3, bucket } = made;
  await new KMSClient(config).send(new ListKeysCommand({}));
  await advance(4 * HOUR);
  const folder = `AWSLogs/${account}/CloudTrail-Digest/us-east-1/`;
  const range = { StartTime: new Date(began - HOUR), EndTime: new Date(now() + 2 * HOUR) };
  const digests = await keysUnder(s3, bucket, folder);
  expect(digests).toHaveLength(4);
  const [first = '', second = ''] = digests;
  expect(first).toMatch(
    new RegExp(`_CloudTrail-Digest_us-east-1_audit_us-east-1_\\d{8}T\\d{6}Z\\.json\\.gz$`),
  );
  const starting = await storedFile(s3, bucket, first);
  expect(JSON.parse(starting.text)).toMatchObject({
    awsAccountId: account,
    digestS3Bucket: bucket,
    digestSignatureAlgorithm: 'SHA256withRSA',
    previousDigestS3Bucket: null,
    previousDigestS3Object: null,
    previousDigestHashValue: null,
    previousDigestHashAlgorithm: null,
    previousDigestSignature: null,
  });
  const [log] = JSON.parse(starting.text).logFiles;
  expect(await faultsOf(made, folder, range)).toEqual([]);

  const genuine = await storedFile(s3, bucket, log.s3Object);
  const put = (Key: string, text: string, Metadata = {}) =>
    s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: gzipSync(text), Metadata }));
  await put(log.s3Object, genuine.text.replace('ListKeys', 'LostKeys'));
  expect(await faultsOf(made, folder, range)).toEqual([`changed ${log.s3Object}`]);
  await put(log.s3Object, genuine.text);
  await put(first, starting.text.replace('"logFiles":[{', '"logFiles":[ {'), starting.metadata);
  expect(await faultsOf(made, folder, range)).toEqual([`forged ${first}`]);
  await put(first, starting.text, starting.metadata);
  expect(await faultsOf(made, folder, range)).toEqual([]);
  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: second }));
  expect(await faultsOf(made, folder, range)).toEqual([`missing ${second}`]);
});

test('StopLogging: is the last that is recorded, and the last digest tells of it', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const made = await loggingTrail(config, account);
  await made.trail.send(new StopLoggingCommand({ Name: 'audit' }));
  await new KMSClient(config).send(new ListKeysCommand({}));
  await advance(3 * HOUR);
  const digests = await keysUnder(made.s3, made.bucket, `AWSLogs/${account}/CloudTrail-Digest/`);
  expect(digests).toHaveLength(1);
  const digest = JSON.parse((await storedFile(made.s3, made.bucket, digests[0] ?? '')).text);
  const logs = await Promise.all(
    digest.logFiles.map((log: { s3Object: string }) =>
      storedFile(made.s3, made.bucket, log.s3Object),
    ),
  );
  const names = logs.flatMap(({ text }) => JSON.parse(text).Records).map((r) => r.eventName);
  expect(names).toEqual(['StartLogging', 'StopLogging']);
});

test('log files: wait for a bucket that refuses them, and the status says why', async () => {
  const account = freshAccount();
  const made = await loggingTrail(server.client(account), account);
  const Bucket = made.bucket;
  await made.s3.send(new DeleteBucketPolicyCommand({ Bucket }));
  await advance(6 * MINUTE);
  const refused = await made.trail.send(new GetTrailStatusCommand({ Name: 'audit' }));
  expect(refused).toMatchObject({ LatestDeliveryError: 'AccessDenied' });
  const folder = `AWSLogs/${account}/CloudTrail/`;
  expect(await keysUnder(made.s3, Bucket, folder)).toEqual([]);
  const Policy = deliveryPolicy(Bucket, account, made.arn);
  await made.s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  await advance(2 * HOUR);
  const delivered = await made.trail.send(new GetTrailStatusCommand({ Name: 'audit' }));
  expect(delivered.LatestDeliveryError).toBeUndefined();
  const keys = await keysUnder(made.s3, Bucket, folder);
  const files = await Promise.all(keys.map((key) => storedFile(made.s3, Bucket, key)));
  const names = files.flatMap(({ text }) => JSON.parse(text).Records).map((r) => r.eventName);
  expect(names.filter((name) => name === 'StartLogging')).toHaveLength(1);
  expect(names).toContain('DeleteBucketPolicy');
});
