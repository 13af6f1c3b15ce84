import {
  CancelRotateSecretCommand,
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  RotateSecretCommand,
  type RotateSecretCommandInput,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/core/time.ts';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { rotates, TestFunctions } from './functions.ts';
import { newOwner, type Owner, token } from './secrets.ts';

const functions = new TestFunctions();
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ furtherServices: [functions.service] });
});

afterAll(() => server.close());

async function later(ms: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + ms);
}

async function newSecret({ client }: Owner, Name: string): Promise<string> {
  const input = { Name, SecretString: 'first', ClientRequestToken: token('first') };
  const { ARN = '' } = await client.send(new CreateSecretCommand(input));
  return ARN;
}

function stepsOf(arn: string) {
  return functions.steps.filter(({ SecretId }) => SecretId === arn);
}

async function serviceEvents({ account }: Owner): Promise<readonly string[]> {
  const { Events = [] } = await new CloudTrailClient(server.client(account)).send(
    new LookupEventsCommand({}),
  );
  return Events.map(({ EventName = '' }) => EventName)
    .filter((name) => /Rotation(Started|Succeeded|Failed|Abandoned)/.test(name))
    .reverse();
}

/** Long enough for a rotation's steps, and too short for it to be tried again. */
const SETTLED_MS = 30 * SECOND_MS;
const DAYS = { AutomaticallyAfterDays: 10 };

test('RotateSecret: four steps with one token make the next value current', async () => {
  const owner = newOwner(server);
  const { client, account } = owner;
  const ARN = await newSecret(owner, 'rotates');
  const RotationLambdaARN = functions.make(
    account,
    'rotates',
    rotates(client, () => 'second'),
  );
  const rotated = await client.send(
    new RotateSecretCommand({
      SecretId: 'rotates',
      RotationLambdaARN,
      RotationRules: DAYS,
      ClientRequestToken: token('second'),
    }),
  );
  expect(rotated).toMatchObject({ ARN, Name: 'rotates', VersionId: token('second') });
  await later(SETTLED_MS);
  expect(stepsOf(ARN)).toEqual(
    ['createSecret', 'setSecret', 'testSecret', 'finishSecret'].map((Step) => ({
      Step,
      SecretId: ARN,
      ClientRequestToken: token('second'),
    })),
  );
  const read = await client.send(new GetSecretValueCommand({ SecretId: ARN }));
  expect(read).toMatchObject({ SecretString: 'second', VersionId: token('second') });
  const described = await client.send(new DescribeSecretCommand({ SecretId: ARN }));
  expect(described.VersionIdsToStages).toEqual({
    [token('first')]: ['AWSPREVIOUS'],
    [token('second')]: ['AWSCURRENT', 'AWSPENDING'],
  });
  expect(described).toMatchObject({
    RotationEnabled: true,
    RotationLambdaARN,
    RotationRules: DAYS,
    LastRotatedDate: expect.any(Date),
    NextRotationDate: expect.any(Date),
  });
  expect(await serviceEvents(owner)).toEqual(['RotationStarted', 'RotationSucceeded']);
});

test('check 28: a function that may not be invoked leaves the configuration as it was', async () => {
  const owner = newOwner(server);
  const { client, account } = owner;
  const SecretId = await newSecret(owner, 'closed');
  const closed = functions.make(account, 'closed', async () => undefined, 'nobody');
  const input = { SecretId, RotationLambdaARN: closed, RotationRules: DAYS };
  const message =
    'Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy ' +
    'grants access to the principal secretsmanager.amazonaws.com.';
  for (const RotationLambdaARN of [closed, `${closed}-missing`]) {
    await expect(
      client.send(new RotateSecretCommand({ ...input, RotationLambdaARN })),
    ).rejects.toMatchObject({ name: 'AccessDeniedException', message });
  }
  const described = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(described.RotationEnabled).toBeUndefined();
  expect(described.VersionIdsToStages).toEqual({ [token('first')]: ['AWSCURRENT'] });
});

test('check 28: a rotation that is not complete keeps another one from starting', async () => {
  const owner = newOwner(server);
  const { client, account } = owner;
  const SecretId = await newSecret(owner, 'twice');
  const RotationLambdaARN = functions.make(account, 'fails', async () => {
    throw new Error('it fails');
  });
  const input: RotateSecretCommandInput = { SecretId, RotationLambdaARN, RotationRules: DAYS };
  await client.send(new RotateSecretCommand(input));
  await later(SETTLED_MS);
  await expect(client.send(new RotateSecretCommand(input))).rejects.toMatchObject({
    name: 'InvalidRequestException',
    message: "A previous rotation isn't complete. That rotation will be reattempted.",
  });
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('first');
});

test('check 29: rules that Secrets Manager refuses, with its texts', async () => {
  const owner = newOwner(server);
  const { client, account } = owner;
  const SecretId = await newSecret(owner, 'rules');
  const RotationLambdaARN = functions.make(account, 'rules', async () => undefined);
  const refused: readonly (readonly [RotateSecretCommandInput['RotationRules'], string])[] = [
    [{ ScheduleExpression: 'rate(3 hours)' }, 'Rate in hour should be least 4 and less than 24.'],
    [{ ScheduleExpression: 'rate(24 hours)' }, 'Rate in hour should be least 4 and less than 24.'],
    [
      { ScheduleExpression: 'rate(1000 days)' },
      'Rate in day should be greater than 0 and less than 1000.',
    ],
    [
      { ScheduleExpression: 'rate(0 days)' },
      'Rate in day should be greater than 0 and less than 1000.',
    ],
    [
      { ScheduleExpression: 'rate(10 days)', AutomaticallyAfterDays: 10 },
      'You cannot specify both rotation frequency and schedule expression together.',
    ],
    [{ ScheduleExpression: 'cron(30 10 * * ? *)' }, 'Invalid schedule expression.'],
    [{ ScheduleExpression: 'cron(0 10 * * * *)' }, 'Invalid schedule expression.'],
    [{ ScheduleExpression: 'cron(0 0/3 * * ? *)' }, 'Invalid schedule expression.'],
    [{ ScheduleExpression: 'cron(0 10 * * ? 2027)' }, 'Invalid schedule expression.'],
    [{ ScheduleExpression: 'every day' }, 'Invalid schedule expression.'],
    [
      { ScheduleExpression: 'rate(1 day)', Duration: '25h' },
      'Duration must be at least 1 hour, at most 24 hour.',
    ],
    [
      { ScheduleExpression: 'rate(4 hours)', Duration: '5h' },
      'Duration cannot be greater than Rate in hour.',
    ],
    [
      { ScheduleExpression: 'cron(0 22 * * ? *)', Duration: '3h' },
      'Starting hour and duration must be within a day.',
    ],
  ];
  for (const [RotationRules, message] of refused) {
    await expect(
      client.send(new RotateSecretCommand({ SecretId, RotationLambdaARN, RotationRules })),
      JSON.stringify(RotationRules),
    ).rejects.toMatchObject({ name: 'InvalidParameterException', message });
  }
  expect(refused).toHaveLength(13);
});

test('check 30: a rotation that waits for its window is tested alone', async () => {
  const owner = newOwner(server);
  const { client, account } = owner;
  const SecretId = await newSecret(owner, 'tested');
  const seen: (string | undefined)[] = [];
  const RotationLambdaARN = functions.make(account, 'tested', async (step) => {
    const pending = { SecretId, VersionStage: 'AWSPENDING', VersionId: step.ClientRequestToken };
    const { SecretString } = await client.send(new GetSecretValueCommand(pending));
    seen.push(`${step.Step} ${SecretString}`);
  });
  await client.send(
    new RotateSecretCommand({
      SecretId,
      RotationLambdaARN,
      RotationRules: { ScheduleExpression: 'rate(10 days)' },
      RotateImmediately: false,
    }),
  );
  await later(SETTLED_MS);
  expect(seen).toEqual(['testSecret first']);
  const described = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(described.VersionIdsToStages).toEqual({ [token('first')]: ['AWSCURRENT'] });
  expect(described.RotationRules).toEqual({
    AutomaticallyAfterDays: 10,
    ScheduleExpression: 'rate(10 days)',
  });
  expect(await serviceEvents(owner)).toEqual(['TestRotationStarted', 'TestRotationSucceeded']);
});

test('RotateSecret: a rotation that fails is tried again from its first step, with the same version', async () => {
  const owner = newOwner(server);
  const { client, account } = owner;
  const SecretId = await newSecret(owner, 'recovers');
  const rotate = rotates(client, () => 'second');
  let failures = 2;
  const RotationLambdaARN = functions.make(account, 'recovers', async (step) => {
    if (step.Step === 'setSecret' && failures > 0) {
      failures -= 1;
      throw new Error('the database is away');
    }
    await rotate(step);
  });
  await client.send(new RotateSecretCommand({ SecretId, RotationLambdaARN, RotationRules: DAYS }));
  await later(SETTLED_MS);
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('first');
  await later(2 * MINUTE_MS);
  await later(6 * MINUTE_MS);
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('second');
  const steps = stepsOf(SecretId);
  expect(steps.map(({ Step }) => Step)).toEqual([
    'createSecret',
    'setSecret',
    'createSecret',
    'setSecret',
    'createSecret',
    'setSecret',
    'testSecret',
    'finishSecret',
  ]);
  expect(new Set(steps.map((step) => step.ClientRequestToken)).size).toBe(1);
  expect(await serviceEvents(owner)).toEqual([
    'RotationStarted',
    'RotationFailed',
    'RotationFailed',
    'RotationSucceeded',
  ]);
});

test('PutSecretValue: a new current value gives up the rotation that is at work', async () => {
  const owner = newOwner(server);
  const { client, account } = owner;
  const SecretId = await newSecret(owner, 'given-up');
  const RotationLambdaARN = functions.make(account, 'given-up', async () => {
    throw new Error('it fails');
  });
  await client.send(new RotateSecretCommand({ SecretId, RotationLambdaARN, RotationRules: DAYS }));
  await later(SETTLED_MS);
  const ClientRequestToken = token('manual');
  await client.send(
    new PutSecretValueCommand({ SecretId, SecretString: 'manual', ClientRequestToken }),
  );
  const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(VersionIdsToStages).toEqual({
    [token('first')]: ['AWSPREVIOUS'],
    [ClientRequestToken]: ['AWSCURRENT'],
  });
  const asked = stepsOf(SecretId).length;
  await later(HOUR_MS);
  expect(stepsOf(SecretId)).toHaveLength(asked);
  expect(await serviceEvents(owner)).toEqual([
    'RotationStarted',
    'RotationFailed',
    'RotationAbandoned',
  ]);
});

test('CancelRotateSecret: no rotation comes any more, and AWSPENDING stays', async () => {
  const owner = newOwner(server);
  const { client, account } = owner;
  const SecretId = await newSecret(owner, 'cancelled');
  const RotationLambdaARN = functions.make(account, 'cancelled', async () => {
    throw new Error('it fails');
  });
  const ClientRequestToken = token('pending');
  await client.send(
    new RotateSecretCommand({
      SecretId,
      RotationLambdaARN,
      RotationRules: DAYS,
      ClientRequestToken,
    }),
  );
  await later(SETTLED_MS);
  const cancelled = await client.send(new CancelRotateSecretCommand({ SecretId }));
  expect(cancelled.VersionId).toBe(ClientRequestToken);
  const asked = stepsOf(SecretId).length;
  await later(30 * DAY_MS);
  expect(stepsOf(SecretId)).toHaveLength(asked);
  const described = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(described.RotationEnabled).toBe(false);
  expect(described.NextRotationDate).toBeUndefined();
  expect(described.VersionIdsToStages?.[ClientRequestToken]).toEqual(['AWSPENDING']);
});

test('RotateSecret: a rotation that keeps failing is tried every day, and ends when it can', async () => {
  const owner = newOwner(server);
  const { client, account } = owner;
  const SecretId = await newSecret(owner, 'stubborn');
  const rotate = rotates(client, () => 'second');
  let isAway = true;
  const RotationLambdaARN = functions.make(account, 'stubborn', async (step) => {
    if (isAway) throw new Error('the database is away');
    await rotate(step);
  });
  const RotationRules = { AutomaticallyAfterDays: 300 };
  await client.send(new RotateSecretCommand({ SecretId, RotationLambdaARN, RotationRules }));
  await later(4 * DAY_MS);
  const tries = stepsOf(SecretId).length;
  expect(tries).toBe(5 + 3);
  await client.send(new DeleteSecretCommand({ SecretId }));
  await later(2 * DAY_MS);
  expect(stepsOf(SecretId)).toHaveLength(tries);
  isAway = false;
  await client.send(new RestoreSecretCommand({ SecretId }));
  await later(SETTLED_MS);
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('second');
});

test('RotateSecret: what was never given a function, or a bad one, is refused', async () => {
  const owner = newOwner(server);
  const { client } = owner;
  const SecretId = await newSecret(owner, 'without');
  await expect(client.send(new RotateSecretCommand({ SecretId }))).rejects.toMatchObject({
    name: 'InvalidRequestException',
    message: 'No Lambda rotation function ARN is associated with this secret.',
  });
  const RotationLambdaARN = `arn:aws:lambda:eu-west-1:${owner.account}:function:far`;
  await expect(
    client.send(new RotateSecretCommand({ SecretId, RotationLambdaARN })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      'Invalid rotation Lambda ARN. Ensure the ARN matches format ' +
      'arn:aws:lambda:<region>:<account>:function:<functionName>.',
  });
});

test('RotateSecret: whoever sets a function up must be able to invoke it', async () => {
  const owner = newOwner(server);
  const SecretId = await newSecret(owner, 'guarded');
  const RotationLambdaARN = functions.make(owner.account, 'guarded', async () => undefined);
  const user = await newUser(server, owner.account, 'ann', {
    allow: [{ Effect: 'Allow', Action: 'secretsmanager:*', Resource: '*' }],
  });
  await expect(
    new SecretsManagerClient(user).send(new RotateSecretCommand({ SecretId, RotationLambdaARN })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${owner.account}:user/ann is not authorized to perform: ` +
      `lambda:InvokeFunction on resource: ${RotationLambdaARN} because no identity-based policy ` +
      'allows the lambda:InvokeFunction action',
  });
});
