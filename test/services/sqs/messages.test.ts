import { createHash } from 'node:crypto';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newQueue, send } from './queues.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const { advanceTo } = {
  advanceTo: (ms: number) =>
    server.platform.engine().advanceTo(server.platform.engine().clock.serviceTime() + ms),
};

test('SendMessage, ReceiveMessage, DeleteMessage: a message goes through its whole life', async () => {
  const queue = await newQueue(server);
  const { sqs, url: QueueUrl } = queue;
  const sent = await sqs.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: 'héllo',
      MessageAttributes: {
        kind: { DataType: 'String', StringValue: 'test' },
        size: { DataType: 'Number.int', StringValue: '12' },
        raw: { DataType: 'Binary', BinaryValue: Buffer.from([0, 255]) },
      },
      MessageSystemAttributes: {
        AWSTraceHeader: {
          DataType: 'String',
          StringValue: 'Root=1-5759e988-bd862e3fe1be46a994272793',
        },
      },
    }),
  );
  expect(sent.MD5OfMessageBody).toBe(createHash('md5').update('héllo').digest('hex'));
  // The SDK has compared the digests of the attributes already.
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    }),
  );
  expect(Messages).toHaveLength(1);
  const [message] = Messages;
  expect(message).toMatchObject({
    MessageId: sent.MessageId,
    Body: 'héllo',
    MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
    Attributes: {
      SenderId: queue.account,
      ApproximateReceiveCount: '1',
      AWSTraceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793',
    },
    MessageAttributes: { raw: { DataType: 'Binary', BinaryValue: new Uint8Array([0, 255]) } },
  });
  const again = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(again.Messages).toBeUndefined();
  const attributes = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  expect(attributes.Attributes).toMatchObject({
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '1',
  });
  const { ReceiptHandle = '' } = message ?? {};
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  await advanceTo(31_000);
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
});

test('ReceiveMessage: a message that was not deleted comes again after its visibility timeout', async () => {
  const queue = await newQueue(server);
  const { sqs, url: QueueUrl } = queue;
  await send(queue, 'once more');
  const first = await sqs.send(new ReceiveMessageCommand({ QueueUrl, VisibilityTimeout: 10 }));
  expect(first.Messages).toHaveLength(1);
  await advanceTo(9_000);
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
  await advanceTo(1_000);
  const second = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    }),
  );
  expect(second.Messages?.[0]?.Attributes).toEqual({ ApproximateReceiveCount: '2' });
  const handle = first.Messages?.[0]?.ReceiptHandle ?? '';
  const late = sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: handle, VisibilityTimeout: 0 }),
  );
  await expect(late).rejects.toThrow(
    `Value ${handle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not ` +
      'available for visibility timeout change.',
  );
  const ReceiptHandle = second.Messages?.[0]?.ReceiptHandle ?? '';
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }),
  );
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toHaveLength(1);
});

test('ReceiveMessage: a long poll waits until a message is sent', async () => {
  const queue = await newQueue(server);
  const { sqs, url: QueueUrl } = queue;
  const waiting = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  const order = new Array<string>();
  const received = waiting.then((answer) => {
    order.push('received');
    return answer;
  });
  await send(queue, 'at last');
  order.push('sent');
  const { Messages = [] } = await received;
  expect(Messages.map(({ Body }) => Body)).toEqual(['at last']);
  expect(order).toContain('sent');
});

test('SendMessage: DelaySeconds holds a message back', async () => {
  const { sqs, url: QueueUrl } = await newQueue(server);
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 60 }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ['ApproximateNumberOfMessagesDelayed'],
    }),
  );
  expect(Attributes).toEqual({ ApproximateNumberOfMessagesDelayed: '1' });
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
  await advanceTo(60_000);
  expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toHaveLength(1);
});

test('SendMessageBatch: what one entry does wrong fails it alone', async () => {
  const { sqs, url: QueueUrl } = await newQueue(server);
  const answer = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: 'a', MessageBody: 'one' },
        { Id: 'b', MessageBody: 'two', DelaySeconds: 901 },
        { Id: 'c', MessageBody: 'three' },
      ],
    }),
  );
  expect(answer.Successful?.map(({ Id }) => Id)).toEqual(['a', 'c']);
  expect(answer.Failed).toEqual([
    {
      Id: 'b',
      SenderFault: true,
      Code: 'InvalidParameterValue',
      Message:
        'Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.',
    },
  ]);
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
  );
  expect(
    Messages.map(({ Body = '' }) => Body).toSorted((one, other) => one.localeCompare(other)),
  ).toEqual(['one', 'three']);
  const deleted = await sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: '1', ReceiptHandle: Messages[0]?.ReceiptHandle },
        { Id: '2', ReceiptHandle: 'nonsense' },
      ],
    }),
  );
  expect(deleted.Successful).toEqual([{ Id: '1' }]);
  expect(deleted.Failed).toEqual([
    {
      Id: '2',
      SenderFault: true,
      Code: 'ReceiptHandleIsInvalid',
      Message: 'The input receipt handle "nonsense" is not a valid receipt handle.',
    },
  ]);
});

test('ReceiveMessage: names of attributes go by either list, and unknown ones are refused', async () => {
  const queue = await newQueue(server);
  const { sqs, url: QueueUrl } = queue;
  await send(queue, 'named');
  const names = (...AttributeNames: string[]) => ({
    QueueUrl,
    AttributeNames,
    VisibilityTimeout: 0,
  });
  // @ts-expect-error Old clients name a message's attributes here, as AWS's guide does.
  const old = await sqs.send(new ReceiveMessageCommand(names('ApproximateReceiveCount')));
  expect(old.Messages?.[0]?.Attributes).toEqual({ ApproximateReceiveCount: '1' });
  // @ts-expect-error No attribute has this name.
  await expect(sqs.send(new ReceiveMessageCommand(names('Nonsense')))).rejects.toMatchObject({
    name: 'InvalidAttributeName',
    message: 'Unknown Attribute Nonsense.',
  });
});

test('SendMessage: refuses what AWS refuses', async () => {
  const { sqs, url: QueueUrl } = await newQueue(server);
  const text = { DataType: 'String', StringValue: 'x' };
  const many = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`a${at}`, text]));
  const refused = [
    [{ MessageBody: '' }, 'The request must contain the parameter MessageBody.'],
    [
      { MessageBody: 'a\u0000b' },
      "Invalid binary character '#x0' was found in the message body, the set of allowed characters is #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF",
    ],
    [
      { MessageBody: 'x'.repeat(1_048_577) },
      'One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.',
    ],
    [
      { MessageBody: 'x', MessageAttributes: many },
      'Number of message attributes [11] exceeds the allowed maximum [10].',
    ],
    [
      { MessageBody: 'x', MessageAttributes: { a: { DataType: 'Text', StringValue: 'x' } } },
      "The type of message (user) attribute 'a' is invalid. You must use only the following supported type prefixes: Binary, Number, String.",
    ],
    [
      { MessageBody: 'x', MessageAttributes: { a: { DataType: 'String', StringValue: '' } } },
      "Message (user) attribute 'a' must contain a non-empty value of type 'String'.",
    ],
    [
      { MessageBody: 'x', MessageDeduplicationId: 'a' },
      'Value a for parameter MessageDeduplicationId is invalid. Reason: The request include parameter that is not valid for this queue type.',
    ],
  ] as const;
  for (const [input, told] of refused) {
    await expect(sqs.send(new SendMessageCommand({ QueueUrl, ...input }))).rejects.toThrow(told);
  }
  expect(refused).toHaveLength(7);
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(1_048_576) }));
});

test('ReceiveMessage: a waiting receive ends with its connection, and takes nothing', async () => {
  const queue = await newQueue(server);
  const { sqs, url: QueueUrl } = queue;
  const abort = new AbortController();
  const waiting = sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }), {
    abortSignal: abort.signal,
  });
  const ended = expect(waiting).rejects.toThrow();
  abort.abort();
  await ended;
  await send(queue, 'kept');
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      WaitTimeSeconds: 5,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    }),
  );
  expect(Messages.map(({ Body }) => Body)).toEqual(['kept']);
});

test('ReceiveMessage: a server that stops does not wait for those who wait', async () => {
  const other = await startServer();
  const queue = await newQueue(other);
  const waiting = queue.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queue.url, WaitTimeSeconds: 20 }),
  );
  // The receive has arrived once a later call was answered.
  await send(await newQueue(other), 'x');
  await other.close();
  expect((await waiting).Messages).toBeUndefined();
});
