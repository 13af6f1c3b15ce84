import {
  CancelMessageMoveTaskCommand,
  CreateQueueCommand,
  DeleteQueueCommand,
  ListDeadLetterSourceQueuesCommand,
  ListMessageMoveTasksCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newQueue, type Queue, send } from './queues.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function advance(ms: number) {
  const engine = server.platform.engine();
  return engine.advanceTo(engine.clock.serviceTime() + ms);
}

async function pair(maxReceiveCount = 2): Promise<{ readonly queue: Queue; readonly dead: Queue }> {
  const dead = await newQueue(server, 'dead');
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount });
  const queue = await newQueue(server, 'orders', { RedrivePolicy }, dead.account);
  return { queue, dead };
}

function receive({ sqs, url: QueueUrl }: Queue) {
  return sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      VisibilityTimeout: 0,
      MessageSystemAttributeNames: ['All'],
    }),
  );
}

test('ReceiveMessage: what was received too often goes to the dead-letter queue', async () => {
  const { queue, dead } = await pair();
  await send(queue, 'poison');
  const { Messages: [first] = [] } = await receive(queue);
  await receive(queue);
  expect((await receive(queue)).Messages).toBeUndefined();
  const { Messages = [] } = await receive(dead);
  expect(Messages).toHaveLength(1);
  expect(Messages[0]).toMatchObject({
    MessageId: first?.MessageId,
    Body: 'poison',
    Attributes: {
      DeadLetterQueueSourceArn: queue.arn,
      ApproximateReceiveCount: '3',
      SentTimestamp: first?.Attributes?.['SentTimestamp'],
    },
  });
  const sources = await dead.sqs.send(
    new ListDeadLetterSourceQueuesCommand({ QueueUrl: dead.url }),
  );
  expect(sources.queueUrls).toEqual([queue.url]);
});

test('StartMessageMoveTask: dead letters go back to where they came from', async () => {
  const { queue, dead } = await pair(1);
  await send(queue, 'one', 'two', 'three');
  const drain = new ReceiveMessageCommand({
    QueueUrl: queue.url,
    MaxNumberOfMessages: 10,
    VisibilityTimeout: 0,
  });
  await queue.sqs.send(drain);
  expect((await queue.sqs.send(drain)).Messages).toBeUndefined();
  const { sqs } = dead;
  const { TaskHandle } = await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: dead.arn }));
  expect(TaskHandle).toBeDefined();
  await advance(0);
  const { Results } = await sqs.send(new ListMessageMoveTasksCommand({ SourceArn: dead.arn }));
  expect(Results).toEqual([
    {
      Status: 'COMPLETED',
      SourceArn: dead.arn,
      ApproximateNumberOfMessagesMoved: 3,
      ApproximateNumberOfMessagesToMove: 3,
      StartedTimestamp: expect.any(Number),
    },
  ]);
  const { Messages = [] } = await queue.sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queue.url,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    }),
  );
  expect(
    Messages.map(({ Body = '' }) => Body).toSorted((one, other) => one.localeCompare(other)),
  ).toEqual(['one', 'three', 'two']);
  expect(Messages[0]?.Attributes).toEqual({ ApproximateReceiveCount: '1' });
  await expect(sqs.send(new CancelMessageMoveTaskCommand({ TaskHandle }))).rejects.toThrow(
    'Task does not exist.',
  );
});

test('StartMessageMoveTask: a task moves as many in a second as it is told, and can be stopped', async () => {
  const { queue, dead } = await pair(1);
  await send(dead, 'one', 'two', 'three');
  const { sqs } = dead;
  const { TaskHandle } = await sqs.send(
    new StartMessageMoveTaskCommand({
      SourceArn: dead.arn,
      DestinationArn: queue.arn,
      MaxNumberOfMessagesPerSecond: 1,
    }),
  );
  await expect(sqs.send(new StartMessageMoveTaskCommand({ SourceArn: dead.arn }))).rejects.toThrow(
    'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
  );
  await advance(1_000);
  const { ApproximateNumberOfMessagesMoved: moved } = await sqs.send(
    new CancelMessageMoveTaskCommand({ TaskHandle }),
  );
  expect(moved).toBe(2);
  await expect(sqs.send(new StartMessageMoveTaskCommand({ SourceArn: queue.arn }))).rejects.toThrow(
    'Source queue must be configured as a Dead Letter Queue.',
  );
});

test('CreateQueue: a dead-letter queue must be there, be of the same type, and allow the source', async () => {
  const dead = await newQueue(server, 'dead');
  const { sqs } = dead;
  const make = (target: string, QueueName = 'orders') => {
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: target, maxReceiveCount: 3 });
    const FifoQueue = QueueName.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
    return sqs.send(
      new CreateQueueCommand({ QueueName, Attributes: { RedrivePolicy, ...FifoQueue } }),
    );
  };
  const told = (target: string, reason: string) =>
    `Value {"deadLetterTargetArn":"${target}","maxReceiveCount":3} for parameter RedrivePolicy is invalid. Reason: ${reason}`;
  const missing = `${dead.arn}-not`;
  await expect(make(missing)).rejects.toThrow(told(missing, 'Dead letter target does not exist.'));
  await expect(make(dead.arn, 'orders.fifo')).rejects.toThrow(
    told(dead.arn, 'Dead-letter queue must be same type of queue as the source.'),
  );
  await sqs.send(
    new SetQueueAttributesCommand({
      QueueUrl: dead.url,
      Attributes: { RedriveAllowPolicy: JSON.stringify({ redrivePermission: 'denyAll' }) },
    }),
  );
  await expect(make(dead.arn)).rejects.toThrow(
    told(dead.arn, 'Dead-letter queue does not allow this source queue to use it.'),
  );
});

test('ReceiveMessage: in a FIFO queue a dead letter makes way for the next of its group', async () => {
  const dead = await newQueue(server, 'dead.fifo', { FifoQueue: 'true' });
  const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 1 });
  const Attributes = { FifoQueue: 'true', RedrivePolicy };
  const queue = await newQueue(server, 'orders.fifo', Attributes, dead.account);
  for (const MessageBody of ['poison', 'next']) {
    await queue.sqs.send(
      new SendMessageCommand({
        QueueUrl: queue.url,
        MessageBody,
        MessageGroupId: 'a',
        MessageDeduplicationId: MessageBody,
      }),
    );
  }
  expect((await receive(queue)).Messages?.[0]?.Body).toBe('poison');
  expect((await receive(queue)).Messages?.[0]?.Body).toBe('next');
  const { Messages: [letter] = [] } = await receive(dead);
  expect(letter?.Body).toBe('poison');
  expect(letter?.Attributes?.['MessageGroupId']).toBe('a');
});

test('ReceiveMessage: without its dead-letter queue a message goes on being received', async () => {
  const { queue, dead } = await pair(1);
  await send(queue, 'poison');
  await dead.sqs.send(new DeleteQueueCommand({ QueueUrl: dead.url }));
  expect((await receive(queue)).Messages).toHaveLength(1);
  expect((await receive(queue)).Messages).toHaveLength(1);
});
