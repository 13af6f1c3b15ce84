import {
  CancelKeyDeletionCommand,
  ConnectCustomKeyStoreCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DecryptCommand,
  DeleteCustomKeyStoreCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisconnectCustomKeyStoreCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  EncryptCommand,
  GenerateRandomCommand,
  GetKeyRotationStatusCommand,
  GetParametersForImportCommand,
  KMSClient,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { bytes, textOf } from './keys.ts';
import { newExternalKey, newStore } from './external-stores.ts';
import { externalKey, failing, startXksProxy, whileAnswering, type XksProxy } from './xks-proxy.ts';

let proxy: XksProxy;
let server: TestServer;
beforeAll(async () => {
  proxy = await startXksProxy('xks.example.com');
  const routes = new Map([[proxy.endpoint, proxy.url]]);
  server = await startServer({ keyStoreProxies: { timeoutMs: 5_000, routes } });
});
afterAll(async () => {
  await server.close();
  await proxy.close();
});

const keyState = async (kms: KMSClient, KeyId: string) =>
  (await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState;

test("CreateKey: what DescribeKey tells of it, and that an external key is one key's alone", async () => {
  const store = await newStore(server, proxy);
  const { kms, storeId } = store;
  const key = await newExternalKey(store);
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: key.id }));
  expect(KeyMetadata).toMatchObject({
    Origin: 'EXTERNAL_KEY_STORE',
    KeyState: 'Enabled',
    KeySpec: 'SYMMETRIC_DEFAULT',
    MultiRegion: false,
    CustomKeyStoreId: storeId,
    XksKeyConfiguration: { Id: 'one' },
  });
  expect(KeyMetadata?.CurrentKeyMaterialId).toBeUndefined();
  await expect(newExternalKey(store)).rejects.toMatchObject({
    name: 'XksKeyAlreadyInUseException',
    message:
      'The (XksKeyId) is already associated with another KMS key in this external key store. Each KMS key in an ' +
      'external key store must be associated with a different external key.',
  });
  await expect(newExternalKey(store, 'none')).rejects.toMatchObject({
    name: 'XksKeyNotFoundException',
    message:
      'The external key store proxy rejected the request because it could not find the external key.',
  });
});

const UNFIT: readonly (readonly [object, string])[] = [
  [
    { keySpec: 'AES_128' },
    'The key spec of the external key must be AES_256. The key spec of specified external key is AES_128.',
  ],
  [
    { keyStatus: 'DISABLED' },
    'The status of the external key must be ENABLED. The status of specified external key is DISABLED.',
  ],
  [
    { keyUsage: ['ENCRYPT'] },
    'The key usage of the external key must include ENCRYPT and DECRYPT. The key use of specified external key ' +
      'is ENCRYPT.',
  ],
];

test.each(UNFIT)('CreateKey: an external key with %j', async (flaw, message) => {
  const store = await newStore(server, proxy);
  proxy.keys.set('unfit', { ...externalKey(), ...flaw });
  await expect(newExternalKey(store, 'unfit')).rejects.toMatchObject({
    name: 'XksKeyInvalidConfigurationException',
    message,
  });
});

const CREATION: readonly (readonly [number, string, string])[] = [
  [400, 'ValidationException', 'CustomKeyStoreInvalidStateException'],
  [400, 'InvalidStateException', 'XksKeyInvalidConfigurationException'],
  [400, 'InvalidKeyUsageException', 'XksKeyInvalidConfigurationException'],
  [401, 'AuthenticationFailedException', 'CustomKeyStoreInvalidStateException'],
  [403, 'AccessDeniedException', 'CustomKeyStoreInvalidStateException'],
  [404, 'KeyNotFoundException', 'XksKeyNotFoundException'],
  [404, 'InvalidUriPathException', 'CustomKeyStoreInvalidStateException'],
  [429, 'ThrottlingException', 'CustomKeyStoreInvalidStateException'],
  [501, 'UnsupportedOperationException', 'CustomKeyStoreInvalidStateException'],
  [503, 'DependencyTimeoutException', 'CustomKeyStoreInvalidStateException'],
  [500, 'InternalException', 'CustomKeyStoreInvalidStateException'],
];

test('CreateKey: every error of the proxy', async () => {
  const store = await newStore(server, proxy);
  for (const [status, errorName, code] of CREATION) {
    await whileAnswering(proxy, failing(status, errorName), async () => {
      await expect(newExternalKey(store)).rejects.toMatchObject({ name: code });
    });
  }
  expect(CREATION).toHaveLength(11);
});

const REFUSED: readonly (readonly [Partial<CreateKeyCommandInput>, string])[] = [
  [{ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }, 'UnsupportedOperationException'],
  [{ MultiRegion: true }, 'UnsupportedOperationException'],
  [{ XksKeyId: undefined }, 'ValidationException'],
  [{ CustomKeyStoreId: undefined }, 'ValidationException'],
  [{ XksKeyId: '..' }, 'ValidationException'],
  [{ XksKeyId: 'a/b' }, 'ValidationException'],
  [{ Origin: 'AWS_KMS' }, 'ValidationException'],
  [{ Origin: 'AWS_CLOUDHSM' }, 'ValidationException'],
  [{ Origin: 'AWS_CLOUDHSM', XksKeyId: undefined }, 'ValidationException'],
  [{ CustomKeyStoreId: 'cks-00000000000000000' }, 'CustomKeyStoreNotFoundException'],
];

test('CreateKey: what no external key store takes', async () => {
  const { kms, storeId } = await newStore(server, proxy);
  for (const [input, name] of REFUSED) {
    const whole = {
      Origin: 'EXTERNAL_KEY_STORE',
      CustomKeyStoreId: storeId,
      XksKeyId: 'one',
    } as const;
    await expect(kms.send(new CreateKeyCommand({ ...whole, ...input }))).rejects.toMatchObject({
      name,
    });
  }
  expect(REFUSED).toHaveLength(10);
});

test('A key rotates not, and takes no material; its store gives no random bytes', async () => {
  const store = await newStore(server, proxy);
  const { kms, storeId } = store;
  const { id: KeyId, arn } = await newExternalKey(store);
  const refused = {
    name: 'UnsupportedOperationException',
    message: `${arn} origin is EXTERNAL_KEY_STORE which is not valid for this operation.`,
  };
  await expect(kms.send(new EnableKeyRotationCommand({ KeyId }))).rejects.toMatchObject(refused);
  await expect(kms.send(new RotateKeyOnDemandCommand({ KeyId }))).rejects.toMatchObject(refused);
  await expect(kms.send(new GetKeyRotationStatusCommand({ KeyId }))).rejects.toMatchObject(refused);
  const wrapping = {
    WrappingAlgorithm: 'RSAES_OAEP_SHA_256',
    WrappingKeySpec: 'RSA_2048',
  } as const;
  await expect(
    kms.send(new GetParametersForImportCommand({ KeyId, ...wrapping })),
  ).rejects.toMatchObject(refused);
  await expect(
    kms.send(new GenerateRandomCommand({ NumberOfBytes: 8, CustomKeyStoreId: storeId })),
  ).rejects.toMatchObject({ name: 'UnsupportedOperationException' });
});

test('Disconnected: keys are unavailable, and are afterwards what they were', async () => {
  const store = await newStore(server, proxy);
  const { kms, storeId: CustomKeyStoreId } = store;
  const enabled = await newExternalKey(store);
  proxy.keys.set('two', externalKey());
  const disabled = await newExternalKey(store, 'two');
  await kms.send(new DisableKeyCommand({ KeyId: disabled.id }));
  const sealed = await kms.send(new EncryptCommand({ KeyId: enabled.id, Plaintext: bytes('x') }));
  const { CiphertextBlob } = sealed;
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }));
  expect(await keyState(kms, enabled.id)).toBe('Unavailable');
  expect(await keyState(kms, disabled.id)).toBe('Unavailable');
  const text =
    'This KMS key is in a custom key store that is not connected to its external key store proxy. Connect the ' +
    'external key store and try the request again.';
  const unavailable = { name: 'KMSInvalidStateException', message: text };
  const decrypt = new DecryptCommand({ CiphertextBlob });
  await expect(kms.send(decrypt)).rejects.toMatchObject(unavailable);
  await expect(newExternalKey(store, 'three')).rejects.toMatchObject({
    name: 'CustomKeyStoreInvalidStateException',
    message: text,
  });
  // Neither changes the state that comes back.
  await kms.send(new EnableKeyCommand({ KeyId: disabled.id }));
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: enabled.id, PendingWindowInDays: 7 }));
  expect(await keyState(kms, enabled.id)).toBe('PendingDeletion');
  await kms.send(new CancelKeyDeletionCommand({ KeyId: enabled.id }));
  expect(await keyState(kms, enabled.id)).toBe('Unavailable');
  await kms.send(new ConnectCustomKeyStoreCommand({ CustomKeyStoreId }));
  expect(await keyState(kms, enabled.id)).toBe('Disabled');
  expect(await keyState(kms, disabled.id)).toBe('Disabled');
  await kms.send(new EnableKeyCommand({ KeyId: enabled.id }));
  expect(textOf((await kms.send(decrypt)).Plaintext)).toBe('x');
});

test('DeleteCustomKeyStore: not while it has keys, even keys that wait for their deletion', async () => {
  const store = await newStore(server, proxy);
  const { kms, storeId: CustomKeyStoreId } = store;
  const { id: KeyId } = await newExternalKey(store);
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }));
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  await expect(
    kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId })),
  ).rejects.toMatchObject({
    name: 'CustomKeyStoreHasCMKsException',
  });
});

test('CreateKey: of several at once for one external key, one is made', async () => {
  const store = await newStore(server, proxy);
  const attempts = Array.from({ length: 5 }, () => newExternalKey(store));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') {
      expect(outcome.reason).toMatchObject({ name: 'XksKeyAlreadyInUseException' });
    }
  }
});
