import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutEventsCommand,
  PutPermissionCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../../../src/core/errors.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { fakeQueues, refusals, sent } from './fake-queues.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [fakeQueues] });
});
afterAll(() => server.close());

function clientOf(account: string, region?: string): EventBridgeClient {
  return new EventBridgeClient(server.client(account, region));
}

function queueArn(account: string, name: string): string {
  return `arn:aws:sqs:us-east-1:${account}:${name}`;
}

/** A rule that sends what comes from `shop` to a queue of the rule's name. */
async function shopRule(events: EventBridgeClient, account: string, Name: string, more = {}) {
  await events.send(new PutRuleCommand({ Name, EventPattern: '{"source": ["shop"]}' }));
  const target = { Id: 'queue', Arn: queueArn(account, Name), ...more };
  await events.send(new PutTargetsCommand({ Rule: Name, Targets: [target] }));
}

const ORDER = { Source: 'shop', DetailType: 'Order', Detail: '{ "id": 12345678901234567890 }' };

function bodies(queue: string): readonly unknown[] {
  return (sent.get(queue) ?? []).map(({ MessageBody }) => JSON.parse(MessageBody));
}

async function quiet(): Promise<void> {
  await server.platform.engine().advanceTo(server.platform.engine().clock.serviceTime());
}

test('PutEvents: an event reaches the queue of the rule that it matches', async () => {
  const account = freshAccount();
  const events = clientOf(account);
  await shopRule(events, account, `q-${account}`);
  const answer = await events.send(new PutEventsCommand({ Entries: [ORDER] }));
  expect(answer.FailedEntryCount).toBe(0);
  await quiet();
  expect(bodies(`q-${account}`)).toEqual([
    {
      version: '0',
      id: answer.Entries?.[0]?.EventId,
      'detail-type': 'Order',
      source: 'shop',
      account,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'us-east-1',
      resources: [],
      detail: { id: 12345678901234567890 },
    },
  ]);
  expect(sent.get(`q-${account}`)?.[0]?.MessageBody).toContain('{"id":12345678901234567890}');
});

test('a failed delivery is tried again until its tries are used up, then goes to the dead-letter queue', async () => {
  const account = freshAccount();
  const events = clientOf(account);
  const queue = `retry-${account}`;
  const deadLetters = `dead-${account}`;
  await shopRule(events, account, queue, {
    RetryPolicy: { MaximumRetryAttempts: 2 },
    DeadLetterConfig: { Arn: queueArn(account, deadLetters) },
  });
  const busy = () => new ServiceError('ThrottlingException', 'Slow down');
  refusals.set(queue, [busy(), busy(), busy()]);
  await events.send(new PutEventsCommand({ Entries: [ORDER] }));
  const { clock } = server.platform.engine();
  await server.platform.engine().advanceTo(clock.serviceTime() + 3_600_000);
  expect(bodies(queue)).toEqual([]);
  expect(bodies(deadLetters)).toHaveLength(1);
  const attributes = sent.get(deadLetters)?.[0]?.MessageAttributes ?? {};
  expect(
    Object.fromEntries(Object.entries(attributes).map(([k, v]) => [k, v.StringValue])),
  ).toEqual({
    RULE_ARN: `arn:aws:events:us-east-1:${account}:rule/${queue}`,
    TARGET_ARN: queueArn(account, queue),
    ERROR_CODE: 'THROTTLING',
    ERROR_MESSAGE: 'Slow down',
    RETRY_ATTEMPTS: '2',
    EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
  });
});

test('bus to bus: an event goes to another account’s bus, whose policy lets it', async () => {
  const [from, to] = [freshAccount(), freshAccount()];
  const [sender, receiver] = [clientOf(from), clientOf(to)];
  await receiver.send(new CreateEventBusCommand({ Name: 'inbox' }));
  const queue = `inbox-${to}`;
  await receiver.send(
    new PutRuleCommand({
      Name: 'all',
      EventBusName: 'inbox',
      EventPattern: '{"source": ["shop"]}',
    }),
  );
  await receiver.send(
    new PutTargetsCommand({
      Rule: 'all',
      EventBusName: 'inbox',
      Targets: [{ Id: 'q', Arn: queueArn(to, queue) }],
    }),
  );
  await sender.send(new PutRuleCommand({ Name: 'out', EventPattern: '{"source": ["shop"]}' }));
  const Arn = `arn:aws:events:us-east-1:${to}:event-bus/inbox`;
  const DeadLetterConfig = { Arn: queueArn(from, `dead-${from}`) };
  await sender.send(
    new PutTargetsCommand({ Rule: 'out', Targets: [{ Id: 'bus', Arn, DeadLetterConfig }] }),
  );
  await sender.send(new PutEventsCommand({ Entries: [ORDER] }));
  await quiet();
  expect(bodies(queue)).toEqual([]);
  expect(sent.get(`dead-${from}`)?.[0]?.MessageAttributes?.['ERROR_CODE']?.StringValue).toBe(
    'NO_PERMISSIONS',
  );
  await receiver.send(
    new PutPermissionCommand({
      EventBusName: 'inbox',
      Action: 'events:PutEvents',
      Principal: from,
      StatementId: 'sender',
    }),
  );
  await sender.send(new PutEventsCommand({ Entries: [ORDER] }));
  await quiet();
  expect(bodies(queue)).toMatchObject([{ account: from, source: 'shop', region: 'us-east-1' }]);
});
