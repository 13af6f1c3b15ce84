import {
  CreateAliasCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DecapsulateCommand,
  DeriveSharedSecretCommand,
  EncapsulateCommand,
  EncryptCommand,
  GenerateDataKeyPairCommand,
  GenerateDataKeyPairWithoutPlaintextCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  type GrantOperation,
  type KMSClient,
  SignCommand,
  UpdateAliasCommand,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { DENIED, grantTo, userOf } from './grants.ts';
import { bytes, newKey, type OwnKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

type Use = (kms: KMSClient, key: OwnKey) => Promise<unknown>;
const Message = bytes('message');
const ECDSA = { SigningAlgorithm: 'ECDSA_SHA_256', Message } as const;
const HMAC = { MacAlgorithm: 'HMAC_SHA_256', Message } as const;
const OAEP = { EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' } as const;

async function publicKey(key: OwnKey): Promise<Uint8Array | undefined> {
  return (await key.kms.send(new GetPublicKeyCommand({ KeyId: key.id }))).PublicKey;
}

const ROWS: readonly (readonly [GrantOperation, CreateKeyCommandInput, Use])[] = [
  [
    'Sign',
    { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
    (kms, { arn: KeyId }) => kms.send(new SignCommand({ KeyId, ...ECDSA })),
  ],
  [
    'Verify',
    { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
    async (kms, { arn: KeyId, kms: root }) => {
      const { Signature } = await root.send(new SignCommand({ KeyId, ...ECDSA }));
      return kms.send(new VerifyCommand({ KeyId, ...ECDSA, Signature }));
    },
  ],
  [
    'GetPublicKey',
    { KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' },
    (kms, { arn: KeyId }) => kms.send(new GetPublicKeyCommand({ KeyId })),
  ],
  [
    'DeriveSharedSecret',
    { KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' },
    async (kms, key) =>
      kms.send(
        new DeriveSharedSecretCommand({
          KeyId: key.arn,
          KeyAgreementAlgorithm: 'ECDH',
          PublicKey: await publicKey(key),
        }),
      ),
  ],
  [
    'Encrypt',
    { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' },
    (kms, { arn: KeyId }) => kms.send(new EncryptCommand({ KeyId, ...OAEP, Plaintext: Message })),
  ],
  [
    'GenerateMac',
    { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
    (kms, { arn: KeyId }) => kms.send(new GenerateMacCommand({ KeyId, ...HMAC })),
  ],
  [
    'VerifyMac',
    { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
    async (kms, { arn: KeyId, kms: root }) => {
      const { Mac } = await root.send(new GenerateMacCommand({ KeyId, ...HMAC }));
      return kms.send(new VerifyMacCommand({ KeyId, ...HMAC, Mac }));
    },
  ],
  [
    'Encapsulate',
    { KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' },
    (kms, { arn: KeyId }) =>
      kms.send(new EncapsulateCommand({ KeyId, EncapsulationAlgorithm: 'ML_KEM' })),
  ],
  [
    'Decapsulate',
    { KeySpec: 'ML_KEM_768', KeyUsage: 'ENCAPSULATE_DECAPSULATE' },
    async (kms, { arn: KeyId, kms: root }) => {
      const algorithm = { KeyId, EncapsulationAlgorithm: 'ML_KEM' } as const;
      const { SharedSecretCiphertextBlob } = await root.send(new EncapsulateCommand(algorithm));
      return kms.send(new DecapsulateCommand({ ...algorithm, SharedSecretCiphertextBlob }));
    },
  ],
  [
    'GenerateDataKeyPair',
    {},
    (kms, { arn: KeyId }) =>
      kms.send(new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec: 'ECC_NIST_P256' })),
  ],
  [
    'GenerateDataKeyPairWithoutPlaintext',
    {},
    (kms, { arn: KeyId }) =>
      kms.send(
        new GenerateDataKeyPairWithoutPlaintextCommand({ KeyId, KeyPairSpec: 'ECC_NIST_P256' }),
      ),
  ],
];

test('grants cover what keys of every usage do', async () => {
  let ran = 0;
  for (const [operation, input, use] of ROWS) {
    const key = await newKey(server, input);
    const ann = await userOf(server, key.account, 'ann');
    await expect(use(ann, key), operation).rejects.toMatchObject(DENIED);
    await grantTo(key, 'ann', [operation]);
    await expect(use(ann, key), operation).resolves.toBeDefined();
    ran += 1;
  }
  expect(ran).toBe(11);
});

test('CreateGrant: a context constrains grants on symmetric keys alone', async () => {
  const key = await newKey(server, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  await userOf(server, key.account, 'ann');
  await expect(
    grantTo(key, 'ann', ['GenerateMac'], { Constraints: { EncryptionContextSubset: { a: 'b' } } }),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      'EncryptionContext is supported only when creating a grant for a symmetric encryption KMS key.',
  });
});

test('UpdateAlias: does not lead from one kind of key to another', async () => {
  const { kms, id: TargetKeyId } = await newKey(server);
  const AliasName = 'alias/kind';
  await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }),
  );
  await expect(
    kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: KeyMetadata?.KeyId })),
  ).rejects.toMatchObject({ name: 'ValidationException' });
});
