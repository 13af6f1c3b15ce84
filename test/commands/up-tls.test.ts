import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientConfig } from '../../labs/clients.ts';
import { startServer, StartRefused } from '../../labs/private-server.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-up-tls-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('holdfast up over TLS', () => {
  test('a later start tells the new address in env, and keeps the credentials there', async () => {
    const dataDirectory = join(folder, 'a');
    const first = await startServer({ program, dataDirectory });
    await first.stop();
    const second = await startServer({ program, dataDirectory, tls: true });
    const env = await readFile(join(dataDirectory, 'env'), 'utf8');
    await second.stop();
    expect(second.credentials).toBe(undefined);
    expect(env).toContain(`export AWS_ENDPOINT_URL=${second.url}\n`);
    expect(env).toContain(`export AWS_CA_BUNDLE=${second.authorityFile ?? ''}\n`);
    expect(env).toContain(`export AWS_ACCESS_KEY_ID=${first.credentials?.accessKeyId ?? ''}\n`);
    expect(env).toContain('export AWS_SECRET_ACCESS_KEY=');
  });

  test('shows the operator’s own certificate', async () => {
    const tls = join(folder, 'a', 'tls');
    const flags = [
      '--tls-certificate',
      join(tls, 'server.pem'),
      '--tls-key',
      join(tls, 'server.key'),
    ];
    const server = await startServer({ program, dataDirectory: join(folder, 'b'), flags });
    try {
      if (server.credentials === undefined) throw new Error('no credentials');
      expect(server.url).toMatch(/^https:/);
      expect(server.authorityFile).toBe(undefined);
      const trusted = join(tls, 'authority.pem');
      const kms = new KMSClient(clientConfig(server.url, server.credentials, trusted));
      expect((await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Enabled).toBe(true);
    } finally {
      await server.stop();
    }
    expect(await readdir(join(folder, 'b'))).not.toContain('tls');
  });

  test('a key that is not the certificate’s: refused in a sentence that holds no key', async () => {
    const other = join(folder, 'other.key');
    await writeFile(other, 'no key\n');
    const flags = ['--tls-certificate', join(folder, 'a', 'tls', 'server.pem'), '--tls-key', other];
    const start = startServer({ program, dataDirectory: join(folder, 'c'), flags });
    const refusal = await start.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(refusal instanceof StartRefused)) throw new Error('the server started');
    expect(refusal.exitCode).toBe(2);
    expect(refusal.text).toBe(`holdfast: ${other} holds no PEM private key without a passphrase.`);
  });
});
