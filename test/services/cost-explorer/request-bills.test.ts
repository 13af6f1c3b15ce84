import {
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyPairCommand,
  GetPublicKeyCommand,
  KMSClient,
  PutKeyPolicyCommand,
  ReEncryptCommand,
  ReplicateKeyCommand,
  SignCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { requestDays } from '../../../src/services/kms/request-metering.ts';
import { errandService, sendErrand } from '../../errands.ts';
import { policyText } from '../../identities.ts';
import { bytes, newKey } from '../kms/keys.ts';
import { monthOf, moveTo } from './costs.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [errandService] });
  await moveTo(server, '2027-01-10T12:30:00Z');
});
afterAll(() => server.close());

const REQUESTS_ONLY = {
  Filter: {
    Dimensions: {
      Key: 'USAGE_TYPE' as const,
      Values: ['-KMS-Requests'],
      MatchOptions: ['CONTAINS' as const],
    },
  },
};

async function january(account: string) {
  await server.platform.engine().bill({});
  return monthOf(server, account, '2027-01-01', '2027-02-01', REQUESTS_ONLY);
}

test('requests by price class; what fails is not billed', async () => {
  const { kms, id: KeyId, account } = await newKey(server);
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  await kms.send(new DecryptCommand({ CiphertextBlob }));
  await expect(
    kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: { a: 'b' } })),
  ).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
  const specs = ['RSA_2048', 'ECC_NIST_P256'] as const;
  for (const KeySpec of specs) {
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({ KeySpec, KeyUsage: 'SIGN_VERIFY' }),
    );
    const SigningAlgorithm = KeySpec === 'RSA_2048' ? 'RSASSA_PSS_SHA_256' : 'ECDSA_SHA_256';
    const signing = { KeyId: KeyMetadata?.KeyId, Message: bytes('x'), SigningAlgorithm } as const;
    await kms.send(new SignCommand(signing));
    await kms.send(new GetPublicKeyCommand({ KeyId: KeyMetadata?.KeyId }));
    await kms.send(new GenerateDataKeyPairCommand({ KeyId, KeyPairSpec: KeySpec }));
  }
  expect(await january(account)).toEqual({
    'us-east-1-KMS-Requests CreateKey': ['3', '0'],
    'us-east-1-KMS-Requests Decrypt': ['1', '0'],
    'us-east-1-KMS-Requests Encrypt': ['1', '0'],
    'us-east-1-KMS-Requests GenerateDataKey': ['1', '0'],
    'us-east-1-KMS-Requests-Asymmetric GetPublicKey': ['1', '0.000015'],
    'us-east-1-KMS-Requests-Asymmetric Sign': ['1', '0.000015'],
    'us-east-1-KMS-Requests-Asymmetric-RSA_2048 GetPublicKey': ['1', '0.000003'],
    'us-east-1-KMS-Requests-Asymmetric-RSA_2048 Sign': ['1', '0.000003'],
    'us-east-1-KMS-Requests-GenerateDatakeyPair-ECC GenerateDataKeyPair': ['1', '0.00001'],
    'us-east-1-KMS-Requests-GenerateDatakeyPair-RSA GenerateDataKeyPair': ['1', '0.0012'],
  });
});

test('whoever calls pays, also for another account’s key', async () => {
  const { kms, id: KeyId, arn, account } = await newKey(server);
  const guest = freshAccount();
  const statement = { Effect: 'Allow', Action: 'kms:*', Resource: '*' } as const;
  const AWS = [`arn:aws:iam::${account}:root`, `arn:aws:iam::${guest}:root`];
  const Policy = policyText({ ...statement, Principal: { AWS } });
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
  const other = new KMSClient(server.client(guest));
  await other.send(new EncryptCommand({ KeyId: arn, Plaintext: bytes('x') }));
  expect(await january(guest)).toEqual({ 'us-east-1-KMS-Requests Encrypt': ['1', '0'] });
  expect(await january(account)).toEqual({
    'us-east-1-KMS-Requests CreateKey': ['1', '0'],
    'us-east-1-KMS-Requests PutKeyPolicy': ['1', '0'],
  });
});

test('AWS managed keys are free; what services ask for a customer is the customer’s', async () => {
  const account = freshAccount();
  const input = { KeyId: 'alias/aws/s3', KeySpec: 'AES_256' };
  const errand = { operation: 'GenerateDataKey', input, options: { via: 's3' } };
  await sendErrand(server.client(account), errand);
  await sendErrand(server.client(account), errand);
  await server.platform.engine().bill({});
  expect(await monthOf(server, account, '2027-01-01', '2027-02-01')).toEqual({
    'us-east-1-KMS-Requests GenerateDataKey': ['2', '0'],
  });
});

test('an encryption context that looks like a record changes nothing', async () => {
  const { kms, id: KeyId, account } = await newKey(server);
  const EncryptionContext = {
    eventSource: 'kms.amazonaws.com',
    eventName: 'Sign',
    errorCode: 'x',
    sharedEventID: 'y',
  };
  await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x'), EncryptionContext }));
  expect(await january(account)).toEqual({
    'us-east-1-KMS-Requests CreateKey': ['1', '0'],
    'us-east-1-KMS-Requests Encrypt': ['1', '0'],
  });
});

test('ReplicateKey is one request, where it was made', async () => {
  const { kms, id: KeyId, account } = await newKey(server, { MultiRegion: true });
  await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-1' }));
  expect(await january(account)).toEqual({
    'us-east-1-KMS-Requests CreateKey': ['1', '0'],
    'us-east-1-KMS-Requests ReplicateKey': ['1', '0'],
  });
});

test('ReEncrypt to an asymmetric key is an asymmetric request', async () => {
  const { kms, id: KeyId, account } = await newKey(server);
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }),
  );
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  await kms.send(
    new ReEncryptCommand({
      CiphertextBlob,
      DestinationKeyId: KeyMetadata?.KeyId,
      DestinationEncryptionAlgorithm: 'RSAES_OAEP_SHA_256',
    }),
  );
  expect(await january(account)).toEqual({
    'us-east-1-KMS-Requests CreateKey': ['2', '0'],
    'us-east-1-KMS-Requests Encrypt': ['1', '0'],
    'us-east-1-KMS-Requests-Asymmetric-RSA_2048 ReEncrypt': ['1', '0.000003'],
  });
});

test('20,000 requests a month are free over all Regions, and again the next month', async () => {
  const account = freshAccount();
  const days = [
    ['2027-01-11', 'us-east-1', 15_000],
    ['2027-01-12', 'eu-west-1', 10_000],
    ['2027-02-01', 'us-east-1', 20_001],
  ] as const;
  await server.platform.engine().store.run(async (unit) => {
    for (const [day, region, count] of days) {
      const counts = { 'KMS-Requests/Encrypt': count };
      unit.view({ account, region }).put(requestDays, `${day}/${region}`, { day, region, counts });
    }
  });
  await moveTo(server, '2027-03-01T00:00:00Z');
  expect(await monthOf(server, account, '2027-01-01', '2027-02-01')).toEqual({
    'eu-west-1-KMS-Requests Encrypt': ['10000', '0.015'],
    'us-east-1-KMS-Requests Encrypt': ['15000', '0'],
  });
  // What was free before the asked days is used up still.
  expect(await monthOf(server, account, '2027-01-12', '2027-01-13')).toEqual({
    'eu-west-1-KMS-Requests Encrypt': ['10000', '0.015'],
  });
  expect(await monthOf(server, account, '2027-02-01', '2027-03-01')).toEqual({
    'us-east-1-KMS-Requests Encrypt': ['20001', '0.000003'],
  });
});
