import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { executionRole, invoke, newFunction, python } from './functions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const PRINTS = python('def handler(event, context):\n  print("said", event["n"])\n');

test('what a function prints stands in its log group, by the permission of its role', async () => {
  const account = freshAccount();
  const Role = await executionRole(server, account, 'logs', {
    Effect: 'Allow',
    Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: '*',
  });
  const lambda = await newFunction(server, account, 'prints', { ...PRINTS, Role });
  const first = await invoke(lambda, 'prints', { n: 1 });
  await invoke(lambda, 'prints', { n: 2 });
  const logs = new CloudWatchLogsClient(server.client(account));
  const logGroupName = '/aws/lambda/prints';
  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
  const id = first.answer.$metadata.requestId;
  expect(events.map(({ message }) => message?.split(' ')[0]?.trim())).toEqual([
    'INIT_START',
    'START',
    'said',
    'END',
    'REPORT',
    'START',
    'said',
    'END',
    'REPORT',
  ]);
  expect(events[1]?.message).toBe(`START RequestId: ${id} Version: $LATEST\n`);
  const { logStreams = [] } = await logs.send(new DescribeLogStreamsCommand({ logGroupName }));
  expect(logStreams).toHaveLength(1);
  expect(logStreams[0]?.logStreamName).toMatch(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/);
});

test('a function whose role may not write logs runs all the same', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'silent', PRINTS);
  const { answer, log } = await invoke(lambda, 'silent', { n: 1 }, { LogType: 'Tail' });
  expect(answer.FunctionError).toBeUndefined();
  expect(log).toContain('said 1\n');
  const logs = new CloudWatchLogsClient(server.client(account));
  await expect(
    logs.send(new FilterLogEventsCommand({ logGroupName: '/aws/lambda/silent' })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
