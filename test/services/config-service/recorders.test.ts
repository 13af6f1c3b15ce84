import { gunzipSync } from 'node:zlib';
import {
  ConfigServiceClient,
  DeleteConfigurationRecorderCommand,
  DeleteDeliveryChannelCommand,
  DeliverConfigSnapshotCommand,
  DescribeConfigurationRecordersCommand,
  DescribeDeliveryChannelsCommand,
  DescribeDeliveryChannelStatusCommand,
  DescribeRetentionConfigurationsCommand,
  GetResourceConfigHistoryCommand,
  ListConfigurationRecordersCommand,
  ListTagsForResourceCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  PutRetentionConfigurationCommand,
  SelectResourceConfigCommand,
  StartConfigurationRecorderCommand,
  StopConfigurationRecorderCommand,
  TagResourceCommand,
} from '@aws-sdk/client-config-service';
import { CreateKeyCommand, EnableKeyRotationCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { configBucket, pass, recorderRole, startRecording } from './recording.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const DAY_MS = 86_400_000;

function rejection(name: string, message: string) {
  return { name, message };
}

test('PutConfigurationRecorder: one in an account and Region, with the group as AWS answers it', async () => {
  const account = freshAccount();
  const client = new ConfigServiceClient(server.client(account));
  const roleARN = await recorderRole(server, account);
  const put = (name: string, more: object = {}) =>
    client.send(
      new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name, roleARN, ...more } }),
    );
  await put('default');
  const { ConfigurationRecorders } = await client.send(
    new DescribeConfigurationRecordersCommand({}),
  );
  expect(ConfigurationRecorders).toEqual([
    {
      arn: expect.stringMatching(
        `^arn:aws:config:us-east-1:${account}:configuration-recorder/default/`,
      ),
      name: 'default',
      roleARN,
      recordingGroup: {
        allSupported: true,
        includeGlobalResourceTypes: false,
        resourceTypes: [],
        exclusionByResourceTypes: { resourceTypes: [] },
        recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
      },
      recordingMode: { recordingFrequency: 'CONTINUOUS' },
      recordingScope: 'PAID',
    },
  ]);
  await expect(put('second')).rejects.toMatchObject(
    rejection(
      'MaxNumberOfConfigurationRecordersExceededException',
      "Failed to put configuration recorder 'second' because the maximum number of configuration " +
        'recorders: 1 is reached.',
    ),
  );
  const wrong = { recordingGroup: { allSupported: true, resourceTypes: ['AWS::KMS::Key'] } };
  await expect(put('default', wrong)).rejects.toMatchObject(
    rejection('InvalidRecordingGroupException', 'The recording group provided is not valid'),
  );
  const { ConfigurationRecorderSummaries } = await client.send(
    new ListConfigurationRecordersCommand({}),
  );
  expect(ConfigurationRecorderSummaries).toHaveLength(1);
  const ResourceArn = ConfigurationRecorders?.[0]?.arn;
  await client.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: 'team', Value: 'red' }] }));
  const tags = await client.send(new ListTagsForResourceCommand({ ResourceArn }));
  expect(tags.Tags).toEqual([{ Key: 'team', Value: 'red' }]);
  await client.send(
    new DeleteConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }),
  );
  await expect(
    client.send(
      new DescribeConfigurationRecordersCommand({ ConfigurationRecorderNames: ['default'] }),
    ),
  ).rejects.toMatchObject(
    rejection(
      'NoSuchConfigurationRecorderException',
      "Cannot find configuration recorder with the specified name 'default'.",
    ),
  );
});

test('PutConfigurationRecorder: needs its own permission and the right to pass the role', async () => {
  const account = freshAccount();
  const roleARN = await recorderRole(server, account);
  const allow = [{ Effect: 'Allow', Action: 'config:*', Resource: '*' }] as const;
  const ann = new ConfigServiceClient(await newUser(server, account, 'ann', { allow }));
  await expect(
    ann.send(
      new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name: 'default', roleARN } }),
    ),
  ).rejects.toMatchObject(
    rejection(
      'AccessDeniedException',
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: iam:PassRole on ` +
        `resource: ${roleARN} because no identity-based policy allows the iam:PassRole action`,
    ),
  );
});

test('PutDeliveryChannel: refuses what it could not deliver to', async () => {
  const account = freshAccount();
  const client = new ConfigServiceClient(server.client(account));
  const put = (more: object) =>
    client.send(new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', ...more } }));
  await expect(put({ s3BucketName: 'b' })).rejects.toMatchObject(
    rejection(
      'NoAvailableConfigurationRecorderException',
      'Configuration recorder is not available to put delivery channel.',
    ),
  );
  const roleARN = await recorderRole(server, account);
  await client.send(
    new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name: 'default', roleARN } }),
  );
  const start = new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' });
  await expect(client.send(start)).rejects.toMatchObject(
    rejection(
      'NoAvailableDeliveryChannelException',
      'Delivery channel is not available to start configuration recorder.',
    ),
  );
  await expect(put({ s3BucketName: `none-${account}` })).rejects.toMatchObject(
    rejection(
      'NoSuchBucketException',
      `Cannot find a S3 bucket with an input bucket name: none-${account}.`,
    ),
  );
  const bucket = await configBucket(server, account);
  await expect(put({ s3BucketName: bucket, snsTopicARN: 'topic' })).rejects.toMatchObject(
    rejection('InvalidSNSTopicARNException', "The sns topic arn 'topic' is not valid."),
  );
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${bucket}/*`,
  });
  await s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }));
  await expect(put({ s3BucketName: bucket })).rejects.toMatchObject(
    rejection(
      'InsufficientDeliveryPolicyException',
      `Insufficient delivery policy to s3 bucket: ${bucket}, unable to write to bucket, provided ` +
        "s3 key prefix is 'null', provided kms key is 'null'.",
    ),
  );
});

test('delivery: history is filed, and there for the asking, when its recorder was stopped or deleted', async () => {
  const { client, account, bucket } = await startRecording(server, {
    group: { allSupported: false, resourceTypes: ['AWS::KMS::Key'] },
  });
  const config = server.client(account);
  const kms = new KMSClient(config);
  const named = { ConfigurationRecorderName: 'default' };
  const filed = async () => {
    const s3 = new S3Client({ ...config, forcePathStyle: true });
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    return Contents.filter(({ Key = '' }) => Key.includes('/ConfigHistory/')).length;
  };
  const newKey = async () => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    await pass(server, 20_000);
    return KeyMetadata?.KeyId ?? '';
  };
  await newKey();
  await client.send(new StopConfigurationRecorderCommand(named));
  await client.send(new StartConfigurationRecorderCommand(named));
  await pass(server, 7 * 3_600_000);
  expect(await filed()).toBe(1);
  const resourceId = await newKey();
  await client.send(new DeleteConfigurationRecorderCommand(named));
  await pass(server, 7 * 3_600_000);
  expect(await filed()).toBe(2);
  const { configurationItems } = await client.send(
    new GetResourceConfigHistoryCommand({ resourceType: 'AWS::KMS::Key', resourceId }),
  );
  expect(configurationItems).toHaveLength(1);
  await expect(
    client.send(
      new GetResourceConfigHistoryCommand({ resourceType: 'AWS::KMS::Key', resourceId: 'none' }),
    ),
  ).rejects.toMatchObject({ name: 'NoAvailableConfigurationRecorderException' });
});

test('delivery: a snapshot when asked, history every six hours, and a notice of each change', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const { TopicArn = '' } = await new SNSClient(config).send(
    new CreateTopicCommand({
      Name: 'changes',
      Attributes: {
        Policy: policyText({
          Effect: 'Allow',
          Principal: { Service: 'config.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: '*',
        }),
      },
    }),
  );
  const sqs = new SQSClient(config);
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({
      QueueName: 'heard',
      Attributes: {
        Policy: policyText({
          Effect: 'Allow',
          Principal: '*',
          Action: 'sqs:SendMessage',
          Resource: '*',
        }),
      },
    }),
  );
  await new SNSClient(config).send(
    new SubscribeCommand({
      TopicArn,
      Protocol: 'sqs',
      Endpoint: `arn:aws:sqs:us-east-1:${account}:heard`,
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );
  const { client, bucket } = await startRecording(server, {
    account,
    topic: TopicArn,
    group: { allSupported: false, resourceTypes: ['AWS::KMS::Key'] },
  });
  await new KMSClient(config).send(new CreateKeyCommand({}));
  await pass(server, 20_000);
  const { configSnapshotId } = await client.send(
    new DeliverConfigSnapshotCommand({ deliveryChannelName: 'default' }),
  );
  await pass(server, 7 * 3_600_000);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
  // Folders are days: the snapshot may be of the day before.
  const keys = ['ConfigHistory', 'ConfigSnapshot'].flatMap((kind) =>
    Contents.map(({ Key = '' }) => Key).filter((key) => key.includes(`/${kind}/`)),
  );
  expect(keys).toHaveLength(Contents.length);
  const folder = `AWSLogs/${account}/Config/us-east-1/\\d+/\\d+/\\d+`;
  expect(keys).toEqual([
    expect.stringMatching(
      `^${folder}/ConfigHistory/${account}_Config_us-east-1_ConfigHistory_AWS-KMS-Key_.*_1.json.gz$`,
    ),
    expect.stringMatching(
      `^${folder}/ConfigSnapshot/.*_ConfigSnapshot_.*_${configSnapshotId}.json.gz$`,
    ),
  ]);
  const read = async (Key: string | undefined) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
    return JSON.parse(gunzipSync((await Body?.transformToByteArray()) ?? '').toString());
  };
  expect(await read(keys[0])).toMatchObject({
    fileVersion: '1.0',
    configurationItems: [
      {
        resourceType: 'AWS::KMS::Key',
        awsAccountId: account,
        configuration: { keyState: 'Enabled' },
      },
    ],
  });
  expect(await read(keys[1])).toMatchObject({ configSnapshotId, configurationItems: [{}] });
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
  );
  const types = Messages.map(({ Body = '' }) => Body)
    .filter((body) => body.startsWith('{'))
    .map((body) => String(JSON.parse(body).messageType));
  expect(types.sort()).toEqual([
    'ConfigurationItemChangeNotification',
    'ConfigurationSnapshotDeliveryCompleted',
  ]);
  const { DeliveryChannelsStatus } = await client.send(
    new DescribeDeliveryChannelStatusCommand({}),
  );
  expect(DeliveryChannelsStatus).toMatchObject([
    {
      name: 'default',
      configSnapshotDeliveryInfo: { lastStatus: 'Success' },
      configHistoryDeliveryInfo: { lastStatus: 'Success' },
      configStreamDeliveryInfo: { lastStatus: 'Success' },
    },
  ]);
  await expect(
    client.send(new DeleteDeliveryChannelCommand({ DeliveryChannelName: 'default' })),
  ).rejects.toMatchObject({ name: 'LastDeliveryChannelDeleteFailedException' });
  const { DeliveryChannels } = await client.send(new DescribeDeliveryChannelsCommand({}));
  expect(DeliveryChannels).toEqual([
    { name: 'default', s3BucketName: bucket, snsTopicARN: TopicArn },
  ]);
});

test('PutRetentionConfiguration: items older than that are forgotten', async () => {
  const { client, account } = await startRecording(server);
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await pass(server, 20_000);
  await client.send(new PutRetentionConfigurationCommand({ RetentionPeriodInDays: 30 }));
  const { RetentionConfigurations } = await client.send(
    new DescribeRetentionConfigurationsCommand({}),
  );
  expect(RetentionConfigurations).toEqual([{ Name: 'default', RetentionPeriodInDays: 30 }]);
  await pass(server, 20 * DAY_MS);
  const KeyId = KeyMetadata?.KeyId ?? '';
  await kms.send(new EnableKeyRotationCommand({ KeyId }));
  await pass(server, 15 * DAY_MS);
  const { configurationItems = [] } = await client.send(
    new GetResourceConfigHistoryCommand({ resourceType: 'AWS::KMS::Key', resourceId: KeyId }),
  );
  expect(configurationItems.map(({ configurationItemStatus }) => configurationItemStatus)).toEqual([
    'OK',
  ]);
});

test('SelectResourceConfig: is not built, and says so', async () => {
  const client = new ConfigServiceClient(server.client(freshAccount()));
  await expect(
    client.send(new SelectResourceConfigCommand({ Expression: 'SELECT resourceId' })),
  ).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
});
