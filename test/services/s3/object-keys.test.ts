import { createHash, randomBytes } from 'node:crypto';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import {
  DeleteBucketEncryptionCommand,
  GetBucketEncryptionCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  S3Client,
  type ServerSideEncryptionRule,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { bucketAndKey, type EncryptedBucket, put, read } from './encrypted-buckets.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const KMS = { ServerSideEncryption: 'aws:kms' } as const;

async function records({ account }: EncryptedBucket, EventName: string): Promise<unknown[]> {
  const trail = new CloudTrailClient(server.client(account));
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue: EventName }];
  const { Events = [] } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
  return Events.map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent ?? '{}'));
}

test('SSE-KMS: KMS makes and opens the data key, for the caller and in the name of S3', async () => {
  const own = await bucketAndKey(server);
  const made = await put(own, { ...KMS, SSEKMSKeyId: own.key });
  expect(made).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: own.key });
  expect(made.ETag).not.toBe(`"${createHash('md5').update('content').digest('hex')}"`);
  const { head, text } = await read(own);
  expect(text).toBe('content');
  expect(head).toMatchObject({
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: own.key,
    ETag: made.ETag,
  });
  const encryptionContext = { 'aws:s3:arn': `arn:aws:s3:::${own.Bucket}/k` };
  for (const EventName of ['GenerateDataKey', 'Decrypt']) {
    expect(await records(own, EventName)).toMatchObject([
      {
        eventSource: 'kms.amazonaws.com',
        userIdentity: { type: 'Root', accountId: own.account, invokedBy: 's3.amazonaws.com' },
        sourceIPAddress: 's3.amazonaws.com',
        requestParameters: { encryptionContext },
        resources: [{ ARN: own.key }],
      },
    ]);
  }
});

test('SSE-KMS: parts of an object are read under its key', async () => {
  const own = await bucketAndKey(server);
  const { s3, Bucket } = own;
  const Body = randomBytes(200_000);
  await put(own, { ...KMS, SSEKMSKeyId: own.key, Body });
  const part = new GetObjectCommand({ Bucket, Key: 'k', Range: 'bytes=65530-131080' });
  const bytes = await (await s3.send(part)).Body?.transformToByteArray();
  expect(Body.subarray(65_530, 131_081).equals(bytes ?? Buffer.alloc(0))).toBe(true);
  const whole = await s3.send(new HeadObjectCommand({ Bucket, Key: 'k' }));
  expect(whole).toMatchObject({ ContentLength: 200_000, SSEKMSKeyId: own.key });
});

test('SSE-KMS: the key of S3 in the account when none is named', async () => {
  const own = await bucketAndKey(server);
  const { SSEKMSKeyId } = await put(own, KMS);
  const { KeyMetadata } = await own.kms.send(new DescribeKeyCommand({ KeyId: 'alias/aws/s3' }));
  expect(SSEKMSKeyId).toBe(KeyMetadata?.Arn);
  expect(KeyMetadata?.KeyManager).toBe('AWS');
  expect((await read(own)).text).toBe('content');
});

test('SSE-KMS: a context is added to, and never replaces, the ARN; a bucket key has the bucket’s', async () => {
  const own = await bucketAndKey(server);
  const given = { team: 'blue', 'aws:s3:arn': 'arn:aws:s3:::elsewhere' };
  const SSEKMSEncryptionContext = Buffer.from(JSON.stringify(given)).toString('base64');
  await put(own, { ...KMS, SSEKMSKeyId: own.key, SSEKMSEncryptionContext });
  const made = await put(own, { ...KMS, SSEKMSKeyId: own.key, BucketKeyEnabled: true });
  expect(made.BucketKeyEnabled).toBe(true);
  expect((await read(own)).head.BucketKeyEnabled).toBe(true);
  const arn = `arn:aws:s3:::${own.Bucket}`;
  expect(await records(own, 'GenerateDataKey')).toMatchObject([
    { requestParameters: { encryptionContext: { 'aws:s3:arn': arn } } },
    { requestParameters: { encryptionContext: { team: 'blue', 'aws:s3:arn': `${arn}/k` } } },
  ]);
  await expect(
    put(own, { ...KMS, SSEKMSEncryptionContext: Buffer.from('[]').toString('base64') }),
  ).rejects.toMatchObject({
    name: 'InvalidArgument',
    message:
      "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string holding JSON which " +
      'represents a string-string map',
  });
});

test('SSE-KMS: who may not use the key may neither write nor read', async () => {
  const own = await bucketAndKey(server);
  await put(own, { ...KMS, SSEKMSKeyId: own.key });
  const config = await newUser(server, own.account, 'ann', {
    allow: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
  });
  const ann = { s3: new S3Client(config), Bucket: own.Bucket };
  const denied = (action: string) => ({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: ${action} on resource: ${own.key} ` +
      `because no identity-based policy allows the ${action} action`,
  });
  await expect(read(ann)).rejects.toMatchObject(denied('kms:Decrypt'));
  await expect(put(ann, { ...KMS, SSEKMSKeyId: own.key })).rejects.toMatchObject(
    denied('kms:GenerateDataKey'),
  );
  // The head is not under the key.
  const head = await ann.s3.send(new HeadObjectCommand({ Bucket: own.Bucket, Key: 'k' }));
  expect(head.SSEKMSKeyId).toBe(own.key);
});

test('SSE-KMS: a bucket’s policy may ask for it, and for one key', async () => {
  const own = await bucketAndKey(server);
  const Resource = `arn:aws:s3:::${own.Bucket}/*`;
  const deny = (Condition: object) =>
    ({ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource, Condition }) as const;
  const Policy = policyText(
    deny({ StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } }),
    deny({
      StringNotEqualsIfExists: { 's3:x-amz-server-side-encryption-aws-kms-key-id': own.key },
    }),
  );
  await own.s3.send(new PutBucketPolicyCommand({ Bucket: own.Bucket, Policy }));
  await put(own, { ...KMS, SSEKMSKeyId: own.key });
  await expect(put(own)).rejects.toMatchObject({ name: 'AccessDenied' });
  await expect(
    put(own, { ...KMS, SSEKMSKeyId: own.key.replace(/[^/]*$/, 'other') }),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('PutBucketEncryption: decides about objects that come without a choice, until it is taken back', async () => {
  const own = await bucketAndKey(server);
  const { s3, Bucket } = own;
  const rule: ServerSideEncryptionRule = {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: own.key },
    BucketKeyEnabled: true,
  };
  const configure = (Rules: ServerSideEncryptionRule[]) =>
    s3.send(
      new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration: { Rules } }),
    );
  await configure([rule]);
  const shown = async () => {
    const answer = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    return answer.ServerSideEncryptionConfiguration?.Rules;
  };
  expect(await shown()).toEqual([rule]);
  expect(await put(own)).toMatchObject({
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: own.key,
    BucketKeyEnabled: true,
  });
  expect(await put(own, { ServerSideEncryption: 'AES256' })).toMatchObject({
    ServerSideEncryption: 'AES256',
  });
  await s3.send(new DeleteBucketEncryptionCommand({ Bucket }));
  expect(await shown()).toEqual([
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
  ]);
  expect(await put(own)).toMatchObject({ ServerSideEncryption: 'AES256' });
  await expect(
    configure([
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256', KMSMasterKeyID: own.key } },
    ]),
  ).rejects.toMatchObject({
    name: 'InvalidArgument',
    message:
      'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
  });
  await configure([{ BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] } }]);
  await expect(put(own, customerKey())).rejects.toMatchObject({ name: 'AccessDenied' });
});

function customerKey(key = randomBytes(32)) {
  return {
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: key.toString('base64'),
    SSECustomerKeyMD5: createHash('md5').update(key).digest('base64'),
  };
}

test('SSE-C: opens with the customer’s key alone, which is kept nowhere', async () => {
  const own = await bucketAndKey(server);
  const key = customerKey();
  const made = await put(own, key);
  expect(made).toMatchObject({
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKeyMD5: key.SSECustomerKeyMD5,
  });
  expect(made.ServerSideEncryption).toBeUndefined();
  const { head, text } = await read(own, key);
  expect(text).toBe('content');
  expect(head.SSECustomerKeyMD5).toBe(key.SSECustomerKeyMD5);
  const { s3, Bucket } = own;
  await s3.send(new HeadObjectCommand({ Bucket, Key: 'k', ...key }));
  const wrong = customerKey();
  await expect(read(own, wrong)).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      'Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.',
  });
  for (const [given, status] of [
    [{}, 400],
    [wrong, 403],
  ] as const) {
    await expect(
      s3.send(new HeadObjectCommand({ Bucket, Key: 'k', ...given })),
    ).rejects.toMatchObject({ $metadata: { httpStatusCode: status } });
  }
});

test('SSE-C: refuses what is no key, with the words of AWS', async () => {
  const own = await bucketAndKey(server);
  const key = customerKey();
  const start =
    'Requests specifying Server Side Encryption with Customer provided keys must provide';
  const refused: readonly [input: object, name: string, message: string][] = [
    [
      customerKey(randomBytes(16)),
      'InvalidArgument',
      'The secret key was invalid for the specified algorithm.',
    ],
    [
      { ...key, SSECustomerAlgorithm: 'AES128' },
      'InvalidEncryptionAlgorithmError',
      'The Encryption request you specified is not valid. Supported value: AES256.',
    ],
    [
      { ...key, SSECustomerAlgorithm: undefined },
      'InvalidArgument',
      `${start} a valid encryption algorithm.`,
    ],
    [{ SSECustomerAlgorithm: 'AES256' }, 'InvalidArgument', `${start} an appropriate secret key.`],
    [
      { ...key, ServerSideEncryption: 'aws:kms' },
      'InvalidArgument',
      'Server Side Encryption with Customer provided key is incompatible with the encryption method specified',
    ],
  ];
  for (const [input, name, message] of refused) {
    await expect(put(own, input), message).rejects.toMatchObject({ name, message });
  }
  expect(refused).toHaveLength(5);
  await put(own);
  await expect(read(own, key)).rejects.toMatchObject({
    name: 'InvalidRequest',
    message: 'The encryption parameters are not applicable to this object.',
  });
});

test('SSE-KMS: a key of another Region is none', async () => {
  const own = await bucketAndKey(server);
  await expect(
    put(own, { ...KMS, SSEKMSKeyId: own.key.replace('us-east-1', 'us-west-2') }),
  ).rejects.toMatchObject({ name: 'KMS.NotFoundException', message: 'Invalid arn us-west-2' });
});
