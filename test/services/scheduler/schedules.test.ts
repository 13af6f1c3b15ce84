import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { CreateKeyCommand, DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../../server.ts';
import { DAY_MS, HOUR_MS, newQueue, newRule, quiet, startEventsServer } from '../events/rig.ts';
import { type Bench, newBench, OFF } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());

const MINUTE_MS = 60_000;

function now(): number {
  return server.platform.engine().clock.serviceTime();
}

/** `yyyy-mm-ddThh:mm:ss`, UTC. */
function at(instant: number): string {
  return `at(${new Date(instant).toISOString().slice(0, 19)})`;
}

/** What `<aws.scheduler.scheduled-time>` says of an instant. */
function time(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

async function create(
  { scheduler, queue, roleArn }: Bench,
  input: Partial<CreateScheduleCommandInput> & { readonly ScheduleExpression: string },
) {
  const Target = {
    Arn: queue.arn,
    RoleArn: roleArn,
    Input: '<aws.scheduler.scheduled-time>',
    ...input.Target,
  };
  const named = { Name: 'turns', FlexibleTimeWindow: OFF };
  return scheduler.send(new CreateScheduleCommand({ ...named, ...input, Target }));
}

async function bodies({ queue }: Bench): Promise<readonly string[]> {
  return (await queue.messages()).map(({ body }) => body);
}

test('at(): a call is made once, at its time, and the schedule may go with it', async () => {
  const bench = await newBench(server);
  const due = now() + 2 * HOUR_MS;
  await create(bench, { ScheduleExpression: at(due), ActionAfterCompletion: 'DELETE' });
  await quiet(server, HOUR_MS);
  expect(await bodies(bench)).toEqual([]);
  await quiet(server, 2 * HOUR_MS);
  expect(await bodies(bench)).toEqual([time(due)]);
  await expect(
    bench.scheduler.send(new GetScheduleCommand({ Name: 'turns' })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Schedule turns does not exist.',
  });
});

test('rate(): turns follow each other from the start date to the end date', async () => {
  const bench = await newBench(server);
  const start = Math.ceil(now() / HOUR_MS) * HOUR_MS + HOUR_MS;
  await create(bench, {
    ScheduleExpression: 'rate(30 minutes)',
    StartDate: new Date(start),
    EndDate: new Date(start + HOUR_MS),
  });
  await quiet(server, 6 * HOUR_MS);
  const expected = [0, 30, 60].map((minutes) => time(start + minutes * MINUTE_MS));
  expect([...(await bodies(bench))].sort()).toEqual(expected);
});

test('rate(): without a start date the first turn is at once', async () => {
  const bench = await newBench(server);
  const EndDate = new Date(now() + 2 * DAY_MS + HOUR_MS);
  await create(bench, { ScheduleExpression: 'rate(1 days)', EndDate });
  await quiet(server);
  expect(await bodies(bench)).toHaveLength(1);
  await quiet(server, 2 * DAY_MS);
  expect(await bodies(bench)).toHaveLength(3);
});

test('cron(): turns follow the clocks of their time zone', async () => {
  const bench = await newBench(server);
  const timeZone = 'America/New_York';
  await create(bench, {
    ScheduleExpression: 'cron(30 8 * * ? *)',
    ScheduleExpressionTimezone: timeZone,
    EndDate: new Date(now() + 3 * DAY_MS),
  });
  await quiet(server, 4 * DAY_MS);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
  const shown = (await bodies(bench)).map((turn) => clock.format(new Date(turn)));
  expect(shown).toEqual(['08:30', '08:30', '08:30']);
});

test('a flexible window: the call is made within it', async () => {
  const bench = await newBench(server);
  const due = now() + HOUR_MS;
  await create(bench, {
    ScheduleExpression: at(due),
    FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 60 },
  });
  await quiet(server, 2 * HOUR_MS + MINUTE_MS);
  expect(await bodies(bench)).toEqual([time(due)]);
});

test('a schedule that is disabled, changed or deleted makes no calls of before', async () => {
  const bench = await newBench(server);
  const { scheduler, queue, roleArn } = bench;
  await create(bench, { ScheduleExpression: at(now() + HOUR_MS) });
  const changed = {
    Name: 'turns',
    FlexibleTimeWindow: OFF,
    Target: { Arn: queue.arn, RoleArn: roleArn, Input: 'changed' },
  };
  const later = at(now() + 3 * HOUR_MS);
  await scheduler.send(
    new UpdateScheduleCommand({ ...changed, ScheduleExpression: later, State: 'DISABLED' }),
  );
  await quiet(server, 2 * HOUR_MS);
  expect(await bodies(bench)).toEqual([]);
  await scheduler.send(new UpdateScheduleCommand({ ...changed, ScheduleExpression: later }));
  await quiet(server, 2 * HOUR_MS);
  expect(await bodies(bench)).toEqual(['changed']);
  await scheduler.send(
    new UpdateScheduleCommand({ ...changed, ScheduleExpression: at(now() + HOUR_MS) }),
  );
  await scheduler.send(new DeleteScheduleCommand({ Name: 'turns' }));
  await quiet(server, 2 * HOUR_MS);
  expect(await bodies(bench)).toEqual(['changed']);
});

test('the EventBridge template: an event is put on a bus', async () => {
  const bench = await newBench(server);
  const told = await newRule(server, bench.account, 'told', { pattern: { source: ['clock'] } });
  await create(bench, {
    ScheduleExpression: at(now() + HOUR_MS),
    Target: {
      Arn: `arn:aws:events:us-east-1:${bench.account}:event-bus/default`,
      RoleArn: bench.roleArn,
      Input: '{"attempt": <aws.scheduler.attempt-number>}',
      EventBridgeParameters: { DetailType: 'Tick', Source: 'clock' },
    },
  });
  await quiet(server, 2 * HOUR_MS);
  expect(await told.events()).toMatchObject([
    {
      'detail-type': 'Tick',
      source: 'clock',
      detail: { attempt: 1 },
      resources: [`arn:aws:scheduler:us-east-1:${bench.account}:schedule/default/turns`],
    },
  ]);
});

test('a universal target: any operation that is built, with its input as JSON', async () => {
  const bench = await newBench(server);
  const kms = new KMSClient(server.client(bench.account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const created = await create(bench, {
    Name: 'name-key',
    ScheduleExpression: at(now() + HOUR_MS),
    Target: {
      Arn: 'arn:aws:scheduler:::aws-sdk:kms:createAlias',
      RoleArn: bench.roleArn,
      Input: JSON.stringify({ AliasName: 'alias/nightly', TargetKeyId: KeyMetadata?.KeyId }),
    },
  });
  expect(created.ScheduleArn).toBe(
    `arn:aws:scheduler:us-east-1:${bench.account}:schedule/default/name-key`,
  );
  const message = { QueueUrl: bench.queue.url, MessageBody: 'universal' };
  await create(bench, {
    Name: 'send',
    ScheduleExpression: at(now() + HOUR_MS),
    Target: {
      Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage',
      RoleArn: bench.roleArn,
      Input: JSON.stringify(message),
    },
  });
  await quiet(server, 2 * HOUR_MS);
  expect(await bodies(bench)).toEqual(['universal']);
  const named = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/nightly' }));
  expect(named.KeyMetadata?.KeyId).toBe(KeyMetadata?.KeyId);
});

test('a call that fails for good goes to the dead-letter queue, as the role', async () => {
  const bench = await newBench(server);
  const dead = await newQueue(server, bench.account, 'dead');
  const due = now() + HOUR_MS;
  const QueueUrl = bench.queue.url.replace('turns', 'none');
  await create(bench, {
    ScheduleExpression: at(due),
    Target: {
      Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage',
      RoleArn: bench.roleArn,
      Input: JSON.stringify({ QueueUrl, MessageBody: 'lost' }),
      DeadLetterConfig: { Arn: dead.arn },
    },
  });
  await quiet(server, 2 * HOUR_MS);
  const [letter] = await dead.messages();
  expect(JSON.parse(letter?.body ?? '')).toEqual({ QueueUrl, MessageBody: 'lost' });
  expect(letter?.attributes).toEqual({
    ERROR_CODE: expect.stringContaining('QueueDoesNotExist'),
    ERROR_MESSAGE: 'The specified queue does not exist.',
    EXECUTION_ID: expect.stringMatching(/^[0-9a-f]{16}$/),
    IS_PAYLOAD_TRUNCATED: 'false',
    RETRY_ATTEMPTS: '0',
    SCHEDULED_TIME: time(due),
    SCHEDULE_ARN: `arn:aws:scheduler:us-east-1:${bench.account}:schedule/default/turns`,
    TARGET_ARN: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage',
  });
});

test('a role that may not make the call makes none', async () => {
  const bench = await newBench(server, 'sns:*');
  await create(bench, { ScheduleExpression: at(now() + HOUR_MS) });
  await quiet(server, 2 * HOUR_MS);
  expect(await bodies(bench)).toEqual([]);
});

test('CreateSchedule: the same token again is the same schedule; another is a conflict', async () => {
  const bench = await newBench(server);
  const input = { ScheduleExpression: 'rate(1 hours)', State: 'DISABLED' } as const;
  const first = await create(bench, { ...input, ClientToken: 'token-1' });
  expect(await create(bench, { ...input, ClientToken: 'token-1' })).toMatchObject({
    ScheduleArn: first.ScheduleArn,
  });
  await expect(create(bench, { ...input, ClientToken: 'token-2' })).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Schedule turns already exists.',
  });
  const { Schedules } = await bench.scheduler.send(new ListSchedulesCommand({ NamePrefix: 'tu' }));
  expect(Schedules).toMatchObject([{ Name: 'turns', GroupName: 'default', State: 'DISABLED' }]);
});

const HOURLY = 'rate(1 hours)';

const ROLE_TEXT =
  'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.';

test('CreateSchedule: what can’t be is refused with a reason', async () => {
  const bench = await newBench(server);
  const refusal = (input: Partial<CreateScheduleCommandInput>) =>
    create(bench, { ...input, ScheduleExpression: input.ScheduleExpression ?? HOURLY }).then(
      () => 'created',
      (error: Error) => `${error.name}: ${error.message}`,
    );
  const target = (Arn: string) => ({ Target: { Arn, RoleArn: bench.roleArn } });
  expect(await refusal({ ScheduleExpression: 'rate(0 hours)' })).toBe(
    'ValidationException: Invalid Schedule Expression rate(0 hours).',
  );
  expect(await refusal({ ScheduleExpressionTimezone: 'Mars/Olympus' })).toBe(
    'ValidationException: Invalid Schedule Expression Timezone Mars/Olympus.',
  );
  expect(await refusal({ FlexibleTimeWindow: { Mode: 'FLEXIBLE' } })).toBe(
    'ValidationException: A MaximumWindowInMinutes must be provided when the FlexibleTimeWindow is set to FLEXIBLE.',
  );
  expect(await refusal({ GroupName: 'none' })).toBe(
    'ResourceNotFoundException: Schedule group none does not exist.',
  );
  expect(await refusal(target('nowhere'))).toBe(
    'ValidationException: Provided Arn is not in correct format.',
  );
  expect(await refusal(target('arn:aws:scheduler:::aws-sdk:sqs:getQueueUrl'))).toBe(
    'ValidationException: The action getQueueUrl only reads, and can not be a target.',
  );
  const states = `arn:aws:states:us-east-1:${bench.account}:stateMachine:s`;
  expect(await refusal(target(states))).toBe(
    'NotImplementedException: scheduler:CreateSchedule is not implemented for targets of the service states',
  );
  expect(await refusal(target('arn:aws:scheduler:::aws-sdk:inspector2:createSbomExport'))).toMatch(
    /^NotImplementedException: scheduler:CreateSchedule is not implemented for the target inspector2/,
  );
  const RoleArn = `arn:aws:iam::${bench.account}:role/none`;
  expect(await refusal({ Target: { Arn: bench.queue.arn, RoleArn } })).toBe(
    `ValidationException: ${ROLE_TEXT}`,
  );
});
