import {
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  KMSClient,
  ListKeysCommand,
  UpdateKeyDescriptionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('CreateKey: answers what DescribeKey tells', async () => {
  const { kms, id, arn, account } = await newKey(server, { Description: 'mine' });
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(arn).toBe(`arn:aws:kms:us-east-1:${account}:key/${id}`);
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: id }));
  expect(KeyMetadata).toMatchObject({
    AWSAccountId: account,
    KeyId: id,
    Arn: arn,
    Enabled: true,
    Description: 'mine',
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
    KeyState: 'Enabled',
    KeyManager: 'CUSTOMER',
    Origin: 'AWS_KMS',
    MultiRegion: false,
    EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    CurrentKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('CreateKey: wants a usage for all but symmetric keys, and one that fits', async () => {
  const kms = new KMSClient(server.client(freshAccount()));
  await expect(kms.send(new CreateKeyCommand({ KeySpec: 'HMAC_256' }))).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
  });
  const KeyUsage = 'SIGN_VERIFY';
  await expect(kms.send(new CreateKeyCommand({ KeyUsage }))).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'KeyUsage SIGN_VERIFY is not compatible with KeySpec SYMMETRIC_DEFAULT',
  });
});

test('DescribeKey: ids and ARNs lead to a key, wrong names are told apart', async () => {
  const { kms, id, arn, account } = await newKey(server);
  for (const KeyId of [id, arn]) {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    expect(KeyMetadata?.KeyId).toBe(id);
  }
  const missing = arn.replace(id, '00000000-0000-4000-8000-000000000000');
  const cases: readonly (readonly [keyId: string, message: string])[] = [
    ['fake-key-id', "Invalid keyId 'fake-key-id'"],
    [id.replaceAll('-', ''), `Invalid keyId '${id.replaceAll('-', '')}'`],
    ['mrk-short', "Invalid keyId 'mrk-short'"],
    [missing, `Key '${missing}' does not exist`],
    ['00000000-0000-4000-8000-000000000000', `Key '${missing}' does not exist`],
    [arn.replace('us-east-1', 'us-west-2'), 'Invalid arn us-west-2'],
    ['alias/none', `Alias arn:aws:kms:us-east-1:${account}:alias/none is not found.`],
  ];
  let ran = 0;
  for (const [KeyId, message] of cases) {
    await expect(kms.send(new DescribeKeyCommand({ KeyId }))).rejects.toMatchObject({
      name: 'NotFoundException',
      message,
    });
    ran += 1;
  }
  expect(ran).toBe(7);
});

test('DisableKey and EnableKey: change the state, as often as one likes', async () => {
  const { kms, id: KeyId } = await newKey(server);
  const state = async () => {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    return [KeyMetadata?.KeyState, KeyMetadata?.Enabled];
  };
  await kms.send(new DisableKeyCommand({ KeyId }));
  await kms.send(new DisableKeyCommand({ KeyId }));
  expect(await state()).toEqual(['Disabled', false]);
  await kms.send(new EnableKeyCommand({ KeyId }));
  await kms.send(new EnableKeyCommand({ KeyId }));
  expect(await state()).toEqual(['Enabled', true]);
});

test('UpdateKeyDescription: replaces the text; aliases name no key to manage', async () => {
  const { kms, id: KeyId } = await newKey(server);
  await kms.send(new UpdateKeyDescriptionCommand({ KeyId, Description: 'changed' }));
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata?.Description).toBe('changed');
  const byAlias = new UpdateKeyDescriptionCommand({ KeyId: 'alias/x', Description: '' });
  await expect(kms.send(byAlias)).rejects.toMatchObject({ name: 'NotFoundException' });
});

test('ListKeys: goes on where the marker says, once through all keys of one Region', async () => {
  const { kms, id, account } = await newKey(server);
  const made = [id];
  for (let index = 0; index < 4; index += 1) {
    made.push((await kms.send(new CreateKeyCommand({}))).KeyMetadata?.KeyId ?? '');
  }
  const seen: (string | undefined)[] = [];
  let Marker: string | undefined;
  do {
    const page = await kms.send(new ListKeysCommand({ Limit: 2, Marker }));
    seen.push(...(page.Keys ?? []).map((key) => key.KeyId));
    Marker = page.NextMarker;
    expect(page.Truncated).toBe(Marker !== undefined);
  } while (Marker !== undefined);
  expect(seen).toEqual(made.toSorted());
  const elsewhere = new KMSClient(server.client(account, 'eu-west-1'));
  expect((await elsewhere.send(new ListKeysCommand({}))).Keys).toEqual([]);
  await expect(kms.send(new ListKeysCommand({ Marker: 'x' }))).rejects.toMatchObject({
    name: 'InvalidMarkerException',
  });
});
