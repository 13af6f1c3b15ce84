import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import {
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientConfig } from '../../../labs/clients.ts';
import { keyringClient } from '../../../labs/keyring-client.ts';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStore, type Store } from './store.ts';

let server: TestServer;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'holdfast-ssm-'));
  server = await startServer({ directory });
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

const VALUE = 'a secret that stands nowhere';

function put({ ssm }: Store, Name: string, more: Partial<PutParameterCommandInput> = {}) {
  return ssm.send(new PutParameterCommand({ Name, Value: VALUE, Type: 'SecureString', ...more }));
}

async function get({ ssm }: Pick<Store, 'ssm'>, Name: string, WithDecryption?: boolean) {
  const input = { Name, ...(WithDecryption === undefined ? {} : { WithDecryption }) };
  return (await ssm.send(new GetParameterCommand(input))).Parameter;
}

test('check 12: a standard SecureString is a ciphertext of KMS, bound to its parameter', async () => {
  const store = newStore(server);
  const kms = new KMSClient(server.client(store.account));
  await put(store, '/s/p');
  const sealed = await get(store, '/s/p');
  expect(sealed).toMatchObject({ Type: 'SecureString', Version: 1 });
  expect(sealed?.Value).not.toContain(VALUE);
  const CiphertextBlob = Buffer.from(sealed?.Value ?? '', 'base64');
  const wrong = { PARAMETER_ARN: store.arn('s/q') };
  await expect(
    kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: wrong })),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect(await get(store, '/s/p', true)).toMatchObject({ Value: VALUE });
  // The account's own key for Parameter Store was made on first use, and is used through it alone.
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/aws/ssm' }));
  expect(KeyMetadata).toMatchObject({ KeyManager: 'AWS', Enabled: true });
});

test('check 12: with a key of the account, KMS opens it for whoever brings the context', async () => {
  const store = newStore(server);
  const { kms, KeyId } = await ownKey(store);
  await put(store, '/s/p', { KeyId });
  const sealed = await get(store, '/s/p');
  const CiphertextBlob = Buffer.from(sealed?.Value ?? '', 'base64');
  const EncryptionContext = { PARAMETER_ARN: store.arn('s/p') };
  const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
  expect(Buffer.from(Plaintext ?? []).toString()).toBe(VALUE);
  const wrong = { PARAMETER_ARN: store.arn('s/q') };
  await expect(
    kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: wrong })),
  ).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
});

test('check 13: an advanced SecureString is a message of the AWS Encryption SDK', async () => {
  const store = newStore(server);
  const { kms, KeyId, keyArn } = await ownKey(store);
  const Value = 'ü'.repeat(4_000);
  await put(store, '/s/p', { KeyId, Value, Tier: 'Advanced' });
  const sealed = await get(store, '/s/p');
  const client = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
  const keyring = new KmsKeyringNode({
    keyIds: [keyArn],
    clientProvider: () => keyringClient(clientConfig(server.url, root(store)), 'us-east-1'),
  });
  const { plaintext, messageHeader } = await client.decrypt(keyring, sealed?.Value ?? '', {
    encoding: 'base64',
  });
  expect(plaintext.toString()).toBe(Value);
  expect({ ...messageHeader.encryptionContext }).toEqual({ PARAMETER_ARN: store.arn('s/p') });
  expect(await get(store, '/s/p', true)).toMatchObject({ Value });
  await kms.send(new DisableKeyCommand({ KeyId }));
  await expect(get(store, '/s/p', true)).rejects.toMatchObject({
    name: 'InvalidKeyId',
    message: `${keyArn} is disabled.`,
  });
  expect(await get(store, '/s/p')).toEqual(sealed);
});

test('check 13: a standard parameter becomes an advanced one, and both versions open', async () => {
  const store = newStore(server);
  await put(store, 'p');
  await put(store, 'p', { Value: 'later', Overwrite: true, Tier: 'Advanced' });
  const { Parameters } = await store.ssm.send(
    new GetParameterHistoryCommand({ Name: 'p', WithDecryption: true }),
  );
  expect(Parameters).toMatchObject([
    { Value: VALUE, Tier: 'Standard', KeyId: 'alias/aws/ssm' },
    { Value: 'later', Tier: 'Advanced', KeyId: 'alias/aws/ssm' },
  ]);
});

test('check 14: who may not decrypt is denied only what is opened', async () => {
  const store = newStore(server);
  const { KeyId, keyArn } = await ownKey(store);
  await put(store, '/s/p', { KeyId });
  const user = await newUser(server, store.account, 'reader', {
    allow: [{ Effect: 'Allow', Action: 'ssm:GetParameter*', Resource: '*' }],
  });
  const theirs = { ssm: new SSMClient(user) };
  expect(await get(theirs, '/s/p')).toMatchObject({ Type: 'SecureString' });
  const arn = `arn:aws:iam::${store.account}:user/reader`;
  const denied = {
    name: 'AccessDeniedException',
    message:
      `User: ${arn} is not authorized to perform: kms:Decrypt on resource: ${keyArn} because no ` +
      'identity-based policy allows the kms:Decrypt action',
  };
  await expect(get(theirs, '/s/p', true)).rejects.toMatchObject(denied);
  const byPath = { Path: '/s', WithDecryption: true };
  await expect(theirs.ssm.send(new GetParametersByPathCommand(byPath))).rejects.toMatchObject(
    denied,
  );
});

test('PutParameter: keys that are missing, or of others, have KMS’s own text', async () => {
  const store = newStore(server);
  const missing = 'alias/none';
  await expect(put(store, 'p', { KeyId: missing })).rejects.toMatchObject({
    name: 'InvalidKeyId',
    message: `Alias arn:aws:kms:us-east-1:${store.account}:alias/none is not found.`,
  });
  await expect(put(store, 'p', { KeyId: missing, Type: 'String' })).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'KeyId is required for SecureString type parameter only.',
  });
});

test('PutParameter: the caller must be allowed to use the key', async () => {
  const store = newStore(server);
  const { KeyId } = await ownKey(store);
  const user = await newUser(server, store.account, 'writer', {
    allow: [
      { Effect: 'Allow', Action: 'ssm:PutParameter', Resource: '*' },
      {
        Effect: 'Allow',
        Action: 'kms:Encrypt',
        Resource: '*',
        Condition: {
          StringEquals: {
            'kms:ViaService': 'ssm.us-east-1.amazonaws.com',
            'kms:EncryptionContext:PARAMETER_ARN': store.arn('mine'),
          },
        },
      },
    ],
  });
  const theirs = { ...store, ssm: new SSMClient(user) };
  await put(theirs, 'mine', { KeyId });
  await expect(put(theirs, 'other', { KeyId })).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('is not authorized to perform: kms:Encrypt on resource: '),
  });
  await expect(
    put(theirs, 'mine', { KeyId, Tier: 'Advanced', Overwrite: true }),
  ).rejects.toMatchObject({
    message: expect.stringContaining('is not authorized to perform: kms:GenerateDataKey on'),
  });
});

test('check 34: no plaintext stands in the data directory, nor in the audit records', async () => {
  const store = newStore(server);
  const secrets = [
    'plainly-visible-standard',
    'plainly-visible-advanced',
    'plainly-visible-string',
  ];
  await put(store, 'standard', { Value: 'plainly-visible-standard' });
  await put(store, 'advanced', { Value: 'plainly-visible-advanced', Tier: 'Advanced' });
  await put(store, 'string', { Value: 'plainly-visible-string', Type: 'String' });
  for (const name of ['standard', 'advanced', 'string']) await get(store, name, true);
  let searched = 0;
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    for (const secret of secrets) expect(bytes.includes(secret), entry.name).toBe(false);
    searched += 1;
  }
  expect(searched).toBeGreaterThan(1);
});

function root({ account }: Store) {
  return { accessKeyId: account, secretAccessKey: 'dev' };
}

async function ownKey({ account }: Store) {
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const TargetKeyId = KeyMetadata?.KeyId ?? '';
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/own', TargetKeyId }));
  return { kms, KeyId: TargetKeyId, keyArn: KeyMetadata?.Arn ?? '' };
}
