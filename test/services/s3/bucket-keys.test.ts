import { randomBytes } from 'node:crypto';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketEncryptionCommand,
  S3Client,
  type ServerSideEncryptionRule,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { bucketAndKey, type EncryptedBucket, put, read } from './encrypted-buckets.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function calls({ account }: EncryptedBucket, EventName: string): Promise<unknown[]> {
  const trail = new CloudTrailClient(server.client(account));
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue: EventName }];
  const { Events = [] } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
  return Events.map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent ?? '{}').requestParameters);
}

async function byDefault({ s3, Bucket, key }: EncryptedBucket, more: object): Promise<void> {
  const rule: ServerSideEncryptionRule = {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key },
    ...more,
  };
  const ServerSideEncryptionConfiguration = { Rules: [rule] };
  await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
}

test('A bucket key: KMS is asked once for many objects of one requester', async () => {
  const own = await bucketAndKey(server);
  await byDefault(own, { BucketKeyEnabled: true });
  for (const Key of ['a', 'b', 'c']) {
    const made = await put(own, { Key, Body: `content of ${Key}` });
    expect(made).toMatchObject({ ServerSideEncryption: 'aws:kms', BucketKeyEnabled: true });
  }
  for (const Key of ['a', 'b', 'c']) {
    expect((await read(own, { Key })).text).toBe(`content of ${Key}`);
  }
  expect(await calls(own, 'GenerateDataKey')).toMatchObject([
    { encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${own.Bucket}` } },
  ]);
  expect(await calls(own, 'Decrypt')).toMatchObject([
    { encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${own.Bucket}` } },
  ]);
});

test('A bucket key: who may only have one made writes objects, and reads none', async () => {
  const own = await bucketAndKey(server);
  await byDefault(own, { BucketKeyEnabled: true });
  const allow = [
    { Effect: 'Allow', Action: ['s3:*', 'kms:GenerateDataKey'], Resource: '*' },
  ] as const;
  const config = await newUser(server, own.account, 'ann', { allow });
  const ann = { s3: new S3Client(config), Bucket: own.Bucket };
  await put(ann);
  await expect(read(ann)).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: kms:Decrypt on resource: ${own.key} ` +
      'because no identity-based policy allows the kms:Decrypt action',
  });
  expect((await read(own)).text).toBe('content');
});

test('A bucket key: each requester must be let in by KMS, and again after a while', async () => {
  const own = await bucketAndKey(server);
  await byDefault(own, { BucketKeyEnabled: true });
  await put(own);
  const allow = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] as const;
  const config = await newUser(server, own.account, 'ann', { allow });
  const ann = { s3: new S3Client(config), Bucket: own.Bucket };
  await expect(read(ann)).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: kms:Decrypt on resource: ${own.key} ` +
      'because no identity-based policy allows the kms:Decrypt action',
  });
  expect((await read(own)).text).toBe('content');
  await own.kms.send(new DisableKeyCommand({ KeyId: own.key }));
  // What S3 still holds serves until its time is over.
  expect((await read(own)).text).toBe('content');
  await fetch(`${server.url}/_holdfast/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: 'PT6M' }),
  });
  await expect(read(own)).rejects.toMatchObject({
    name: 'KMS.DisabledException',
    message: `${own.key} is disabled.`,
  });
});

test('DSSE-KMS: two layers, of objects and of parts; a bucket key is not for it', async () => {
  const own = await bucketAndKey(server);
  const { s3, Bucket, key } = own;
  const dual = { ServerSideEncryption: 'aws:kms:dsse', SSEKMSKeyId: key } as const;
  const Body = randomBytes(200_000);
  const made = await put(own, { ...dual, Body, BucketKeyEnabled: true });
  expect(made).toMatchObject(dual);
  expect(made.BucketKeyEnabled).toBeUndefined();
  const { Body: part } = await s3.send(
    new GetObjectCommand({ Bucket, Key: 'k', Range: 'bytes=65000-140000' }),
  );
  const bytes = (await part?.transformToByteArray()) ?? Buffer.alloc(0);
  expect(Body.subarray(65_000, 140_001).equals(bytes)).toBe(true);
  expect(await calls(own, 'GenerateDataKey')).toMatchObject([
    { numberOfBytes: 64, encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${Bucket}/k` } },
  ]);
  const { UploadId } = await s3.send(
    new CreateMultipartUploadCommand({ Bucket, Key: 'parts', ...dual }),
  );
  const one = { Bucket, Key: 'parts', UploadId, PartNumber: 1, Body: 'only part' };
  const { ETag } = await s3.send(new UploadPartCommand(one));
  const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
  await s3.send(
    new CompleteMultipartUploadCommand({ Bucket, Key: 'parts', UploadId, MultipartUpload }),
  );
  expect((await read(own, { Key: 'parts' })).text).toBe('only part');
  await byDefault(own, {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms:dsse', KMSMasterKeyID: key },
  });
  await put(own, { Key: 'default' });
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'default' }));
  expect(head).toMatchObject(dual);
});

test('BlockedEncryptionTypes: SSE-C is refused while it is blocked, and what is there is read on', async () => {
  const own = await bucketAndKey(server);
  const secret = randomBytes(32);
  const SSECustomerKey = secret.toString('base64');
  const customer = { SSECustomerAlgorithm: 'AES256', SSECustomerKey };
  await put(own, customer);
  await byDefault(own, { BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } });
  await expect(put(own, customer)).rejects.toMatchObject({ name: 'AccessDenied' });
  expect((await read(own, customer)).text).toBe('content');
  await byDefault(own, { BlockedEncryptionTypes: { EncryptionType: ['NONE'] } });
  await put(own, customer);
});
