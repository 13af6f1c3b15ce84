import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cachedSecrets } from '../../client/secrets.ts';
import { freshAccount, startServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('a secret is read once, and anew when it was rotated', async () => {
  const client = new SecretsManager(server.client(freshAccount()));
  await client.createSecret({ Name: 'db', SecretString: 'old' });
  let now = 0;
  const secrets = cachedSecrets(client, { ttlSeconds: 60, now: () => now });
  const { versionId } = await secrets.get('db');
  expect(await secrets.getText('db')).toBe('old');
  await client.putSecretValue({ SecretId: 'db', SecretString: 'new' });
  expect(await secrets.getText('db')).toBe('old');
  expect(await secrets.refresh('db')).toMatchObject({ text: 'new' });
  expect((await secrets.get('db')).versionId).not.toBe(versionId);
  await client.putSecretValue({ SecretId: 'db', SecretBinary: Buffer.from('raw') });
  now = 60_000;
  expect(Buffer.from((await secrets.get('db')).bytes ?? []).toString()).toBe('raw');
  await expect(secrets.getText('db')).rejects.toThrow('the secret db has no text');
  secrets.forget('db');
  await expect(secrets.get('none')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
