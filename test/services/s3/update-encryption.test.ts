import { createHash, randomBytes } from 'node:crypto';
import { DisableKeyCommand, EnableKeyCommand } from '@aws-sdk/client-kms';
import {
  HeadObjectCommand,
  PutBucketVersioningCommand,
  S3Client,
  UpdateObjectEncryptionCommand,
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

function update(
  { s3, Bucket }: Pick<EncryptedBucket, 's3' | 'Bucket'>,
  KMSKeyArn: string,
  more: object = {},
) {
  const ObjectEncryption = { SSEKMS: { KMSKeyArn } };
  return s3.send(
    new UpdateObjectEncryptionCommand({ Bucket, Key: 'k', ObjectEncryption, ...more }),
  );
}

test('UpdateObjectEncryption: an object comes under a key of KMS, and stays what it is', async () => {
  const own = await bucketAndKey(server);
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  const { s3, Bucket, key, kms } = own;
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  const { VersionId } = await put(own);
  await put(own, { Body: 'later' });
  const head = () => s3.send(new HeadObjectCommand({ Bucket, Key: 'k', VersionId }));
  const before = await head();
  await update(own, key, { VersionId });
  expect(await head()).toMatchObject({
    VersionId,
    LastModified: before.LastModified,
    ETag: `"${createHash('md5').update('content').digest('hex')}"`,
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: key,
  });
  expect((await read(own, { VersionId })).text).toBe('content');
  expect((await read(own)).head.ServerSideEncryption).toBe('AES256');
  await kms.send(new DisableKeyCommand({ KeyId: key }));
  await expect(read(own, { VersionId })).rejects.toMatchObject({ name: 'KMS.DisabledException' });
  await expect(update(own, key)).rejects.toMatchObject({ name: 'KMS.DisabledException' });
  await kms.send(new EnableKeyCommand({ KeyId: key }));
  expect((await read(own)).text).toBe('later');
});

test('UpdateObjectEncryption: refuses customers’ keys, keys of others, and who lacks the permission', async () => {
  const own = await bucketAndKey(server);
  const other = await bucketAndKey(server);
  await put(own);
  await expect(update(own, other.key)).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      'The AWS KMS key in the request must be owned by the same account as the bucket. Modify the request to specify a ' +
      'KMS key from the same account, and then try again.',
  });
  const secret = randomBytes(32).toString('base64');
  await put(own, { SSECustomerAlgorithm: 'AES256', SSECustomerKey: secret });
  await expect(update(own, own.key)).rejects.toMatchObject({
    name: 'InvalidRequest',
    message:
      "The UpdateObjectEncryption operation doesn't support source objects with the encryption type DSSE-KMS or SSE-C. " +
      'Only source objects encrypted with SSE-S3 or SSE-KMS are supported.',
  });
  const config = await newUser(server, own.account, 'ann', {
    allow: [{ Effect: 'Allow', Action: ['s3:PutObject', 's3:GetObject'], Resource: '*' }],
  });
  const ann = { s3: new S3Client(config), Bucket: own.Bucket };
  await expect(update(ann, own.key)).rejects.toMatchObject({
    message:
      `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: s3:UpdateObjectEncryption on resource: ` +
      `"arn:aws:s3:::${own.Bucket}/k" because no identity-based policy allows the s3:UpdateObjectEncryption action`,
  });
});
