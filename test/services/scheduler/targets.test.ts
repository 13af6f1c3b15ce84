import { CreateScheduleCommand, type Target } from '@aws-sdk/client-scheduler';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../../server.ts';
import { HOUR_MS, newQueue, type Queue, quiet, startEventsServer } from '../events/rig.ts';
import { executionRole, newFunction, python } from '../lambda/functions.ts';
import { listen } from '../lambda/listener.ts';
import { type Bench, newBench, OFF } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());

/** One turn, an hour from now. */
async function once({ scheduler, roleArn, queue }: Bench, target: Omit<Target, 'RoleArn'>) {
  const due = server.platform.engine().clock.serviceTime() + HOUR_MS;
  await scheduler.send(
    new CreateScheduleCommand({
      Name: 'once',
      FlexibleTimeWindow: OFF,
      ScheduleExpression: `at(${new Date(due).toISOString().slice(0, 19)})`,
      Target: { RoleArn: roleArn, DeadLetterConfig: { Arn: queue.arn }, ...target },
    }),
  );
  await quiet(server, 2 * HOUR_MS);
}

/** A topic, and a queue that gets what it is told, as it is told. */
async function newTopic({ account }: Bench): Promise<{ arn: string; queue: Queue }> {
  const sns = new SNSClient(server.client(account));
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'news' }));
  const statement = { Principal: { Service: 'sns.amazonaws.com' }, Condition: undefined };
  const queue = await newQueue(server, account, 'news', { statement });
  const Attributes = { RawMessageDelivery: 'true' };
  await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue.arn, Attributes }),
  );
  return { arn: TopicArn, queue };
}

/** A function that tells what it was given. */
async function telling({ account }: Bench) {
  const listener = await listen();
  const Role = await executionRole(server, account);
  await newFunction(server, account, 'tells', {
    Role,
    Environment: { Variables: { TO: listener.url } },
    ...python(
      'import json, os, urllib.request\n' +
        'def handler(event, context):\n' +
        '  urllib.request.urlopen(os.environ["TO"], json.dumps(event).encode())\n',
    ),
  });
  return { listener, arn: `arn:aws:lambda:us-east-1:${account}:function:tells` };
}

test('the SNS template: a topic is told the input', async () => {
  const bench = await newBench(server);
  const topic = await newTopic(bench);
  await once(bench, { Arn: topic.arn, Input: 'at <aws.scheduler.scheduled-time>' });
  expect((await topic.queue.messages()).map(({ body }) => body)).toEqual([
    expect.stringMatching(/^at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  ]);
  expect(await bench.queue.messages()).toEqual([]);
});

test('a universal target of SNS: the whole call of Publish, with what a template can not say', async () => {
  const bench = await newBench(server);
  const topic = await newTopic(bench);
  const attribute = { DataType: 'String', StringValue: 'nightly' };
  const message = { Message: 'run', MessageAttributes: { kind: attribute } };
  await once(bench, {
    Arn: 'arn:aws:scheduler:::aws-sdk:sns:publish',
    Input: JSON.stringify({ TopicArn: topic.arn, ...message }),
  });
  expect(await topic.queue.messages()).toMatchObject([
    { body: 'run', attributes: { kind: 'nightly' } },
  ]);
});

test('the Lambda template: a function runs with the input', async () => {
  const bench = await newBench(server);
  const { listener, arn } = await telling(bench);
  await once(bench, { Arn: arn, Input: '{"job": "nightly"}' });
  await expect.poll(() => listener.heard, { timeout: 20_000 }).toEqual(['{"job": "nightly"}']);
  listener.close();
});

test('a universal target of Lambda: the payload is given as text', async () => {
  const bench = await newBench(server);
  const { listener, arn } = await telling(bench);
  await once(bench, {
    Arn: 'arn:aws:scheduler:::aws-sdk:lambda:invoke',
    Input: JSON.stringify({
      FunctionName: arn,
      InvocationType: 'Event',
      Payload: '{"job": "weekly"}',
    }),
  });
  await expect.poll(() => listener.heard, { timeout: 20_000 }).toEqual(['{"job": "weekly"}']);
  listener.close();
});

const GONE = [
  {
    service: 'sns',
    arn: (account: string) => `arn:aws:sns:us-east-1:${account}:gone`,
    letter: (Arn: string) => ({ TopicArn: Arn, Message: 'lost' }),
    attributes: {
      ERROR_CODE: 'NotFound',
      ERROR_MESSAGE: 'Topic does not exist',
      TARGET_ARN: 'arn:aws:scheduler:::aws-sdk:sns:publish',
    },
  },
  {
    service: 'lambda',
    arn: (account: string) => `arn:aws:lambda:us-east-1:${account}:function:gone`,
    letter: (Arn: string) => ({ FunctionName: Arn, InvocationType: 'Event', Payload: 'lost' }),
    attributes: {
      ERROR_CODE: 'ResourceNotFoundException',
      TARGET_ARN: 'arn:aws:scheduler:::aws-sdk:lambda:invoke',
    },
  },
] as const;

test.each(GONE)(
  'a target of $service that is gone: the call goes to the dead-letter queue',
  async ({ arn, letter, attributes }) => {
    const bench = await newBench(server);
    const Arn = arn(bench.account);
    await once(bench, { Arn, Input: 'lost' });
    const [dead] = await bench.queue.messages();
    expect(JSON.parse(dead?.body ?? '')).toEqual(letter(Arn));
    expect(dead?.attributes).toMatchObject(attributes);
  },
);
