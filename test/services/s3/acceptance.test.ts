import { createHash, randomBytes } from 'node:crypto';
import {
  DecryptCommand,
  DisableKeyCommand,
  GenerateDataKeyCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { GetBucketEncryptionCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { bucketAndKey, put, read } from './encrypted-buckets.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const KMS = { ServerSideEncryption: 'aws:kms' } as const;

test('check 39: kms:ViaService lets S3 decrypt, and nobody directly', async () => {
  const own = await bucketAndKey(server);
  await put(own, { ...KMS, SSEKMSKeyId: own.key });
  const config = await newUser(server, own.account, 'ann', {
    allow: [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
      {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: own.key,
        Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
      },
    ],
  });
  expect((await read({ s3: new S3Client(config), Bucket: own.Bucket })).text).toBe('content');
  const { CiphertextBlob } = await own.kms.send(
    new GenerateDataKeyCommand({ KeyId: own.key, KeySpec: 'AES_256' }),
  );
  await expect(
    new KMSClient(config).send(new DecryptCommand({ CiphertextBlob })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: kms:Decrypt on resource: ${own.key} ` +
      'because no identity-based policy allows the kms:Decrypt action',
  });
});

test('check 49: what KMS says of a key that is missing, disabled or to be deleted', async () => {
  const own = await bucketAndKey(server);
  const write = (SSEKMSKeyId: string) => put(own, { ...KMS, SSEKMSKeyId });
  await write(own.key);
  const missing = own.key.replace(/[^/]*$/, '00000000-0000-0000-0000-000000000000');
  await expect(write(missing)).rejects.toMatchObject({
    name: 'KMS.NotFoundException',
    message: `Key '${missing}' does not exist`,
    $metadata: { httpStatusCode: 400 },
  });
  await own.kms.send(new DisableKeyCommand({ KeyId: own.key }));
  const disabled = {
    name: 'KMS.DisabledException',
    message: `${own.key} is disabled.`,
    $metadata: { httpStatusCode: 400 },
  };
  await expect(write(own.key)).rejects.toMatchObject(disabled);
  await expect(read(own)).rejects.toMatchObject(disabled);
  await own.kms.send(new ScheduleKeyDeletionCommand({ KeyId: own.key }));
  const pending = {
    name: 'KMS.KMSInvalidStateException',
    message: `${own.key} is pending deletion.`,
    $metadata: { httpStatusCode: 400 },
  };
  await expect(write(own.key)).rejects.toMatchObject(pending);
  await expect(read(own)).rejects.toMatchObject(pending);
});

test('check 50: an object under a customer’s key asks for it; a fresh bucket encrypts by AES256', async () => {
  const own = await bucketAndKey(server);
  const key = randomBytes(32);
  await put(own, {
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: key.toString('base64'),
    SSECustomerKeyMD5: createHash('md5').update(key).digest('base64'),
  });
  await expect(read(own)).rejects.toMatchObject({
    name: 'InvalidRequest',
    message:
      'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to ' +
      'retrieve the object.',
    $metadata: { httpStatusCode: 400 },
  });
  const { ServerSideEncryptionConfiguration } = await own.s3.send(
    new GetBucketEncryptionCommand({ Bucket: own.Bucket }),
  );
  expect(ServerSideEncryptionConfiguration?.Rules).toEqual([
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
  ]);
});
