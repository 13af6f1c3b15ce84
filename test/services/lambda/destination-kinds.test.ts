import { PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newQueue, newRule, type Queue } from '../events/rig.ts';
import { executionRole, invoke, newFunction, python } from './functions.ts';
import { listen } from './listener.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const PICKS = python(`
def handler(event, context):
  if event["fail"]:
    raise ValueError("no good")
  return {"done": True}
`);
const EVENT = { InvocationType: 'Event' } as const;

async function advance(seconds: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + seconds * 1_000);
}

/** The function `picks` runs as a role that may do one thing, and tells two destinations. */
async function picks(
  account: string,
  Action: string,
  destinations: { readonly success: string; readonly failure: string },
) {
  const Role = await executionRole(server, account, 'sends', {
    Effect: 'Allow',
    Action,
    Resource: '*',
  });
  const lambda = await newFunction(server, account, 'picks', { ...PICKS, Role });
  await lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: 'picks',
      MaximumRetryAttempts: 0,
      DestinationConfig: {
        OnSuccess: { Destination: destinations.success },
        OnFailure: { Destination: destinations.failure },
      },
    }),
  );
  return lambda;
}

/** A topic with a queue that hears the bare messages. */
async function newTopic(account: string, name: string) {
  const sns = new SNSClient(server.client(account));
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: name }));
  const statement = { Principal: { Service: 'sns.amazonaws.com' }, Condition: undefined };
  const queue = await newQueue(server, account, name, { statement });
  const Attributes = { RawMessageDelivery: 'true' };
  await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue.arn, Attributes }),
  );
  return { arn: TopicArn, queue };
}

async function heardBy(queue: Queue, count = 1) {
  let heard: Awaited<ReturnType<Queue['events']>> = [];
  const listen = async () => {
    await advance(1);
    heard = await queue.events();
    return heard.length;
  };
  await expect.poll(listen, { timeout: 20_000 }).toBe(count);
  return heard;
}

const SUCCESS = {
  version: '1.0',
  requestContext: { condition: 'Success', approximateInvokeCount: 1 },
  requestPayload: { fail: false },
  responsePayload: { done: true },
};
const FAILURE = {
  version: '1.0',
  requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 1 },
  requestPayload: { fail: true },
  responsePayload: { errorMessage: 'no good', errorType: 'ValueError' },
};

test('destinations: topics', async () => {
  const account = freshAccount();
  const good = await newTopic(account, 'good');
  const bad = await newTopic(account, 'bad');
  const ends = { success: good.arn, failure: bad.arn };
  const lambda = await picks(account, 'sns:Publish', ends);
  await invoke(lambda, 'picks', { fail: false }, EVENT);
  expect(await heardBy(good.queue)).toMatchObject([SUCCESS]);
  await invoke(lambda, 'picks', { fail: true }, EVENT);
  expect(await heardBy(bad.queue)).toMatchObject([FAILURE]);
  expect(await good.queue.messages()).toHaveLength(1);
});

test('destinations: a bus, with the function and the bus as resources', async () => {
  const account = freshAccount();
  const told = await newRule(server, account, 'told', { pattern: { source: ['lambda'] } });
  const bus = `arn:aws:events:us-east-1:${account}:event-bus/default`;
  const lambda = await picks(account, 'events:PutEvents', { success: bus, failure: bus });
  await invoke(lambda, 'picks', { fail: false }, EVENT);
  const arn = `arn:aws:lambda:us-east-1:${account}:function:picks:$LATEST`;
  expect(await heardBy(told)).toMatchObject([
    {
      source: 'lambda',
      'detail-type': 'Lambda Function Invocation Result - Success',
      resources: [bus, arn],
      detail: SUCCESS,
    },
  ]);
  await invoke(lambda, 'picks', { fail: true }, EVENT);
  expect((await heardBy(told, 2))[1]).toMatchObject({
    'detail-type': 'Lambda Function Invocation Result - Failure',
    detail: FAILURE,
  });
});

test('destinations: another function runs with the record', async () => {
  const account = freshAccount();
  const listener = await listen();
  await newFunction(server, account, 'tells', {
    Environment: { Variables: { TO: listener.url } },
    ...python(
      'import json, os, urllib.request\n' +
        'def handler(event, context):\n' +
        '  urllib.request.urlopen(os.environ["TO"], json.dumps(event).encode())\n',
    ),
  });
  const arn = `arn:aws:lambda:us-east-1:${account}:function:tells`;
  const lambda = await picks(account, 'lambda:InvokeFunction', { success: arn, failure: arn });
  await invoke(lambda, 'picks', { fail: true }, EVENT);
  await expect.poll(() => listener.heard.length, { timeout: 20_000 }).toBe(1);
  await invoke(lambda, 'picks', { fail: false }, EVENT);
  await expect.poll(() => listener.heard.length, { timeout: 20_000 }).toBe(2);
  expect(listener.heard.map((text) => JSON.parse(text))).toMatchObject([FAILURE, SUCCESS]);
  listener.close();
});

test('destinations: what the role may not do is dropped', async () => {
  const account = freshAccount();
  const good = await newTopic(account, 'good');
  const lambda = await picks(account, 'sqs:SendMessage', { success: good.arn, failure: good.arn });
  await invoke(lambda, 'picks', { fail: false }, EVENT);
  await advance(600);
  expect(await good.queue.messages()).toEqual([]);
});

test('a dead-letter topic gets the event itself, with what went wrong', async () => {
  const account = freshAccount();
  const letters = await newTopic(account, 'letters');
  const Role = await executionRole(server, account, 'sends', {
    Effect: 'Allow',
    Action: 'sns:Publish',
    Resource: letters.arn,
  });
  const lambda = await newFunction(server, account, 'picks', {
    ...PICKS,
    Role,
    DeadLetterConfig: { TargetArn: letters.arn },
  });
  const { answer } = await invoke(lambda, 'picks', { fail: true }, EVENT);
  await advance(300);
  expect(await heardBy(letters.queue)).toEqual([{ fail: true }]);
  expect((await letters.queue.messages())[0]?.attributes).toEqual({
    RequestID: answer.$metadata.requestId,
    ErrorCode: '200',
    ErrorMessage: 'no good',
  });
});
