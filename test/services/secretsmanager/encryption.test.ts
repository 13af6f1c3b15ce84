import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryRootKey } from '../../../src/crypto/root-key.ts';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newOwner, token } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

interface KmsCall {
  readonly eventName: string;
  readonly eventSource: string;
  readonly sourceIPAddress: string;
  readonly requestParameters: { readonly encryptionContext?: Readonly<Record<string, string>> };
}

/** What the account's trail tells of calls to KMS, oldest first. */
async function kmsCalls(account: string): Promise<readonly KmsCall[]> {
  const { Events = [] } = await new CloudTrailClient(server.client(account)).send(
    new LookupEventsCommand({}),
  );
  return Events.map(({ CloudTrailEvent = '' }): KmsCall => JSON.parse(CloudTrailEvent))
    .filter(({ eventSource }) => eventSource === 'kms.amazonaws.com')
    .reverse();
}

async function newKey(account: string): Promise<{ kms: KMSClient; arn: string }> {
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  return { kms, arn: KeyMetadata?.Arn ?? '' };
}

test('check 34: each value has a data key of its own, bound to the secret and its version', async () => {
  const { client, account } = newOwner(server);
  const ClientRequestToken = token('one');
  const create = { Name: 'bound', SecretString: 'one', ClientRequestToken };
  const { ARN = '' } = await client.send(new CreateSecretCommand(create));
  await client.send(new GetSecretValueCommand({ SecretId: 'bound' }));
  const calls = await kmsCalls(account);
  const encryptionContext = { SecretARN: ARN, SecretVersionId: ClientRequestToken };
  expect(calls).toHaveLength(2);
  expect(calls).toMatchObject([
    { eventName: 'GenerateDataKey', requestParameters: { keySpec: 'AES_256', encryptionContext } },
    { eventName: 'Decrypt', requestParameters: { encryptionContext } },
  ]);
  expect(calls.map((call) => call.sourceIPAddress)).toEqual([
    'secretsmanager.amazonaws.com',
    'secretsmanager.amazonaws.com',
  ]);
});

test("check 34: the account's own key is made with its first secret", async () => {
  const { client, account } = newOwner(server);
  await client.send(new CreateSecretCommand({ Name: 'first', SecretString: 'one' }));
  const KeyId = 'alias/aws/secretsmanager';
  const { KeyMetadata } = await new KMSClient(server.client(account)).send(
    new DescribeKeyCommand({ KeyId }),
  );
  expect(KeyMetadata).toMatchObject({ KeyManager: 'AWS', KeyState: 'Enabled' });
  const { Versions } = await client.send(new ListSecretVersionIdsCommand({ SecretId: 'first' }));
  expect(Versions?.[0]?.KmsKeyIds).toEqual(['DefaultEncryptionKey']);
});

test('check 34: no file of the data directory holds a value', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'secrets-'));
  const own = await startServer({ directory, rootKey: memoryRootKey() });
  const text = 'the plain value that nobody else sees';
  const { client } = newOwner(own);
  await client.send(new CreateSecretCommand({ Name: 'plain', SecretString: text }));
  const put = { SecretId: 'plain', SecretBinary: new Uint8Array(Buffer.from(text)) };
  await client.send(new PutSecretValueCommand(put));
  const read = await client.send(new GetSecretValueCommand({ SecretId: 'plain' }));
  expect(Buffer.from(read.SecretBinary ?? []).toString()).toBe(text);
  await own.close();
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  const base64 = Buffer.from(text).toString('base64').slice(0, 40);
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name));
    expect(bytes.includes(text), file.name).toBe(false);
    expect(bytes.includes(base64), file.name).toBe(false);
  }
  await rm(directory, { recursive: true });
});

test("CreateSecret: a customer's key is tried first, and then used", async () => {
  const { client, account } = newOwner(server);
  const { arn } = await newKey(account);
  const ClientRequestToken = token('one');
  const input = { Name: 'own-key', SecretString: 'one', KmsKeyId: arn, ClientRequestToken };
  await client.send(new CreateSecretCommand(input));
  const calls = (await kmsCalls(account)).slice(1);
  expect(
    calls.map((call) => [
      call.eventName,
      call.requestParameters.encryptionContext?.['SecretVersionId'],
    ]),
  ).toEqual([
    ['GenerateDataKey', 'RequestToValidateKeyAccess'],
    ['Decrypt', 'RequestToValidateKeyAccess'],
    ['GenerateDataKey', ClientRequestToken],
  ]);
});

test('UpdateSecret: a new key opens the labelled versions too, and the old one still does', async () => {
  const { client, account } = newOwner(server);
  const first = await newKey(account);
  const second = await newKey(account);
  const SecretId = 'rekeyed';
  await client.send(
    new CreateSecretCommand({ Name: SecretId, SecretString: 'one', KmsKeyId: first.arn }),
  );
  await client.send(new PutSecretValueCommand({ SecretId, SecretString: 'two' }));
  await client.send(new UpdateSecretCommand({ SecretId, KmsKeyId: second.arn }));
  const { Versions = [] } = await client.send(new ListSecretVersionIdsCommand({ SecretId }));
  expect(Versions.map((version) => version.KmsKeyIds)).toEqual([
    [second.arn, first.arn],
    [second.arn, first.arn],
  ]);
  for (const { kms, arn } of [first, second]) {
    await kms.send(new DisableKeyCommand({ KeyId: arn }));
    const read = await client.send(new GetSecretValueCommand({ SecretId }));
    expect(read.SecretString).toBe('two');
    await kms.send(new EnableKeyCommand({ KeyId: arn }));
  }
});

test('GetSecretValue: a key that is disabled opens nothing', async () => {
  const { client, account } = newOwner(server);
  const { kms, arn } = await newKey(account);
  const SecretId = 'disabled';
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'x', KmsKeyId: arn }));
  await kms.send(new DisableKeyCommand({ KeyId: arn }));
  await expect(client.send(new GetSecretValueCommand({ SecretId }))).rejects.toMatchObject({
    name: 'DecryptionFailure',
    message: "Secrets Manager can't decrypt the protected secret text using the provided KMS key.",
  });
  await expect(
    client.send(new PutSecretValueCommand({ SecretId, SecretString: 'y' })),
  ).rejects.toMatchObject({
    name: 'EncryptionFailure',
    message: "Secrets Manager can't encrypt the protected secret text using the provided KMS key.",
  });
});

test('CreateSecret: keys that cannot be used are refused', async () => {
  const { client, account } = newOwner(server);
  const far = `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  await expect(
    client.send(new CreateSecretCommand({ Name: 'far', SecretString: 'x', KmsKeyId: far })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'The operation failed because of an invalid KMS key: Invalid arn eu-west-1',
  });
  const KmsKeyId = 'alias/aws/ssm';
  await expect(
    client.send(new CreateSecretCommand({ Name: 'ssm', SecretString: 'x', KmsKeyId })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: 'Access to KMS is not allowed',
  });
});

test('GetSecretValue: whoever may read the secret but not use its key reads nothing', async () => {
  const { client, account } = newOwner(server);
  const { arn, kms } = await newKey(account);
  const SecretId = 'two-permissions';
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'x', KmsKeyId: arn }));
  const read = { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' } as const;
  const without = new SecretsManagerClient(await newUser(server, account, 'a', { allow: [read] }));
  await expect(without.send(new GetSecretValueCommand({ SecretId }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: 'Access to KMS is not allowed',
  });
  const through = {
    Effect: 'Allow',
    Action: 'kms:Decrypt',
    Resource: arn,
    Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com' } },
  } as const;
  const config = await newUser(server, account, 'b', { allow: [read, through] });
  const answer = await new SecretsManagerClient(config).send(
    new GetSecretValueCommand({ SecretId }),
  );
  expect(answer.SecretString).toBe('x');
  // The same user may not use the key by itself.
  await expect(
    new KMSClient(config).send(
      new DecryptCommand({ CiphertextBlob: new Uint8Array(Buffer.from('none')), KeyId: arn }),
    ),
  ).rejects.toMatchObject({ name: expect.stringMatching(/AccessDenied|InvalidCiphertext/) });
  kms.destroy();
});

test('records: no value stands in the trail', async () => {
  const { client, account } = newOwner(server);
  const text = 'a value that no record holds';
  await client.send(new CreateSecretCommand({ Name: 'recorded', SecretString: text }));
  await client.send(
    new PutSecretValueCommand({ SecretId: 'recorded', SecretString: `${text} either` }),
  );
  await client.send(new GetSecretValueCommand({ SecretId: 'recorded' }));
  const { Events = [] } = await new CloudTrailClient(server.client(account)).send(
    new LookupEventsCommand({}),
  );
  const records = Events.map(({ CloudTrailEvent = '' }) => CloudTrailEvent);
  expect(records.length).toBeGreaterThan(5);
  expect(records.filter((record) => record.includes(text))).toEqual([]);
  const put = records.find((record) => record.includes('"eventName":"PutSecretValue"')) ?? '{}';
  expect(JSON.parse(put)).toMatchObject({
    responseElements: { arn: expect.any(String), name: 'recorded', versionStages: ['AWSCURRENT'] },
  });
});

test('GetSecretValue: what was read before is read as its key stands now, and recorded each time', async () => {
  const { client, account } = newOwner(server);
  const { kms, arn: KeyId } = await newKey(account);
  const create = { Name: 'again', SecretString: 'one', KmsKeyId: KeyId };
  await client.send(new CreateSecretCommand(create));
  const read = () => client.send(new GetSecretValueCommand({ SecretId: 'again' }));
  const decryptions = async () =>
    (await kmsCalls(account)).filter(({ eventName }) => eventName === 'Decrypt').length;
  const before = await decryptions();
  for (let time = 0; time < 3; time += 1) {
    expect(await read()).toMatchObject({ SecretString: 'one' });
  }
  expect((await decryptions()) - before).toBe(3);
  await kms.send(new DisableKeyCommand({ KeyId }));
  await expect(read()).rejects.toMatchObject({ name: 'DecryptionFailure' });
  await kms.send(new EnableKeyCommand({ KeyId }));
  expect(await read()).toMatchObject({ SecretString: 'one' });
});
