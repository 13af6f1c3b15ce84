import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  DecapsulateCommand,
  DeriveSharedSecretCommand,
  EncapsulateCommand,
  EncryptCommand,
  GenerateDataKeyPairCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  PutKeyPolicyCommand,
  SignCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { bytes, newKey, type OwnKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const Message = bytes('what is signed');

/** A client of a user that may do the action only where the condition holds. */
async function underCondition(
  { account }: OwnKey,
  Action: string,
  condition: Record<string, string>,
): Promise<KMSClient> {
  const Condition = { StringEquals: condition };
  const allow = [{ Effect: 'Allow', Action, Resource: '*', Condition }] as const;
  return new KMSClient(await newUser(server, account, 'someone', { allow }));
}

const DENIED = { name: 'AccessDeniedException' };

test('kms:SigningAlgorithm and kms:MessageType decide about Sign', async () => {
  const key = await newKey(server, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  const condition = { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'RAW' };
  const kms = await underCondition(key, 'kms:Sign', condition);
  const use = { KeyId: key.id, Message: Buffer.alloc(32, 1) };
  const SigningAlgorithm = 'ECDSA_SHA_256';
  const signed = await kms.send(new SignCommand({ ...use, SigningAlgorithm }));
  expect(signed.Signature).toBeDefined();
  const others = [
    { SigningAlgorithm, MessageType: 'DIGEST' },
    { SigningAlgorithm: 'ECDSA_SHA_384' },
  ] as const;
  for (const other of others) {
    await expect(kms.send(new SignCommand({ ...use, ...other }))).rejects.toMatchObject(DENIED);
  }
  expect(others).toHaveLength(2);
});

test('kms:MacAlgorithm decides about GenerateMac', async () => {
  const key = await newKey(server, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  const kms = await underCondition(key, 'kms:GenerateMac', { 'kms:MacAlgorithm': 'HMAC_SHA_256' });
  const use = { KeyId: key.id, Message };
  const made = await kms.send(new GenerateMacCommand({ ...use, MacAlgorithm: 'HMAC_SHA_256' }));
  expect(made.Mac).toHaveLength(32);
  const other = new GenerateMacCommand({ ...use, MacAlgorithm: 'HMAC_SHA_384' });
  await expect(kms.send(other)).rejects.toMatchObject(DENIED);
});

test('kms:KeyAgreementAlgorithm decides about DeriveSharedSecret', async () => {
  const key = await newKey(server, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' });
  const { PublicKey } = await key.kms.send(new GetPublicKeyCommand({ KeyId: key.id }));
  const use = { KeyId: key.id, KeyAgreementAlgorithm: 'ECDH', PublicKey } as const;
  const name = 'kms:KeyAgreementAlgorithm';
  const kms = await underCondition(key, 'kms:DeriveSharedSecret', { [name]: 'ECDH' });
  const derived = await kms.send(new DeriveSharedSecretCommand(use));
  expect(derived.SharedSecret).toHaveLength(32);
  const Policy = policyText(
    { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:*', Resource: '*' },
    {
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 'kms:DeriveSharedSecret',
      Resource: '*',
      Condition: { StringEquals: { [name]: 'ECDH' } },
    },
  );
  await key.kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy }));
  await expect(kms.send(new DeriveSharedSecretCommand(use))).rejects.toMatchObject(DENIED);
});

test('kms:EncryptionAlgorithm decides about Encrypt', async () => {
  const key = await newKey(server, { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' });
  const kms = await underCondition(key, 'kms:Encrypt', {
    'kms:EncryptionAlgorithm': 'RSAES_OAEP_SHA_256',
  });
  const use = { KeyId: key.id, Plaintext: Message };
  const EncryptionAlgorithm = 'RSAES_OAEP_SHA_256';
  const sealed = await kms.send(new EncryptCommand({ ...use, EncryptionAlgorithm }));
  expect(sealed.CiphertextBlob).toHaveLength(256);
  const other = new EncryptCommand({ ...use, EncryptionAlgorithm: 'RSAES_OAEP_SHA_1' });
  await expect(kms.send(other)).rejects.toMatchObject(DENIED);
});

test('kms:DataKeyPairSpec decides about GenerateDataKeyPair', async () => {
  const key = await newKey(server);
  const kms = await underCondition(key, 'kms:GenerateDataKeyPair', {
    'kms:DataKeyPairSpec': 'ECC_NIST_P256',
  });
  const pair = (KeyPairSpec: 'ECC_NIST_P256' | 'ECC_NIST_P384') =>
    kms.send(new GenerateDataKeyPairCommand({ KeyId: key.id, KeyPairSpec }));
  expect((await pair('ECC_NIST_P256')).KeyPairSpec).toBe('ECC_NIST_P256');
  await expect(pair('ECC_NIST_P384')).rejects.toMatchObject(DENIED);
});

test('another account uses a public key that is granted to it on both sides', async () => {
  const key = await newKey(server, { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  const guest = await newKey(server);
  const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
  const Policy = policyText(
    { Effect: 'Allow', Principal: root(key.account), Action: 'kms:*', Resource: '*' },
    { Effect: 'Allow', Principal: root(guest.account), Action: 'kms:GetPublicKey', Resource: '*' },
  );
  await key.kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy }));
  const answer = await guest.kms.send(new GetPublicKeyCommand({ KeyId: key.arn }));
  expect(answer.KeyId).toBe(key.arn);
  const sign = new SignCommand({ KeyId: key.arn, Message, SigningAlgorithm: 'ECDSA_SHA_256' });
  await expect(guest.kms.send(sign)).rejects.toMatchObject(DENIED);
});

interface Recorded {
  readonly eventName: string;
  readonly readOnly: boolean;
  readonly requestParameters: object;
  readonly responseElements: object | null;
  readonly additionalEventData?: object;
  readonly resources: readonly { readonly ARN: string }[];
}

async function recordsOf({ account }: OwnKey): Promise<Map<string, Recorded>> {
  const trail = new CloudTrailClient(server.client(account));
  const { Events = [] } = await trail.send(new LookupEventsCommand({}));
  const records = Events.map((event): Recorded => JSON.parse(event.CloudTrailEvent ?? '{}'));
  return new Map(records.map((record) => [record.eventName, record]));
}

test('records: the parameters in clear, and nothing that was signed, agreed or made', async () => {
  const KeySpec = 'ML_KEM_512';
  const kem = await newKey(server, { KeySpec, KeyUsage: 'ENCAPSULATE_DECAPSULATE' });
  const EncapsulationAlgorithm = 'ML_KEM';
  const { SharedSecretCiphertextBlob } = await kem.kms.send(
    new EncapsulateCommand({ KeyId: kem.id, EncapsulationAlgorithm }),
  );
  await kem.kms.send(
    new DecapsulateCommand({ KeyId: kem.id, EncapsulationAlgorithm, SharedSecretCiphertextBlob }),
  );
  const records = await recordsOf(kem);
  for (const name of ['Encapsulate', 'Decapsulate']) {
    expect(records.get(name)).toMatchObject({
      readOnly: true,
      requestParameters: { keyId: kem.id, encapsulationAlgorithm: EncapsulationAlgorithm },
      responseElements: null,
      resources: [{ ARN: kem.arn }],
    });
    expect(Object.keys(records.get(name)?.requestParameters ?? {})).toHaveLength(2);
    expect(records.get(name)).not.toHaveProperty('additionalEventData');
  }
  const mac = await newKey(server, { KeySpec: 'HMAC_224', KeyUsage: 'GENERATE_VERIFY_MAC' });
  const use = { KeyId: mac.id, MacAlgorithm: 'HMAC_SHA_224', Message } as const;
  const { Mac } = await mac.kms.send(new GenerateMacCommand(use));
  await mac.kms.send(new VerifyMacCommand({ ...use, Mac }));
  expect((await recordsOf(mac)).get('VerifyMac')?.requestParameters).toEqual({
    keyId: mac.id,
    macAlgorithm: 'HMAC_SHA_224',
  });
});

test('records: a key pair made under a symmetric key names its material', async () => {
  const key = await newKey(server);
  const EncryptionContext = { Project: 'Alpha' };
  const KeyPairSpec = 'ECC_NIST_P256';
  const { KeyMaterialId } = await key.kms.send(
    new GenerateDataKeyPairCommand({ KeyId: key.id, KeyPairSpec, EncryptionContext }),
  );
  expect((await recordsOf(key)).get('GenerateDataKeyPair')).toMatchObject({
    readOnly: true,
    requestParameters: {
      keyId: key.id,
      keyPairSpec: KeyPairSpec,
      encryptionContext: EncryptionContext,
    },
    responseElements: null,
    additionalEventData: { keyMaterialId: KeyMaterialId },
  });
});
