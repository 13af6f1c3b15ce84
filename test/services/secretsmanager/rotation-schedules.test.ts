import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  RotateSecretCommand,
  type RotationRulesType,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import { moveTo } from '../cost-explorer/costs.ts';
import { rotates, TestFunctions } from './functions.ts';
import { newOwner, token } from './secrets.ts';

/** How many secrets rotate for a year: a thousand with HOLDFAST_ROTATING_SECRETS=1000. */
const SECRETS = Number(process.env['HOLDFAST_ROTATING_SECRETS'] ?? 5);
/** Calls at a time, so that a thousand secrets are soon made. */
const TOGETHER = 20;

const functions = new TestFunctions();
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ furtherServices: [functions.service] });
  await moveTo(server, START);
});

afterAll(() => server.close());

const START = '2027-01-01T00:30:00Z';
const END = '2028-01-01T00:00:00Z';

interface Plan {
  readonly rules: RotationRulesType;
  /** Turns from 1 January 2027, 00:30, to the end of the year. */
  readonly turns: number;
}

const PLANS: readonly Plan[] = [
  // 31 January and every thirty days from then on: the twelfth is on 27 December.
  { rules: { AutomaticallyAfterDays: 30 }, turns: 12 },
  { rules: { ScheduleExpression: 'rate(60 days)' }, turns: 6 },
  { rules: { ScheduleExpression: 'cron(0 8 1 * ? *)' }, turns: 12 },
  { rules: { ScheduleExpression: 'cron(0 16 1,15 * ? *)', Duration: '2h' }, turns: 24 },
  { rules: { ScheduleExpression: 'cron(0 1 ? 1/3 SUN#1 *)' }, turns: 4 },
];

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += TOGETHER) {
    await Promise.all(items.slice(at, at + TOGETHER).map(work));
  }
}

function planOf(at: number): Plan {
  const plan = PLANS[at % PLANS.length];
  if (plan === undefined) throw new Error('there is a plan for each secret');
  return plan;
}

test('schedules: a year of moved time rotates each secret as often as its rules say', {
  timeout: 3_600_000,
}, async () => {
  const { client, account } = newOwner(server);
  const numbers = Array.from({ length: SECRETS }, (_, at) => at);
  const rotate = rotates(client, ({ ClientRequestToken }) => ClientRequestToken);
  const finished = new Map<string, string[]>();
  const RotationLambdaARN = functions.make(account, 'rotates', async (step) => {
    await rotate(step);
    if (step.Step !== 'finishSecret') return;
    const tokens = finished.get(step.SecretId) ?? [];
    finished.set(step.SecretId, [...tokens, step.ClientRequestToken]);
  });
  const arns = new Map<number, string>();
  await inTurns(numbers, async (at) => {
    const create = { Name: `secret-${at}`, SecretString: 'first' };
    const { ARN: SecretId = '' } = await client.send(new CreateSecretCommand(create));
    arns.set(at, SecretId);
    const RotationRules = planOf(at).rules;
    const waits = { RotateImmediately: false };
    await client.send(
      new RotateSecretCommand({ SecretId, RotationLambdaARN, RotationRules, ...waits }),
    );
  });
  const tests = functions.steps.splice(0);
  await moveTo(server, END);
  const tested = [...tests, ...functions.steps].filter(({ Step }) => Step === 'testSecret');
  expect(tested.length).toBeGreaterThanOrEqual(SECRETS);
  for (const at of numbers) {
    const SecretId = arns.get(at) ?? '';
    const tokens = finished.get(SecretId) ?? [];
    expect(tokens, JSON.stringify(planOf(at))).toHaveLength(planOf(at).turns);
    expect(new Set(tokens).size).toBe(tokens.length);
    const read = await client.send(new GetSecretValueCommand({ SecretId }));
    expect(read).toMatchObject({ VersionId: tokens.at(-1), SecretString: tokens.at(-1) });
    // The steps of one rotation come in order, and each rotation's after those of the one before it.
    const steps = functions.steps.filter((step) => step.SecretId === SecretId);
    const rotations = steps.filter(({ ClientRequestToken: id }) => tokens.includes(id));
    expect(rotations.map(({ Step, ClientRequestToken: id }) => `${id} ${Step}`)).toEqual(
      tokens.flatMap((id) =>
        ['createSecret', 'setSecret', 'testSecret', 'finishSecret'].map((step) => `${id} ${step}`),
      ),
    );
  }
});

async function nextDate(client: SecretsManagerClient, SecretId: string): Promise<string> {
  const { NextRotationDate } = await client.send(new DescribeSecretCommand({ SecretId }));
  return NextRotationDate?.toISOString() ?? '';
}

test('NextRotationDate: the last second of the next window', async () => {
  const { client, account } = newOwner(server);
  const now = server.platform.engine().clock.serviceTime();
  const inDays = (days: number): string =>
    new Date((Math.floor(now / DAY_MS) + days + 1) * DAY_MS - 1_000).toISOString();
  const RotationLambdaARN = functions.make(account, 'waits', async () => undefined);
  const cases: readonly (readonly [RotationRulesType, string])[] = [
    [{ AutomaticallyAfterDays: 30 }, inDays(30)],
    [{ ScheduleExpression: 'rate(10 days)' }, inDays(10)],
    [
      { ScheduleExpression: 'rate(10 days)', Duration: '3h' },
      inDays(10).replace('23:59:59', '02:59:59'),
    ],
    [{ ScheduleExpression: 'cron(0 16 1 2 ? *)', Duration: '2h' }, '2028-02-01T17:59:59.000Z'],
    [{ ScheduleExpression: 'cron(0 17 L 2 ? *)' }, '2028-02-29T23:59:59.000Z'],
    [{ ScheduleExpression: 'cron(0 18 ? 3 SATL *)' }, '2028-03-25T23:59:59.000Z'],
    [{ ScheduleExpression: 'cron(0 8 ? 5 MON-FRI *)' }, '2028-05-01T23:59:59.000Z'],
    [{ ScheduleExpression: 'cron(0 2/10 1 6 ? *)' }, '2028-06-01T02:59:59.000Z'],
  ];
  for (const [RotationRules, expected] of cases) {
    const Name = `next-${cases.findIndex(([rules]) => rules === RotationRules)}`;
    await client.send(new CreateSecretCommand({ Name, SecretString: 'x' }));
    const rotate = { SecretId: Name, RotationLambdaARN, RotationRules, RotateImmediately: false };
    await client.send(new RotateSecretCommand(rotate));
    expect(await nextDate(client, Name), JSON.stringify(RotationRules)).toBe(expected);
  }
  expect(cases).toHaveLength(8);
});

test('AutomaticallyAfterDays: a new value by hand counts as a rotation', async () => {
  const { client, account } = newOwner(server);
  const SecretId = 'by-hand';
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'x' }));
  const RotationLambdaARN = functions.make(account, 'by-hand', async () => undefined);
  const RotationRules = { AutomaticallyAfterDays: 30 };
  await client.send(
    new RotateSecretCommand({
      SecretId,
      RotationLambdaARN,
      RotationRules,
      RotateImmediately: false,
    }),
  );
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 10 * DAY_MS);
  const before = await nextDate(client, SecretId);
  const ClientRequestToken = token('hand');
  await client.send(new PutSecretValueCommand({ SecretId, SecretString: 'y', ClientRequestToken }));
  const after = await nextDate(client, SecretId);
  expect(Date.parse(after) - Date.parse(before)).toBe(10 * DAY_MS);
});
