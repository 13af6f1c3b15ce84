import { createPrivateKey, createPublicKey } from 'node:crypto';
import {
  type DataKeyPairSpec,
  DecryptCommand,
  GenerateDataKeyPairCommand,
  GenerateDataKeyPairWithoutPlaintextCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPair } from '../../../src/crypto/keys/key-pair.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const NATIVE: readonly DataKeyPairSpec[] = [
  'RSA_2048',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
];

test.each(NATIVE)(
  'GenerateDataKeyPair: %s, halves that belong together, the private one sealed',
  async (KeyPairSpec) => {
    const { kms, id: KeyId, arn } = await newKey(server);
    const EncryptionContext = { purpose: 'test' };
    const made = await kms.send(
      new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec, EncryptionContext }),
    );
    expect(made).toMatchObject({
      KeyId: arn,
      KeyPairSpec,
      KeyMaterialId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const key = Buffer.from(made.PrivateKeyPlaintext ?? []);
    const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
    const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
    expect(Buffer.from(made.PublicKey ?? [])).toEqual(publicKey);
    const CiphertextBlob = made.PrivateKeyCiphertextBlob;
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    expect(Buffer.from(opened.Plaintext ?? [])).toEqual(key);
    await expect(kms.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
    });
  },
);

test('GenerateDataKeyPair: an ML-KEM private key is its seed', async () => {
  const { kms, id: KeyId } = await newKey(server);
  const KeyPairSpec = 'ML_KEM_768';
  const made = await kms.send(new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec }));
  expect(made.PrivateKeyPlaintext).toHaveLength(86);
  const pair = await readPair(KeyPairSpec, made.PrivateKeyPlaintext ?? new Uint8Array());
  expect(Buffer.from(pair?.publicKey ?? [])).toEqual(Buffer.from(made.PublicKey ?? []));
});

test('GenerateDataKeyPairWithoutPlaintext: the private key leaves sealed alone', async () => {
  const { kms, id: KeyId } = await newKey(server);
  const KeyPairSpec = 'ECC_NIST_P256';
  const made = await kms.send(
    new GenerateDataKeyPairWithoutPlaintextCommand({ KeyId, KeyPairSpec }),
  );
  expect(made).not.toHaveProperty('PrivateKeyPlaintext');
  const CiphertextBlob = made.PrivateKeyCiphertextBlob;
  const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob }));
  const pair = await readPair(KeyPairSpec, Plaintext ?? new Uint8Array());
  expect(Buffer.from(pair?.publicKey ?? [])).toEqual(Buffer.from(made.PublicKey ?? []));
});

test('GenerateDataKeyPair: SM2 in China Regions alone', async () => {
  const KeyPairSpec = 'SM2';
  const china = await newKey(server, {}, 'cn-north-1');
  const made = await china.kms.send(
    new GenerateDataKeyPairCommand({ KeyId: china.id, KeyPairSpec }),
  );
  const pair = await readPair(KeyPairSpec, made.PrivateKeyPlaintext ?? new Uint8Array());
  expect(Buffer.from(pair?.publicKey ?? [])).toEqual(Buffer.from(made.PublicKey ?? []));
  const { kms, id: KeyId } = await newKey(server);
  const refused = kms.send(new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec }));
  await expect(refused).rejects.toMatchObject({ name: 'UnsupportedOperationException' });
});

test('GenerateDataKeyPair: DryRun, and a key that does not encrypt', async () => {
  const { kms, id: KeyId } = await newKey(server);
  const KeyPairSpec = 'ECC_NIST_P256';
  const dry = new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec, DryRun: true });
  await expect(kms.send(dry)).rejects.toMatchObject({ name: 'DryRunOperationException' });
  const mac = await newKey(server, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  const wrong = new GenerateDataKeyPairCommand({ KeyId: mac.id, KeyPairSpec });
  await expect(mac.kms.send(wrong)).rejects.toMatchObject({
    name: 'InvalidKeyUsageException',
    message: `${mac.arn} key usage is GENERATE_VERIFY_MAC which is not valid for GenerateDataKeyPair.`,
  });
});
