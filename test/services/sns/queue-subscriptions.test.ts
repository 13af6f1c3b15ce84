import { createVerify, X509Certificate } from 'node:crypto';
import {
  CreateTopicCommand,
  PublishBatchCommand,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  type Message,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newQueue, type Queue } from '../sqs/queues.ts';
import { allow } from './topics.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function newTopic(queue: Queue, Attributes: Record<string, string> = {}, Name = 'news') {
  const sns = new SNSClient(queue.config);
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name, Attributes }));
  return { sns, TopicArn };
}

async function receive(queue: Queue, most = 10): Promise<readonly Message[]> {
  const { Messages = [] } = await queue.sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queue.url,
      MaxNumberOfMessages: most,
      WaitTimeSeconds: 20,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    }),
  );
  return Messages;
}

async function subscribed(queue: Queue, TopicArn: string, sns: SNSClient, Attributes = {}) {
  await allow(queue, TopicArn);
  const { SubscriptionArn = '' } = await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue.arn, Attributes }),
  );
  return SubscriptionArn;
}

test('Publish: a queue gets the message in a signed envelope', async () => {
  const queue = await newQueue(server);
  const { sns, TopicArn } = await newTopic(queue);
  const SubscriptionArn = await subscribed(queue, TopicArn, sns);
  const { MessageId } = await sns.send(
    new PublishCommand({
      TopicArn,
      Subject: 'hello',
      Message: 'one & two',
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'test' } },
    }),
  );
  const [message] = await receive(queue);
  const body: Record<string, string> = JSON.parse(message?.Body ?? '{}');
  expect(body).toMatchObject({
    Type: 'Notification',
    MessageId,
    TopicArn,
    Subject: 'hello',
    Message: 'one & two',
    SignatureVersion: '1',
    UnsubscribeURL: `${server.url}/?Action=Unsubscribe&SubscriptionArn=${SubscriptionArn}&Version=2010-03-31`,
    MessageAttributes: { kind: { Type: 'String', Value: 'test' } },
  });
  const certificate = await (await fetch(body['SigningCertURL'] ?? '')).text();
  const signed = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
    .map((name) => `${name}\n${body[name]}\n`)
    .join('');
  const { publicKey } = new X509Certificate(certificate);
  const verifier = createVerify('RSA-SHA1').update(signed);
  expect(verifier.verify(publicKey, body['Signature'] ?? '', 'base64')).toBe(true);
});

test('Publish: RawMessageDelivery gives the message alone, with its attributes', async () => {
  const queue = await newQueue(server);
  const { sns, TopicArn } = await newTopic(queue);
  await subscribed(queue, TopicArn, sns, { RawMessageDelivery: 'true' });
  await sns.send(
    new PublishCommand({
      TopicArn,
      Message: JSON.stringify({ default: 'for all', sqs: 'for queues' }),
      MessageStructure: 'json',
      MessageAttributes: { raw: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2]) } },
    }),
  );
  const [message] = await receive(queue);
  expect(message).toMatchObject({
    Body: 'for queues',
    MessageAttributes: { raw: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2]) } },
  });
});

test('Publish: a queue whose policy does not let the topic in gets nothing, and its dead letters do', async () => {
  const queue = await newQueue(server);
  const dead = await newQueue(server, 'dead', {}, queue.account);
  const { sns, TopicArn } = await newTopic(queue);
  await allow(dead, TopicArn);
  await sns.send(
    new SubscribeCommand({
      TopicArn,
      Protocol: 'sqs',
      Endpoint: queue.arn,
      Attributes: {
        RawMessageDelivery: 'true',
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn }),
      },
    }),
  );
  await sns.send(new PublishCommand({ TopicArn, Message: 'stray' }));
  const [message] = await receive(dead);
  expect(message?.Body).toBe('stray');
  const { Messages } = await queue.sqs.send(new ReceiveMessageCommand({ QueueUrl: queue.url }));
  expect(Messages).toBeUndefined();
});

test('SetSubscriptionAttributes: a filter policy keeps out what it does not name', async () => {
  const queue = await newQueue(server);
  const { sns, TopicArn } = await newTopic(queue);
  const SubscriptionArn = await subscribed(queue, TopicArn, sns, { RawMessageDelivery: 'true' });
  await sns.send(
    new SetSubscriptionAttributesCommand({
      SubscriptionArn,
      AttributeName: 'FilterPolicy',
      AttributeValue: JSON.stringify({ price: [{ numeric: ['>', 10] }], store: ['here'] }),
    }),
  );
  for (const [price, store] of [
    ['5', 'here'],
    ['15', 'there'],
    ['15', 'here'],
  ]) {
    await sns.send(
      new PublishCommand({
        TopicArn,
        Message: `${price} ${store}`,
        MessageAttributes: {
          price: { DataType: 'Number', StringValue: price },
          store: { DataType: 'String', StringValue: store },
        },
      }),
    );
  }
  const messages = await receive(queue);
  expect(messages.map(({ Body }) => Body)).toEqual(['15 here']);
});

test('PublishBatch: a FIFO topic keeps the order of a group, and drops duplicates', async () => {
  const queue = await newQueue(server, 'orders.fifo', { FifoQueue: 'true' });
  const { sns, TopicArn } = await newTopic(
    queue,
    { FifoTopic: 'true', ContentBasedDeduplication: 'true' },
    'news.fifo',
  );
  await subscribed(queue, TopicArn, sns, { RawMessageDelivery: 'true' });
  const bodies = Array.from({ length: 9 }, (_, at) => `message ${at}`);
  await sns.send(
    new PublishBatchCommand({
      TopicArn,
      PublishBatchRequestEntries: bodies.map((Message, at) => ({
        Id: String(at),
        Message,
        MessageGroupId: 'a',
      })),
    }),
  );
  const again = await sns.send(
    new PublishCommand({ TopicArn, Message: 'message 0', MessageGroupId: 'a' }),
  );
  expect(again.SequenceNumber).toMatch(/^\d{20}$/);
  const got: (string | undefined)[] = [];
  await server.platform.engine().advanceTo(server.platform.engine().clock.serviceTime());
  for (const message of await receive(queue)) got.push(message.Body);
  expect(got).toEqual(bodies);
});

test('Publish: more subscriptions than one unit serves all get the message, in other Regions too', async () => {
  const queue = await newQueue(server);
  const { sns, TopicArn } = await newTopic(queue);
  await subscribed(queue, TopicArn, sns, { RawMessageDelivery: 'true' });
  const far = new SQSClient(server.client(queue.account, 'eu-west-1'));
  const { QueueUrl = '' } = await far.send(new CreateQueueCommand({ QueueName: 'far' }));
  const Endpoint = `arn:aws:sqs:eu-west-1:${queue.account}:far`;
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: '*',
  });
  await far.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  const Attributes = { RawMessageDelivery: 'true' };
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes }));
  for (let at = 0; at < 120; at += 1) {
    const Missing = `${queue.arn}-not-${at}`;
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: Missing }));
  }
  await sns.send(new PublishCommand({ TopicArn, Message: 'for all' }));
  expect((await receive(queue)).map(({ Body }) => Body)).toEqual(['for all']);
  const { Messages } = await far.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  expect(Messages?.map(({ Body }) => Body)).toEqual(['for all']);
}, 120_000);
