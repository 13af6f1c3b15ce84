import { createHash } from 'node:crypto';
import {
  DescribeKeyCommand,
  DisableKeyCommand,
  GetPublicKeyCommand,
  type KeySpec,
  type MessageType,
  SignCommand,
  type SigningAlgorithmSpec,
  VerifyCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasOpenssl, openssl } from '../../openssl.ts';
import { startServer, type TestServer } from '../../server.ts';
import { bytes, newKey, type OwnKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const MESSAGE = bytes('what is signed');

const known = new Map<KeySpec, Promise<OwnKey>>();

/** One key of the spec for all tests that only use it: RSA pairs take long to make. */
function signingKey(spec: KeySpec): Promise<OwnKey> {
  const made = known.get(spec) ?? newSigningKey(spec);
  known.set(spec, made);
  return made;
}

function newSigningKey(KeySpec: KeySpec, region?: string): Promise<OwnKey> {
  return newKey(server, { KeySpec, KeyUsage: 'SIGN_VERIFY' }, region);
}

async function publicKeyOf({ kms, id }: OwnKey): Promise<Buffer> {
  return Buffer.from((await kms.send(new GetPublicKeyCommand({ KeyId: id }))).PublicKey ?? []);
}

function digest(algorithm: string): Uint8Array {
  return createHash(`sha${algorithm.slice(-3)}`)
    .update(MESSAGE)
    .digest();
}

interface Case {
  readonly spec: KeySpec;
  readonly algorithm: SigningAlgorithmSpec;
  /** What OpenSSL verifies the signature of the message with; none where it can't. */
  readonly options?: readonly string[];
  readonly signatureBytes?: number;
}

const pss = (algorithm: SigningAlgorithmSpec, salt: number): Case => ({
  spec: 'RSA_2048',
  algorithm,
  options: [
    '-digest',
    `sha${algorithm.slice(-3)}`,
    '-pkeyopt',
    'rsa_padding_mode:pss',
    '-pkeyopt',
    `rsa_pss_saltlen:${salt}`,
  ],
  signatureBytes: 256,
});
const hashed = (spec: KeySpec, algorithm: SigningAlgorithmSpec): Case => ({
  spec,
  algorithm,
  options: ['-digest', `sha${algorithm.slice(-3)}`],
});

const CASES: readonly Case[] = [
  { ...hashed('RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256'), signatureBytes: 256 },
  { ...hashed('RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_384'), signatureBytes: 256 },
  { ...hashed('RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_512'), signatureBytes: 256 },
  pss('RSASSA_PSS_SHA_256', 32),
  pss('RSASSA_PSS_SHA_384', 48),
  pss('RSASSA_PSS_SHA_512', 64),
  hashed('ECC_NIST_P256', 'ECDSA_SHA_256'),
  hashed('ECC_NIST_P384', 'ECDSA_SHA_384'),
  hashed('ECC_NIST_P521', 'ECDSA_SHA_512'),
  hashed('ECC_SECG_P256K1', 'ECDSA_SHA_256'),
  { spec: 'ECC_NIST_EDWARDS25519', algorithm: 'ED25519_SHA_512', options: [], signatureBytes: 64 },
  { spec: 'ML_DSA_44', algorithm: 'ML_DSA_SHAKE_256', signatureBytes: 2_420 },
  { spec: 'ML_DSA_65', algorithm: 'ML_DSA_SHAKE_256', signatureBytes: 3_309 },
  { spec: 'ML_DSA_87', algorithm: 'ML_DSA_SHAKE_256', signatureBytes: 4_627 },
];

let casesRun = 0;

describe('Sign and Verify', () => {
  test.each(CASES)(
    '$spec by $algorithm: a signature that verifies, here and offline',
    async (row) => {
      const key = await signingKey(row.spec);
      const use = { KeyId: key.id, SigningAlgorithm: row.algorithm };
      const signed = await key.kms.send(new SignCommand({ ...use, Message: MESSAGE }));
      expect(signed).toMatchObject({ KeyId: key.arn, SigningAlgorithm: row.algorithm });
      const { Signature } = signed;
      if (row.signatureBytes !== undefined) expect(Signature).toHaveLength(row.signatureBytes);
      const verified = await key.kms.send(
        new VerifyCommand({ ...use, Message: MESSAGE, Signature }),
      );
      expect(verified).toMatchObject({
        KeyId: key.arn,
        SignatureValid: true,
        SigningAlgorithm: row.algorithm,
      });
      const other = key.kms.send(new VerifyCommand({ ...use, Message: bytes('other'), Signature }));
      await expect(other).rejects.toMatchObject({
        name: 'KMSInvalidSignatureException',
        message: expect.not.stringMatching(/\w+ (is|key)/),
        $metadata: { httpStatusCode: 400 },
      });
      if (row.options !== undefined && hasOpenssl) {
        verifyOffline(await publicKeyOf(key), row.options, MESSAGE, Signature ?? new Uint8Array());
      }
      casesRun += 1;
    },
  );

  test('all of the table ran', () => {
    expect(casesRun).toBe(14);
  });

  test.each(CASES.filter(({ algorithm }) => /RSA|ECDSA/.test(algorithm)))(
    '$spec by $algorithm: a digest is not hashed again',
    async (row) => {
      const key = await signingKey(row.spec);
      const use = { KeyId: key.id, SigningAlgorithm: row.algorithm };
      const asDigest = { ...use, Message: digest(row.algorithm), MessageType: 'DIGEST' } as const;
      const { Signature } = await key.kms.send(new SignCommand(asDigest));
      const raw = new VerifyCommand({ ...use, Message: MESSAGE, Signature });
      expect((await key.kms.send(raw)).SignatureValid).toBe(true);
      const reverse = await key.kms.send(new SignCommand({ ...use, Message: MESSAGE }));
      const ofDigest = new VerifyCommand({ ...asDigest, Signature: reverse.Signature });
      expect((await key.kms.send(ofDigest)).SignatureValid).toBe(true);
      if (row.options !== undefined && hasOpenssl) {
        verifyOffline(await publicKeyOf(key), row.options, MESSAGE, Signature ?? new Uint8Array());
      }
    },
  );

  test('ML-DSA: a signature of μ made outside is one of the message', async () => {
    const key = await signingKey('ML_DSA_65');
    const use = { KeyId: key.id, SigningAlgorithm: 'ML_DSA_SHAKE_256' } as const;
    const raw = (await publicKeyOf(key)).subarray(22);
    const shake = (...parts: readonly Uint8Array[]) => {
      const hash = createHash('shake256', { outputLength: 64 });
      for (const part of parts) hash.update(part);
      return hash.digest();
    };
    const mu = shake(shake(raw), Buffer.of(0, 0), MESSAGE);
    const byMu = { ...use, Message: mu, MessageType: 'EXTERNAL_MU' } as const;
    const { Signature } = await key.kms.send(new SignCommand(byMu));
    const verify = new VerifyCommand({ ...use, Message: MESSAGE, Signature });
    expect((await key.kms.send(verify)).SignatureValid).toBe(true);
    const signed = await key.kms.send(new SignCommand({ ...use, Message: MESSAGE }));
    const verifyMu = new VerifyCommand({ ...byMu, Signature: signed.Signature });
    expect((await key.kms.send(verifyMu)).SignatureValid).toBe(true);
  });

  test('Ed25519ph: takes a digest, and hashes it as the standard says', async () => {
    const key = await signingKey('ECC_NIST_EDWARDS25519');
    const use = {
      KeyId: key.id,
      SigningAlgorithm: 'ED25519_PH_SHA_512',
      Message: createHash('sha512').update(MESSAGE).digest(),
      MessageType: 'DIGEST',
    } as const;
    const { Signature } = await key.kms.send(new SignCommand(use));
    expect(Signature).toHaveLength(64);
    expect((await key.kms.send(new VerifyCommand({ ...use, Signature }))).SignatureValid).toBe(
      true,
    );
  });

  test('SM2: in China Regions, a message and its digest by SM3', async () => {
    const key = await newSigningKey('SM2', 'cn-north-1');
    const use = { KeyId: key.id, SigningAlgorithm: 'SM2DSA', Message: MESSAGE } as const;
    const { Signature } = await key.kms.send(new SignCommand(use));
    expect((await key.kms.send(new VerifyCommand({ ...use, Signature }))).SignatureValid).toBe(
      true,
    );
    if (hasOpenssl) {
      const options = ['-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678'];
      verifyOffline(await publicKeyOf(key), options, MESSAGE, Signature ?? new Uint8Array());
    }
  });
});

function verifyOffline(
  publicKey: Buffer,
  options: readonly string[],
  message: Uint8Array,
  signature: Uint8Array,
): void {
  const verify = ['pkeyutl', '-verify', '-rawin', '-in', '@message', '-sigfile', '@signature'];
  const key = ['-pubin', '-keyform', 'DER', '-inkey', '@key'];
  const printed = openssl([...verify, ...key, ...options], { message, signature, key: publicKey });
  expect(printed.toString()).toContain('Signature Verified Successfully');
}

interface Refused {
  readonly spec: KeySpec;
  readonly algorithm: SigningAlgorithmSpec;
  readonly type: MessageType;
  readonly bytes: number;
  readonly name: string;
  readonly message: string;
}

const REFUSED: readonly Refused[] = [
  {
    spec: 'ECC_NIST_P256',
    algorithm: 'ECDSA_SHA_256',
    type: 'DIGEST',
    bytes: 31,
    name: 'ValidationException',
    message: 'Digest is invalid length for algorithm ECDSA_SHA_256.',
  },
  {
    spec: 'ECC_NIST_P256',
    algorithm: 'ECDSA_SHA_384',
    type: 'RAW',
    bytes: 1,
    name: 'InvalidKeyUsageException',
    message: 'Algorithm ECDSA_SHA_384 is incompatible with key spec ECC_NIST_P256.',
  },
  {
    spec: 'ECC_NIST_EDWARDS25519',
    algorithm: 'ED25519_SHA_512',
    type: 'DIGEST',
    bytes: 64,
    name: 'ValidationException',
    message: 'Message type DIGEST is incompatible with algorithm ED25519_SHA_512.',
  },
  {
    spec: 'ECC_NIST_EDWARDS25519',
    algorithm: 'ED25519_PH_SHA_512',
    type: 'RAW',
    bytes: 64,
    name: 'ValidationException',
    message: 'Message type RAW is incompatible with algorithm ED25519_PH_SHA_512.',
  },
  {
    spec: 'ECC_NIST_EDWARDS25519',
    algorithm: 'ED25519_PH_SHA_512',
    type: 'DIGEST',
    bytes: 32,
    name: 'ValidationException',
    message: 'Digest is invalid length for algorithm ED25519_PH_SHA_512.',
  },
  {
    spec: 'ML_DSA_44',
    algorithm: 'ML_DSA_SHAKE_256',
    type: 'DIGEST',
    bytes: 64,
    name: 'ValidationException',
    message: 'Message type DIGEST is incompatible with key spec ML_DSA_44.',
  },
  {
    spec: 'ML_DSA_44',
    algorithm: 'ML_DSA_SHAKE_256',
    type: 'EXTERNAL_MU',
    bytes: 32,
    name: 'ValidationException',
    message: 'External Mu is invalid length for algorithm ML_DSA_SHAKE_256.',
  },
  {
    spec: 'ECC_NIST_P384',
    algorithm: 'ECDSA_SHA_384',
    type: 'EXTERNAL_MU',
    bytes: 64,
    name: 'ValidationException',
    message: 'Message type EXTERNAL_MU is incompatible with key spec ECC_NIST_P384.',
  },
];

test.each(REFUSED)('Sign and Verify: $message', async ({ spec, algorithm, type, ...row }) => {
  const { kms, id } = await signingKey(spec);
  const Message = Buffer.alloc(row.bytes, 1);
  const use = { KeyId: id, SigningAlgorithm: algorithm, MessageType: type, Message };
  const refusal = { name: row.name, message: row.message };
  await expect(kms.send(new SignCommand(use))).rejects.toMatchObject(refusal);
  const verify = new VerifyCommand({ ...use, Signature: Buffer.alloc(64) });
  await expect(kms.send(verify)).rejects.toMatchObject(refusal);
  refusedRun += 1;
});

let refusedRun = 0;
test('Sign and Verify: all refusals ran', () => {
  expect(refusedRun).toBe(8);
});

test('Verify: what is no signature at all is invalid', async () => {
  const { kms, id } = await signingKey('ECC_NIST_P256');
  const use = { KeyId: id, SigningAlgorithm: 'ECDSA_SHA_256' } as const;
  const orders = ['3006020100020100', '300602010102027fff', '00', '3046022100'];
  for (const hex of orders) {
    for (const MessageType of ['RAW', 'DIGEST'] as const) {
      const Signature = Buffer.from(hex, 'hex');
      const verify = new VerifyCommand({
        ...use,
        MessageType,
        Message: Buffer.alloc(32, 1),
        Signature,
      });
      await expect(kms.send(verify)).rejects.toMatchObject({
        name: 'KMSInvalidSignatureException',
      });
    }
  }
  expect(orders).toHaveLength(4);
});

test('Sign: DryRun tells that it would have worked; a disabled key that it would not', async () => {
  const { kms, id, arn } = await newSigningKey('ECC_NIST_P256');
  const use = { KeyId: id, SigningAlgorithm: 'ECDSA_SHA_256', Message: MESSAGE } as const;
  await expect(kms.send(new SignCommand({ ...use, DryRun: true }))).rejects.toMatchObject({
    name: 'DryRunOperationException',
    message: 'The request would have succeeded, but the DryRun option is set.',
  });
  await kms.send(new DisableKeyCommand({ KeyId: id }));
  for (const DryRun of [true, false]) {
    await expect(kms.send(new SignCommand({ ...use, DryRun }))).rejects.toMatchObject({
      name: 'DisabledException',
      message: `${arn} is disabled.`,
    });
  }
});

test('Sign: an encryption key is refused by name', async () => {
  const { kms, id, arn } = await newKey(server);
  const use = { KeyId: id, SigningAlgorithm: 'ECDSA_SHA_256', Message: MESSAGE } as const;
  await expect(kms.send(new SignCommand(use))).rejects.toMatchObject({
    name: 'InvalidKeyUsageException',
    message: `${arn} key usage is ENCRYPT_DECRYPT which is not valid for Sign.`,
  });
});

test('DescribeKey: a signing key tells its algorithms, and no material id', async () => {
  const { kms, id } = await signingKey('ECC_NIST_EDWARDS25519');
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: id }));
  expect(KeyMetadata?.SigningAlgorithms).toEqual(['ED25519_SHA_512', 'ED25519_PH_SHA_512']);
  expect(KeyMetadata).not.toHaveProperty('EncryptionAlgorithms');
  expect(KeyMetadata).not.toHaveProperty('CurrentKeyMaterialId');
});
