import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  RotateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { executionRole, newFunction, python } from '../lambda/functions.ts';
import { PYTHON_ROTATION } from './python-rotation.ts';
import { newOwner, token } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test('RotateSecret: a function in a process of its own rotates, with its role alone', {
  timeout: 60_000,
}, async () => {
  const { client, account } = newOwner(server);
  const ClientRequestToken = token('first');
  const create = { Name: 'app', SecretString: '{"password":"first"}', ClientRequestToken };
  const { ARN: SecretId = '' } = await client.send(new CreateSecretCommand(create));
  const Action = [
    'DescribeSecret',
    'GetSecretValue',
    'PutSecretValue',
    'UpdateSecretVersionStage',
  ].map((name) => `secretsmanager:${name}`);
  const Role = await executionRole(
    server,
    account,
    'rotates',
    { Effect: 'Allow', Action, Resource: SecretId },
    { Effect: 'Allow', Action: 'secretsmanager:GetRandomPassword', Resource: '*' },
  );
  const FunctionName = 'rotates';
  const lambda = await newFunction(server, account, FunctionName, {
    ...python(PYTHON_ROTATION),
    Role,
    Timeout: 20,
  });
  const RotationLambdaARN = `arn:aws:lambda:us-east-1:${account}:function:${FunctionName}`;
  const rotate = { SecretId, RotationLambdaARN, RotationRules: { AutomaticallyAfterDays: 30 } };
  await expect(client.send(new RotateSecretCommand(rotate))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      'Secrets Manager cannot invoke the specified Lambda function. Ensure that the function ' +
      'policy grants access to the principal secretsmanager.amazonaws.com.',
  });
  await lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 'secrets',
      Action: 'lambda:InvokeFunction',
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: account,
    }),
  );
  const { VersionId = '' } = await client.send(new RotateSecretCommand(rotate));
  const rotated = async () =>
    (await client.send(new GetSecretValueCommand({ SecretId }))).VersionId;
  await expect.poll(rotated, { timeout: 40_000 }).toBe(VersionId);
  const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
  expect(JSON.parse(SecretString)).toEqual({ password: expect.stringMatching(/^.{32}$/) });
  const ended = async () =>
    (await client.send(new DescribeSecretCommand({ SecretId }))).LastRotatedDate;
  await expect.poll(ended, { timeout: 20_000 }).toBeInstanceOf(Date);
});
