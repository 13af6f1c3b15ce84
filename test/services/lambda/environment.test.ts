import { CreateKeyCommand, DisableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { invoke, newFunction, node } from './functions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const SHOWS = node('export const handler = async () => process.env.SECRET;');

test('variables stand under the key of the customer, and open to the execution role by its grant', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KMSKeyArn = KeyMetadata?.Arn ?? '';
  const lambda = await newFunction(server, account, 'keyed', {
    ...SHOWS,
    KMSKeyArn,
    Environment: { Variables: { SECRET: 'word' } },
  });
  expect((await invoke(lambda, 'keyed')).payload).toBe('word');
  const viewer = await newUser(server, account, 'viewer', {
    allow: [{ Effect: 'Allow', Action: 'lambda:Get*', Resource: '*' }],
  });
  const shown = await new LambdaClient(viewer).send(
    new GetFunctionConfigurationCommand({ FunctionName: 'keyed' }),
  );
  expect(shown.KMSKeyArn).toBe(KMSKeyArn);
  expect(shown.Environment).toEqual({
    Error: {
      ErrorCode: 'AccessDeniedException',
      Message: `Lambda was unable to decrypt your environment variables because the KMS access was denied. Please check your KMS permissions. KMS Exception: AccessDeniedException KMS Message: User: arn:aws:iam::${account}:user/viewer is not authorized to perform: kms:Decrypt on resource: ${KMSKeyArn} because no identity-based policy allows the kms:Decrypt action`,
    },
  });
  await lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName: 'keyed', MemorySize: 256 }),
  );
  await kms.send(new DisableKeyCommand({ KeyId: KMSKeyArn }));
  await expect(invoke(lambda, 'keyed')).rejects.toMatchObject({
    name: 'KMSDisabledException',
    message: `Lambda was unable to decrypt the environment variables because the KMS key used is disabled. Please check the function's KMS key settings. KMS Exception: DisabledException KMS Message: ${KMSKeyArn} is disabled.`,
    $metadata: { httpStatusCode: 502 },
  });
});

test('variables without a key of the customer stand under the account’s own key for Lambda', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'plain', {
    ...SHOWS,
    Environment: { Variables: { SECRET: 'word' } },
  });
  expect((await invoke(lambda, 'plain')).payload).toBe('word');
  const shown = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: 'plain' }));
  expect(shown.Environment).toEqual({ Variables: { SECRET: 'word' } });
  expect(shown.KMSKeyArn).toBeUndefined();
});
