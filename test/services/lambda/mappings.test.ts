import {
  CreateEventSourceMappingCommand,
  DeleteEventSourceMappingCommand,
  type CreateEventSourceMappingCommandInput,
  GetEventSourceMappingCommand,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newQueue, type Queue, send } from '../sqs/queues.ts';
import { executionRole, newFunction, python } from './functions.ts';
import { listen, type Listener } from './listener.ts';

let server: TestServer;
let listener: Listener;
beforeAll(async () => {
  [server, listener] = await Promise.all([startServer(), listen()]);
});
afterAll(async () => {
  listener.close();
  await server.close();
});

const READS = {
  Effect: 'Allow',
  Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  Resource: '*',
} as const;

/** Tells of every message; fails at those that say so. */
const TELLS = python(`
import json, urllib.request
def handler(event, context):
  failures = []
  for record in event["Records"]:
    urllib.request.urlopen("${'${URL}'}", record["body"].encode())
    if record["body"].startswith("bad"):
      failures.append({"itemIdentifier": record["messageId"]})
  return {"batchItemFailures": failures}
`);

async function advance(seconds: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + seconds * 1_000);
}

async function mapped(
  queue: Queue,
  name: string,
  more: Partial<CreateEventSourceMappingCommandInput> = {},
) {
  const Role = await executionRole(server, queue.account, `${name}-role`, READS);
  const file = { ...TELLS.file, text: TELLS.file.text.replace('${URL}', listener.url) };
  const lambda = await newFunction(server, queue.account, name, { ...TELLS, file, Role });
  const mapping = await lambda.send(
    new CreateEventSourceMappingCommand({
      FunctionName: name,
      EventSourceArn: queue.arn,
      ...more,
    }),
  );
  return { lambda, mapping };
}

async function left({ sqs, url }: Queue): Promise<number> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
  );
  return Object.entries(Attributes)
    .filter(([name]) => name.startsWith('ApproximateNumberOfMessages'))
    .reduce((sum, [, count]) => sum + Number(count), 0);
}

function heard(word: string): number {
  return listener.heard.filter((text) => text === word).length;
}

test('a queue gives its function what is there and what comes, and forgets what is done', async () => {
  const queue = await newQueue(server);
  await send(queue, 'before');
  const { mapping } = await mapped(queue, 'reads');
  expect(mapping).toMatchObject({
    BatchSize: 10,
    EventSourceArn: queue.arn,
    FunctionArn: `arn:aws:lambda:us-east-1:${queue.account}:function:reads`,
    State: 'Enabled',
  });
  await expect.poll(() => heard('before'), { timeout: 20_000 }).toBe(1);
  await send(queue, 'after');
  await expect.poll(() => heard('after'), { timeout: 20_000 }).toBe(1);
  await expect.poll(() => left(queue)).toBe(0);
});

test('messages that the function reports come again, and the others do not', async () => {
  const queue = await newQueue(server);
  await mapped(queue, 'reports', { FunctionResponseTypes: ['ReportBatchItemFailures'] });
  await send(queue, 'fine-1', 'bad-1');
  await expect.poll(() => heard('bad-1'), { timeout: 20_000 }).toBe(1);
  await expect.poll(() => heard('fine-1'), { timeout: 20_000 }).toBe(1);
  await expect.poll(() => left(queue)).toBe(1);
  await advance(31);
  expect(heard('bad-1')).toBe(2);
  expect(heard('fine-1')).toBe(1);
});

test('a mapping that is disabled or deleted takes nothing', async () => {
  const queue = await newQueue(server);
  const { lambda, mapping } = await mapped(queue, 'stops', { Enabled: false });
  const UUID = mapping.UUID ?? '';
  expect(mapping.State).toBe('Disabled');
  await send(queue, 'kept');
  await advance(5);
  expect(heard('kept')).toBe(0);
  await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: true }));
  await expect.poll(() => heard('kept'), { timeout: 20_000 }).toBe(1);
  const listed = await lambda.send(new ListEventSourceMappingsCommand({ FunctionName: 'stops' }));
  expect(listed.EventSourceMappings?.map((each) => each.UUID)).toEqual([UUID]);
  await lambda.send(new DeleteEventSourceMappingCommand({ UUID }));
  await send(queue, 'late');
  await advance(5);
  expect(heard('late')).toBe(0);
  await expect(lambda.send(new GetEventSourceMappingCommand({ UUID }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The resource you requested does not exist.',
  });
});

test('CreateEventSourceMapping: the role must be allowed to read, and the messages stay hidden long enough', async () => {
  const account = freshAccount();
  const queue = await newQueue(server, 'orders', {}, account);
  const lambda = await newFunction(server, account, 'poor', TELLS);
  const asked = (FunctionName: string) =>
    lambda.send(new CreateEventSourceMappingCommand({ FunctionName, EventSourceArn: queue.arn }));
  await expect(asked('poor')).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message: 'The function execution role does not have permissions to call ReceiveMessage on SQS',
  });
  const Role = await executionRole(server, account, 'reads', READS);
  await newFunction(server, account, 'slow', { ...TELLS, Role, Timeout: 60 });
  await expect(asked('slow')).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message: 'Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds',
  });
});
