import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
  TagQueueCommand,
  UntagQueueCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newQueue, send } from './queues.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function advance(ms: number) {
  const engine = server.platform.engine();
  return engine.advanceTo(engine.clock.serviceTime() + ms);
}

test('CreateQueue: making a queue again is no error as long as nothing differs', async () => {
  const { sqs, url, account } = await newQueue(server, 'orders', { DelaySeconds: '5' });
  expect(url).toBe(`${server.url}/${account}/orders`);
  const make = (Attributes: Record<string, string>) =>
    sqs.send(new CreateQueueCommand({ QueueName: 'orders', Attributes }));
  expect((await make({})).QueueUrl).toBe(url);
  expect((await make({ DelaySeconds: '5' })).QueueUrl).toBe(url);
  await expect(make({ DelaySeconds: '6' })).rejects.toMatchObject({
    name: 'QueueNameExists',
    message:
      'A queue already exists with the same name and a different value for attribute DelaySeconds',
  });
});

const REFUSED = [
  [
    'bad name',
    {},
    'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
  ],
  ['orders', { VisibilityTimeout: '43201' }, 'Invalid value for the parameter VisibilityTimeout.'],
  [
    'orders',
    { MaximumMessageSize: '1048577' },
    'Invalid value for the parameter MaximumMessageSize.',
  ],
  [
    'orders',
    { MessageRetentionPeriod: '59' },
    'Invalid value for the parameter MessageRetentionPeriod.',
  ],
  ['orders', { DelaySeconds: '-1' }, 'Invalid value for the parameter DelaySeconds.'],
  [
    'orders',
    { KmsDataKeyReusePeriodSeconds: '59' },
    'Invalid value for the parameter KmsDataKeyReusePeriodSeconds.',
  ],
  ['orders', { RedrivePolicy: '{}' }, 'Invalid value for the parameter RedrivePolicy.'],
  ['orders', { Policy: '{}' }, 'Invalid value for the parameter Policy.'],
  [
    'orders',
    { ContentBasedDeduplication: 'true' },
    'You can specify the ContentBasedDeduplication only when FifoQueue is set to true.',
  ],
  [
    'orders',
    { FifoQueue: 'true' },
    'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.',
  ],
  [
    'orders.fifo',
    { FifoQueue: 'true', FifoThroughputLimit: 'perMessageGroupId' },
    'Invalid value for the parameter FifoThroughputLimit.',
  ],
] as const;

test('CreateQueue: refuses names and values that AWS refuses', async () => {
  const sqs = new SQSClient(server.client(freshAccount()));
  let refused = 0;
  for (const [QueueName, Attributes, text] of REFUSED) {
    await expect(sqs.send(new CreateQueueCommand({ QueueName, Attributes }))).rejects.toThrow(text);
    refused += 1;
  }
  expect(refused).toBe(11);
});

test('GetQueueAttributes: shows what was set, and what was not', async () => {
  const { sqs, url: QueueUrl, arn } = await newQueue(server, 'orders', { VisibilityTimeout: '7' });
  const all = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] });
  expect((await sqs.send(all)).Attributes).toEqual({
    QueueArn: arn,
    CreatedTimestamp: expect.stringMatching(/^\d{10}$/),
    LastModifiedTimestamp: expect.stringMatching(/^\d{10}$/),
    VisibilityTimeout: '7',
    MaximumMessageSize: '1048576',
    MessageRetentionPeriod: '345600',
    DelaySeconds: '0',
    ReceiveMessageWaitTimeSeconds: '0',
    SqsManagedSseEnabled: 'true',
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '0',
    ApproximateNumberOfMessagesDelayed: '0',
  });
  await sqs.send(
    new SetQueueAttributesCommand({ QueueUrl, Attributes: { KmsMasterKeyId: 'alias/aws/sqs' } }),
  );
  expect((await sqs.send(all)).Attributes).toMatchObject({
    KmsMasterKeyId: 'alias/aws/sqs',
    KmsDataKeyReusePeriodSeconds: '300',
    SqsManagedSseEnabled: 'false',
  });
});

test('DeleteQueue: the name is free again after a minute, and nothing of the old queue is left', async () => {
  const queue = await newQueue(server);
  const { sqs, url: QueueUrl } = queue;
  await send(queue, 'old');
  await sqs.send(new DeleteQueueCommand({ QueueUrl }));
  await expect(
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' })),
  ).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
    message: 'The specified queue does not exist.',
  });
  const make = new CreateQueueCommand({ QueueName: 'orders' });
  await expect(sqs.send(make)).rejects.toMatchObject({
    name: 'QueueDeletedRecently',
    message:
      'You must wait 60 seconds after deleting a queue before you can create another with the same name.',
  });
  await advance(60_000);
  await sqs.send(make);
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
});

test('PurgeQueue: takes everything away, once a minute', async () => {
  const queue = await newQueue(server);
  const { sqs, url: QueueUrl } = queue;
  await send(queue, 'one', 'two');
  await sqs.send(new PurgeQueueCommand({ QueueUrl }));
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
  await expect(sqs.send(new PurgeQueueCommand({ QueueUrl }))).rejects.toMatchObject({
    name: 'PurgeQueueInProgress',
    message: 'Only one PurgeQueue operation on orders is allowed every 60 seconds.',
  });
  await send(queue, 'three');
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(Messages?.map(({ Body }) => Body)).toEqual(['three']);
  await advance(60_000);
  await sqs.send(new PurgeQueueCommand({ QueueUrl }));
});

test('ListQueues, GetQueueUrl: queues are found by prefix, by page and by name', async () => {
  const { sqs, account } = await newQueue(server, 'a-0');
  for (const QueueName of ['a-1', 'a-2', 'b'])
    await sqs.send(new CreateQueueCommand({ QueueName }));
  const url = (name: string) => `${server.url}/${account}/${name}`;
  expect((await sqs.send(new ListQueuesCommand({}))).QueueUrls).toHaveLength(4);
  const first = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: 'a-', MaxResults: 2 }));
  expect(first.QueueUrls).toEqual([url('a-0'), url('a-1')]);
  const { NextToken } = first;
  const second = await sqs.send(
    new ListQueuesCommand({ QueueNamePrefix: 'a-', MaxResults: 2, NextToken }),
  );
  expect(second.QueueUrls).toEqual([url('a-2')]);
  expect(second.NextToken).toBeUndefined();
  expect((await sqs.send(new GetQueueUrlCommand({ QueueName: 'b' }))).QueueUrl).toBe(url('b'));
  await expect(sqs.send(new GetQueueUrlCommand({ QueueName: 'c' }))).rejects.toThrow(
    'The specified queue does not exist.',
  );
});

test('TagQueue, UntagQueue: tags come and go', async () => {
  const { sqs, url: QueueUrl } = await newQueue(server);
  await sqs.send(new TagQueueCommand({ QueueUrl, Tags: { team: 'a', cost: 'b' } }));
  await sqs.send(new UntagQueueCommand({ QueueUrl, TagKeys: ['team'] }));
  expect((await sqs.send(new ListQueueTagsCommand({ QueueUrl }))).Tags).toEqual({ cost: 'b' });
});

test('SetQueueAttributes: messages go when they are older than the retention period', async () => {
  const queue = await newQueue(server, 'orders', { MessageRetentionPeriod: '60' });
  const { sqs, url: QueueUrl } = queue;
  await send(queue, 'old');
  await advance(59_000);
  const peek = new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 0 });
  expect((await sqs.send(peek)).Messages).toHaveLength(1);
  await advance(1_000);
  expect((await sqs.send(peek)).Messages).toBeUndefined();
  await advance(3_600_000);
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  expect(Attributes).toEqual({ ApproximateNumberOfMessages: '0' });
});
