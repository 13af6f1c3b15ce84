import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import { Sha256 } from '../../sha256.ts';
import { eventCatcher, eventsOf } from '../ssm/emitted-events.ts';
import { newOwner, type Owner, token } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ furtherServices: [eventCatcher] });
});

afterAll(() => server.close());

async function later(days: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + days * DAY_MS);
}

/** A call as it goes over the wire, without what SDKs add. */
async function sendRaw(account: string, operation: string, input: object) {
  const { hostname, port } = new URL(server.url);
  const { credentials, region } = server.client(account);
  const signer = new SignatureV4({
    service: 'secretsmanager',
    region,
    credentials,
    sha256: Sha256,
  });
  const body = JSON.stringify(input);
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: '/',
    query: {},
    headers: {
      host: `${hostname}:${port}`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `secretsmanager.${operation}`,
    },
    body,
  });
  const { host: _host, ...sent } = headers;
  const answer = await fetch(server.url, { method: 'POST', headers: sent, body });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

test('the wire: modelled errors say Message, the others message', async () => {
  const { account } = newOwner(server);
  expect(await sendRaw(account, 'GetSecretValue', { SecretId: 'none' })).toEqual({
    status: 400,
    body: {
      __type: 'ResourceNotFoundException',
      Message: "Secrets Manager can't find the specified secret.",
    },
  });
  expect(await sendRaw(account, 'GetSecretValue', { SecretId: 'bad name' })).toEqual({
    status: 400,
    body: {
      __type: 'ValidationException',
      message:
        'Invalid name. Must be a valid name containing alphanumeric characters, or any of the ' +
        'following: -/_+=.@!',
    },
  });
});

test('tokens: whoever makes none up is told to', async () => {
  const { account, client } = newOwner(server);
  const text = 'You must provide a ClientRequestToken value. We recommend a UUID-type value.';
  const input = { Name: 'raw', SecretString: 'x' };
  const created = await sendRaw(account, 'CreateSecret', input);
  expect(created.body).toEqual({ __type: 'InvalidRequestException', Message: text });
  await client.send(new CreateSecretCommand(input));
  const value = { SecretId: 'raw', SecretString: 'y' };
  for (const operation of ['PutSecretValue', 'UpdateSecret']) {
    const { body } = await sendRaw(account, operation, value);
    expect(body, operation).toEqual({ __type: 'InvalidRequestException', Message: text });
  }
  const rotated = await sendRaw(account, 'RotateSecret', { SecretId: 'raw' });
  expect(rotated.body).toEqual({ __type: 'InvalidParameterException', Message: text });
});

test('names: an ARN without its suffix will do, unless it looks like one with it', async () => {
  const { client } = newOwner(server);
  const { ARN = '' } = await client.send(
    new CreateSecretCommand({ Name: 'plain/name', SecretString: 'x' }),
  );
  const read = (SecretId: string) => client.send(new GetSecretValueCommand({ SecretId }));
  expect((await read(ARN)).ARN).toBe(ARN);
  expect((await read(ARN.slice(0, -7))).ARN).toBe(ARN);
  await expect(read(`${ARN.slice(0, -6)}AAAAAA`)).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  const confusing = await client.send(
    new CreateSecretCommand({ Name: 'my-secret', SecretString: 'x' }),
  );
  expect((await read('my-secret')).ARN).toBe(confusing.ARN);
  await expect(read(confusing.ARN?.slice(0, -7) ?? '')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('values: a secret without one has no version, and its first version is the current one', async () => {
  const { client } = newOwner(server);
  const SecretId = 'empty';
  const created = await client.send(new CreateSecretCommand({ Name: SecretId }));
  expect(created.VersionId).toBeUndefined();
  const described = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(described.VersionIdsToStages).toBeUndefined();
  expect(described.RotationEnabled).toBeUndefined();
  await expect(client.send(new GetSecretValueCommand({ SecretId }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
  });
  const put = { SecretId, SecretString: 'x', VersionStages: ['AWSPENDING'] };
  const first = await client.send(new PutSecretValueCommand(put));
  expect(first.VersionStages).toEqual(['AWSCURRENT', 'AWSPENDING']);
  await expect(client.send(new PutSecretValueCommand({ SecretId }))).rejects.toMatchObject({
    name: 'InvalidRequestException',
    message: 'You must provide either SecretString or SecretBinary.',
  });
});

test('values: binary ones come back as they were', async () => {
  const { client } = newOwner(server);
  const SecretBinary = new Uint8Array([0, 1, 2, 254, 255]);
  await client.send(new CreateSecretCommand({ Name: 'binary', SecretBinary }));
  const read = await client.send(new GetSecretValueCommand({ SecretId: 'binary' }));
  expect(Buffer.from(read.SecretBinary ?? [])).toEqual(Buffer.from(SecretBinary));
  expect(read.SecretString).toBeUndefined();
});

test('PutSecretValue: the same token and value change nothing', async () => {
  const { client } = newOwner(server);
  const SecretId = 'twice';
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'one' }));
  const put = { SecretId, SecretString: 'two', ClientRequestToken: token('two') };
  await client.send(new PutSecretValueCommand(put));
  const before = await client.send(new DescribeSecretCommand({ SecretId }));
  const again = await client.send(new PutSecretValueCommand(put));
  expect(again).toMatchObject({ VersionId: token('two'), VersionStages: ['AWSCURRENT'] });
  const after = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(after.VersionIdsToStages).toEqual(before.VersionIdsToStages);
  const other = new PutSecretValueCommand({ ...put, SecretString: 'three' });
  await expect(client.send(other)).rejects.toMatchObject({ name: 'ResourceExistsException' });
});

test('UpdateSecret: a description, and a value of its own', async () => {
  const { client } = newOwner(server);
  const SecretId = 'updated';
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'one' }));
  const described = await client.send(new UpdateSecretCommand({ SecretId, Description: 'new' }));
  expect(described.VersionId).toBeUndefined();
  const ClientRequestToken = token('two');
  const valued = await client.send(
    new UpdateSecretCommand({ SecretId, SecretString: 'two', ClientRequestToken }),
  );
  expect(valued.VersionId).toBe(ClientRequestToken);
  const read = await client.send(new GetSecretValueCommand({ SecretId }));
  expect(read).toMatchObject({ SecretString: 'two', VersionId: ClientRequestToken });
  const told = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(told.Description).toBe('new');
});

test('events: a label that comes to be on another version is told, but for AWSPENDING and AWSPREVIOUS', async () => {
  const { client, account } = newOwner(server);
  const SecretId = 'told';
  const create = { Name: SecretId, SecretString: '1', ClientRequestToken: token('1') };
  const { ARN } = await client.send(new CreateSecretCommand(create));
  const put = { SecretId, SecretString: '2', ClientRequestToken: token('2') };
  await client.send(new PutSecretValueCommand({ ...put, VersionStages: ['AWSPENDING', 'blue'] }));
  await client.send(
    new UpdateSecretVersionStageCommand({
      SecretId,
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: token('2'),
      RemoveFromVersionId: token('1'),
    }),
  );
  await client.send(new UpdateSecretCommand({ SecretId, Description: 'nothing to tell' }));
  await expect.poll(() => eventsOf(account).length).toBe(3);
  expect(eventsOf(account).map(({ detail }) => detail)).toEqual([
    { name: SecretId, labelUpdated: 'AWSCURRENT', versionId: token('1') },
    { name: SecretId, labelUpdated: 'blue', versionId: token('2') },
    { name: SecretId, labelUpdated: 'AWSCURRENT', versionId: token('2') },
  ]);
  expect(eventsOf(account)[0]).toMatchObject({
    source: 'aws.secretsmanager',
    'detail-type': 'Secret Label Updated',
    resources: [ARN],
  });
});

async function recordedEvents({ account }: Owner): Promise<readonly string[]> {
  const { Events = [] } = await new CloudTrailClient(server.client(account)).send(
    new LookupEventsCommand({}),
  );
  return Events.map(({ CloudTrailEvent = '' }) => JSON.parse(CloudTrailEvent))
    .filter(({ eventType }) => eventType === 'AwsServiceEvent')
    .map(({ eventName, additionalEventData: data }) => `${eventName} ${data.SecretVersionId}`)
    .reverse();
}

test('DeleteSecret: when its window is over the secret goes, and each version is told of', async () => {
  const owner = newOwner(server);
  const { client } = owner;
  const SecretId = 'goes';
  const create = { Name: SecretId, SecretString: '1', ClientRequestToken: token('1') };
  await client.send(new CreateSecretCommand(create));
  await client.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 7 }));
  await client.send(new RestoreSecretCommand({ SecretId }));
  await later(8);
  await client.send(new GetSecretValueCommand({ SecretId }));
  await client.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 7 }));
  await later(6);
  await client.send(new DescribeSecretCommand({ SecretId }));
  await later(2);
  await expect(client.send(new DescribeSecretCommand({ SecretId }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: '2' }));
  expect(await recordedEvents(owner)).toEqual([
    `StartSecretVersionDelete ${token('1')}`,
    `CancelSecretVersionDelete ${token('1')}`,
    `StartSecretVersionDelete ${token('1')}`,
    `EndSecretVersionDelete ${token('1')}`,
  ]);
});

test('versions: the oldest without a label go, once they are a day old and there are a hundred', async () => {
  const { client } = newOwner(server);
  const SecretId = 'many';
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: '0' }));
  const put = (name: string) =>
    client.send(
      new PutSecretValueCommand({ SecretId, SecretString: name, ClientRequestToken: token(name) }),
    );
  for (let count = 1; count < 100; count += 1) await put(`v${count}-`);
  await expect(put('one-more')).rejects.toMatchObject({
    name: 'LimitExceededException',
    message: "A secret can't have more than 100 versions.",
  });
  await later(1);
  await put('one-more');
  const { Versions = [] } = await client.send(
    new ListSecretVersionIdsCommand({ SecretId, IncludeDeprecated: true }),
  );
  expect(Versions).toHaveLength(100);
});

test('tags: fifty at most, none of AWS, and they go again', async () => {
  const { client } = newOwner(server);
  const SecretId = 'tagged';
  const Tags = [{ Key: 'a', Value: '1' }];
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'x', Tags }));
  const many = Array.from({ length: 50 }, (_, n) => ({ Key: `k${n}`, Value: '' }));
  await expect(client.send(new TagResourceCommand({ SecretId, Tags: many }))).rejects.toMatchObject(
    { name: 'LimitExceededException' },
  );
  await expect(
    client.send(new TagResourceCommand({ SecretId, Tags: [{ Key: 'aws:own', Value: '' }] })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'Tag keys that start with aws: are reserved for internal use.',
  });
  await client.send(new TagResourceCommand({ SecretId, Tags: [{ Key: 'b', Value: '2' }] }));
  await client.send(new UntagResourceCommand({ SecretId, TagKeys: ['a'] }));
  const { Tags: left } = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(left).toEqual([{ Key: 'b', Value: '2' }]);
});
