import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateKeyCommand, DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientConfig } from '../../labs/clients.ts';
import type { Credentials } from '../../labs/lab.ts';
import { startServer, type PrivateServer } from '../../labs/private-server.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js');
const EncryptionContext = { purpose: 'upkeep' };

let folder: string;
let data: string;
let server: PrivateServer;
let root: Credentials;
let sealed: Uint8Array | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-upkeep-'));
  data = join(folder, 'data');
  server = await startServer({ program, dataDirectory: data });
  if (server.credentials === undefined) throw new Error('the first start printed no credentials');
  root = server.credentials;
  const kms = new KMSClient(clientConfig(server.url, root));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const Plaintext = Buffer.from('kept');
  const KeyId = KeyMetadata?.KeyId;
  sealed = (await kms.send(new EncryptCommand({ KeyId, Plaintext, EncryptionContext })))
    .CiphertextBlob;
});
afterAll(async () => {
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

async function holdfast(...argv: readonly string[]) {
  const child = spawn(process.execPath, [program, ...argv], { cwd: folder });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [status]: unknown[] = await once(child, 'close');
  return { status, text };
}

async function decrypts(on: PrivateServer): Promise<string> {
  const kms = new KMSClient(clientConfig(on.url, root));
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: sealed, EncryptionContext }));
  return Buffer.from(opened.Plaintext ?? []).toString();
}

describe('the operator’s commands', () => {
  test('backup of a running server, restore, and a start on what was restored', async () => {
    const backup = join(folder, 'backup');
    const restored = join(folder, 'restored');
    const made = await holdfast('backup', backup, '--data', data);
    expect(made.status, made.text).toBe(0);
    expect(made.text).toMatch(/done\n$/);
    expect((await readdir(backup)).filter((name) => name.includes('key'))).toEqual([]);
    const again = await holdfast('backup', backup, '--data', data);
    expect(again.status).toBe(1);
    const put = await holdfast('restore', backup, '--data', restored);
    expect(put.status, put.text).toBe(0);
    const flags = ['--root-key', `file:${data}.key`];
    const other = await startServer({ program, dataDirectory: restored, flags });
    try {
      expect(await decrypts(other)).toBe('kept');
    } finally {
      await other.stop();
    }
  });

  test('root-key rotate of a running server: the new key alone opens the data from then on', async () => {
    const to = `file:${join(folder, 'new.key')}`;
    const { status, text } = await holdfast('root-key', 'rotate', '--to', to, '--data', data);
    expect(status, text).toBe(0);
    expect(text).toContain(`start the server with --root-key ${to}`);
    expect(await decrypts(server)).toBe('kept');
    await server.stop();
    await expect(startServer({ program, dataDirectory: data })).rejects.toThrow(/exit code 2/);
    server = await startServer({ program, dataDirectory: data, flags: ['--root-key', to] });
    expect(await decrypts(server)).toBe('kept');
  });

  test('one server for one directory: the second says so', async () => {
    const second = startServer({ program, dataDirectory: data });
    await expect(second).rejects.toThrow(/exit code 2/);
    expect(await decrypts(server)).toBe('kept');
  });
});
