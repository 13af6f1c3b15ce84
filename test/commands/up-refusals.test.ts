import { access, chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { CreateKeyCommand, DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientConfig } from '../../labs/clients.ts';
import { type PrivateServer, startServer, StartRefused } from '../../labs/private-server.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-up-refusals-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a start that must be refused said; its exit code must be 2. */
async function refusal(
  dataDirectory: string,
  flags: readonly string[] = [],
  passphrase?: string,
): Promise<string> {
  const found = await start(dataDirectory, flags, passphrase).then(
    (server) => server.stop().then(() => undefined),
    (error: unknown) => error,
  );
  if (!(found instanceof StartRefused)) throw new Error('the server started');
  expect(found.exitCode).toBe(2);
  return found.text;
}

function start(
  dataDirectory: string,
  flags: readonly string[] = [],
  passphrase?: string,
): Promise<PrivateServer> {
  const env = passphrase === undefined ? {} : { HOLDFAST_PASSPHRASE: passphrase };
  return startServer({ program, dataDirectory, flags, env });
}

interface Sealed {
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly ciphertext: Uint8Array;
}

/** Makes a store that holds a key, and a ciphertext of it. */
async function filled(
  dataDirectory: string,
  flags: readonly string[] = [],
  passphrase?: string,
): Promise<Sealed> {
  const server = await start(dataDirectory, flags, passphrase);
  try {
    const { credentials } = server;
    if (credentials === undefined) throw new Error('no credentials');
    const kms = new KMSClient(clientConfig(server.url, credentials));
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const input = { KeyId: KeyMetadata?.KeyId ?? '', Plaintext: Buffer.from('kept') };
    const { CiphertextBlob } = await kms.send(new EncryptCommand(input));
    return { credentials, ciphertext: CiphertextBlob ?? new Uint8Array() };
  } finally {
    await server.stop();
  }
}

async function expectAllThere(server: PrivateServer, sealed: Sealed): Promise<void> {
  const kms = new KMSClient(clientConfig(server.url, sealed.credentials));
  const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob: sealed.ciphertext }));
  expect(Buffer.from(Plaintext ?? []).toString()).toBe('kept');
}

const WRONG_KEY =
  'holdfast: The root key is not the one this data was made with. Nothing was changed; ' +
  'give the right key, or use another data directory.';

describe('holdfast up refuses in a sentence', { timeout: 120_000 }, () => {
  test('a data directory that another server uses, and touches nothing in it', async () => {
    const data = join(folder, 'taken');
    const sealed = await filled(data);
    const server = await start(data);
    try {
      // What recovery after a crash would take away.
      const prepared = join(data, 'trail', 'next.prepared');
      await writeFile(prepared, '');
      expect(await refusal(data)).toBe(
        `holdfast: The data directory ${data} is in use by another process. ` +
          'Stop that server, or choose another directory.',
      );
      await access(prepared);
      await expectAllThere(server, sealed);
    } finally {
      await server.stop();
    }
  });

  test('the wrong key file and a missing one; the right one still opens everything', async () => {
    const data = join(folder, 'file');
    const sealed = await filled(data);
    const right = `${data}.key`;
    const wrong = join(folder, 'wrong.key');
    await writeFile(wrong, `${'ab'.repeat(32)}\n`, { mode: 0o600 });
    expect(await refusal(data, ['--root-key', `file:${wrong}`])).toBe(WRONG_KEY);
    await rename(right, join(folder, 'away.key'));
    expect(await refusal(data)).toBe(
      `holdfast: The root key file ${right} is missing, and the data can't be read without it. ` +
        'Put the file back, or start with an empty data directory.',
    );
    await expect(access(right)).rejects.toThrow('ENOENT');
    await rename(join(folder, 'away.key'), right);
    await chmod(right, 0o644);
    expect(await refusal(data)).toBe(
      `holdfast: The root key file ${right} can be read by others. Run: chmod 600 ${right}`,
    );
    await chmod(right, 0o600);
    const server = await start(data);
    await expectAllThere(server, sealed);
    await server.stop();
  });

  test('the wrong passphrase; the right one still opens everything', async () => {
    const data = join(folder, 'passphrase');
    const flags = ['--root-key', 'passphrase'];
    const sealed = await filled(data, flags, 'correct horse');
    expect(await refusal(data, flags, 'correct house')).toBe(WRONG_KEY);
    expect(await refusal(data, flags)).toBe(
      'holdfast: --root-key passphrase reads HOLDFAST_PASSPHRASE, which is not set',
    );
    const server = await start(data, flags, 'correct horse');
    await expectAllThere(server, sealed);
    await server.stop();
  });

  test('data of a newer Holdfast: its layout, and the shape of its documents', async () => {
    const data = join(folder, 'newer');
    const sealed = await filled(data);
    const changed = (statement: string): void => {
      const database = new DatabaseSync(join(data, 'state.db'));
      database.exec(statement);
      database.close();
    };
    changed("UPDATE meta SET value = '99' WHERE name = 'schema'");
    expect(await refusal(data)).toBe(
      'holdfast: The data was written by a newer Holdfast. Start that version, or a newer one.',
    );
    changed("UPDATE meta SET value = '1' WHERE name = 'schema'");
    changed("UPDATE meta SET value = '99' WHERE name = 'shape of kms.keys'");
    expect(await refusal(data)).toBe(
      'holdfast: The data of kms.keys was written by a newer Holdfast. Start that version, or a newer one.',
    );
    changed("UPDATE meta SET value = '1' WHERE name = 'shape of kms.keys'");
    const server = await start(data);
    await expectAllThere(server, sealed);
    await server.stop();
  });

  test('a data directory that is a file', async () => {
    const data = join(folder, 'plain');
    await writeFile(data, 'mine');
    expect(await refusal(data)).toMatch(/^holdfast: /);
    expect(await readFile(data, 'utf8')).toBe('mine');
  });
});
