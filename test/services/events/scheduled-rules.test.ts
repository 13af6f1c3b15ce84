import { DisableRuleCommand, EnableRuleCommand, PutRuleCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, type TestServer } from '../../server.ts';
import { clientOf, DAY_MS, HOUR_MS, newRule, quiet, startEventsServer } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());

test('rate: a turn after each period, told to the rule’s own targets alone', async () => {
  const account = freshAccount();
  const queue = await newRule(server, account, 'hourly', { ScheduleExpression: 'rate(1 hour)' });
  const other = await newRule(server, account, 'other', {
    pattern: { 'detail-type': ['Scheduled Event'] },
  });
  await quiet(server);
  expect(await queue.events()).toEqual([]);
  await quiet(server, 3 * HOUR_MS);
  expect(await other.events()).toEqual([]);
  const turns = await queue.events();
  expect(turns).toHaveLength(3);
  expect(turns[0]).toEqual({
    version: '0',
    id: expect.any(String),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: expect.any(String),
    region: 'us-east-1',
    resources: [`arn:aws:events:us-east-1:${account}:rule/hourly`],
    detail: {},
  });
  await clientOf(server, account).send(new DisableRuleCommand({ Name: 'hourly' }));
});

test('a rule that is disabled has no turns; changed, it has those of its new schedule', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const queue = await newRule(server, account, 'r', { ScheduleExpression: 'rate(1 hour)' });
  await events.send(new DisableRuleCommand({ Name: 'r' }));
  await quiet(server, 3 * HOUR_MS);
  expect(await queue.events()).toEqual([]);
  await events.send(new EnableRuleCommand({ Name: 'r' }));
  await events.send(new PutRuleCommand({ Name: 'r', ScheduleExpression: 'rate(2 hours)' }));
  await quiet(server, 4 * HOUR_MS);
  expect(await queue.events()).toHaveLength(2);
  await events.send(new DisableRuleCommand({ Name: 'r' }));
});

test('cron: a year of Mondays, one turn each', async () => {
  const account = freshAccount();
  const queue = await newRule(server, account, 'mondays', {
    ScheduleExpression: 'cron(0 9 ? * MON *)',
  });
  const { clock } = server.platform.engine();
  const start = clock.serviceTime();
  const end = start + 364 * DAY_MS;
  const times: string[] = [];
  // Queues keep messages for four days.
  while (clock.serviceTime() < end) {
    await quiet(server, Math.min(3 * DAY_MS, end - clock.serviceTime()));
    for (const { body } of await queue.take()) times.push(JSON.parse(body).time);
  }
  expect(times).toHaveLength(52);
  for (const time of times) {
    expect(new Date(time).getUTCDay()).toBe(1);
    expect(time.slice(10)).toBe('T09:00:00Z');
  }
  expect(new Set(times).size).toBe(52);
}, 60_000);
