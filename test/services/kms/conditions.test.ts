import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  KMSClient,
  PutKeyPolicyCommand,
  ReEncryptCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keys } from '../../../src/services/kms/state.ts';
import { policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { DENIED, encrypt, userOf } from './grants.ts';
import { bytes, newKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

let users = 0;

/** A client that IAM allows everything of KMS, where the condition holds. */
async function limitedBy(account: string, Condition: object): Promise<KMSClient> {
  users += 1;
  const allow = [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', Condition }] as const;
  return userOf(server, account, `user-${users}`, { allow });
}

type Send = (kms: KMSClient) => Promise<unknown>;

/** Each row: a condition, what it lets pass, and what it does not. */
async function judge(
  account: string,
  rows: readonly (readonly [string, object, Send, Send])[],
): Promise<number> {
  let ran = 0;
  for (const [name, Condition, right, wrong] of rows) {
    const kms = await limitedBy(account, Condition);
    await expect(right(kms), name).resolves.toBeDefined();
    await expect(wrong(kms), name).rejects.toMatchObject(DENIED);
    ran += 1;
  }
  return ran;
}

test('conditions on how a key is named', async () => {
  const key = await newKey(server);
  const AliasName = 'alias/payroll';
  await key.kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: key.id }));
  const other = (await key.kms.send(new CreateKeyCommand({}))).KeyMetadata?.KeyId ?? '';
  const aliasArn = `arn:aws:kms:us-east-1:${key.account}:${AliasName}`;
  const by =
    (name: string): Send =>
    (kms) =>
      encrypt(kms, name);
  const isAlias = { StringEquals: { 'kms:RequestAlias': AliasName } };
  const hasAlias = { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': AliasName } };
  const ran = await judge(key.account, [
    ['RequestAlias, by its name', isAlias, by(AliasName), by(key.id)],
    ['RequestAlias, by its ARN', isAlias, by(aliasArn), by(key.arn)],
    ['ResourceAliases', hasAlias, by(key.id), by(other)],
  ]);
  expect(ran).toBe(3);
});

test('kms:ResourceAliases: fails on a key with more than fifty aliases', async () => {
  const key = await newKey(server);
  const condition = { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/*' } };
  const kms = await limitedBy(key.account, condition);
  const give = (count: number) =>
    server.platform.engine().store.run(async (unit) => {
      const view = unit.view({ account: key.account, region: 'us-east-1' });
      const document = await view.get(keys, key.id);
      if (document === undefined) throw new Error('no key');
      const aliases = Array.from({ length: count }, (_, n) => `alias/n${n}`);
      view.put(keys, key.id, { ...document, aliases });
    });
  await give(50);
  await encrypt(kms, key.arn);
  await give(51);
  await expect(encrypt(kms, key.arn)).rejects.toMatchObject(DENIED);
});

test('CreateAlias: fifty for a key', async () => {
  const { kms, id: TargetKeyId } = await newKey(server);
  for (let n = 0; n < 50; n += 1) {
    await kms.send(new CreateAliasCommand({ AliasName: `alias/n${n}`, TargetKeyId }));
  }
  await expect(
    kms.send(new CreateAliasCommand({ AliasName: 'alias/n50', TargetKeyId })),
  ).rejects.toMatchObject({ name: 'LimitExceededException' });
});

test('conditions on what a key is', async () => {
  const key = await newKey(server);
  const TagResource = { KeyId: key.id, Tags: [{ TagKey: 'Team', TagValue: 'red' }] };
  await key.kms.send(new TagResourceCommand(TagResource));
  const made = await key.kms.send(new CreateKeyCommand({ MultiRegion: true }));
  const multi = made.KeyMetadata?.KeyId ?? '';
  const single: Send = (kms) => encrypt(kms, key.id);
  const related: Send = (kms) => encrypt(kms, multi);
  const equals = (name: string, value: string) => ({ StringEquals: { [name]: value } });
  const ran = await judge(key.account, [
    ['MultiRegion', { Bool: { 'kms:MultiRegion': 'false' } }, single, related],
    ['MultiRegionKeyType', equals('kms:MultiRegionKeyType', 'PRIMARY'), related, single],
    ['ResourceTag', equals('aws:ResourceTag/Team', 'red'), single, related],
    ['ResourceTag, another case', equals('aws:ResourceTag/TEAM', 'red'), single, related],
  ]);
  expect(ran).toBe(4);
  const rest: readonly (readonly [string, string, string])[] = [
    ['kms:KeySpec', 'SYMMETRIC_DEFAULT', 'RSA_2048'],
    ['kms:KeyUsage', 'ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
    ['kms:KeyOrigin', 'AWS_KMS', 'EXTERNAL'],
    ['kms:EncryptionAlgorithm', 'SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_256'],
    ['kms:CallerAccount', key.account, '111122223333'],
  ];
  for (const [name, right, wrong] of rest) {
    await encrypt(await limitedBy(key.account, equals(name, right)), key.id);
    const refused = encrypt(await limitedBy(key.account, equals(name, wrong)), key.id);
    await expect(refused, name).rejects.toMatchObject(DENIED);
  }
  expect(rest).toHaveLength(5);
});

test('conditions on the encryption context: names in any case, values as they are', async () => {
  const key = await newKey(server);
  const using =
    (context?: Record<string, string>): Send =>
    (kms) =>
      encrypt(kms, key.id, context);
  const isRed = { StringEquals: { 'kms:EncryptionContext:Tenant': 'red' } };
  const only = {
    'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['tenant', 'purpose'] },
  };
  const some = { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'tenant' } };
  const none = { Null: { 'kms:EncryptionContextKeys': 'true' } };
  const ran = await judge(key.account, [
    ['value', isRed, using({ Tenant: 'red' }), using({ Tenant: 'RED' })],
    ['name in another case', isRed, using({ TENANT: 'red' }), using({ tenants: 'red' })],
    ['all names', only, using({ tenant: 'x' }), using({ tenant: 'x', other: 'y' })],
    ['names are told as they are', only, using({ purpose: 'x' }), using({ Purpose: 'x' })],
    ['no name is all names', only, using(), using({ other: 'x' })],
    ['some name', some, using({ tenant: 'x', other: 'y' }), using({ other: 'y' })],
    ['none', none, using({}), using({ a: 'b' })],
  ]);
  expect(ran).toBe(7);
});

test('kms:ReEncryptOnSameKey, and the context that each side of ReEncrypt sees', async () => {
  const key = await newKey(server);
  const other = (await key.kms.send(new CreateKeyCommand({}))).KeyMetadata?.KeyId ?? '';
  const { CiphertextBlob } = await encrypt(key.kms, key.id, { side: 'source' });
  const to =
    (DestinationKeyId: string, side: string): Send =>
    (kms) =>
      kms.send(
        new ReEncryptCommand({
          CiphertextBlob,
          SourceEncryptionContext: { side: 'source' },
          DestinationKeyId,
          DestinationEncryptionContext: { side },
        }),
      );
  const ran = await judge(key.account, [
    [
      'same key',
      { Bool: { 'kms:ReEncryptOnSameKey': 'true' } },
      to(key.id, 'target'),
      to(other, 'target'),
    ],
    [
      'both sides',
      { StringEquals: { 'kms:EncryptionContext:side': ['source', 'target'] } },
      to(other, 'target'),
      to(other, 'elsewhere'),
    ],
  ]);
  expect(ran).toBe(2);
});

test('conditions on management: pending windows, lock-out checks, keys that were never used', async () => {
  const key = await newKey(server);
  const { account } = key;
  const spare = await key.kms.send(new CreateKeyCommand({}));
  const KeyId = spare.KeyMetadata?.KeyId ?? '';
  const schedule =
    (PendingWindowInDays?: number): Send =>
    (kms) =>
      kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays }));
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  const Policy = policyText({ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' });
  const putPolicy =
    (bypass: boolean): Send =>
    (kms) =>
      kms.send(
        new PutKeyPolicyCommand({
          KeyId: key.id,
          Policy,
          BypassPolicyLockoutSafetyCheck: bypass,
        }),
      );
  const days = 'kms:ScheduleKeyDeletionPendingWindowInDays';
  const ran = await judge(account, [
    [
      'lock-out check',
      { Bool: { 'kms:BypassPolicyLockoutSafetyCheck': 'false' } },
      putPolicy(false),
      putPolicy(true),
    ],
    ['window', { NumericGreaterThanEquals: { [days]: '30' } }, schedule(), schedule(7)],
  ]);
  expect(ran).toBe(2);
  // A key that was never used has no number of days.
  const unused = { NumericGreaterThanEquals: { 'kms:TrailingDaysWithoutKeyUsage': '0' } };
  const waiting = await limitedBy(account, unused);
  await expect(
    waiting.send(new ScheduleKeyDeletionCommand({ KeyId: key.id })),
  ).rejects.toMatchObject(DENIED);
});

test('DryRun: what is allowed would succeed, what is denied stays so, and states are told', async () => {
  const key = await newKey(server);
  const stranger = await userOf(server, key.account, 'stranger');
  const { CiphertextBlob } = await encrypt(key.kms, key.id);
  const DryRun = true;
  const KeyId = key.arn;
  const rows: readonly (readonly [string, Send])[] = [
    ['Encrypt', (kms) => kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x'), DryRun }))],
    ['Decrypt', (kms) => kms.send(new DecryptCommand({ CiphertextBlob, DryRun }))],
    [
      'Decrypt, without the ciphertext',
      (kms) =>
        kms.send(new DecryptCommand({ KeyId, DryRun, DryRunModifiers: ['IGNORE_CIPHERTEXT'] })),
    ],
    [
      'ReEncrypt',
      (kms) => kms.send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: KeyId, DryRun })),
    ],
    [
      'ReEncrypt, without the ciphertext',
      (kms) =>
        kms.send(
          new ReEncryptCommand({
            SourceKeyId: KeyId,
            DestinationKeyId: KeyId,
            DryRun,
            DryRunModifiers: ['IGNORE_CIPHERTEXT'],
          }),
        ),
    ],
    [
      'GenerateDataKey',
      (kms) => kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', DryRun })),
    ],
  ];
  for (const [name, send] of rows) {
    await expect(send(key.kms), name).rejects.toMatchObject({
      name: 'DryRunOperationException',
      message: 'The request would have succeeded, but the DryRun option is set.',
    });
    await expect(send(stranger), name).rejects.toMatchObject(DENIED);
  }
  await expect(
    key.kms.send(new DecryptCommand({ KeyId, DryRunModifiers: ['IGNORE_CIPHERTEXT'] })),
  ).rejects.toMatchObject({ name: 'ValidationException' });
  await key.kms.send(new ScheduleKeyDeletionCommand({ KeyId }));
  for (const [name, send] of rows) {
    await expect(send(key.kms), name).rejects.toMatchObject({
      name: 'KMSInvalidStateException',
      message: `${key.arn} is pending deletion.`,
    });
  }
  expect(rows).toHaveLength(6);
});
