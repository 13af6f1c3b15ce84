import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import {
  DeleteParameterCommand,
  LabelParameterVersionCommand,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStore, type Store } from './store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A queue that gets what a rule of the account matches; gives what came, oldest first. */
async function listener({ account }: Store, pattern: object) {
  const config = server.client(account);
  const sqs = new SQSClient(config);
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'heard' }));
  const Arn = `arn:aws:sqs:us-east-1:${account}:heard`;
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: Arn,
  });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  const events = new EventBridgeClient(config);
  const EventPattern = JSON.stringify(pattern);
  await events.send(new PutRuleCommand({ Name: 'heard', EventPattern }));
  await events.send(new PutTargetsCommand({ Rule: 'heard', Targets: [{ Id: 'q', Arn }] }));
  return async () => {
    const heard: { readonly [member: string]: unknown }[] = [];
    for (;;) {
      const batch = { QueueUrl, MaxNumberOfMessages: 10 };
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(batch));
      if (Messages.length === 0) return heard;
      for (const { Body = '', ReceiptHandle } of Messages) {
        heard.push(JSON.parse(Body));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  };
}

async function advance(milliseconds: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + milliseconds);
}

test('check 17: a rule hears of every change exactly once', async () => {
  const store = newStore(server);
  const heard = await listener(store, {
    source: ['aws.ssm'],
    'detail-type': ['Parameter Store Change'],
    detail: {
      name: ['/e/p'],
      operation: ['Create', 'Update', 'Delete', 'LabelParameterVersion'],
    },
  });
  const value = { Name: '/e/p', Value: 'v', Type: 'String' } as const;
  await store.ssm.send(new PutParameterCommand({ ...value, Description: 'Sample Parameter' }));
  await store.ssm.send(new PutParameterCommand({ ...value, Overwrite: true }));
  await store.ssm.send(new LabelParameterVersionCommand({ Name: '/e/p', Labels: ['l'] }));
  await store.ssm.send(new PutParameterCommand({ ...value, Name: '/e/other' }));
  await store.ssm.send(new DeleteParameterCommand({ Name: '/e/p' }));
  await advance(1_000);
  const events = await heard();
  const operations = ['Create', 'Delete', 'LabelParameterVersion', 'Update'];
  const byOperation = events.toSorted((a, b) =>
    JSON.stringify(a['detail']) < JSON.stringify(b['detail']) ? -1 : 1,
  );
  expect(byOperation).toEqual(
    operations.map((operation) => ({
      version: '0',
      id: expect.any(String),
      'detail-type': 'Parameter Store Change',
      source: 'aws.ssm',
      account: store.account,
      time: expect.any(String),
      region: 'us-east-1',
      resources: [store.arn('e/p')],
      detail: { operation, name: '/e/p', type: 'String', description: 'Sample Parameter' },
    })),
  );
});

test('check 15: a rule hears of what policies did', async () => {
  const store = newStore(server);
  const heard = await listener(store, {
    source: ['aws.ssm'],
    'detail-type': ['Parameter Store Policy Action'],
    detail: { 'parameter-name': ['/e/p'], 'policy-type': ['Expiration'] },
  });
  const Timestamp = new Date(server.platform.engine().clock.serviceTime() + 2_000).toISOString();
  const Policies = JSON.stringify([
    { Type: 'Expiration', Version: '1.0', Attributes: { Timestamp } },
  ]);
  const value = { Name: '/e/p', Value: 'v', Type: 'String', Tier: 'Advanced' } as const;
  await store.ssm.send(new PutParameterCommand({ ...value, Policies }));
  await advance(5_000);
  expect(await heard()).toMatchObject([
    { detail: { 'parameter-name': '/e/p', 'policy-type': 'Expiration' } },
  ]);
});
