import {
  BatchGetResourceConfigCommand,
  ConfigServiceClient,
  DescribeConfigurationRecorderStatusCommand,
  GetDiscoveredResourceCountsCommand,
  GetResourceConfigHistoryCommand,
  ListDiscoveredResourcesCommand,
  StopConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import { CreateUserCommand, DeleteRolePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  TagResourceCommand,
} from '@aws-sdk/client-kms';
import { CreateQueueCommand, DeleteQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
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
