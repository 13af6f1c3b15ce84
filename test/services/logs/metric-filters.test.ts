import {
  CloudWatchLogsClient,
  DeleteMetricFilterCommand,
  DescribeLogGroupsCommand,
  DescribeMetricFiltersCommand,
  type MetricTransformation,
  PutMetricFilterCommand,
  TestMetricFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricStatisticsCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStream, type OwnStream } from './groups.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const MINUTE = 60_000;

async function putFilter(
  { logs, group }: OwnStream,
  filterPattern: string,
  transformation: Partial<MetricTransformation> = {},
): Promise<void> {
  await logs.send(
    new PutMetricFilterCommand({
      logGroupName: group,
      filterName: 'errors',
      filterPattern,
      metricTransformations: [
        { metricName: 'Errors', metricNamespace: 'App', metricValue: '1', ...transformation },
      ],
    }),
  );
}

async function statistics(own: OwnStream, dimensions: Record<string, string> = {}) {
  const cloudwatch = new CloudWatchClient(server.client(own.account));
  const { Datapoints = [] } = await cloudwatch.send(
    new GetMetricStatisticsCommand({
      Namespace: 'App',
      MetricName: 'Errors',
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      StartTime: new Date(own.now() - 60 * MINUTE),
      EndTime: new Date(own.now() + MINUTE),
      Period: 3600,
      Statistics: ['Sum', 'SampleCount'],
    }),
  );
  const sum = Datapoints.reduce((total, point) => total + (point.Sum ?? 0), 0);
  const count = Datapoints.reduce((total, point) => total + (point.SampleCount ?? 0), 0);
  return { sum, count };
}

test('metric filters: count what matches, with a default for minutes without', async () => {
  const own = await newStream(server);
  await putFilter(own, 'ERROR', { defaultValue: 0 });
  await own.put(['ERROR a', 'fine', 'ERROR b'], own.now() - 5 * MINUTE);
  await own.put(['fine'], own.now() - 2 * MINUTE);
  expect(await statistics(own)).toEqual({ sum: 2, count: 3 });
});

test('metric filters: take values and dimensions out of events', async () => {
  const own = await newStream(server);
  await putFilter(own, '{ $.latency > 10 }', {
    metricValue: '$.latency',
    dimensions: { Host: '$.host' },
  });
  await own.put([
    '{"latency": 5, "host": "a"}',
    '{"latency": 20, "host": "a"}',
    '{"latency": 30, "host": "b"}',
    '{"latency": 40}',
  ]);
  expect(await statistics(own, { Host: 'a' })).toEqual({ sum: 20, count: 1 });
  expect(await statistics(own, { Host: 'b' })).toEqual({ sum: 30, count: 1 });
  expect(await statistics(own)).toEqual({ sum: 0, count: 0 });
});

test('metric filters: an alarm goes off for what stands in a log', async () => {
  const own = await newStream(server);
  await putFilter(own, '{ $.errorCode = "AccessDenied*" }');
  const cloudwatch = new CloudWatchClient(server.client(own.account));
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: 'denied',
      Namespace: 'App',
      MetricName: 'Errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 2,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    }),
  );
  const denied = JSON.stringify({ errorCode: 'AccessDeniedException' });
  await own.put([denied, denied]);
  await server.platform.engine().advanceTo(own.now() + MINUTE);
  const { MetricAlarms } = await cloudwatch.send(new DescribeAlarmsCommand({}));
  expect(MetricAlarms).toMatchObject([{ AlarmName: 'denied', StateValue: 'ALARM' }]);
});

test('DescribeMetricFilters: shows what was put, by group, name and metric', async () => {
  const own = await newStream(server);
  const { logs, group } = own;
  await putFilter(own, 'ERROR', { unit: 'Count' });
  const shown = async (input: object) =>
    (await logs.send(new DescribeMetricFiltersCommand(input))).metricFilters;
  const filter = {
    filterName: 'errors',
    filterPattern: 'ERROR',
    creationTime: expect.any(Number),
    logGroupName: group,
    metricTransformations: [
      { metricName: 'Errors', metricNamespace: 'App', metricValue: '1', unit: 'Count' },
    ],
  };
  expect(await shown({ logGroupName: group, filterNamePrefix: 'err' })).toEqual([filter]);
  expect(await shown({ metricName: 'Errors', metricNamespace: 'App' })).toEqual([filter]);
  expect(await shown({ metricName: 'Other', metricNamespace: 'App' })).toEqual([]);
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}));
  expect(logGroups).toMatchObject([{ metricFilterCount: 1 }]);
  const drop = () =>
    logs.send(new DeleteMetricFilterCommand({ logGroupName: group, filterName: 'errors' }));
  await drop();
  await expect(drop()).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The specified metric filter does not exist.',
  });
  await own.put(['ERROR late']);
  expect(await statistics(own)).toEqual({ sum: 0, count: 0 });
});

test('PutMetricFilter: refuses what is no filter, and who may not', async () => {
  const own = await newStream(server);
  await expect(putFilter(own, '{ $.a }')).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Invalid filter pattern',
  });
  await expect(
    putFilter(own, '{ $.a = 1 }', { dimensions: { A: '$.a' }, defaultValue: 0 }),
  ).rejects.toMatchObject({
    message:
      'Invalid metric transformation: dimensions and default value are mutually exclusive properties.',
  });
  const logs = new CloudWatchLogsClient(await newUser(server, own.account, 'ann'));
  await expect(putFilter({ ...own, logs }, 'ERROR')).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: logs:PutMetricFilter on resource: ` +
      `${own.arn}:log-stream: because no identity-based policy allows the logs:PutMetricFilter action`,
  });
});

test('TestMetricFilter: tells which messages match, and the values in them', async () => {
  const { logs } = await newStream(server);
  const { matches } = await logs.send(
    new TestMetricFilterCommand({
      filterPattern: '[ip, ..., status = 4*, bytes]',
      logEventMessages: ['127.0.0.1 a "GET /" 404 12', '127.0.0.1 a "GET /" 200 12'],
    }),
  );
  expect(matches).toEqual([
    {
      eventNumber: 1,
      eventMessage: '127.0.0.1 a "GET /" 404 12',
      extractedValues: { $ip: '127.0.0.1', $status: '404', $bytes: '12' },
    },
  ]);
});
