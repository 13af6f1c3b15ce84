import { randomBytes } from 'node:crypto';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketEncryptionCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import {
  allowRole,
  keysOf,
  objectStatements,
  put,
  readCopy,
  replicate,
  replicatedBuckets,
  ruleTo,
  settled,
} from './replicated-buckets.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const KMS_OBJECTS = { SseKmsEncryptedObjects: { Status: 'Enabled' } } as const;

test('Replication: to two buckets, one in the same Region; each destination has its rule', async () => {
  const own = await replicatedBuckets(server);
  const { home, account } = own;
  const near = `near-${account}`;
  await home.send(new CreateBucketCommand({ Bucket: near }));
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await home.send(new PutBucketVersioningCommand({ Bucket: near, VersioningConfiguration }));
  const Bucket = `arn:aws:s3:::${near}`;
  await replicate(own, ruleTo(own), {
    ...ruleTo(own, { ID: 'near', Priority: 2, Filter: { Prefix: 'both/' } }),
    Destination: { Bucket },
  });
  const readNear = async (Key: string) => {
    const { Body } = await home.send(new GetObjectCommand({ Bucket: near, Key }));
    return Body?.transformToString();
  };
  // One destination that refuses makes the whole FAILED; the other has its copy.
  await put(own, 'both/refused');
  expect(await settled(own, 'both/refused')).toBe('FAILED');
  await expect.poll(async () => (await readCopy(own, 'both/refused')).text).toBeTruthy();
  await allowRole(own, 'near', objectStatements({ ...own, target: near }));
  await put(own, 'both/k');
  await put(own, 'one');
  expect(await settled(own, 'both/k')).toBe('COMPLETED');
  expect(await settled(own, 'one')).toBe('COMPLETED');
  expect(await readNear('both/k')).toBe('content of both/k');
  expect((await readCopy(own, 'both/k')).text).toBe('content of both/k');
  await expect(readNear('one')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('Replication: parts, DSSE-KMS and bucket keys, each re-encrypted as the destination has it', async () => {
  const own = await replicatedBuckets(server);
  const { home, away, source, target } = own;
  const { homeKey, awayKey } = await keysOf(own);
  await allowRole(own, 'keys', [
    { Effect: 'Allow', Action: 'kms:Decrypt', Resource: homeKey },
    { Effect: 'Allow', Action: 'kms:Encrypt', Resource: awayKey },
  ]);
  for (const [s3, Bucket] of [
    [home, source],
    [away, target],
  ] as const) {
    const Rules = [
      {
        ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const },
        BucketKeyEnabled: true,
      },
    ];
    const ServerSideEncryptionConfiguration = { Rules };
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
  }
  const rule = ruleTo(own, { SourceSelectionCriteria: KMS_OBJECTS });
  const EncryptionConfiguration = { ReplicaKmsKeyID: awayKey };
  const Bucket = rule.Destination?.Bucket;
  await replicate(own, { ...rule, Destination: { Bucket, EncryptionConfiguration } });
  const kms = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: homeKey } as const;

  await put(own, 'shared', kms);
  expect(await settled(own, 'shared')).toBe('COMPLETED');
  const shared = await readCopy(own, 'shared');
  expect(shared.text).toBe('content of shared');
  expect(shared.head).toMatchObject({ SSEKMSKeyId: awayKey, BucketKeyEnabled: true });
  const trail = new CloudTrailClient(server.client(own.account, 'eu-west-1'));
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue: 'Encrypt' }];
  const { Events = [] } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
  expect(JSON.parse(Events[0]?.CloudTrailEvent ?? '{}')).toMatchObject({
    requestParameters: { encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::${target}` } },
  });

  await put(own, 'dual', { ...kms, ServerSideEncryption: 'aws:kms:dsse' });
  expect(await settled(own, 'dual')).toBe('COMPLETED');
  const dual = await readCopy(own, 'dual');
  expect(dual.text).toBe('content of dual');
  expect(dual.head).toMatchObject({
    ServerSideEncryption: 'aws:kms:dsse',
    SSEKMSKeyId: awayKey,
  });

  const parts = { Bucket: source, Key: 'parts' };
  const { UploadId } = await home.send(new CreateMultipartUploadCommand({ ...parts, ...kms }));
  const Body = randomBytes(5 * 1024 ** 2);
  const Parts = [];
  for (const PartNumber of [1, 2]) {
    const part = { ...parts, UploadId, PartNumber, Body };
    const { ETag } = await home.send(new UploadPartCommand(part));
    Parts.push({ PartNumber, ETag });
  }
  const MultipartUpload = { Parts };
  await home.send(new CompleteMultipartUploadCommand({ ...parts, UploadId, MultipartUpload }));
  expect(await settled(own, 'parts')).toBe('COMPLETED');
  const copy = { Bucket: target, Key: 'parts' };
  const second = await away.send(new GetObjectCommand({ ...copy, PartNumber: 2 }));
  expect(Body.equals((await second.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  const { ETag } = await home.send(new HeadObjectCommand(parts));
  expect(await away.send(new HeadObjectCommand(copy))).toMatchObject({
    ETag,
    SSEKMSKeyId: awayKey,
  });
});

test('Replication: a destination that blocks SSE-C has none copied to it', async () => {
  const own = await replicatedBuckets(server);
  await replicate(own, ruleTo(own));
  const Rules = [{ BlockedEncryptionTypes: { EncryptionType: ['SSE-C' as const] } }];
  const ServerSideEncryptionConfiguration = { Rules };
  const Bucket = own.target;
  await own.away.send(
    new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }),
  );
  const SSECustomerKey = randomBytes(32).toString('base64');
  const customer = { SSECustomerAlgorithm: 'AES256', SSECustomerKey };
  await put(own, 'k', customer);
  expect(await settled(own, 'k', customer)).toBe('FAILED');
});

test('Replication: a lock goes along when the role may read it', async () => {
  const own = await replicatedBuckets(server);
  const { home, away, source, target } = own;
  const ObjectLockConfiguration = { ObjectLockEnabled: 'Enabled' } as const;
  for (const [s3, Bucket] of [
    [home, source],
    [away, target],
  ] as const) {
    await s3.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
  }
  await replicate(own, ruleTo(own));
  const retention = {
    ObjectLockMode: 'GOVERNANCE',
    ObjectLockRetainUntilDate: new Date('2099-01-01T00:00:00Z'),
  } as const;
  const hold = { ObjectLockLegalHoldStatus: 'ON' } as const;
  const reading = (action: string) => [
    { Effect: 'Allow' as const, Action: `s3:${action}`, Resource: `arn:aws:s3:::${source}/*` },
  ];
  await put(own, 'retained', retention);
  expect(await settled(own, 'retained')).toBe('FAILED');
  await allowRole(own, 'retention', reading('GetObjectRetention'));
  await put(own, 'retained', retention);
  expect(await settled(own, 'retained')).toBe('COMPLETED');
  expect((await readCopy(own, 'retained')).head).toMatchObject(retention);
  await put(own, 'held', hold);
  expect(await settled(own, 'held')).toBe('FAILED');
  await allowRole(own, 'hold', reading('GetObjectLegalHold'));
  await put(own, 'held', hold);
  expect(await settled(own, 'held')).toBe('COMPLETED');
  expect((await readCopy(own, 'held')).head).toMatchObject(hold);
});
