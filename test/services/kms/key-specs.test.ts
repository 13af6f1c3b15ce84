import { createPublicKey } from 'node:crypto';
import {
  CreateKeyCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  GetPublicKeyCommand,
  type KeySpec,
  type KeyUsageType,
  KMSClient,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const RSA_SIGNING = [
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
];
const OAEP = { EncryptionAlgorithms: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] };
const ECDH = { KeyAgreementAlgorithms: ['ECDH'] };

interface Row {
  readonly spec: KeySpec;
  readonly usage: KeyUsageType;
  readonly algorithms: Record<string, readonly string[]>;
  /** Of the SubjectPublicKeyInfo, where it has one length. */
  readonly publicKeyBytes?: number;
}

const sign = (
  spec: KeySpec,
  SigningAlgorithms: readonly string[],
  publicKeyBytes?: number,
): Row => ({
  spec,
  usage: 'SIGN_VERIFY',
  algorithms: { SigningAlgorithms },
  ...(publicKeyBytes === undefined ? {} : { publicKeyBytes }),
});
const kem = (spec: KeySpec, publicKeyBytes: number): Row => ({
  spec,
  usage: 'ENCAPSULATE_DECAPSULATE',
  algorithms: {},
  publicKeyBytes,
});
const agree = (spec: KeySpec): Row => ({ spec, usage: 'KEY_AGREEMENT', algorithms: ECDH });

const ROWS: readonly Row[] = [
  { spec: 'RSA_2048', usage: 'ENCRYPT_DECRYPT', algorithms: OAEP },
  { spec: 'RSA_3072', usage: 'ENCRYPT_DECRYPT', algorithms: OAEP },
  sign('RSA_4096', RSA_SIGNING),
  sign('ECC_NIST_P256', ['ECDSA_SHA_256'], 91),
  sign('ECC_NIST_P384', ['ECDSA_SHA_384'], 120),
  sign('ECC_NIST_P521', ['ECDSA_SHA_512'], 158),
  agree('ECC_NIST_P256'),
  agree('ECC_NIST_P384'),
  agree('ECC_NIST_P521'),
  sign('ECC_SECG_P256K1', ['ECDSA_SHA_256'], 88),
  sign('ECC_NIST_EDWARDS25519', ['ED25519_SHA_512', 'ED25519_PH_SHA_512'], 44),
  sign('ML_DSA_44', ['ML_DSA_SHAKE_256'], 1_334),
  sign('ML_DSA_65', ['ML_DSA_SHAKE_256'], 1_974),
  sign('ML_DSA_87', ['ML_DSA_SHAKE_256'], 2_614),
  kem('ML_KEM_512', 822),
  kem('ML_KEM_768', 1_206),
  kem('ML_KEM_1024', 1_590),
];

/** RSA pairs are found by chance, and take long on a busy machine. */
const TIMEOUT_MS = 180_000;

let rowsRun = 0;

test.each(ROWS)(
  'CreateKey: $spec for $usage tells what it can do',
  async (row) => {
    const { kms, id, arn } = await newKey(server, { KeySpec: row.spec, KeyUsage: row.usage });
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: id }));
    const told = { KeySpec: row.spec, KeyUsage: row.usage, ...row.algorithms };
    expect(KeyMetadata).toMatchObject({
      ...told,
      Arn: arn,
      Origin: 'AWS_KMS',
      KeyState: 'Enabled',
    });
    expect(KeyMetadata).not.toHaveProperty('CurrentKeyMaterialId');
    const lists = Object.keys(KeyMetadata ?? {}).filter((name) => name.endsWith('Algorithms'));
    expect(lists).toEqual(Object.keys(row.algorithms));
    const isOld = !row.spec.startsWith('ML_') && row.spec !== 'ECC_NIST_EDWARDS25519';
    expect(KeyMetadata?.CustomerMasterKeySpec).toBe(isOld ? row.spec : undefined);
    const {
      PublicKey,
      $metadata: _sent,
      ...answer
    } = await kms.send(new GetPublicKeyCommand({ KeyId: id }));
    const old = isOld ? { CustomerMasterKeySpec: row.spec } : {};
    expect(answer).toEqual({ KeyId: arn, ...told, ...old });
    if (row.publicKeyBytes !== undefined) expect(PublicKey).toHaveLength(row.publicKeyBytes);
    if (!row.spec.startsWith('ML_')) {
      const key = Buffer.from(PublicKey ?? []);
      expect(createPublicKey({ key, format: 'der', type: 'spki' }).type).toBe('public');
    }
    rowsRun += 1;
  },
  TIMEOUT_MS,
);

test('CreateKey: every row ran', () => {
  expect(rowsRun).toBe(17);
});

test('CreateKey: two keys of a spec have two public keys', async () => {
  const input = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' } as const;
  const [one, other] = await Promise.all([newKey(server, input), newKey(server, input)]);
  const keys = await Promise.all(
    [one, other].map(({ kms, id }) => kms.send(new GetPublicKeyCommand({ KeyId: id }))),
  );
  expect(keys[0]?.PublicKey).not.toEqual(keys[1]?.PublicKey);
});

const MISMATCHES: readonly (readonly [KeySpec, KeyUsageType])[] = [
  ['RSA_2048', 'KEY_AGREEMENT'],
  ['ECC_SECG_P256K1', 'KEY_AGREEMENT'],
  ['ECC_NIST_EDWARDS25519', 'KEY_AGREEMENT'],
  ['ECC_NIST_P256', 'ENCRYPT_DECRYPT'],
  ['HMAC_256', 'SIGN_VERIFY'],
  ['SYMMETRIC_DEFAULT', 'SIGN_VERIFY'],
  ['ML_DSA_65', 'ENCAPSULATE_DECAPSULATE'],
  ['ML_KEM_768', 'ENCRYPT_DECRYPT'],
];

test('CreateKey: a usage that the spec has not', async () => {
  const kms = new KMSClient(server.client(freshAccount()));
  for (const [KeySpec, KeyUsage] of MISMATCHES) {
    await expect(kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }))).rejects.toMatchObject({
      name: 'ValidationException',
      message: `KeyUsage ${KeyUsage} is not compatible with KeySpec ${KeySpec}`,
    });
  }
  expect(MISMATCHES).toHaveLength(8);
});

test('CreateKey: no usage, for any key but a symmetric one', async () => {
  const kms = new KMSClient(server.client(freshAccount()));
  for (const KeySpec of ['HMAC_256', 'RSA_2048', 'ML_KEM_768'] as const) {
    await expect(kms.send(new CreateKeyCommand({ KeySpec }))).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    });
  }
});

test('CreateKey: SM2 in China Regions alone, ML-KEM everywhere else', async () => {
  const elsewhere = [
    ['us-east-1', { KeySpec: 'SM2', KeyUsage: 'SIGN_VERIFY' }],
    ['cn-north-1', { KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' }],
  ] as const;
  for (const [region, input] of elsewhere) {
    const kms = new KMSClient(server.client(freshAccount(), region));
    await expect(kms.send(new CreateKeyCommand(input))).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
      message: `KeySpec ${input.KeySpec} is not supported in this Region`,
    });
  }
  const usages = ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT'] as const;
  for (const KeyUsage of usages) {
    const { arn } = await newKey(server, { KeySpec: 'SM2', KeyUsage }, 'cn-northwest-1');
    expect(arn).toMatch(/^arn:aws-cn:kms:cn-northwest-1:/);
  }
});

test('GetPublicKey: keys without one', async () => {
  for (const input of [{}, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' } as const]) {
    const { kms, id } = await newKey(server, input);
    await expect(kms.send(new GetPublicKeyCommand({ KeyId: id }))).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
    });
  }
});

test('EnableKeyRotation: only symmetric encryption keys rotate', async () => {
  const { kms, id } = await newKey(server, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  await expect(kms.send(new EnableKeyRotationCommand({ KeyId: id }))).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
  });
});
