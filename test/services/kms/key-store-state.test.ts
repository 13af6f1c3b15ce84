import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  DecryptCommand,
  DeleteCustomKeyStoreCommand,
  DescribeCustomKeyStoresCommand,
  DisconnectCustomKeyStoreCommand,
  EncryptCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { memoryRootKey } from '../../../src/crypto/root-key.ts';
import { startServer, type ServerOptions } from '../../server.ts';
import { bytes, textOf } from './keys.ts';
import { newExternalKey, newStore } from './external-stores.ts';
import { startXksProxy, type XksProxy } from './xks-proxy.ts';

let proxy: XksProxy;
let options: ServerOptions;
beforeAll(async () => {
  proxy = await startXksProxy('xks.example.com');
  const routes = new Map([[proxy.endpoint, proxy.url]]);
  options = { keyStoreProxies: { timeoutMs: 5_000, routes } };
});
afterAll(() => proxy.close());

test('A restart: stores stay connected, their keys decrypt, and no secret lies in the clear', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'key-stores-'));
  const kept = { ...options, directory, rootKey: memoryRootKey() };
  const first = await startServer(kept);
  const { kms, account, storeId, ...store } = await newStore(first, proxy);
  const { id: KeyId } = await newExternalKey({ kms, account, storeId, ...store });
  const sealed = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('kept') }));
  await first.close();
  const secret = proxy.credential.RawSecretAccessKey;
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  for (const file of files) {
    const content = await readFile(join(file.parentPath, file.name));
    expect(content.includes(secret), file.name).toBe(false);
  }
  expect(files.length).toBeGreaterThan(1);
  const second = await startServer(kept);
  const again = new KMSClient(second.client(account));
  const { CustomKeyStores } = await again.send(new DescribeCustomKeyStoresCommand({}));
  expect(CustomKeyStores).toMatchObject([
    { CustomKeyStoreId: storeId, ConnectionState: 'CONNECTED' },
  ]);
  const { CiphertextBlob } = sealed;
  const opened = await again.send(new DecryptCommand({ CiphertextBlob }));
  expect(textOf(opened.Plaintext)).toBe('kept');
  await second.close();
  await rm(directory, { recursive: true });
});

test('The trail: who did what with stores and their keys, and never the secret', async () => {
  const server = await startServer(options);
  const store = await newStore(server, proxy);
  const { id: KeyId } = await newExternalKey(store);
  await store.kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  const trail = new CloudTrailClient(server.client(store.account));
  const { Events = [] } = await trail.send(new LookupEventsCommand({}));
  const texts = Events.map(({ CloudTrailEvent }) => CloudTrailEvent ?? '');
  const records = new Map(
    texts.map((text) => {
      const record: Record<string, unknown> = JSON.parse(text);
      return [record['eventName'], record];
    }),
  );
  expect(new Set(records.keys())).toEqual(
    new Set(['ConnectCustomKeyStore', 'CreateCustomKeyStore', 'CreateKey', 'Encrypt']),
  );
  expect(records.get('CreateCustomKeyStore')).toMatchObject({
    requestParameters: {
      customKeyStoreName: 'store',
      customKeyStoreType: 'EXTERNAL_KEY_STORE',
      xksProxyUriEndpoint: proxy.endpoint,
      xksProxyUriPath: proxy.path,
    },
    responseElements: { customKeyStoreId: store.storeId },
  });
  expect(records.get('Encrypt')).toMatchObject({
    additionalEventData: { customKeyStoreId: store.storeId },
  });
  const { AccessKeyId, RawSecretAccessKey } = proxy.credential;
  expect(texts.join('\n')).not.toContain(RawSecretAccessKey);
  expect(texts.join('\n')).not.toContain(AccessKeyId);
  await server.close();
});

test('DeleteCustomKeyStore: once its last key is gone, whose external key may be used again', async () => {
  const server = await startServer(options);
  const store = await newStore(server, proxy);
  const { kms, storeId: CustomKeyStoreId } = store;
  const schedule = (KeyId: string) =>
    kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  const engine = server.platform.engine();
  const pass = () => engine.advanceTo(engine.clock.serviceTime() + 7 * DAY_MS + 1_000);
  await schedule((await newExternalKey(store)).id);
  await pass();
  const next = await newExternalKey(store);
  await kms.send(new DisconnectCustomKeyStoreCommand({ CustomKeyStoreId }));
  await expect(
    kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId })),
  ).rejects.toMatchObject({
    name: 'CustomKeyStoreHasCMKsException',
    message:
      'The custom key store contains AWS KMS keys. After verifying that you do not need to use the KMS keys, use ' +
      'the ScheduleKeyDeletion operation to delete the KMS keys. After they are deleted, you can delete the ' +
      'custom key store.',
  });
  await schedule(next.id);
  await pass();
  await kms.send(new DeleteCustomKeyStoreCommand({ CustomKeyStoreId }));
  await server.close();
});
