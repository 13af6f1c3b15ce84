import {
  CloudWatchClient,
  type Dimension,
  GetMetricStatisticsCommand,
  PutMetricAlarmCommand,
  DescribeAlarmsCommand,
} from '@aws-sdk/client-cloudwatch';
import { PublishVersionCommand, PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { monthOf, moveTo } from '../cost-explorer/costs.ts';
import { invoke, newFunction, python } from './functions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await moveTo(server, '2027-01-10T12:30:00Z');
});
afterAll(() => server.close());

const PICKS = python(`
def handler(event, context):
  if event.get("fail"):
    raise ValueError("no good")
`);

async function sumOf(account: string, MetricName: string, Dimensions: Dimension[]) {
  const now = server.platform.engine().clock.serviceTime();
  const { Datapoints = [] } = await new CloudWatchClient(server.client(account)).send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/Lambda',
      MetricName,
      Dimensions,
      StartTime: new Date(now - 3_600_000),
      EndTime: new Date(now + 60_000),
      Period: 3_600 * 2,
      Statistics: ['Sum', 'SampleCount'],
    }),
  );
  return [
    Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0),
    Datapoints.reduce((sum, { SampleCount = 0 }) => sum + SampleCount, 0),
  ];
}

const picks = [{ Name: 'FunctionName', Value: 'picks' }];

test('metrics: invocations, errors and durations of a function, and of the version that was asked for', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'picks', PICKS);
  await lambda.send(new PublishVersionCommand({ FunctionName: 'picks' }));
  await invoke(lambda, 'picks');
  await invoke(lambda, 'picks', { fail: true });
  await invoke(lambda, 'picks', {}, { Qualifier: '1' });
  expect(await sumOf(account, 'Invocations', picks)).toEqual([3, 3]);
  expect(await sumOf(account, 'Errors', picks)).toEqual([1, 3]);
  const [duration, runs] = await sumOf(account, 'Duration', picks);
  expect([runs, (duration ?? 0) > 0]).toEqual([3, true]);
  const one = [...picks, { Name: 'Resource', Value: 'picks:1' }];
  expect(await sumOf(account, 'Invocations', one)).toEqual([1, 1]);
});

test('metrics: an alarm goes off for a function that fails', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'picks', PICKS);
  const cloudwatch = new CloudWatchClient(server.client(account));
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: 'fails',
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: picks,
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    }),
  );
  await invoke(lambda, 'picks', { fail: true });
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 60_000);
  const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({}));
  expect(MetricAlarms?.map(({ StateValue }) => StateValue)).toEqual(['ALARM']);
});

test('metrics: an event that is held back is a throttle', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'picks', PICKS);
  await lambda.send(
    new PutFunctionConcurrencyCommand({
      FunctionName: 'picks',
      ReservedConcurrentExecutions: 0,
    }),
  );
  await invoke(lambda, 'picks', {}, { InvocationType: 'Event' });
  await expect
    .poll(async () => (await sumOf(account, 'Throttles', picks))[0], { timeout: 20_000 })
    .toBeGreaterThan(0);
  expect(await sumOf(account, 'Invocations', picks)).toEqual([0, 0]);
});

test('the bill: requests beyond the free ones, and gigabyte-seconds', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'picks', { ...PICKS, MemorySize: 1_024 });
  for (let times = 0; times < 5; times += 1) await invoke(lambda, 'picks');
  await server.platform.engine().bill({});
  const bill = await monthOf(server, account, '2027-01-01', '2027-02-01', {
    Filter: { Dimensions: { Key: 'SERVICE', Values: ['AWS Lambda'] } },
  });
  expect(bill['us-east-1-Request Invoke']).toEqual(['5', '0']);
  const [gbSeconds, cost] = bill['us-east-1-Lambda-GB-Second Invoke'] ?? [];
  // At least a millisecond each.
  expect(Number(gbSeconds)).toBeGreaterThanOrEqual(0.005);
  expect(Number(cost)).toBeCloseTo(Number(gbSeconds) * 0.0000166667, 9);
});
