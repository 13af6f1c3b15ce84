import { CreateKeyCommand, DisableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  AddPermissionCommand,
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListSubscriptionsCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  PublishBatchCommand,
  PublishCommand,
  RemovePermissionCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
  TagResourceCommand,
  UnsubscribeCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-sns';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newQueue } from '../sqs/queues.ts';
import { allow } from './topics.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function newTopic(account = freshAccount(), Attributes: Record<string, string> = {}) {
  const sns = new SNSClient(server.client(account));
  const made = await sns.send(new CreateTopicCommand({ Name: 'news', Attributes }));
  return { account, sns, TopicArn: made.TopicArn ?? '' };
}

test('Publish: a user needs permission', async () => {
  const { account, TopicArn } = await newTopic();
  const nobody = new SNSClient(await newUser(server, account, 'nobody'));
  await expect(nobody.send(new PublishCommand({ TopicArn, Message: 'x' }))).rejects.toMatchObject({
    name: 'AuthorizationErrorException',
    message:
      `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: SNS:Publish on resource: ` +
      `${TopicArn} because no identity-based policy allows the SNS:Publish action`,
  });
  const statement = { Effect: 'Allow' as const, Action: 'sns:Publish', Resource: TopicArn };
  const writer = new SNSClient(await newUser(server, account, 'writer', { allow: [statement] }));
  await writer.send(new PublishCommand({ TopicArn, Message: 'x' }));
});

test('AddPermission: another account publishes until the permission is removed', async () => {
  const { sns, TopicArn } = await newTopic();
  const other = freshAccount();
  const publish = () =>
    new SNSClient(server.client(other)).send(new PublishCommand({ TopicArn, Message: 'x' }));
  await expect(publish()).rejects.toMatchObject({ name: 'AuthorizationErrorException' });
  const Label = 'afar';
  const permission = { TopicArn, Label, AWSAccountId: [other], ActionName: ['Publish'] };
  await sns.send(new AddPermissionCommand(permission));
  await publish();
  await sns.send(new RemovePermissionCommand({ TopicArn, Label }));
  await expect(publish()).rejects.toMatchObject({ name: 'AuthorizationErrorException' });
});

test("Subscribe: another account's queue is asked through the queue itself", async () => {
  const { sns, TopicArn } = await newTopic();
  const queue = await newQueue(server);
  await allow(queue, TopicArn);
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue.arn }));
  const receiving = new ReceiveMessageCommand({ QueueUrl: queue.url, WaitTimeSeconds: 20 });
  const { Messages: [asked] = [] } = await queue.sqs.send(receiving);
  const { Type, Token } = JSON.parse(asked?.Body ?? '{}');
  expect(Type).toBe('SubscriptionConfirmation');
  await sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token }));
  await sns.send(new PublishCommand({ TopicArn, Message: 'hello' }));
  const { Messages: [told] = [] } = await queue.sqs.send(receiving);
  expect(JSON.parse(told?.Body ?? '{}')).toMatchObject({ Type: 'Notification', Message: 'hello' });
});

test('Publish: an encrypted topic needs its key', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId ?? '';
  const { sns, TopicArn } = await newTopic(account, { KmsMasterKeyId: KeyId });
  await sns.send(new PublishCommand({ TopicArn, Message: 'x' }));
  await kms.send(new DisableKeyCommand({ KeyId }));
  await expect(sns.send(new PublishCommand({ TopicArn, Message: 'x' }))).rejects.toMatchObject({
    name: 'KMSDisabledException',
    message: `${KeyMetadata?.Arn} is disabled.`,
  });
});

const REFUSED = [
  [{ Message: '' }, 'Invalid parameter: Empty message'],
  [{ Message: 'x', Subject: 'two\nlines' }, 'Invalid parameter: Subject'],
  [{ Message: 'x'.repeat(262_145) }, 'Invalid parameter: Message too long'],
  [
    { Message: '{}', MessageStructure: 'json' },
    'Invalid parameter: Message Structure - No default entry in JSON message body',
  ],
  [
    { Message: '{', MessageStructure: 'json' },
    'Invalid parameter: Message Structure - JSON message body failed to parse',
  ],
  [
    { Message: 'x', MessageDeduplicationId: 'a' },
    'Invalid parameter: MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type',
  ],
] as const;

test('Publish: refuses what AWS refuses', async () => {
  const { sns, TopicArn } = await newTopic();
  let refused = 0;
  for (const [input, text] of REFUSED) {
    const publishing = sns.send(new PublishCommand({ TopicArn, ...input }));
    await expect(publishing).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: text,
    });
    refused += 1;
  }
  expect(refused).toBe(6);
  const batch = await sns.send(
    new PublishBatchCommand({
      TopicArn,
      PublishBatchRequestEntries: [
        { Id: 'a', Message: 'x' },
        { Id: 'b', Message: '' },
      ],
    }),
  );
  expect(batch.Successful?.map(({ Id }) => Id)).toEqual(['a']);
  expect(batch.Failed).toEqual([
    {
      Id: 'b',
      Code: 'InvalidParameter',
      Message: 'Invalid parameter: Empty message',
      SenderFault: true,
    },
  ]);
});

test('topics: attributes, tags and lists', async () => {
  const { account, sns, TopicArn } = await newTopic();
  const DisplayName = 'The news';
  await sns.send(
    new SetTopicAttributesCommand({
      TopicArn,
      AttributeName: 'DisplayName',
      AttributeValue: DisplayName,
    }),
  );
  const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
  expect(Attributes).toMatchObject({
    TopicArn,
    Owner: account,
    DisplayName,
    SubscriptionsConfirmed: '0',
    SubscriptionsPending: '0',
  });
  expect(JSON.parse(Attributes?.['Policy'] ?? '{}')).toMatchObject({
    Id: '__default_policy_ID',
    Statement: [{ Condition: { StringEquals: { 'AWS:SourceOwner': account } } }],
  });
  await expect(
    sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Nonsense' })),
  ).rejects.toThrow('Invalid parameter: AttributeName');
  const Tags = [
    { Key: 'team', Value: 'a' },
    { Key: 'cost', Value: 'b' },
  ];
  await sns.send(new TagResourceCommand({ ResourceArn: TopicArn, Tags }));
  await sns.send(new UntagResourceCommand({ ResourceArn: TopicArn, TagKeys: ['cost'] }));
  const tags = await sns.send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }));
  expect(tags.Tags).toEqual([{ Key: 'team', Value: 'a' }]);
  expect((await sns.send(new ListTopicsCommand({}))).Topics).toEqual([{ TopicArn }]);
  await sns.send(new DeleteTopicCommand({ TopicArn }));
  await sns.send(new DeleteTopicCommand({ TopicArn }));
  await expect(sns.send(new GetTopicAttributesCommand({ TopicArn }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Topic does not exist',
  });
});

test('subscriptions: come, are listed, and go', async () => {
  const queue = await newQueue(server);
  const { sns, TopicArn } = await newTopic(queue.account);
  const subscribing = { TopicArn, Protocol: 'sqs', Endpoint: queue.arn };
  const { SubscriptionArn } = await sns.send(new SubscribeCommand(subscribing));
  const again = await sns.send(new SubscribeCommand(subscribing));
  expect(again.SubscriptionArn).toBe(SubscriptionArn);
  const shown = {
    SubscriptionArn,
    Owner: queue.account,
    Protocol: 'sqs',
    Endpoint: queue.arn,
    TopicArn,
  };
  expect((await sns.send(new ListSubscriptionsCommand({}))).Subscriptions).toEqual([shown]);
  const byTopic = new ListSubscriptionsByTopicCommand({ TopicArn });
  expect((await sns.send(byTopic)).Subscriptions).toEqual([shown]);
  const stranger = new SNSClient(server.client(freshAccount()));
  await expect(stranger.send(new UnsubscribeCommand({ SubscriptionArn }))).rejects.toMatchObject({
    name: 'AuthorizationErrorException',
  });
  await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
  await sns.send(new UnsubscribeCommand({ SubscriptionArn }));
  expect((await sns.send(byTopic)).Subscriptions ?? []).toEqual([]);
  await expect(
    sns.send(new SubscribeCommand({ TopicArn, Protocol: 'carrier-pigeon', Endpoint: 'x' })),
  ).rejects.toThrow(
    'Invalid parameter: Amazon SNS does not support this protocol string: carrier-pigeon',
  );
});
