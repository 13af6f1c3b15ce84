import {
  createHmac,
  createSign,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  DecryptCommand,
  DeleteImportedKeyMaterialCommand,
  DeriveSharedSecretCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GenerateMacCommand,
  GetKeyRotationStatusCommand,
  GetPublicKeyCommand,
  ImportKeyMaterialCommand,
  KMSClient,
  ListKeyRotationsCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import {
  importMaterial,
  materialsOf,
  newExternalKey,
  parametersFor,
  stateOf,
  wrap,
} from './imported-material.ts';
import { bytes, newKey, textOf } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const now = (): number => server.platform.engine().clock.serviceTime();

async function later(ms: number): Promise<void> {
  await server.platform.engine().advanceTo(now() + ms);
}

test('a key of origin EXTERNAL: waits for its material and refuses everything that needs it', async () => {
  const { kms, id: KeyId, arn } = await newExternalKey(server);
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata).toMatchObject({
    Origin: 'EXTERNAL',
    KeyState: 'PendingImport',
    Enabled: false,
  });
  expect(KeyMetadata).not.toHaveProperty('CurrentKeyMaterialId');
  expect(KeyMetadata).not.toHaveProperty('ExpirationModel');
  const pending = [
    () => kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') })),
    () => kms.send(new EnableKeyCommand({ KeyId })),
    () => kms.send(new DisableKeyCommand({ KeyId })),
    () => kms.send(new RotateKeyOnDemandCommand({ KeyId })),
  ];
  let ran = 0;
  for (const attempt of pending) {
    await expect(attempt()).rejects.toMatchObject({
      name: 'KMSInvalidStateException',
      message: `${arn} is pending import.`,
    });
    ran += 1;
  }
  const automatic = [
    () => kms.send(new EnableKeyRotationCommand({ KeyId })),
    () => kms.send(new GetKeyRotationStatusCommand({ KeyId })),
  ];
  for (const attempt of automatic) {
    await expect(attempt()).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
      message: `${arn} origin is EXTERNAL which is not valid for this operation.`,
    });
    ran += 1;
  }
  expect(ran).toBe(6);
});

test('GetParametersForImport: only for keys of origin EXTERNAL, for a day', async () => {
  const own = await newKey(server);
  await expect(parametersFor(own.kms, own.id)).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
    message: `${own.arn} origin is AWS_KMS which is not valid for this operation.`,
  });
  const { kms, id, arn } = await newExternalKey(server);
  const parameters = await parametersFor(kms, id);
  expect(parameters.KeyId).toBe(arn);
  const validTo = parameters.ParametersValidTo?.getTime() ?? 0;
  expect(Math.abs(validTo - now() - DAY_MS)).toBeLessThan(60_000);
  await expect(parametersFor(kms, id, { algorithm: 'RSAES_PKCS1_V1_5' })).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
  });
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: id }));
  await expect(parametersFor(kms, id)).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message: `${arn} is pending deletion.`,
  });
});

test('ImportKeyMaterial: every wrapping algorithm brings the same material in', async () => {
  const material = randomBytes(32);
  const algorithms = [
    'RSAES_OAEP_SHA_1',
    'RSAES_OAEP_SHA_256',
    'RSA_AES_KEY_WRAP_SHA_1',
    'RSA_AES_KEY_WRAP_SHA_256',
  ] as const;
  const key = await newExternalKey(server);
  const { kms, id: KeyId, arn } = key;
  const ids = new Set<string | undefined>();
  for (const algorithm of algorithms) {
    const imported = await importMaterial(kms, KeyId, material, { algorithm });
    expect(imported.KeyId).toBe(arn);
    ids.add(imported.KeyMaterialId);
  }
  expect(ids.size).toBe(1);
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata).toMatchObject({
    KeyState: 'Enabled',
    Enabled: true,
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    CurrentKeyMaterialId: [...ids][0],
  });
  const sealed = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('mine') }));
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob }));
  expect(textOf(opened.Plaintext)).toBe('mine');
  expect(opened.KeyMaterialId).toBe([...ids][0]);
});

test('ImportKeyMaterial: a token is one key’s, and only for a day', async () => {
  const first = await newExternalKey(server);
  const second = await newExternalKey(server);
  const parameters = await parametersFor(first.kms, first.id);
  await expect(
    importMaterial(second.kms, second.id, randomBytes(32), { parameters }),
  ).rejects.toMatchObject({ name: 'InvalidImportTokenException' });
  const altered = Uint8Array.from(parameters.ImportToken ?? []);
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  await expect(
    importMaterial(first.kms, first.id, randomBytes(32), {
      parameters: { ...parameters, ImportToken: altered },
    }),
  ).rejects.toMatchObject({ name: 'InvalidImportTokenException' });
  await later(DAY_MS);
  await expect(
    importMaterial(first.kms, first.id, randomBytes(32), { parameters }),
  ).rejects.toMatchObject({ name: 'ExpiredImportTokenException' });
});

test('ImportKeyMaterial: what is not wrapped for the token’s key is no material', async () => {
  const { kms, id } = await newExternalKey(server);
  const parameters = await parametersFor(kms, id);
  const other = await parametersFor(kms, id);
  const wrappedElsewhere = wrap('RSAES_OAEP_SHA_256', other.PublicKey, randomBytes(32));
  const wrappedOtherwise = wrap('RSAES_OAEP_SHA_1', parameters.PublicKey, randomBytes(32));
  const send = (EncryptedKeyMaterial: Uint8Array) =>
    kms.send(
      new ImportKeyMaterialCommand({
        KeyId: id,
        ImportToken: parameters.ImportToken,
        EncryptedKeyMaterial,
        ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      }),
    );
  for (const wrapped of [wrappedElsewhere, wrappedOtherwise]) {
    await expect(send(wrapped)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  }
  await expect(send(randomBytes(255))).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Invalid encrypted key size.',
  });
  for (const length of [16, 31, 33]) {
    await expect(
      importMaterial(kms, id, randomBytes(length), { parameters }),
    ).rejects.toMatchObject({ name: 'IncorrectKeyMaterialException' });
  }
});

test('ImportKeyMaterial: an expiry needs a date, in the future, within a year', async () => {
  const { kms, id } = await newExternalKey(server);
  const parameters = await parametersFor(kms, id);
  const material = randomBytes(32);
  await expect(
    importMaterial(kms, id, material, { parameters, ExpirationModel: undefined }),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES',
  });
  for (const days of [-1, 366]) {
    const ValidTo = new Date(now() + days * DAY_MS);
    await expect(importMaterial(kms, id, material, { parameters, ValidTo })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  }
  const ValidTo = new Date(now() + DAY_MS);
  await expect(
    importMaterial(kms, id, material, {
      parameters,
      ValidTo,
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    }),
  ).rejects.toMatchObject({ name: 'ValidationException' });
});

test('the same material in another key: reads nothing of the first one’s', async () => {
  const material = randomBytes(32);
  const first = await newExternalKey(server);
  await importMaterial(first.kms, first.id, material);
  const second = await newExternalKey(server);
  await importMaterial(second.kms, second.id, material);
  const { CiphertextBlob } = await first.kms.send(
    new EncryptCommand({ KeyId: first.id, Plaintext: bytes('x') }),
  );
  await expect(
    second.kms.send(new DecryptCommand({ CiphertextBlob, KeyId: second.id })),
  ).rejects.toMatchObject({ name: 'IncorrectKeyException' });
});

test('rotation of imported material: one waits at a time, and turns when asked', async () => {
  const key = await newExternalKey(server);
  const { kms, id: KeyId, arn } = key;
  const parameters = await parametersFor(kms, KeyId);
  const [first, second, third] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const one = await importMaterial(kms, KeyId, first, {
    parameters,
    KeyMaterialDescription: 'one',
  });
  await expect(kms.send(new RotateKeyOnDemandCommand({ KeyId }))).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message: `No available key material pending rotation for the key: ${arn}.`,
  });
  const old = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('old') }));
  const ImportType = 'NEW_KEY_MATERIAL' as const;
  await expect(importMaterial(kms, KeyId, first, { parameters, ImportType })).rejects.toMatchObject(
    { name: 'IncorrectKeyMaterialException' },
  );
  const two = await importMaterial(kms, KeyId, second, { parameters, ImportType });
  expect(await materialsOf(key)).toMatchObject([
    {
      KeyId: arn,
      KeyMaterialId: one.KeyMaterialId,
      KeyMaterialState: 'CURRENT',
      ImportState: 'IMPORTED',
      KeyMaterialDescription: 'one',
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
    },
    { KeyMaterialId: two.KeyMaterialId, KeyMaterialState: 'PENDING_ROTATION' },
  ]);
  await expect(importMaterial(kms, KeyId, third, { parameters, ImportType })).rejects.toMatchObject(
    {
      name: 'KMSInvalidStateException',
      message: expect.stringMatching(
        new RegExp(
          `^New key material \\(id: [0-9a-f]{64}\\) cannot be imported into KMS key ${arn}, because ` +
            `another key material \\(id: ${two.KeyMaterialId}\\) is pending rotation\\.$`,
        ),
      ),
    },
  );
  await kms.send(new RotateKeyOnDemandCommand({ KeyId }));
  const { Rotations } = await kms.send(new ListKeyRotationsCommand({ KeyId }));
  expect(Rotations).toMatchObject([
    { KeyMaterialId: two.KeyMaterialId, KeyMaterialState: 'CURRENT', RotationType: 'ON_DEMAND' },
  ]);
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: old.CiphertextBlob }));
  expect(opened.KeyMaterialId).toBe(one.KeyMaterialId);
  await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId, KeyMaterialId: one.KeyMaterialId }));
  expect(await stateOf(key)).toBe('PendingImport');
  await importMaterial(kms, KeyId, first, { parameters });
  expect(await stateOf(key)).toBe('Enabled');
  expect((await materialsOf(key))[0]?.KeyMaterialDescription).toBe('one');
});

test('ImportKeyMaterial: records the expiry as CloudTrail writes it, and nothing secret', async () => {
  const { kms, id: KeyId, account, arn } = await newExternalKey(server);
  const ValidTo = new Date(now() + DAY_MS);
  const { KeyMaterialId } = await importMaterial(kms, KeyId, randomBytes(32), { ValidTo });
  const trail = new CloudTrailClient(server.client(account));
  const AttributeValue = 'ImportKeyMaterial';
  const { Events } = await trail.send(
    new LookupEventsCommand({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue }] }),
  );
  const record = JSON.parse(Events?.[0]?.CloudTrailEvent ?? '{}');
  expect(record.requestParameters).toEqual({
    keyId: KeyId,
    expirationModel: 'KEY_MATERIAL_EXPIRES',
    validTo: expect.stringMatching(/^[A-Z][a-z]{2} \d+, \d{4}, \d+:\d\d:\d\d [AP]M$/),
  });
  expect(record.responseElements).toEqual({ keyId: arn, keyMaterialId: KeyMaterialId });
});

test('an account’s import parameters: refused without permission on the key', async () => {
  const { id, account } = await newExternalKey(server);
  const other = new KMSClient(server.client(`9${account.slice(1)}`));
  const foreign = parametersFor(other, `arn:aws:kms:us-east-1:${account}:key/${id}`);
  await expect(foreign).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('a known RSA_4096 key: imported, it signs as OpenSSL does', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 4_096 });
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  const key = await newKey(server, {
    Origin: 'EXTERNAL',
    KeySpec: 'RSA_4096',
    KeyUsage: 'SIGN_VERIFY',
  });
  const { kms, id: KeyId, arn } = key;
  const Message = bytes('to sign');
  const SigningAlgorithm = 'RSASSA_PKCS1_V1_5_SHA_256' as const;
  const sign = () => kms.send(new SignCommand({ KeyId, Message, SigningAlgorithm }));
  await expect(sign()).rejects.toMatchObject({
    name: 'KMSInvalidStateException',
    message: `${arn} is pending import.`,
  });
  await expect(parametersFor(kms, KeyId)).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
  });
  const algorithm = 'RSA_AES_KEY_WRAP_SHA_256' as const;
  const parameters = await parametersFor(kms, KeyId, { algorithm });
  const imported = await importMaterial(kms, KeyId, pkcs8, { algorithm, parameters });
  expect(imported.KeyId).toBe(arn);
  expect(imported).not.toHaveProperty('KeyMaterialId');
  const expected = createSign('sha256').update(Message).sign(privateKey);
  expect(Buffer.from((await sign()).Signature ?? [])).toEqual(expected);
  const shown = await kms.send(new GetPublicKeyCommand({ KeyId }));
  expect(Buffer.from(shown.PublicKey ?? [])).toEqual(
    publicKey.export({ format: 'der', type: 'spki' }),
  );
  await kms.send(new DeleteImportedKeyMaterialCommand({ KeyId }));
  expect(await stateOf(key)).toBe('PendingImport');
  const other = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  for (const wrong of [
    other.privateKey.export({ format: 'der', type: 'pkcs8' }),
    randomBytes(32),
  ]) {
    await expect(
      importMaterial(kms, KeyId, wrong, { algorithm, parameters }),
    ).rejects.toMatchObject({ name: 'IncorrectKeyMaterialException' });
  }
  await expect(
    importMaterial(kms, KeyId, pkcs8, { algorithm, parameters, ImportType: 'NEW_KEY_MATERIAL' }),
  ).rejects.toMatchObject({ name: 'UnsupportedOperationException' });
  await importMaterial(kms, KeyId, pkcs8, { algorithm, parameters });
  expect(Buffer.from((await sign()).Signature ?? [])).toEqual(expected);
}, 60_000);

test('HMAC and elliptic-curve keys: imported, they compute what is computed elsewhere', async () => {
  const secret = randomBytes(32);
  const mac = await newKey(server, {
    Origin: 'EXTERNAL',
    KeySpec: 'HMAC_256',
    KeyUsage: 'GENERATE_VERIFY_MAC',
  });
  await importMaterial(mac.kms, mac.id, secret);
  const Message = bytes('to authenticate');
  const computed = await mac.kms.send(
    new GenerateMacCommand({ KeyId: mac.id, Message, MacAlgorithm: 'HMAC_SHA_256' }),
  );
  const expected = createHmac('sha256', secret).update(Message).digest();
  expect(Buffer.from(computed.Mac ?? [])).toEqual(expected);
  const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const peer = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const curve = await newKey(server, {
    Origin: 'EXTERNAL',
    KeySpec: 'ECC_NIST_P256',
    KeyUsage: 'KEY_AGREEMENT',
  });
  const pkcs8 = pair.privateKey.export({ format: 'der', type: 'pkcs8' });
  await importMaterial(curve.kms, curve.id, pkcs8);
  const agreed = await curve.kms.send(
    new DeriveSharedSecretCommand({
      KeyId: curve.id,
      KeyAgreementAlgorithm: 'ECDH',
      PublicKey: peer.publicKey.export({ format: 'der', type: 'spki' }),
    }),
  );
  expect(agreed.KeyOrigin).toBe('EXTERNAL');
  expect(Buffer.from(agreed.SharedSecret ?? [])).toEqual(
    diffieHellman({ privateKey: peer.privateKey, publicKey: pair.publicKey }),
  );
});
