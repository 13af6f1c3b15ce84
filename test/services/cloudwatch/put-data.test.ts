import {
  CloudWatchClient,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  type MetricDatum,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { LATENCY, MINUTE, newMetric } from './metrics.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('PutMetricData: values add up by the minute, whatever came first', async () => {
  const { cloudwatch, put, now } = newMetric(server);
  const start = Math.floor(now() / MINUTE) * MINUTE - 10 * MINUTE;
  await put([4], start + 5 * MINUTE);
  await put([1, 3], start + 30_000);
  await put([5], start + MINUTE);
  const { Datapoints = [], Label } = await cloudwatch.send(
    new GetMetricStatisticsCommand({
      ...LATENCY,
      StartTime: new Date(start),
      EndTime: new Date(start + 10 * MINUTE),
      Period: 60,
      Statistics: ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount'],
    }),
  );
  expect(Label).toBe('Latency');
  const of = (minute: number, numbers: readonly number[]) => ({
    Timestamp: new Date(start + minute * MINUTE),
    Unit: 'Milliseconds',
    SampleCount: numbers.length,
    Sum: numbers.reduce((sum, one) => sum + one, 0),
    Average: numbers.reduce((sum, one) => sum + one, 0) / numbers.length,
    Minimum: Math.min(...numbers),
    Maximum: Math.max(...numbers),
  });
  expect(Datapoints).toEqual([of(0, [1, 3]), of(1, [5]), of(5, [4])]);
});

test('PutMetricData: takes statistics, and values with their counts', async () => {
  const { cloudwatch, now } = newMetric(server);
  const Timestamp = new Date(now());
  const MetricData: MetricDatum[] = [
    {
      MetricName: 'Set',
      Timestamp,
      StatisticValues: { SampleCount: 4, Sum: 20, Minimum: 1, Maximum: 9 },
    },
    { MetricName: 'Many', Timestamp, Values: [1, 2], Counts: [3, 1] },
  ];
  await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'App', MetricData }));
  const query = (Id: string, MetricName: string, Stat: string) => ({
    Id,
    MetricStat: { Metric: { Namespace: 'App', MetricName }, Period: 60, Stat },
  });
  const { MetricDataResults } = await cloudwatch.send(
    new GetMetricDataCommand({
      MetricDataQueries: [
        query('a', 'Set', 'Average'),
        query('b', 'Many', 'SampleCount'),
        query('c', 'Many', 'Sum'),
        query('d', 'None', 'Sum'),
      ],
      StartTime: new Date(now() - MINUTE),
      EndTime: new Date(now() + MINUTE),
    }),
  );
  expect(MetricDataResults).toMatchObject([
    { Id: 'a', Label: 'Set', Values: [5], StatusCode: 'Complete' },
    { Id: 'b', Values: [4] },
    { Id: 'c', Values: [5] },
    { Id: 'd', Values: [] },
  ]);
});

test('PutMetricData: refuses what is no number, too old, too new or reserved', async () => {
  const { cloudwatch, now } = newMetric(server);
  const DAY = 1440 * MINUTE;
  const refused: readonly [datum: Partial<MetricDatum>, text: string, namespace?: string][] = [
    [{ Value: Number.NaN }, 'The value NaN for parameter MetricData.member.1.Value is invalid.'],
    [
      { Value: 1, Timestamp: new Date(now() - 15 * DAY) },
      'The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks.',
    ],
    [
      { Value: 1, Timestamp: new Date(now() + DAY) },
      'The parameter MetricData.member.1.Timestamp must specify a time no more than two hours in the future.',
    ],
    [{ Value: 1 }, 'The value AWS/Mine for parameter Namespace is invalid.', 'AWS/Mine'],
    [
      {},
      'At least one of the parameters MetricData.member.1.Value, MetricData.member.1.StatisticValues and ' +
        'MetricData.member.1.Values must be specified.',
    ],
  ];
  for (const [datum, message, Namespace = 'App'] of refused) {
    const MetricData = [{ MetricName: 'Latency', ...datum }];
    await expect(
      cloudwatch.send(new PutMetricDataCommand({ Namespace, MetricData })),
      message,
    ).rejects.toMatchObject({ message });
  }
  expect(refused).toHaveLength(5);
});

test('PutMetricData: a policy may name the namespace', async () => {
  const { account } = newMetric(server);
  const config = await newUser(server, account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'cloudwatch:PutMetricData',
        Resource: '*',
        Condition: { StringEquals: { 'cloudwatch:namespace': 'Mine' } },
      },
    ],
  });
  const ann = new CloudWatchClient(config);
  const put = (Namespace: string) =>
    ann.send(new PutMetricDataCommand({ Namespace, MetricData: [{ MetricName: 'a', Value: 1 }] }));
  await put('Mine');
  await expect(put('Yours')).rejects.toMatchObject({
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: cloudwatch:PutMetricData because no ` +
      'identity-based policy allows the cloudwatch:PutMetricData action',
  });
});

test('GetMetricStatistics: refuses more than 1,440 points, and what is not built', async () => {
  const { cloudwatch, now } = newMetric(server);
  const ask = (input: object) =>
    cloudwatch.send(
      new GetMetricStatisticsCommand({
        ...LATENCY,
        StartTime: new Date(now() - 2 * 1440 * MINUTE),
        EndTime: new Date(now()),
        Period: 60,
        Statistics: ['Sum'],
        ...input,
      }),
    );
  await expect(
    ask({
      StartTime: new Date(Math.floor(now() / MINUTE) * MINUTE - 2880 * MINUTE),
      EndTime: new Date(Math.floor(now() / MINUTE) * MINUTE),
    }),
  ).rejects.toMatchObject({
    name: 'InvalidParameterCombinationException',
    message:
      'You have requested up to 2880 datapoints, which exceeds the limit of 1440. You may reduce the datapoints ' +
      'requested by increasing Period, or decreasing the time range.',
  });
  await expect(ask({ Period: 90 })).rejects.toMatchObject({
    message: 'The parameter Period must be a multiple of 60.',
  });
  await expect(ask({ ExtendedStatistics: ['p99'] })).rejects.toMatchObject({
    $metadata: { httpStatusCode: 501 },
  });
});

test('ListMetrics: finds by namespace, name and dimension', async () => {
  const { cloudwatch, put } = newMetric(server);
  await put([1]);
  const MetricData = [{ MetricName: 'Errors', Value: 1 }];
  await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'App', MetricData }));
  await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'Other', MetricData }));
  const names = async (input: object) => {
    const { Metrics = [] } = await cloudwatch.send(new ListMetricsCommand(input));
    return Metrics.map(({ Namespace, MetricName }) => `${Namespace}/${MetricName}`);
  };
  expect(await names({})).toEqual(['App/Errors', 'App/Latency', 'Other/Errors']);
  expect(await names({ Namespace: 'App' })).toEqual(['App/Errors', 'App/Latency']);
  expect(await names({ MetricName: 'Errors' })).toEqual(['App/Errors', 'Other/Errors']);
  expect(await names({ Dimensions: [{ Name: 'Host' }] })).toEqual(['App/Latency']);
  expect(await names({ Dimensions: [{ Name: 'Host', Value: 'two' }] })).toEqual([]);
  const { Metrics } = await cloudwatch.send(new ListMetricsCommand({ MetricName: 'Latency' }));
  expect(Metrics).toEqual([LATENCY]);
});
