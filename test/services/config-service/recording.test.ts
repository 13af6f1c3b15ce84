import {
  BatchGetResourceConfigCommand,
  ConfigServiceClient,
  DescribeConfigurationRecorderStatusCommand,
  GetDiscoveredResourceCountsCommand,
  GetResourceConfigHistoryCommand,
  ListDiscoveredResourcesCommand,
  type ResourceType,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import {
  CreatePolicyCommand,
  CreateUserCommand,
  DeleteRolePolicyCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import {
  CreateKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  TagResourceCommand,
} from '@aws-sdk/client-kms';
import { CreateTrailCommand } from '@aws-sdk/client-cloudtrail';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateWebACLCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import { CreateQueueCommand, DeleteQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyPage, RESOURCES_MAX } from '../../../src/services/config-service/recording/asking.ts';
import { lookJob } from '../../../src/services/config-service/recording/look-job.ts';
import type { RecordedType } from '../../../src/services/config-service/recording/recorded-type.ts';
import { listeningService } from '../../heard-events.ts';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { trailBucket } from '../cloudtrail/trail-bucket.ts';
import { VISIBILITY } from '../wafv2/web-acls.ts';
import { pass, startRecording } from './recording.ts';

const listener = listeningService();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [listener.service] });
});
afterAll(() => server.close());

test('recording: what is there at the start is discovered, and what comes later, too', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Description: 'before' }));
  const KeyId = KeyMetadata?.KeyId ?? '';
  const { client, bucket } = await startRecording(server, { account });
  const keys = () =>
    client.send(new ListDiscoveredResourcesCommand({ resourceType: 'AWS::KMS::Key' }));
  expect((await keys()).resourceIdentifiers).toEqual([
    { resourceType: 'AWS::KMS::Key', resourceId: KeyId },
  ]);
  const buckets = await client.send(
    new ListDiscoveredResourcesCommand({ resourceType: 'AWS::S3::Bucket', resourceName: bucket }),
  );
  expect(buckets.resourceIdentifiers).toHaveLength(1);
  await kms.send(new CreateKeyCommand({}));
  await pass(server, 20_000);
  expect((await keys()).resourceIdentifiers).toHaveLength(2);
  const counts = await client.send(
    new GetDiscoveredResourceCountsCommand({ resourceTypes: ['AWS::KMS::Key', 'AWS::IAM::Role'] }),
  );
  expect(counts).toMatchObject({
    totalDiscoveredResources: 3,
    resourceCounts: [
      { resourceType: 'AWS::KMS::Key', count: 2 },
      { resourceType: 'AWS::IAM::Role', count: 1 },
    ],
  });
  const status = await client.send(new DescribeConfigurationRecorderStatusCommand({}));
  expect(status.ConfigurationRecordersStatus).toMatchObject([
    { name: 'default', recording: true, lastStatus: 'Success' },
  ]);
});

test('recording: what can not be described stays as it was known, and the others are recorded', async () => {
  const { client, account, roleArn } = await startRecording(server);
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const closed = `closed-${account}`;
  const hidden = `hidden-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket: closed }));
  await s3.send(new CreateBucketCommand({ Bucket: hidden }));
  await pass(server, 20_000);
  const keepOut = (Bucket: string, Action: string) =>
    s3.send(
      new PutBucketPolicyCommand({
        Bucket,
        Policy: policyText({
          Effect: 'Deny',
          Principal: '*',
          Action,
          Resource: `arn:aws:s3:::${Bucket}`,
          Condition: { ArnEquals: { 'aws:PrincipalArn': roleArn } },
        }),
      }),
    );
  await keepOut(closed, 's3:GetBucketVersioning');
  await keepOut(hidden, 's3:GetBucketLocation');
  const later = `later-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket: later }));
  await pass(server, 20_000);
  const { resourceIdentifiers = [] } = await client.send(
    new ListDiscoveredResourcesCommand({
      resourceType: 'AWS::S3::Bucket',
      includeDeletedResources: true,
    }),
  );
  const there = resourceIdentifiers.filter(
    ({ resourceDeletionTime }) => resourceDeletionTime === undefined,
  );
  expect(there.map(({ resourceId }) => resourceId)).toEqual(
    expect.arrayContaining([closed, hidden, later]),
  );
  expect(there).toHaveLength(resourceIdentifiers.length);
  const { configurationItems } = await client.send(
    new GetResourceConfigHistoryCommand({ resourceType: 'AWS::S3::Bucket', resourceId: closed }),
  );
  expect(configurationItems).toHaveLength(1);
  const status = await client.send(new DescribeConfigurationRecorderStatusCommand({}));
  expect(status.ConfigurationRecordersStatus).toMatchObject([
    { lastStatus: 'Failure', lastErrorCode: 'AccessDenied' },
  ]);
});

test('recording: a listing that is cut does not tell what is gone', async () => {
  const asked: number[] = [];
  const cut = await everyPage({
    fetch: async (token) => {
      asked.push(Number(token ?? 0));
      return asked.length;
    },
    items: (page) => Array.from({ length: 1_000 }, (_, index) => page * 1_000 + index),
    next: (page) => String(page),
  });
  expect(cut.items).toHaveLength(RESOURCES_MAX);
  expect(cut.isCut).toBe(true);
  const whole = await everyPage({
    fetch: async () => [1, 2],
    items: (page) => page,
    next: () => undefined,
  });
  expect(whole).toEqual({ items: [1, 2], isCut: false });
  for (const isCut of [true, false]) {
    const job = lookJob({ types: [], isServed: () => true, changed: async () => undefined });
    const type: RecordedType = {
      type: 'AWS::KMS::Key',
      source: 'kms.amazonaws.com',
      list: async () => ({ listed: [], isCut }),
    };
    const { found } = await job.act(
      {
        roleArn: 'arn:aws:iam::111122223333:role/recorder',
        types: [type],
        names: undefined,
        known: new Map([[type.type, new Set(['beyond'])]]),
        started: 0,
        seen: undefined,
      },
      {
        id: 'look',
        scope: { account: '111122223333', region: 'us-east-1' },
        call: () => Promise.reject(new Error('nothing is called')),
        signal: new AbortController().signal,
      },
    );
    expect(found).toMatchObject([{ gone: isCut ? [] : ['beyond'] }]);
  }
});

test('recording: tags of trails, policies and web ACLs stand in their items', async () => {
  const { client, account } = await startRecording(server);
  const Tags = [{ Key: 'team', Value: 'red' }];
  const { Policy } = await new IAMClient(server.client(account)).send(
    new CreatePolicyCommand({
      PolicyName: 'tagged',
      PolicyDocument: policyText({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }),
      Tags,
    }),
  );
  const { Summary } = await new WAFV2Client(server.client(account)).send(
    new CreateWebACLCommand({
      Name: 'tagged',
      Scope: 'REGIONAL',
      DefaultAction: { Allow: {} },
      VisibilityConfig: VISIBILITY,
      Tags,
    }),
  );
  const { bucket, trail } = await trailBucket(server.client(account), account);
  await trail.send(new CreateTrailCommand({ Name: 'audit', S3BucketName: bucket, TagsList: Tags }));
  await pass(server, 20_000);
  const keys: readonly [ResourceType, string | undefined][] = [
    ['AWS::IAM::Policy', Policy?.PolicyId],
    ['AWS::WAFv2::WebACL', Summary?.ARN],
    ['AWS::CloudTrail::Trail', 'audit'],
  ];
  let told = 0;
  for (const [resourceType, resourceId = ''] of keys) {
    const { configurationItems } = await client.send(
      new GetResourceConfigHistoryCommand({ resourceType, resourceId }),
    );
    expect(configurationItems).toMatchObject([{ tags: { team: 'red' } }]);
    told += 1;
  }
  expect(told).toBe(3);
});

test('history: an item for each change, newest first, and buses hear of each', async () => {
  const { client, account } = await startRecording(server);
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const resourceId = KeyMetadata?.KeyId ?? '';
  await pass(server, 20_000);
  await kms.send(new EnableKeyRotationCommand({ KeyId: resourceId }));
  await pass(server, 20_000);
  const tag = { TagKey: 'team', TagValue: 'red' };
  await kms.send(new TagResourceCommand({ KeyId: resourceId, Tags: [tag] }));
  await pass(server, 20_000);
  const key = { resourceType: 'AWS::KMS::Key', resourceId } as const;
  const { configurationItems = [] } = await client.send(new GetResourceConfigHistoryCommand(key));
  expect(configurationItems.map(({ configurationItemStatus }) => configurationItemStatus)).toEqual([
    'OK',
    'OK',
    'ResourceDiscovered',
  ]);
  const [newest, middle, oldest] = configurationItems;
  expect(newest).toMatchObject({
    version: '1.3',
    accountId: account,
    arn: KeyMetadata?.Arn,
    awsRegion: 'us-east-1',
    tags: { team: 'red' },
  });
  const rotation = (item: typeof newest) =>
    JSON.parse(item?.supplementaryConfiguration?.['KeyRotationStatus'] ?? '{}').keyRotationEnabled;
  expect([rotation(oldest), rotation(middle), rotation(newest)]).toEqual([false, true, true]);
  expect(JSON.parse(newest?.configuration ?? '{}')).toMatchObject({
    keyId: resourceId,
    keyState: 'Enabled',
    keyManager: 'CUSTOMER',
  });
  const forward = await client.send(
    new GetResourceConfigHistoryCommand({ ...key, chronologicalOrder: 'Forward', limit: 1 }),
  );
  expect(forward.configurationItems).toMatchObject([
    { configurationItemStatus: 'ResourceDiscovered' },
  ]);
  const following = await client.send(
    new GetResourceConfigHistoryCommand({
      ...key,
      chronologicalOrder: 'Forward',
      limit: 1,
      nextToken: forward.nextToken,
    }),
  );
  expect(following.configurationItems).toMatchObject([{ configurationItemStatus: 'OK' }]);
  const earlier = await client.send(
    new GetResourceConfigHistoryCommand({
      ...key,
      laterTime: middle?.configurationItemCaptureTime,
    }),
  );
  expect(earlier.configurationItems).toHaveLength(2);
  const told = listener.heard.filter(
    (event) =>
      event['detail-type'] === 'Config Configuration Item Change' &&
      JSON.stringify(event).includes(resourceId),
  );
  expect(told).toMatchObject([
    { source: 'aws.config', detail: { configurationItemDiff: { changeType: 'CREATE' } } },
    {
      detail: {
        messageType: 'ConfigurationItemChangeNotification',
        configurationItemDiff: {
          changeType: 'UPDATE',
          changedProperties: { SupplementaryConfiguration: { changeType: 'UPDATE' } },
        },
      },
    },
    {
      detail: { configurationItemDiff: { changedProperties: { Tags: { changeType: 'UPDATE' } } } },
    },
  ]);
});

test('history: a deleted resource is told as deleted, and listed only for those who ask', async () => {
  const { client, account } = await startRecording(server);
  const sqs = new SQSClient(server.client(account));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'q' }));
  await pass(server, 20_000);
  const all = { resourceType: 'AWS::SQS::Queue' } as const;
  const { resourceIdentifiers = [] } = await client.send(new ListDiscoveredResourcesCommand(all));
  const resourceId = resourceIdentifiers[0]?.resourceId ?? '';
  expect(resourceIdentifiers).toMatchObject([{ resourceName: 'q' }]);
  await sqs.send(new DeleteQueueCommand({ QueueUrl }));
  await pass(server, 90_000);
  expect((await client.send(new ListDiscoveredResourcesCommand(all))).resourceIdentifiers).toEqual(
    [],
  );
  const gone = await client.send(
    new ListDiscoveredResourcesCommand({ ...all, includeDeletedResources: true }),
  );
  expect(gone.resourceIdentifiers).toMatchObject([
    { resourceId, resourceDeletionTime: expect.any(Date) },
  ]);
  const batch = await client.send(
    new BatchGetResourceConfigCommand({
      resourceKeys: [
        { ...all, resourceId },
        { ...all, resourceId: 'other' },
      ],
    }),
  );
  expect(batch.baseConfigurationItems).toMatchObject([
    { configurationItemStatus: 'ResourceDeleted' },
  ]);
  expect(batch.unprocessedResourceKeys).toEqual([{ ...all, resourceId: 'other' }]);
});

test('recording: only what the group names, and nothing once it is stopped', async () => {
  const { client, account } = await startRecording(server, {
    group: { allSupported: false, resourceTypes: ['AWS::IAM::User'] },
  });
  const iam = new IAMClient(server.client(account));
  await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  await new KMSClient(server.client(account)).send(new CreateKeyCommand({}));
  await pass(server, 20_000);
  const count = async () =>
    (await client.send(new GetDiscoveredResourceCountsCommand({}))).resourceCounts;
  expect(await count()).toEqual([{ resourceType: 'AWS::IAM::User', count: 1 }]);
  await client.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
  await iam.send(new CreateUserCommand({ UserName: 'bob' }));
  await pass(server, 20_000);
  expect(await count()).toEqual([{ resourceType: 'AWS::IAM::User', count: 1 }]);
});

test('recording: what the role may not read is not recorded, and the status says so', async () => {
  const { client, account } = await startRecording(server);
  const iam = new IAMClient(server.client(account));
  await iam.send(new DeleteRolePolicyCommand({ RoleName: 'recorder', PolicyName: 'reads' }));
  await new KMSClient(server.client(account)).send(new CreateKeyCommand({}));
  await pass(server, 20_000);
  const keys = await client.send(
    new ListDiscoveredResourcesCommand({ resourceType: 'AWS::KMS::Key' }),
  );
  expect(keys.resourceIdentifiers).toEqual([]);
  const { ConfigurationRecordersStatus } = await client.send(
    new DescribeConfigurationRecorderStatusCommand({}),
  );
  expect(ConfigurationRecordersStatus).toMatchObject([
    { lastStatus: 'Failure', lastErrorCode: expect.stringContaining('AccessDenied') },
  ]);
});

test('GetResourceConfigHistory: refuses what was never discovered, and accounts without a recorder', async () => {
  const key = { resourceType: 'AWS::KMS::Key', resourceId: 'none' } as const;
  const { client } = await startRecording(server);
  await expect(client.send(new GetResourceConfigHistoryCommand(key))).rejects.toMatchObject({
    name: 'ResourceNotDiscoveredException',
    message: 'Resource none of resourceType:AWS::KMS::Key is unknown or has not been discovered',
  });
  const fresh = new ConfigServiceClient(server.client(freshAccount()));
  await expect(fresh.send(new GetResourceConfigHistoryCommand(key))).rejects.toMatchObject({
    name: 'NoAvailableConfigurationRecorderException',
  });
});
