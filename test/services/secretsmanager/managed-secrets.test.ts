import {
  CancelRotateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  RotateSecretCommand,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceError } from '../../../src/core/errors.ts';
import { SECOND_MS, MINUTE_MS, DAY_MS } from '../../../src/core/time.ts';
import { principalDirectory } from '../../../src/services/iam/principals.ts';
import type { ManagedRotation, ManagedSecret } from '../../../src/services/secretsmanager/port.ts';
import { createSecretsManagerService } from '../../../src/services/secretsmanager/service.ts';
import { errandService, sendErrand } from '../../errands.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newOwner, type Owner, token } from './secrets.ts';

const rotated: ManagedSecret[] = [];
let isBroken = false;
let isMissing = false;

/** Stands for Amazon RDS: it rotates by what the test does then. */
const rotation: ManagedRotation = {
  owner: 'rds',
  prepare: async ({ name }) => {
    if (isMissing) throw new ServiceError('DBInstanceNotFoundFault', 'There is no such instance.');
    return { database: name };
  },
  rotate: async (secret) => {
    if (isBroken) throw new ServiceError('InvalidDBInstanceState', 'The instance is stopped.');
    rotated.push(secret);
    const { account } = secret.scope;
    const config = server.client(account);
    const value = { SecretId: secret.arn, ClientRequestToken: secret.token };
    const viaOwner = { via: 'rds' } as const;
    await sendErrand(config, {
      service: 'secretsmanager',
      operation: 'PutSecretValue',
      input: { ...value, SecretString: 'rotated', VersionStages: ['AWSCURRENT', 'AWSPENDING'] },
      options: viaOwner,
    });
  },
};

let server: TestServer;

beforeAll(async () => {
  const service = createSecretsManagerService({
    principals: principalDirectory,
    managedRotations: [rotation],
  });
  server = await startServer({ furtherServices: [errandService, service] });
});

afterAll(() => server.close());

const SecretId = 'rds!db-1';

async function makeManaged({ account }: Owner): Promise<void> {
  await sendErrand(server.client(account), {
    service: 'secretsmanager',
    operation: 'CreateSecret',
    input: {
      Name: SecretId,
      SecretString: 'made',
      ClientRequestToken: token('made'),
      Tags: [{ Key: 'aws:secretsmanager:owningService', Value: 'rds' }],
    },
    options: { via: 'rds' },
  });
}

async function later(ms: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + ms);
}

test('managed secrets: customers read them, and only their service changes them', async () => {
  const owner = newOwner(server);
  await makeManaged(owner);
  const { client } = owner;
  const described = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(described.OwningService).toBe('rds');
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('made');
  const refused = {
    name: 'InvalidRequestException',
    message:
      'This secret is managed by an AWS service, and you must use that service to update it.',
  };
  const put = client.send(new PutSecretValueCommand({ SecretId, SecretString: 'x' }));
  await expect(put).rejects.toMatchObject(refused);
  const update = client.send(new UpdateSecretCommand({ SecretId, Description: 'x' }));
  await expect(update).rejects.toMatchObject(refused);
  await expect(client.send(new DeleteSecretCommand({ SecretId }))).rejects.toMatchObject(refused);
  const cancel = client.send(new CancelRotateSecretCommand({ SecretId }));
  await expect(cancel).rejects.toMatchObject(refused);
  const RotationLambdaARN = `arn:aws:lambda:us-east-1:${owner.account}:function:own`;
  const rotate = client.send(new RotateSecretCommand({ SecretId, RotationLambdaARN }));
  await expect(rotate).rejects.toMatchObject(refused);
});

test('managed secrets: the service rotates them without a function, on the schedule of its users', async () => {
  const owner = newOwner(server);
  await makeManaged(owner);
  const { client } = owner;
  const RotationRules = { AutomaticallyAfterDays: 7 };
  const waits = { SecretId, RotationRules, RotateImmediately: false };
  await client.send(new RotateSecretCommand(waits));
  await later(6 * DAY_MS);
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('made');
  await later(DAY_MS + MINUTE_MS);
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('rotated');
  const described = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(described.LastRotatedDate).toBeInstanceOf(Date);
  const mine = rotated.filter(({ scope }) => scope.account === owner.account);
  expect(mine.map(({ name }) => name)).toEqual([SecretId]);
});

test('managed secrets: a rotation that the service fails is tried again', async () => {
  const owner = newOwner(server);
  await makeManaged(owner);
  const { client } = owner;
  isBroken = true;
  await client.send(new RotateSecretCommand({ SecretId }));
  await later(30 * SECOND_MS);
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('made');
  isBroken = false;
  isMissing = true;
  await later(2 * MINUTE_MS);
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('made');
  isMissing = false;
  await later(6 * MINUTE_MS);
  expect((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('rotated');
});
