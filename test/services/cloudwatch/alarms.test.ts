import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  DescribeAlarmsForMetricCommand,
  DisableAlarmActionsCommand,
  ListTagsForResourceCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
  SetAlarmStateCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  CreateTopicCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { LATENCY, MINUTE, newMetric, type OwnMetric } from './metrics.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Jobs run when their turn comes. */
const PATIENCE = { timeout: 10_000 };

async function putAlarm(
  { cloudwatch }: OwnMetric,
  input: Partial<PutMetricAlarmCommandInput> = {},
): Promise<void> {
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: 'slow',
      ...LATENCY,
      Statistic: 'Average',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 100,
      ComparisonOperator: 'GreaterThanThreshold',
      ...input,
    }),
  );
}

async function shown({ cloudwatch }: OwnMetric) {
  const { MetricAlarms = [] } = await cloudwatch.send(new DescribeAlarmsCommand({}));
  return MetricAlarms[0];
}

async function history({ cloudwatch }: OwnMetric) {
  const { AlarmHistoryItems = [] } = await cloudwatch.send(
    new DescribeAlarmHistoryCommand({ AlarmName: 'slow', ScanBy: 'TimestampAscending' }),
  );
  return AlarmHistoryItems.map(({ HistorySummary }) => HistorySummary);
}

test('PutMetricAlarm: shows what was made', async () => {
  const own = newMetric(server);
  await putAlarm(own, { AlarmDescription: 'too slow', DatapointsToAlarm: 1 });
  expect(await shown(own)).toEqual({
    AlarmName: 'slow',
    AlarmArn: `arn:aws:cloudwatch:us-east-1:${own.account}:alarm:slow`,
    AlarmDescription: 'too slow',
    AlarmConfigurationUpdatedTimestamp: expect.any(Date),
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: [],
    InsufficientDataActions: [],
    StateValue: 'INSUFFICIENT_DATA',
    StateReason: 'Unchecked: Initial alarm creation',
    StateUpdatedTimestamp: expect.any(Date),
    StateTransitionedTimestamp: expect.any(Date),
    ...LATENCY,
    Statistic: 'Average',
    Period: 60,
    EvaluationPeriods: 1,
    DatapointsToAlarm: 1,
    Threshold: 100,
    ComparisonOperator: 'GreaterThanThreshold',
  });
  const { MetricAlarms } = await own.cloudwatch.send(new DescribeAlarmsForMetricCommand(LATENCY));
  expect(MetricAlarms).toMatchObject([{ AlarmName: 'slow' }]);
});

test('PutMetricAlarm: refuses what makes no alarm', async () => {
  const own = newMetric(server);
  const refused: readonly [input: Partial<PutMetricAlarmCommandInput>, text: string][] = [
    [{ Period: 61 }, 'Period must be 10, 20, 30 or a multiple of 60'],
    [
      { Period: 86_400, EvaluationPeriods: 8 },
      'Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800).',
    ],
    [
      { DatapointsToAlarm: 2 },
      'DatapointsToAlarm must be less than or equal to EvaluationPeriods.',
    ],
    [
      { TreatMissingData: 'x' },
      'The value x for parameter TreatMissingData must be one of [breaching, notBreaching, ignore, missing].',
    ],
    [{ AlarmActions: ['topic'] }, 'Invalid arn syntax: topic'],
  ];
  for (const [input, message] of refused) {
    await expect(putAlarm(own, input)).rejects.toMatchObject({
      name: 'ValidationException',
      message,
    });
  }
  expect(refused).toHaveLength(5);
  await expect(putAlarm(own, { ExtendedStatistic: 'p99' })).rejects.toMatchObject({
    $metadata: { httpStatusCode: 501 },
  });
});

test('alarms: go into alarm when data breaches, and back when it does not, or is gone', async () => {
  const own = newMetric(server);
  await putAlarm(own);
  await own.put([150]);
  await own.advance(MINUTE);
  expect(await shown(own)).toMatchObject({
    StateValue: 'ALARM',
    StateReason: 'Threshold Crossed: 1 datapoint [150.0] was greater than the threshold (100.0).',
  });
  await own.put([50]);
  await own.advance(MINUTE);
  expect(await shown(own)).toMatchObject({
    StateValue: 'OK',
    StateReason:
      'Threshold Crossed: 1 datapoint [50.0] was not greater than the threshold (100.0).',
  });
  await own.advance(10 * MINUTE);
  expect(await shown(own)).toMatchObject({
    StateValue: 'INSUFFICIENT_DATA',
    StateReason: 'Insufficient Data: no datapoints were received for 1 period.',
  });
  expect(await history(own)).toEqual([
    'Alarm "slow" created',
    'Alarm updated from INSUFFICIENT_DATA to ALARM',
    'Alarm updated from ALARM to OK',
    'Alarm updated from OK to INSUFFICIENT_DATA',
  ]);
});

test('SetAlarmState: holds until the next evaluation', async () => {
  const own = newMetric(server);
  await putAlarm(own, { TreatMissingData: 'notBreaching' });
  await own.advance(MINUTE);
  expect(await shown(own)).toMatchObject({ StateValue: 'OK' });
  await own.cloudwatch.send(
    new SetAlarmStateCommand({ AlarmName: 'slow', StateValue: 'ALARM', StateReason: 'a test' }),
  );
  expect(await shown(own)).toMatchObject({ StateValue: 'ALARM', StateReason: 'a test' });
  await own.advance(MINUTE);
  expect(await shown(own)).toMatchObject({ StateValue: 'OK' });
  await expect(
    own.cloudwatch.send(
      new SetAlarmStateCommand({ AlarmName: 'none', StateValue: 'OK', StateReason: 'x' }),
    ),
  ).rejects.toMatchObject({ name: 'ResourceNotFound', message: 'Unknown alarm name.' });
});

test('alarm actions: tell a topic whose policy lets CloudWatch; what another refuses stands in the history', async () => {
  const own = newMetric(server);
  const config = server.client(own.account);
  const sns = new SNSClient(config);
  const sqs = new SQSClient(config);
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'alarms' }));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'told' }));
  const queue = `arn:aws:sqs:us-east-1:${own.account}:told`;
  const allow = (Service: string, Action: string, Resource: string) =>
    policyText({ Effect: 'Allow', Principal: { Service }, Action, Resource });
  const Policy = allow('sns.amazonaws.com', 'sqs:SendMessage', queue);
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue }));
  await putAlarm(own, { AlarmActions: [TopicArn], AlarmDescription: 'too slow' });
  const set = (StateValue: 'OK' | 'ALARM') =>
    own.cloudwatch.send(
      new SetAlarmStateCommand({ AlarmName: 'slow', StateValue, StateReason: 'a test' }),
    );
  await sns.send(
    new SetTopicAttributesCommand({
      TopicArn,
      AttributeName: 'Policy',
      AttributeValue: allow('cloudwatch.amazonaws.com', 'sns:Publish', TopicArn),
    }),
  );
  await set('ALARM');
  await expect
    .poll(() => history(own), PATIENCE)
    .toContain(`Successfully executed action ${TopicArn}`);
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }),
  );
  const envelope: { readonly Subject: string; readonly Message: string } = JSON.parse(
    Messages[0]?.Body ?? '{}',
  );
  expect(envelope.Subject).toBe('ALARM: "slow" in us-east-1');
  expect(JSON.parse(envelope.Message)).toMatchObject({
    AlarmName: 'slow',
    AlarmDescription: 'too slow',
    AWSAccountId: own.account,
    NewStateValue: 'ALARM',
    NewStateReason: 'a test',
    OldStateValue: 'INSUFFICIENT_DATA',
    AlarmArn: `arn:aws:cloudwatch:us-east-1:${own.account}:alarm:slow`,
    Trigger: { MetricName: 'Latency', Namespace: 'App', Statistic: 'AVERAGE', Threshold: 100 },
  });
  await sns.send(
    new SetTopicAttributesCommand({
      TopicArn,
      AttributeName: 'Policy',
      AttributeValue: allow('events.amazonaws.com', 'sns:Publish', TopicArn),
    }),
  );
  await set('OK');
  await set('ALARM');
  await expect.poll(() => history(own), PATIENCE).toContain(`Failed to execute action ${TopicArn}`);
});

test('DisableAlarmActions: tells nobody', async () => {
  const own = newMetric(server);
  const topic = `arn:aws:sns:us-east-1:${own.account}:nowhere`;
  await putAlarm(own, { AlarmActions: [topic] });
  await own.cloudwatch.send(new DisableAlarmActionsCommand({ AlarmNames: ['slow'] }));
  await own.cloudwatch.send(
    new SetAlarmStateCommand({ AlarmName: 'slow', StateValue: 'ALARM', StateReason: 'a test' }),
  );
  await own.advance(MINUTE);
  expect(await history(own)).not.toContain(`Failed to execute action ${topic}`);
});

test('DeleteAlarms: deletes all or none', async () => {
  const own = newMetric(server);
  await putAlarm(own);
  const drop = (AlarmNames: string[]) =>
    own.cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames }));
  await expect(drop(['slow', 'none'])).rejects.toMatchObject({
    name: 'ResourceNotFound',
    message: 'Alarms [none] not found',
  });
  expect(await shown(own)).toBeDefined();
  await drop(['slow']);
  expect(await shown(own)).toBeUndefined();
});

test('tags: are kept with an alarm, and policies may ask for them', async () => {
  const own = newMetric(server);
  await putAlarm(own, { Tags: [{ Key: 'team', Value: 'blue' }] });
  const ResourceARN = `arn:aws:cloudwatch:us-east-1:${own.account}:alarm:slow`;
  const tags = async () =>
    (await own.cloudwatch.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags;
  await own.cloudwatch.send(
    new TagResourceCommand({ ResourceARN, Tags: [{ Key: 'a', Value: '1' }] }),
  );
  expect(await tags()).toEqual([
    { Key: 'team', Value: 'blue' },
    { Key: 'a', Value: '1' },
  ]);
  const config = await newUser(server, own.account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'cloudwatch:DeleteAlarms',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'red' } },
      },
    ],
  });
  const ann = new CloudWatchClient(config);
  await expect(ann.send(new DeleteAlarmsCommand({ AlarmNames: ['slow'] }))).rejects.toMatchObject({
    message:
      `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: cloudwatch:DeleteAlarms on resource: ` +
      `${ResourceARN} because no identity-based policy allows the cloudwatch:DeleteAlarms action`,
  });
  await own.cloudwatch.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['team', 'a'] }));
  expect(await tags()).toEqual([]);
});
