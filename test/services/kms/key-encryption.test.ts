import { constants, publicEncrypt } from 'node:crypto';
import {
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetPublicKeyCommand,
  ReEncryptCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clearBytesMax } from '../../../src/crypto/keys/encryption.ts';
import { hasOpenssl, openssl } from '../../openssl.ts';
import { startServer, type TestServer } from '../../server.ts';
import { bytes, newKey, type OwnKey, textOf } from './keys.ts';

let server: TestServer;
/** One key for all: RSA pairs take long to make. */
let rsa: OwnKey;
beforeAll(async () => {
  server = await startServer();
  rsa = await newKey(server, { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' });
}, 180_000);
afterAll(() => server.close());

const OAEP = ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] as const;

async function publicKey(): Promise<Buffer> {
  const { PublicKey } = await rsa.kms.send(new GetPublicKeyCommand({ KeyId: rsa.id }));
  return Buffer.from(PublicKey ?? []);
}

test.each(OAEP)(
  '%s: a block as long as the modulus, which only this algorithm opens',
  async (EncryptionAlgorithm) => {
    const { kms, id: KeyId, arn } = rsa;
    const sealed = await kms.send(
      new EncryptCommand({ KeyId, Plaintext: bytes('secret'), EncryptionAlgorithm }),
    );
    expect(sealed).toMatchObject({ KeyId: arn, EncryptionAlgorithm });
    const { CiphertextBlob } = sealed;
    expect(CiphertextBlob).toHaveLength(256);
    const opened = await kms.send(
      new DecryptCommand({ KeyId, CiphertextBlob, EncryptionAlgorithm }),
    );
    expect(opened).toMatchObject({ KeyId: arn, EncryptionAlgorithm });
    expect(textOf(opened.Plaintext)).toBe('secret');
    expect(opened).not.toHaveProperty('KeyMaterialId');
    const other = EncryptionAlgorithm === OAEP[0] ? OAEP[1] : OAEP[0];
    const altered = Buffer.from(CiphertextBlob ?? []);
    altered[100] = (altered[100] ?? 0) ^ 1;
    const wrong = [
      { KeyId, CiphertextBlob, EncryptionAlgorithm: other },
      { KeyId, CiphertextBlob: altered, EncryptionAlgorithm },
      { KeyId, CiphertextBlob: altered.subarray(1), EncryptionAlgorithm },
      { KeyId, CiphertextBlob },
    ];
    for (const input of wrong) {
      await expect(kms.send(new DecryptCommand(input))).rejects.toMatchObject({
        name: 'InvalidCiphertextException',
      });
    }
    expect(wrong).toHaveLength(4);
  },
);

test('Decrypt: what others encrypted to the public key, but nothing with a label', async () => {
  const { kms, id: KeyId } = rsa;
  const der = await publicKey();
  const key = {
    key: der,
    format: 'der',
    type: 'spki',
    padding: constants.RSA_PKCS1_OAEP_PADDING,
  } as const;
  const offline = publicEncrypt({ ...key, oaepHash: 'sha256' }, Buffer.from('offline'));
  const use = { KeyId, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' } as const;
  const opened = await kms.send(new DecryptCommand({ ...use, CiphertextBlob: offline }));
  expect(textOf(opened.Plaintext)).toBe('offline');
  const oaepLabel = Buffer.from('label');
  const labelled = publicEncrypt({ ...key, oaepHash: 'sha256', oaepLabel }, Buffer.from('x'));
  const refused = kms.send(new DecryptCommand({ ...use, CiphertextBlob: labelled }));
  await expect(refused).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
});

test.skipIf(!hasOpenssl)('Decrypt: what the openssl command encrypted', async () => {
  const { kms, id: KeyId } = rsa;
  const options = ['rsa_padding_mode:oaep', 'rsa_oaep_md:sha256', 'rsa_mgf1_md:sha256'];
  const CiphertextBlob = openssl(
    [
      'pkeyutl',
      '-encrypt',
      '-pubin',
      '-keyform',
      'DER',
      '-inkey',
      '@key',
      '-in',
      '@clear',
      '-out',
      '@out',
      ...options.flatMap((option) => ['-pkeyopt', option]),
    ],
    { key: await publicKey(), clear: bytes('by the command') },
  );
  const EncryptionAlgorithm = 'RSAES_OAEP_SHA_256';
  const opened = await kms.send(new DecryptCommand({ KeyId, CiphertextBlob, EncryptionAlgorithm }));
  expect(textOf(opened.Plaintext)).toBe('by the command');
});

test('Encrypt by RSA: what is refused, and how', async () => {
  const { kms, id: KeyId } = rsa;
  const Plaintext = bytes('x');
  const signing = await newKey(server, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  const EncryptionAlgorithm = 'RSAES_OAEP_SHA_256' as const;
  const cases = [
    [
      () => kms.send(new EncryptCommand({ KeyId, Plaintext })),
      'InvalidKeyUsageException',
      'Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.',
    ],
    [
      () =>
        kms.send(new EncryptCommand({ KeyId, Plaintext: Buffer.alloc(191), EncryptionAlgorithm })),
      'ValidationException',
      'Algorithm RSAES_OAEP_SHA_256 and key spec RSA_2048 cannot encrypt data larger than 190 bytes.',
    ],
    [
      () =>
        kms.send(
          new EncryptCommand({
            KeyId,
            Plaintext,
            EncryptionAlgorithm,
            EncryptionContext: { a: 'b' },
          }),
        ),
      'ValidationException',
      'EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.',
    ],
    [
      () => kms.send(new EncryptCommand({ KeyId, Plaintext, EncryptionAlgorithm, DryRun: true })),
      'DryRunOperationException',
      'The request would have succeeded, but the DryRun option is set.',
    ],
    [
      () =>
        kms.send(new DecryptCommand({ CiphertextBlob: Buffer.alloc(256), EncryptionAlgorithm })),
      'ValidationException',
      'KeyId must not be null',
    ],
    [
      () => kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' })),
      'InvalidKeyUsageException',
      'Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.',
    ],
    [
      () => signing.kms.send(new EncryptCommand({ KeyId: signing.id, Plaintext })),
      'InvalidKeyUsageException',
      `${signing.arn} key usage is SIGN_VERIFY which is not valid for Encrypt.`,
    ],
  ] as const;
  for (const [send, name, message] of cases) {
    await expect(send()).rejects.toMatchObject({ name, message });
  }
  expect(cases).toHaveLength(7);
});

test('the largest plaintext of each key and algorithm', () => {
  const sizes = (['RSA_2048', 'RSA_3072', 'RSA_4096'] as const).map((spec) =>
    OAEP.map((algorithm) => clearBytesMax(algorithm, spec)),
  );
  expect(sizes).toEqual([
    [214, 190],
    [342, 318],
    [470, 446],
  ]);
});

test('ReEncrypt: between a key pair and a symmetric key, both ways', async () => {
  const { kms, id: KeyId, arn } = rsa;
  const EncryptionAlgorithm = 'RSAES_OAEP_SHA_1' as const;
  const { CiphertextBlob } = await kms.send(
    new EncryptCommand({ KeyId, Plaintext: bytes('moved'), EncryptionAlgorithm }),
  );
  const symmetric = await symmetricKeyOf(kms);
  const moved = await kms.send(
    new ReEncryptCommand({
      CiphertextBlob,
      SourceKeyId: KeyId,
      SourceEncryptionAlgorithm: EncryptionAlgorithm,
      DestinationKeyId: symmetric,
      DestinationEncryptionContext: { a: 'b' },
    }),
  );
  expect(moved).toMatchObject({
    SourceKeyId: arn,
    SourceEncryptionAlgorithm: EncryptionAlgorithm,
    DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    DestinationKeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(moved).not.toHaveProperty('SourceKeyMaterialId');
  const back = await kms.send(
    new ReEncryptCommand({
      CiphertextBlob: moved.CiphertextBlob,
      SourceEncryptionContext: { a: 'b' },
      DestinationKeyId: KeyId,
      DestinationEncryptionAlgorithm: EncryptionAlgorithm,
    }),
  );
  const opened = await kms.send(
    new DecryptCommand({ KeyId, CiphertextBlob: back.CiphertextBlob, EncryptionAlgorithm }),
  );
  expect(textOf(opened.Plaintext)).toBe('moved');
});

async function symmetricKeyOf(kms: OwnKey['kms']): Promise<string> {
  return (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
}

test('SM2PKE: in China Regions, up to 1,024 bytes', async () => {
  const input = { KeySpec: 'SM2', KeyUsage: 'ENCRYPT_DECRYPT' } as const;
  const { kms, id: KeyId } = await newKey(server, input, 'cn-north-1');
  const use = { KeyId, EncryptionAlgorithm: 'SM2PKE' } as const;
  const sealed = await kms.send(new EncryptCommand({ ...use, Plaintext: bytes('secret') }));
  const { CiphertextBlob } = sealed;
  const opened = await kms.send(new DecryptCommand({ ...use, CiphertextBlob }));
  expect(textOf(opened.Plaintext)).toBe('secret');
  const altered = Buffer.from(CiphertextBlob ?? []);
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  const refused = kms.send(new DecryptCommand({ ...use, CiphertextBlob: altered }));
  await expect(refused).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  const long = kms.send(new EncryptCommand({ ...use, Plaintext: Buffer.alloc(1_025) }));
  await expect(long).rejects.toMatchObject({
    message: 'Algorithm SM2PKE and key spec SM2 cannot encrypt data larger than 1024 bytes.',
  });
});
