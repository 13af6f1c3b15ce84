import {
  CreateEventBusCommand,
  PutEventsCommand,
  PutPermissionCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, type TestServer } from '../../server.ts';
import { clientOf, newQueue, newRule, quiet, startEventsServer } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());

const SHOP = { source: ['shop'] };
const ORDER = { Source: 'shop', DetailType: 'Order', Detail: '{ "id": 12345678901234567890 }' };

test('PutEvents: an event reaches the queue of the rule that it matches, with its numbers as they were', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const queue = await newRule(server, account, 'orders', { pattern: SHOP });
  const other = await newRule(server, account, 'other', { pattern: { source: ['elsewhere'] } });
  const answer = await events.send(new PutEventsCommand({ Entries: [ORDER] }));
  expect(answer.FailedEntryCount).toBe(0);
  await quiet(server);
  expect(await queue.events()).toEqual([
    {
      version: '0',
      id: answer.Entries?.[0]?.EventId,
      'detail-type': 'Order',
      source: 'shop',
      account,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: 'us-east-1',
      resources: [],
      detail: expect.anything(),
    },
  ]);
  expect((await queue.messages())[0]?.body).toContain('"detail":{"id":12345678901234567890}}');
  expect(await other.events()).toEqual([]);
});

test('bus to bus: an event goes to another account’s bus once its policy lets it, and to no third account', async () => {
  const [from, to, third] = [freshAccount(), freshAccount(), freshAccount()];
  const receiver = clientOf(server, to);
  await receiver.send(new CreateEventBusCommand({ Name: 'inbox' }));
  const queue = await newRule(server, to, 'all', { pattern: SHOP, EventBusName: 'inbox' });
  const dead = await newQueue(server, from, 'dead');
  const sender = clientOf(server, from);
  await sender.send(new PutRuleCommand({ Name: 'out', EventPattern: JSON.stringify(SHOP) }));
  const Arn = `arn:aws:events:us-east-1:${to}:event-bus/inbox`;
  const DeadLetterConfig = { Arn: dead.arn };
  const Targets = [{ Id: 'bus', Arn, DeadLetterConfig }];
  await sender.send(new PutTargetsCommand({ Rule: 'out', Targets }));
  await sender.send(new PutEventsCommand({ Entries: [ORDER] }));
  await quiet(server);
  expect(await queue.events()).toEqual([]);
  expect((await dead.messages())[0]?.attributes).toMatchObject({ ERROR_CODE: 'NO_PERMISSIONS' });
  await receiver.send(
    new PutPermissionCommand({
      EventBusName: 'inbox',
      Action: 'events:PutEvents',
      Principal: from,
      StatementId: 'sender',
    }),
  );
  const thirdDead = await newQueue(server, to, 'third-dead');
  await receiver.send(
    new PutTargetsCommand({
      Rule: 'all',
      EventBusName: 'inbox',
      Targets: [
        {
          Id: 'third',
          Arn: `arn:aws:events:us-east-1:${third}:event-bus/default`,
          DeadLetterConfig: { Arn: thirdDead.arn },
        },
      ],
    }),
  );
  await sender.send(new PutEventsCommand({ Entries: [ORDER] }));
  await quiet(server);
  expect(await queue.events()).toMatchObject([
    { account: from, source: 'shop', region: 'us-east-1' },
  ]);
  expect((await thirdDead.messages())[0]?.attributes).toMatchObject({
    ERROR_CODE: 'THIRD_ACCOUNT_HOP_DETECTED',
  });
});
