import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newQueue, type Queue } from './queues.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function advance(ms: number) {
  const engine = server.platform.engine();
  return engine.advanceTo(engine.clock.serviceTime() + ms);
}

function fifo(Attributes: Record<string, string> = {}): Promise<Queue> {
  return newQueue(server, 'orders.fifo', { FifoQueue: 'true', ...Attributes });
}

function sendTo({ sqs, url: QueueUrl }: Queue, group: string, body: string, id = body) {
  return sqs.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: body,
      MessageGroupId: group,
      MessageDeduplicationId: id,
    }),
  );
}

async function receive(queue: Queue, most = 10): Promise<readonly Message[]> {
  const { Messages = [] } = await queue.sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queue.url,
      MaxNumberOfMessages: most,
      MessageSystemAttributeNames: ['All'],
    }),
  );
  return Messages;
}

function bodies(messages: readonly Message[]) {
  return messages.map(({ Body }) => Body);
}

function remove({ sqs, url: QueueUrl }: Queue, message: Message | undefined) {
  const { ReceiptHandle = '' } = message ?? {};
  return sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
}

test('ReceiveMessage: a group comes in order, and waits while something of it is in flight', async () => {
  const queue = await fifo();
  for (const body of ['a1', 'a2', 'a3']) await sendTo(queue, 'a', body);
  await sendTo(queue, 'b', 'b1');
  const first = await receive(queue, 1);
  expect(bodies(first)).toEqual(['a1']);
  expect(first[0]?.Attributes).toMatchObject({
    MessageGroupId: 'a',
    MessageDeduplicationId: 'a1',
    SequenceNumber: expect.stringMatching(/^\d{20}$/),
  });
  expect(bodies(await receive(queue))).toEqual(['b1']);
  expect(await receive(queue)).toEqual([]);
  await remove(queue, first[0]);
  expect(bodies(await receive(queue))).toEqual(['a2', 'a3']);
});

test('ReceiveMessage: a group begins anew with what was not deleted in time', async () => {
  const queue = await fifo();
  for (const body of ['a1', 'a2', 'a3']) await sendTo(queue, 'a', body);
  const [one, two] = await receive(queue, 2);
  await remove(queue, one);
  await advance(31_000);
  const again = await receive(queue);
  expect(bodies(again)).toEqual(['a2', 'a3']);
  const { ReceiptHandle = '' } = two ?? {};
  await expect(remove(queue, two)).rejects.toThrow(
    `Value ${ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.`,
  );
  await queue.sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: queue.url,
      ReceiptHandle: again[0]?.ReceiptHandle,
      VisibilityTimeout: 0,
    }),
  );
  // a3 is still in flight, and nothing of its group is given before it.
  expect(await receive(queue)).toEqual([]);
  await remove(queue, again[1]);
  expect(bodies(await receive(queue))).toEqual(['a2']);
});

test('SendMessage: the same deduplication id counts once in five minutes, whatever became of the message', async () => {
  const queue = await fifo();
  const sent = await sendTo(queue, 'a', 'once', 'id');
  const [message] = await receive(queue);
  await remove(queue, message);
  const again = await sendTo(queue, 'b', 'other', 'id');
  expect(again.MessageId).toBe(sent.MessageId);
  expect(again.SequenceNumber).toBe(sent.SequenceNumber);
  expect(await receive(queue)).toEqual([]);
  await advance(5 * 60_000);
  await sendTo(queue, 'a', 'again', 'id');
  expect(bodies(await receive(queue))).toEqual(['again']);
});

test('SendMessage: bodies tell duplicates where the queue says so, and groups tell them apart', async () => {
  const queue = await fifo({
    ContentBasedDeduplication: 'true',
    DeduplicationScope: 'messageGroup',
    FifoThroughputLimit: 'perMessageGroupId',
  });
  const { sqs, url: QueueUrl } = queue;
  for (const MessageGroupId of ['a', 'a', 'b']) {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'same', MessageGroupId }));
  }
  const messages = await receive(queue);
  const groups = messages.map(({ Attributes }) => Attributes?.['MessageGroupId']);
  expect(new Set(groups)).toEqual(new Set(['a', 'b']));
  expect(groups.length).toBe(2);
});

test('SendMessageBatch: entries of a batch keep their order', async () => {
  const queue = await fifo({ ContentBasedDeduplication: 'true' });
  const wanted = Array.from({ length: 10 }, (_, at) => `m${at}`);
  await queue.sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: queue.url,
      Entries: wanted.map((MessageBody) => ({
        Id: MessageBody,
        MessageBody,
        MessageGroupId: 'a',
      })),
    }),
  );
  expect(bodies(await receive(queue))).toEqual(wanted);
});

const REFUSED = [
  [{ MessageBody: 'x' }, 'The request must contain the parameter MessageGroupId.'],
  [
    { MessageBody: 'x', MessageGroupId: 'a' },
    'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  ],
  [
    { MessageBody: 'x', MessageGroupId: 'a', MessageDeduplicationId: 'a', DelaySeconds: 5 },
    'Value 5 for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.',
  ],
  [
    { MessageBody: 'x', MessageGroupId: 'a b', MessageDeduplicationId: 'a' },
    'Value a b for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.',
  ],
] as const;

test('SendMessage: FIFO queues refuse what they cannot order', async () => {
  const { sqs, url: QueueUrl } = await fifo();
  let refused = 0;
  for (const [input, text] of REFUSED) {
    await expect(sqs.send(new SendMessageCommand({ QueueUrl, ...input }))).rejects.toThrow(text);
    refused += 1;
  }
  expect(refused).toBe(4);
});

test('ReceiveMessage: two consumers share groups and lose nothing', async () => {
  const queue = await fifo({ ContentBasedDeduplication: 'true' });
  const groups = ['a', 'b', 'c', 'd'];
  const sent = groups.flatMap((group) => Array.from({ length: 5 }, (_, at) => `${group}${at}`));
  await Promise.all(
    groups.map(async (group) => {
      for (const body of sent.filter((one) => one.startsWith(group))) {
        await sendTo(queue, group, body);
      }
    }),
  );
  const got: string[] = [];
  const consume = async (): Promise<void> => {
    for (;;) {
      const messages = await receive(queue, 2);
      if (messages.length === 0) return;
      for (const message of messages) {
        got.push(message.Body ?? '');
        await remove(queue, message);
      }
    }
  };
  await Promise.all([consume(), consume()]);
  await consume();
  expect([...got].sort()).toEqual([...sent].sort());
  for (const group of groups) {
    const own = got.filter((body) => body.startsWith(group));
    expect(own).toEqual([...own].sort());
  }
});
