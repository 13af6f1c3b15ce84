import { createHash, randomBytes } from 'node:crypto';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import {
  DeleteObjectCommand,
  DeleteObjectTaggingCommand,
  GetBucketReplicationCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketPolicyCommand,
  PutBucketReplicationCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import {
  allowRole,
  keysOf,
  keyStatements,
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

test('Replication: an object under SSE-S3 is copied to another Region with all it has', async () => {
  const own = await replicatedBuckets(server);
  await replicate(own, ruleTo(own));
  const VersionId = await put(own, 'k', {
    ContentType: 'text/plain',
    Metadata: { team: 'blue' },
    Tagging: 'color=green',
  });
  expect(await settled(own, 'k')).toBe('COMPLETED');
  const { head, text } = await readCopy(own, 'k');
  expect(text).toBe('content of k');
  expect(head).toMatchObject({
    VersionId,
    ReplicationStatus: 'REPLICA',
    ServerSideEncryption: 'AES256',
    ContentType: 'text/plain',
    Metadata: { team: 'blue' },
    ETag: `"${createHash('md5').update('content of k').digest('hex')}"`,
  });
  const tags = await own.away.send(new GetObjectTaggingCommand({ Bucket: own.target, Key: 'k' }));
  expect(tags.TagSet).toEqual([{ Key: 'color', Value: 'green' }]);
});

test('Replication: what was there before the configuration, and what no rule is for, stays alone', async () => {
  const own = await replicatedBuckets(server);
  await put(own, 'in/before');
  const Filter = { And: { Prefix: 'in/', Tags: [{ Key: 'copy', Value: 'yes' }] } };
  await replicate(own, ruleTo(own, { Filter }));
  await put(own, 'out/x', { Tagging: 'copy=yes' });
  await put(own, 'in/plain');
  await put(own, 'in/x', { Tagging: 'copy=yes' });
  expect(await settled(own, 'in/x')).toBe('COMPLETED');
  for (const key of ['in/before', 'out/x', 'in/plain']) {
    expect(await settled(own, key)).toBeUndefined();
    await expect(readCopy(own, key)).rejects.toMatchObject({ name: 'NoSuchKey' });
  }
});

test('Replication: SSE-KMS objects only when a rule chooses them, under a key of the destination', async () => {
  const own = await replicatedBuckets(server);
  const keys = await keysOf(own);
  await replicate(own, ruleTo(own));
  const kms = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.homeKey } as const;
  await put(own, 'unchosen', kms);
  expect(await settled(own, 'unchosen')).toBeUndefined();
  await allowRole(own, 'keys', keyStatements(own, keys));
  const EncryptionConfiguration = { ReplicaKmsKeyID: keys.awayKey };
  const chosen = ruleTo(own, { SourceSelectionCriteria: KMS_OBJECTS });
  await replicate(own, {
    ...chosen,
    Destination: { Bucket: chosen.Destination?.Bucket, EncryptionConfiguration },
  });
  const context = Buffer.from(JSON.stringify({ team: 'blue' })).toString('base64');
  await put(own, 'chosen', { ...kms, SSEKMSEncryptionContext: context });
  expect(await settled(own, 'chosen')).toBe('COMPLETED');
  const { head, text } = await readCopy(own, 'chosen');
  expect(text).toBe('content of chosen');
  expect(head).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.awayKey });
  // Objects without a key of KMS stay so.
  await put(own, 'plain');
  expect(await settled(own, 'plain')).toBe('COMPLETED');
  expect((await readCopy(own, 'plain')).head.ServerSideEncryption).toBe('AES256');
  const trail = new CloudTrailClient(server.client(own.account, 'eu-west-1'));
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue: 'Encrypt' }];
  const { Events = [] } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
  expect(Events.map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent ?? '{}'))).toMatchObject([
    {
      userIdentity: {
        type: 'AssumedRole',
        arn: `arn:aws:sts::${own.account}:assumed-role/copier/s3-replication`,
        invokedBy: 's3.amazonaws.com',
      },
      requestParameters: {
        encryptionContext: { team: 'blue', 'aws:s3:arn': `arn:aws:s3:::${own.target}/chosen` },
      },
      resources: [{ ARN: keys.awayKey }],
    },
  ]);
  // The copy needs the key of its own Region alone.
  await keys.kms.send(new DisableKeyCommand({ KeyId: keys.awayKey }));
  await expect(readCopy(own, 'chosen')).rejects.toMatchObject({ name: 'KMS.DisabledException' });
});

test('Replication: SSE-C objects are copied as they are, and the customer’s key opens the copy', async () => {
  const own = await replicatedBuckets(server);
  await replicate(own, ruleTo(own));
  const key = randomBytes(32);
  const customer = {
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: key.toString('base64'),
    SSECustomerKeyMD5: createHash('md5').update(key).digest('base64'),
  };
  const Body = randomBytes(200_000);
  await put(own, 'k', { ...customer, Body });
  expect(await settled(own, 'k', customer)).toBe('COMPLETED');
  await expect(readCopy(own, 'k')).rejects.toMatchObject({
    name: 'InvalidRequest',
    message:
      'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to ' +
      'retrieve the object.',
  });
  const { head } = await readCopy(own, 'k', { ...customer, Range: 'bytes=0-9' });
  expect(head).toMatchObject({ ReplicationStatus: 'REPLICA', ContentLength: 10 });
  const { head: whole } = await readCopy(own, 'k', { ...customer, ChecksumMode: 'ENABLED' });
  expect(whole.ContentLength).toBe(200_000);
  expect(whole.SSECustomerKeyMD5).toBe(customer.SSECustomerKeyMD5);
});

test('Replication: fails where the role lacks a permission at either end', async () => {
  const own = await replicatedBuckets(server);
  const keys = await keysOf(own);
  const chosen = ruleTo(own, { SourceSelectionCriteria: KMS_OBJECTS });
  const EncryptionConfiguration = { ReplicaKmsKeyID: keys.awayKey };
  const Bucket = chosen.Destination?.Bucket;
  await replicate(own, { ...chosen, Destination: { Bucket, EncryptionConfiguration } });
  const kms = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.homeKey } as const;
  const statements = [...objectStatements(own), ...keyStatements(own, keys)];
  const needed = [
    's3:GetReplicationConfiguration',
    's3:GetObjectVersionForReplication',
    's3:GetObjectVersionTagging',
    's3:ReplicateObject',
    's3:ReplicateTags',
    'kms:Decrypt',
    'kms:Encrypt',
  ];
  let count = 0;
  for (const Action of needed) {
    const denied = { Effect: 'Deny', Action, Resource: '*' } as const;
    await allowRole(own, 'objects', [...statements, denied]);
    await put(own, Action, { ...kms, Tagging: 'color=green' });
    expect([Action, await settled(own, Action)]).toEqual([Action, 'FAILED']);
    await expect(readCopy(own, Action)).rejects.toMatchObject({ name: 'NoSuchKey' });
    count += 1;
  }
  expect(count).toBe(7);
  await allowRole(own, 'objects', statements);
  await put(own, 'k', { ...kms, Tagging: 'color=green' });
  expect(await settled(own, 'k')).toBe('COMPLETED');
});

test('Replication: a multi-Region key is as any other: its replica is a key of its own', async () => {
  const own = await replicatedBuckets(server);
  const keys = await keysOf(own);
  await allowRole(own, 'keys', [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }]);
  const chosen = ruleTo(own, { SourceSelectionCriteria: KMS_OBJECTS });
  const Bucket = chosen.Destination?.Bucket;
  // A key of the source's Region closes nothing in the destination's.
  const EncryptionConfiguration = { ReplicaKmsKeyID: keys.homeKey };
  await replicate(own, { ...chosen, Destination: { Bucket, EncryptionConfiguration } });
  await put(own, 'k', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.homeKey });
  expect(await settled(own, 'k')).toBe('FAILED');
});

test('Replication: to another account, where the bucket’s policy and the key’s let the role in', async () => {
  const own = await replicatedBuckets(server, freshAccount(), freshAccount());
  await replicate(own, ruleTo(own));
  await put(own, 'refused');
  expect(await settled(own, 'refused')).toBe('FAILED');
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { AWS: own.role },
    Action: ['s3:ReplicateObject', 's3:ReplicateDelete'],
    Resource: `arn:aws:s3:::${own.target}/*`,
  });
  await own.away.send(new PutBucketPolicyCommand({ Bucket: own.target, Policy }));
  await put(own, 'k');
  expect(await settled(own, 'k')).toBe('COMPLETED');
  expect((await readCopy(own, 'k')).text).toBe('content of k');
  const keys = await keysOf(
    own,
    policyText(
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${own.other}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      { Effect: 'Allow', Principal: { AWS: own.role }, Action: 'kms:Encrypt', Resource: '*' },
    ),
  );
  await allowRole(own, 'keys', keyStatements(own, keys));
  const rule = ruleTo(own, { SourceSelectionCriteria: KMS_OBJECTS });
  const Bucket = rule.Destination?.Bucket;
  const EncryptionConfiguration = { ReplicaKmsKeyID: keys.awayKey };
  await replicate(own, { ...rule, Destination: { Bucket, EncryptionConfiguration } });
  await put(own, 'sealed', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keys.homeKey });
  expect(await settled(own, 'sealed')).toBe('COMPLETED');
  expect((await readCopy(own, 'sealed')).head.SSEKMSKeyId).toBe(keys.awayKey);
});

test('Replication: delete markers where a rule says so; deletions of versions never', async () => {
  const own = await replicatedBuckets(server);
  await replicate(own, ruleTo(own));
  const first = await put(own, 'k');
  expect(await settled(own, 'k')).toBe('COMPLETED');
  const { home, away, source, target } = own;
  await home.send(new DeleteObjectCommand({ Bucket: source, Key: 'k' }));
  await replicate(own, ruleTo(own, { DeleteMarkerReplication: { Status: 'Enabled' } }));
  await put(own, 'marked');
  expect(await settled(own, 'marked')).toBe('COMPLETED');
  const { VersionId } = await home.send(new DeleteObjectCommand({ Bucket: source, Key: 'marked' }));
  const listing = () => away.send(new ListObjectVersionsCommand({ Bucket: target }));
  await expect
    .poll(async () => (await listing()).DeleteMarkers?.map((one) => one.VersionId))
    .toEqual([VersionId]);
  expect((await readCopy(own, 'k')).text).toBe('content of k');
  await home.send(new DeleteObjectCommand({ Bucket: source, Key: 'k', VersionId: first }));
  await put(own, 'later');
  expect(await settled(own, 'later')).toBe('COMPLETED');
  expect((await readCopy(own, 'k', { VersionId: first })).text).toBe('content of k');
});

test('Replication: replicas are not copied on, and versions keep their order', async () => {
  const own = await replicatedBuckets(server);
  await replicate(own, ruleTo(own));
  const back = {
    ...own,
    home: own.away,
    away: own.home,
    source: own.target,
    target: own.source,
  };
  await allowRole(back, 'back', objectStatements(back));
  await replicate(back, ruleTo(back));
  const ids: string[] = [];
  for (const text of ['1', '2', '3', '4']) ids.push(await put(own, 'k', { Body: text }));
  for (const VersionId of ids) expect(await settled(own, 'k', { VersionId })).toBe('COMPLETED');
  const { Versions } = await own.away.send(new ListObjectVersionsCommand({ Bucket: own.target }));
  expect(Versions?.map(({ VersionId }) => VersionId)).toEqual([...ids].reverse());
  expect((await readCopy(own, 'k')).text).toBe('4');
  const away = await own.away.send(new HeadObjectCommand({ Bucket: own.target, Key: 'k' }));
  expect(away.ReplicationStatus).toBe('REPLICA');
  expect(
    (await own.home.send(new ListObjectVersionsCommand({ Bucket: own.source }))).Versions,
  ).toHaveLength(4);
});

test('Replication: tags follow their version', async () => {
  const own = await replicatedBuckets(server);
  await replicate(own, ruleTo(own));
  await put(own, 'k');
  expect(await settled(own, 'k')).toBe('COMPLETED');
  const { home, away, source, target } = own;
  const Tagging = { TagSet: [{ Key: 'color', Value: 'red' }] };
  await home.send(new PutObjectTaggingCommand({ Bucket: source, Key: 'k', Tagging }));
  const tags = async () =>
    (await away.send(new GetObjectTaggingCommand({ Bucket: target, Key: 'k' }))).TagSet;
  await expect.poll(tags).toEqual(Tagging.TagSet);
  await home.send(new DeleteObjectTaggingCommand({ Bucket: source, Key: 'k' }));
  await expect.poll(tags).toEqual([]);
});

test('PutBucketReplication: refuses what could never work, with AWS’s reasons', async () => {
  const own = await replicatedBuckets(server);
  const { home, source, target, role } = own;
  const rule = ruleTo(own);
  const cases: readonly (readonly [object, string])[] = [
    [
      { ...rule, Priority: undefined },
      'Priority must be specified for this version of Cross Region Replication configuration schema. Please refer to ' +
        'S3 Developer Guide for more information.',
    ],
    [
      { ...rule, DeleteMarkerReplication: undefined },
      'DeleteMarkerReplication must be specified for this version of Cross Region Replication configuration schema. ' +
        'Please refer to S3 Developer Guide for more information.',
    ],
    [
      { ...rule, Destination: { Bucket: 'arn:aws:s3:::nowhere-at-all' } },
      'Destination bucket must exist.',
    ],
    [
      { ...rule, SourceSelectionCriteria: KMS_OBJECTS },
      'ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.',
    ],
    [
      {
        ...rule,
        Destination: {
          Bucket: `arn:aws:s3:::${target}`,
          EncryptionConfiguration: { ReplicaKmsKeyID: 'key' },
        },
      },
      'SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present.',
    ],
    [
      { ...rule, ExistingObjectReplication: { Status: 'Enabled' } },
      's3:PutBucketReplication is not implemented for existing objects',
    ],
  ];
  let count = 0;
  for (const [one, message] of cases) {
    const ReplicationConfiguration = { Role: role, Rules: [{ ...rule, ...one }] };
    await expect(
      home.send(new PutBucketReplicationCommand({ Bucket: source, ReplicationConfiguration })),
    ).rejects.toMatchObject({ message });
    count += 1;
  }
  expect(count).toBe(6);
  await expect(
    home.send(new GetBucketReplicationCommand({ Bucket: source })),
  ).rejects.toMatchObject({
    name: 'ReplicationConfigurationNotFoundError',
    message: 'The replication configuration was not found',
  });
});

test('PutBucketReplication: takes a role that the caller may pass', async () => {
  const own = await replicatedBuckets(server);
  const config = await newUser(server, own.account, 'ann', {
    allow: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
  });
  const ann = { ...own, home: new S3Client(config) };
  await expect(replicate(ann, ruleTo(own))).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: iam:PassRole on resource: ` +
      `"${own.role}" because no identity-based policy allows the iam:PassRole action`,
  });
});
