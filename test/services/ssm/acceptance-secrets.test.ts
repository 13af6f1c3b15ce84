import {
  CreateSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStore, type Store } from './store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const PREFIX = '/aws/reference/secretsmanager/';

async function withSecret() {
  const store = newStore(server);
  const secrets = new SecretsManagerClient(server.client(store.account));
  const made = { Name: 'shop/db', SecretString: 'first-of-all' };
  const { ARN, VersionId } = await secrets.send(new CreateSecretCommand(made));
  return { store, secrets, secretArn: ARN ?? '', firstVersion: VersionId ?? '' };
}

async function get({ ssm }: Pick<Store, 'ssm'>, Name: string, WithDecryption = true) {
  return (await ssm.send(new GetParameterCommand({ Name, WithDecryption }))).Parameter;
}

test('check 18: a secret is read as a parameter', async () => {
  const { store, secrets, secretArn, firstVersion } = await withSecret();
  const Name = `${PREFIX}shop/db`;
  const found = await get(store, Name);
  expect(found).toMatchObject({
    Name,
    Type: 'SecureString',
    Value: 'first-of-all',
    Version: 0,
    ARN: secretArn,
    DataType: 'text',
  });
  expect(JSON.parse(found?.SourceResult ?? '')).toMatchObject({
    ARN: secretArn,
    Name: 'shop/db',
    VersionId: firstVersion,
    SecretString: 'first-of-all',
    VersionStages: ['AWSCURRENT'],
    CreatedDate: expect.any(Number),
  });
  await secrets.send(new PutSecretValueCommand({ SecretId: 'shop/db', SecretString: 'second' }));
  expect(await get(store, Name)).toMatchObject({ Value: 'second' });
  expect(await get(store, `${Name}:AWSPREVIOUS`)).toMatchObject({
    Value: 'first-of-all',
    Selector: ':AWSPREVIOUS',
  });
  expect(await get(store, `${Name}:${firstVersion}`)).toMatchObject({ Value: 'first-of-all' });
  await expect(get(store, Name, false)).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'WithDecryption flag must be True for retrieving a Secret Manager secret.',
  });
  await expect(get(store, `${PREFIX}none`)).rejects.toMatchObject({
    name: 'ParameterNotFound',
    message:
      'An error occurred (ParameterNotFound) when referencing Secrets Manager: Secret ' +
      `${PREFIX}none not found.`,
  });
  const Names = [Name, `${PREFIX}none`];
  const many = await store.ssm.send(new GetParametersCommand({ Names, WithDecryption: true }));
  expect(many.Parameters).toMatchObject([{ Value: 'second' }]);
  expect(many.InvalidParameters).toEqual([`${PREFIX}none`]);
});

test('check 18: a reference is only for reading', async () => {
  const { store } = await withSecret();
  const Name = `${PREFIX}shop/db`;
  await expect(
    store.ssm.send(new PutParameterCommand({ Name, Value: 'v', Type: 'String' })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `No access to reserved parameter name: ${Name}.`,
  });
  await expect(store.ssm.send(new GetParameterHistoryCommand({ Name }))).rejects.toMatchObject({
    name: 'ParameterNotFound',
  });
  await expect(
    store.ssm.send(new GetParametersByPathCommand({ Path: '/aws/reference' })),
  ).rejects.toMatchObject({ name: 'ValidationException' });
  expect((await store.ssm.send(new DescribeParametersCommand({}))).Parameters).toEqual([]);
});

test('check 18: who reads it must be allowed to read the secret, too; no record has its value', async () => {
  const { store } = await withSecret();
  const Name = `${PREFIX}shop/db`;
  const user = await newUser(server, store.account, 'reader', {
    allow: [{ Effect: 'Allow', Action: 'ssm:GetParameter', Resource: '*' }],
  });
  await expect(get({ ssm: new SSMClient(user) }, Name)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(
      'is not authorized to perform: secretsmanager:GetSecretValue on resource: shop/db because',
    ),
  });
  await get(store, Name);
  const trail = new CloudTrailClient(server.client(store.account));
  const { Events = [] } = await trail.send(new LookupEventsCommand({}));
  expect(Events.map(({ EventName }) => EventName)).toContain('GetSecretValue');
  const texts = Events.map(({ CloudTrailEvent }) => CloudTrailEvent).join('\n');
  expect(texts).toContain(Name);
  expect(texts).not.toContain('first-of-all');
});
