import {
  BatchGetSecretValueCommand,
  CreateSecretCommand,
  DeleteSecretCommand,
  type Filter,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newOwner, type Owner, token } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

async function someSecrets(): Promise<Owner> {
  const owner = newOwner(server);
  const tagged = [{ Key: 'Team', Value: 'Blue' }];
  const inputs = [
    { Name: 'app/one', Description: 'The first Database' },
    { Name: 'app/two', Tags: tagged },
    { Name: 'other', Description: 'not an app' },
  ];
  for (const input of inputs) {
    await owner.client.send(new CreateSecretCommand({ ...input, SecretString: input.Name }));
    const engine = server.platform.engine();
    await engine.advanceTo(engine.clock.serviceTime() + 1_000);
  }
  return owner;
}

async function names({ client }: Owner, input: object = {}): Promise<readonly string[]> {
  const { SecretList = [] } = await client.send(new ListSecretsCommand(input));
  return SecretList.map(({ Name = '' }) => Name);
}

test('ListSecrets: filters find prefixes, and an exclamation mark turns them around', async () => {
  const owner = await someSecrets();
  const cases: readonly (readonly [Filter, readonly string[]])[] = [
    [{ Key: 'name', Values: ['app/'] }, ['app/one', 'app/two']],
    [{ Key: 'name', Values: ['App'] }, []],
    [{ Key: 'name', Values: ['!app'] }, ['other']],
    [{ Key: 'name', Values: ['other', 'app/two'] }, ['app/two', 'other']],
    [{ Key: 'description', Values: ['the FIRST'] }, ['app/one']],
    [{ Key: 'tag-key', Values: ['Te'] }, ['app/two']],
    [{ Key: 'tag-key', Values: ['te'] }, []],
    [{ Key: 'tag-value', Values: ['Blue'] }, ['app/two']],
    [{ Key: 'all', Values: ['database first'] }, ['app/one']],
    [{ Key: 'owning-service', Values: ['rds'] }, []],
    [{ Key: 'primary-region', Values: ['us'] }, []],
  ];
  for (const [filter, expected] of cases) {
    expect(await names(owner, { Filters: [filter] }), JSON.stringify(filter)).toEqual(expected);
  }
  expect(cases).toHaveLength(11);
  const both = [
    { Key: 'name', Values: ['app'] },
    { Key: 'all', Values: ['blue'] },
  ];
  expect(await names(owner, { Filters: both })).toEqual(['app/two']);
});

test('ListSecrets: pages follow one another, in the order that was asked', async () => {
  const owner = await someSecrets();
  const first = await owner.client.send(new ListSecretsCommand({ MaxResults: 2 }));
  expect(first.SecretList?.map(({ Name }) => Name)).toEqual(['app/one', 'app/two']);
  const { NextToken } = first;
  expect(await names(owner, { MaxResults: 2, NextToken })).toEqual(['other']);
  await expect(names(owner, { NextToken, SortOrder: 'desc' })).rejects.toMatchObject({
    name: 'InvalidNextTokenException',
    message: 'Invalid NextToken.',
  });
  expect(await names(owner, { SortOrder: 'desc' })).toEqual(['other', 'app/two', 'app/one']);
  await owner.client.send(new PutSecretValueCommand({ SecretId: 'app/one', SecretString: 'new' }));
  const changed = { SortBy: 'last-changed-date', SortOrder: 'desc' };
  expect(await names(owner, changed)).toEqual(['app/one', 'other', 'app/two']);
  expect(await names(owner, { SortBy: 'name', SortOrder: 'desc' })).toEqual([
    'other',
    'app/two',
    'app/one',
  ]);
});

test('ListSecrets: what waits for its deletion is listed when that is asked', async () => {
  const owner = await someSecrets();
  await owner.client.send(new DeleteSecretCommand({ SecretId: 'other' }));
  expect(await names(owner)).toEqual(['app/one', 'app/two']);
  expect(await names(owner, { IncludePlannedDeletion: true })).toContain('other');
});

test('ListSecretVersionIds: deprecated versions are shown when that is asked', async () => {
  const { client } = newOwner(server);
  const SecretId = 'versions';
  const create = { Name: SecretId, SecretString: '1', ClientRequestToken: token('1') };
  await client.send(new CreateSecretCommand(create));
  for (const name of ['2', '3']) {
    const put = { SecretId, SecretString: name, ClientRequestToken: token(name) };
    await client.send(new PutSecretValueCommand(put));
  }
  const ids = async (input: object) => {
    const list = await client.send(new ListSecretVersionIdsCommand({ SecretId, ...input }));
    return (list.Versions ?? []).map(({ VersionId, VersionStages = [] }) => [
      VersionId,
      ...VersionStages,
    ]);
  };
  expect(await ids({})).toEqual([
    [token('2'), 'AWSPREVIOUS'],
    [token('3'), 'AWSCURRENT'],
  ]);
  expect(await ids({ IncludeDeprecated: true })).toEqual([
    [token('1')],
    [token('2'), 'AWSPREVIOUS'],
    [token('3'), 'AWSCURRENT'],
  ]);
});

test('BatchGetSecretValue: each secret has its own permission, and its own error', async () => {
  const { account } = await someSecrets();
  const allow = [
    { Effect: 'Allow', Action: 'secretsmanager:BatchGetSecretValue', Resource: '*' },
    {
      Effect: 'Allow',
      Action: 'secretsmanager:GetSecretValue',
      Resource: ['one', 'none'].map((name) => `arn:aws:secretsmanager:*:*:secret:app/${name}-*`),
    },
  ] as const;
  const user = new SecretsManagerClient(await newUser(server, account, 'reader', { allow }));
  const SecretIdList = ['app/one', 'app/two', 'app/none'];
  const { SecretValues, Errors } = await user.send(
    new BatchGetSecretValueCommand({ SecretIdList }),
  );
  expect(SecretValues).toMatchObject([{ Name: 'app/one', SecretString: 'app/one' }]);
  expect(Errors).toEqual([
    {
      SecretId: 'app/two',
      ErrorCode: 'AccessDeniedException',
      Message:
        `User: arn:aws:iam::${account}:user/reader is not authorized to perform: ` +
        'secretsmanager:GetSecretValue on resource: app/two because no identity-based policy ' +
        'allows the secretsmanager:GetSecretValue action',
    },
    {
      SecretId: 'app/none',
      ErrorCode: 'ResourceNotFoundException',
      Message: "Secrets Manager can't find the specified secret.",
    },
  ]);
});

test('BatchGetSecretValue: by filter, a page at a time', async () => {
  const { client } = await someSecrets();
  const Filters: Filter[] = [{ Key: 'name', Values: ['app'] }];
  const first = await client.send(new BatchGetSecretValueCommand({ Filters, MaxResults: 1 }));
  expect(first.SecretValues).toMatchObject([{ Name: 'app/one', SecretString: 'app/one' }]);
  const { NextToken } = first;
  const second = await client.send(
    new BatchGetSecretValueCommand({ Filters, MaxResults: 1, NextToken }),
  );
  expect(second.SecretValues).toMatchObject([{ Name: 'app/two' }]);
  const { NextToken: further } = second;
  const last = await client.send(
    new BatchGetSecretValueCommand({ Filters, MaxResults: 1, NextToken: further }),
  );
  expect(last.SecretValues).toEqual([]);
  expect(last.NextToken).toBeUndefined();
});

test('BatchGetSecretValue: names, or filters, and never both', async () => {
  const { client } = newOwner(server);
  const message = "Either 'SecretIdList' or 'Filters' must be provided, but not both.";
  const Filters: Filter[] = [{ Key: 'name', Values: ['app'] }];
  for (const input of [{}, { SecretIdList: ['a'], Filters }]) {
    const refused = client.send(new BatchGetSecretValueCommand(input));
    await expect(refused).rejects.toMatchObject({ name: 'InvalidParameterException', message });
  }
  const sized = new BatchGetSecretValueCommand({ SecretIdList: ['a'], MaxResults: 1 });
  await expect(client.send(sized)).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.",
  });
});
