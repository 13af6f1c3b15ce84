import { createECDH, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import {
  DecapsulateCommand,
  DeriveSharedSecretCommand,
  EncapsulateCommand,
  GetPublicKeyCommand,
  type KeySpec,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newKey, type OwnKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const agreementKey = (KeySpec: KeySpec, region?: string): Promise<OwnKey> =>
  newKey(server, { KeySpec, KeyUsage: 'KEY_AGREEMENT' }, region);

async function publicKeyOf({ kms, id }: OwnKey): Promise<Buffer> {
  return Buffer.from((await kms.send(new GetPublicKeyCommand({ KeyId: id }))).PublicKey ?? []);
}

const CURVES: readonly (readonly [KeySpec, string, number])[] = [
  ['ECC_NIST_P256', 'prime256v1', 32],
  ['ECC_NIST_P384', 'secp384r1', 48],
  ['ECC_NIST_P521', 'secp521r1', 66],
];

test.each(CURVES)(
  'DeriveSharedSecret: %s, what OpenSSL derives',
  async (spec, namedCurve, length) => {
    const key = await agreementKey(spec);
    const peer = generateKeyPairSync('ec', { namedCurve });
    const derived = await key.kms.send(
      new DeriveSharedSecretCommand({
        KeyId: key.id,
        KeyAgreementAlgorithm: 'ECDH',
        PublicKey: peer.publicKey.export({ format: 'der', type: 'spki' }),
      }),
    );
    expect(derived).toMatchObject({
      KeyId: key.arn,
      KeyAgreementAlgorithm: 'ECDH',
      KeyOrigin: 'AWS_KMS',
    });
    expect(derived.SharedSecret).toHaveLength(length);
    const own = createPublicKey({ key: await publicKeyOf(key), format: 'der', type: 'spki' });
    const offline = diffieHellman({ privateKey: peer.privateKey, publicKey: own });
    expect(Buffer.from(derived.SharedSecret ?? [])).toEqual(offline);
  },
);

test('DeriveSharedSecret: two SM2 keys come to one secret', async () => {
  const [one, other] = await Promise.all([
    agreementKey('SM2', 'cn-north-1'),
    agreementKey('SM2', 'cn-north-1'),
  ]);
  const secrets = await Promise.all(
    [
      [one, other],
      [other, one],
    ].map(async ([mine, theirs]) => {
      const PublicKey = await publicKeyOf(theirs ?? one);
      const use = { KeyId: mine?.id, KeyAgreementAlgorithm: 'ECDH', PublicKey } as const;
      return (await mine?.kms.send(new DeriveSharedSecretCommand(use)))?.SharedSecret;
    }),
  );
  expect(secrets[0]).toHaveLength(32);
  expect(secrets[0]).toEqual(secrets[1]);
});

test('DeriveSharedSecret: points of another curve, off the curve, and no keys at all', async () => {
  const { kms, id } = await agreementKey('ECC_NIST_P256');
  const spki = (curve: string) =>
    generateKeyPairSync('ec', { namedCurve: curve }).publicKey.export({
      format: 'der',
      type: 'spki',
    });
  const good = spki('prime256v1');
  const offCurve = Buffer.from(good);
  offCurve[offCurve.length - 1] = (offCurve.at(-1) ?? 0) ^ 1;
  const raw = createECDH('prime256v1').generateKeys();
  const infinity = Buffer.concat([Buffer.from(good.subarray(0, -66)), Buffer.of(0, 0)]);
  const bad = [spki('secp384r1'), spki('secp256k1'), offCurve, raw, infinity, Buffer.of(1)];
  for (const PublicKey of bad) {
    const use = { KeyId: id, KeyAgreementAlgorithm: 'ECDH', PublicKey } as const;
    await expect(kms.send(new DeriveSharedSecretCommand(use))).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
    });
  }
  expect(bad).toHaveLength(6);
});

test('DeriveSharedSecret: DryRun, and a key that signs', async () => {
  const { kms, id } = await agreementKey('ECC_NIST_P256');
  const PublicKey = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey.export({
    format: 'der',
    type: 'spki',
  });
  const use = { KeyAgreementAlgorithm: 'ECDH', PublicKey } as const;
  const dry = new DeriveSharedSecretCommand({ ...use, KeyId: id, DryRun: true });
  await expect(kms.send(dry)).rejects.toMatchObject({ name: 'DryRunOperationException' });
  const signing = await newKey(server, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  const wrong = new DeriveSharedSecretCommand({ ...use, KeyId: signing.id });
  await expect(signing.kms.send(wrong)).rejects.toMatchObject({
    name: 'InvalidKeyUsageException',
    message: `${signing.arn} key usage is SIGN_VERIFY which is not valid for DeriveSharedSecret.`,
  });
});

const KEMS: readonly (readonly [KeySpec, number])[] = [
  ['ML_KEM_512', 768],
  ['ML_KEM_768', 1_088],
  ['ML_KEM_1024', 1_568],
];
const EncapsulationAlgorithm = 'ML_KEM';

test.each(KEMS)('Encapsulate and Decapsulate: %s', async (KeySpec, ciphertextBytes) => {
  const key = await newKey(server, { KeySpec, KeyUsage: 'ENCAPSULATE_DECAPSULATE' });
  const use = { KeyId: key.id, EncapsulationAlgorithm } as const;
  const made = await key.kms.send(new EncapsulateCommand(use));
  expect(made).toMatchObject({ KeyId: key.arn, EncapsulationAlgorithm });
  expect(made.SharedSecret).toHaveLength(32);
  expect(made.SharedSecretCiphertextBlob).toHaveLength(ciphertextBytes);
  const open = (SharedSecretCiphertextBlob: Uint8Array | undefined) =>
    key.kms.send(new DecapsulateCommand({ ...use, SharedSecretCiphertextBlob }));
  const opened = await open(made.SharedSecretCiphertextBlob);
  expect(opened).toMatchObject({ KeyId: key.arn, EncapsulationAlgorithm });
  expect(opened.SharedSecret).toEqual(made.SharedSecret);
  // An altered ciphertext gives another secret, always the same one, and no error: implicit rejection.
  const altered = Buffer.from(made.SharedSecretCiphertextBlob ?? []);
  altered[7] = (altered[7] ?? 0) ^ 1;
  const rejected = await open(altered);
  expect(rejected.SharedSecret).toHaveLength(32);
  expect(rejected.SharedSecret).not.toEqual(made.SharedSecret);
  expect((await open(altered)).SharedSecret).toEqual(rejected.SharedSecret);
  for (const blob of [altered.subarray(1), Buffer.concat([altered, Buffer.of(0)])]) {
    await expect(open(blob)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  }
});

test('Encapsulate: another algorithm, DryRun, and another kind of key', async () => {
  const usage = { KeySpec: 'ML_KEM_512', KeyUsage: 'ENCAPSULATE_DECAPSULATE' } as const;
  const { kms, id } = await newKey(server, usage);
  const dry = new EncapsulateCommand({ KeyId: id, EncapsulationAlgorithm, DryRun: true });
  await expect(kms.send(dry)).rejects.toMatchObject({ name: 'DryRunOperationException' });
  const unknown = { KeyId: id, EncapsulationAlgorithm: 'X'.repeat(10_000) as 'ML_KEM' };
  await expect(kms.send(new EncapsulateCommand(unknown))).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      `1 validation error detected: Value '${'X'.repeat(64)}' at 'encapsulationAlgorithm' failed to ` +
      'satisfy constraint: Member must satisfy enum value set: [ML_KEM]',
  });
  const symmetric = await newKey(server);
  const wrong = new EncapsulateCommand({ KeyId: symmetric.id, EncapsulationAlgorithm });
  await expect(symmetric.kms.send(wrong)).rejects.toMatchObject({
    name: 'InvalidKeyUsageException',
    message: `${symmetric.arn} key usage is ENCRYPT_DECRYPT which is not valid for Encapsulate.`,
  });
});
