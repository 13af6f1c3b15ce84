import {
  CreateTopicCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetBucketNotificationConfigurationCommand,
  type NotificationConfiguration,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
const { service, heard } = listeningService();
beforeAll(async () => {
  server = await startServer({ furtherServices: [service] });
});
afterAll(() => server.close());

async function bucket() {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account));
  const sqs = new SQSClient(server.client(account));
  const Bucket = `telling-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  return { account, s3, sqs, Bucket };
}

type Own = Awaited<ReturnType<typeof bucket>>;

async function configure(
  { s3, Bucket }: Own,
  NotificationConfiguration: NotificationConfiguration,
) {
  const input = { Bucket, NotificationConfiguration };
  await s3.send(new PutBucketNotificationConfigurationCommand(input));
}

async function queue({ sqs }: Own, QueueName: string) {
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName }));
  const AttributeNames = ['QueueArn' as const];
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames }),
  );
  return { QueueUrl, arn: Attributes?.['QueueArn'] ?? '' };
}

/** The queue takes messages of a service, for one resource. */
async function letIn(
  { sqs }: Own,
  to: { readonly QueueUrl: string },
  Service: string,
  arn: string,
) {
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service },
    Action: 'sqs:SendMessage',
    Resource: '*',
    Condition: { ArnEquals: { 'aws:SourceArn': arn } },
  });
  const { QueueUrl } = to;
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
}

async function received({ sqs }: Own, { QueueUrl }: { readonly QueueUrl: string }) {
  const input = { QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 10 };
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(input));
  return Messages.map(({ Body }) => JSON.parse(Body ?? '{}'));
}

test('EventBridge: hears what becomes of a bucket’s objects, once the bucket is told to tell', async () => {
  const own = await bucket();
  const { s3, Bucket, account } = own;
  await s3.send(new PutObjectCommand({ Bucket, Key: 'untold', Body: 'x' }));
  await configure(own, { EventBridgeConfiguration: {} });
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  const { VersionId, ETag } = await s3.send(
    new PutObjectCommand({ Bucket, Key: 'a b', Body: 'content' }),
  );
  const Tagging = { TagSet: [{ Key: 'color', Value: 'red' }] };
  await s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'a b', Tagging }));
  const marker = await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a b' }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a b', VersionId }));
  const told = () => heard.filter(({ account: of }) => of === account);
  await expect.poll(() => told().length).toBe(4);
  const etag = ETag?.replaceAll('"', '');
  const place = {
    source: 'aws.s3',
    region: 'us-east-1',
    resources: [`arn:aws:s3:::${Bucket}`],
  };
  expect(told()).toMatchObject([
    {
      ...place,
      'detail-type': 'Object Created',
      detail: {
        version: '0',
        bucket: { name: Bucket },
        object: { key: 'a b', size: 7, etag, 'version-id': VersionId },
        requester: account,
        'source-ip-address': '127.0.0.1',
        reason: 'PutObject',
      },
    },
    { ...place, 'detail-type': 'Object Tags Added', detail: { object: { key: 'a b', etag } } },
    {
      ...place,
      'detail-type': 'Object Deleted',
      detail: {
        object: { key: 'a b', 'version-id': marker.VersionId },
        reason: 'DeleteObject',
        'deletion-type': 'Delete Marker Created',
      },
    },
    {
      ...place,
      'detail-type': 'Object Deleted',
      detail: {
        object: { key: 'a b', 'version-id': VersionId },
        'deletion-type': 'Permanently Deleted',
      },
    },
  ]);
});

test('Notifications: a queue that lets S3 in is told of the keys and events it asked for', async () => {
  const own = await bucket();
  const { s3, Bucket, account } = own;
  const to = await queue(own, 'told');
  const Filter = { Key: { FilterRules: [{ Name: 'prefix' as const, Value: 'in/' }] } };
  const settings: NotificationConfiguration = {
    QueueConfigurations: [{ Id: 'one', QueueArn: to.arn, Events: ['s3:ObjectCreated:*'], Filter }],
  };
  await expect(configure(own, settings)).rejects.toMatchObject({
    name: 'InvalidArgument',
    message: 'Unable to validate the following destination configurations',
  });
  await letIn(own, to, 's3.amazonaws.com', `arn:aws:s3:::${Bucket}`);
  await configure(own, settings);
  const shown = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
  expect(shown.QueueConfigurations).toEqual(settings.QueueConfigurations);
  await s3.send(new PutObjectCommand({ Bucket, Key: 'out/x', Body: 'x' }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'in/a b', Body: 'content' }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'in/a b' }));
  expect(await received(own, to)).toMatchObject([
    {
      Records: [
        {
          eventVersion: '2.1',
          eventSource: 'aws:s3',
          awsRegion: 'us-east-1',
          eventName: 'ObjectCreated:Put',
          userIdentity: { principalId: account },
          s3: {
            configurationId: 'one',
            bucket: { name: Bucket, arn: `arn:aws:s3:::${Bucket}` },
            object: { key: 'in/a+b', size: 7 },
          },
        },
      ],
    },
  ]);
});

test('Notifications: a topic passes them on', async () => {
  const own = await bucket();
  const { s3, Bucket } = own;
  const sns = new SNSClient(server.client(own.account));
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'told' }));
  const AttributeValue = policyText({
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'sns:Publish',
    Resource: TopicArn,
    Condition: { StringEquals: { 'aws:SourceAccount': own.account } },
  });
  const policy = { TopicArn, AttributeName: 'Policy', AttributeValue };
  await sns.send(new SetTopicAttributesCommand(policy));
  const to = await queue(own, 'subscribed');
  await letIn(own, to, 'sns.amazonaws.com', TopicArn);
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: to.arn }));
  await configure(own, {
    TopicConfigurations: [{ TopicArn, Events: ['s3:ObjectRemoved:Delete'] }],
  });
  await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
  const [message] = await received(own, to);
  expect(message).toMatchObject({ Subject: 'Amazon S3 Notification', TopicArn });
  expect(JSON.parse(message.Message)).toMatchObject({
    Records: [{ eventName: 'ObjectRemoved:Delete', s3: { object: { key: 'k' } } }],
  });
});

test('PutBucketNotificationConfiguration: refuses targets that are elsewhere, or let nobody in', async () => {
  const own = await bucket();
  const Events = ['s3:ObjectCreated:*' as const];
  const away = `arn:aws:sqs:eu-west-1:${own.account}:q`;
  await expect(
    configure(own, { QueueConfigurations: [{ QueueArn: away, Events }] }),
  ).rejects.toMatchObject({
    name: 'InvalidArgument',
    message:
      'The notification destination service region is not valid for the bucket location constraint',
  });
  const LambdaFunctionArn = `arn:aws:lambda:us-east-1:${own.account}:function:nobody`;
  await expect(
    configure(own, { LambdaFunctionConfigurations: [{ LambdaFunctionArn, Events }] }),
  ).rejects.toMatchObject({
    message: 'Unable to validate the following destination configurations',
  });
});
