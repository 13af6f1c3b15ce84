import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  ListAliasesCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, test } from 'vitest';
import { type PrivateServer, startServer } from '../../labs/private-server.ts';
import { Clients, OWNER } from '../../soak/kills/clients.ts';
import { Journal } from '../../soak/kills/journal.ts';
import { TrailTail } from '../../soak/kills/trail-tail.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js');
/** Calls made while nothing can be written. */
const FAILING_CALLS = 24;

/** A way to keep a server from writing, and to let it write again. */
interface Squeeze {
  /** Also keeps audit records from being written where there is room for them already. */
  readonly isTotal: boolean;
  begin(server: PrivateServer, directory: string): Promise<void>;
  end(server: PrivateServer, directory: string): Promise<void>;
}

/** The system refuses to write any file beyond its first byte, whoever asks. */
const fileSizeLimit: Squeeze = {
  isTotal: true,
  begin: async ({ pid }) => limitFiles(pid, '1'),
  end: async ({ pid }) => limitFiles(pid, 'unlimited'),
};

function limitFiles(pid: number, bytes: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

/** The disk is full. */
const fullDisk: Squeeze = {
  isTotal: false,
  begin: async (_server, directory) => {
    const { bavail, bsize } = await statfs(directory);
    const filler = Buffer.alloc(bavail * bsize);
    await writeFile(join(directory, 'filler'), filler).catch(() => undefined);
    expect((await statfs(directory)).bavail).toBe(0);
  },
  end: (_server, directory) => rm(join(directory, 'filler')),
};

async function rideOut(squeeze: Squeeze, folder: string): Promise<void> {
  const dataDirectory = join(folder, 'data');
  const server = await startServer({ program, dataDirectory, flags: ['--dev', '--no-throttling'] });
  const journal = new Journal();
  const trail = new TrailTail(join(dataDirectory, 'trail'), journal);
  const clients = new Clients(server.url);
  const { kms } = clients;
  const made = await journal.attempt({
    operation: 'CreateKey',
    accounts: [OWNER],
    send: () => kms.send(new CreateKeyCommand({})),
  });
  const TargetKeyId = made?.KeyMetadata?.KeyId ?? '';
  const create = (name: string) =>
    kms.send(new CreateAliasCommand({ AliasName: `alias/${name}`, TargetKeyId }));
  const input = { KeyId: TargetKeyId, Plaintext: Buffer.from('kept') };
  const encrypt = (expects?: string) =>
    journal.attempt({
      operation: 'Encrypt',
      accounts: [OWNER],
      send: () => kms.send(new EncryptCommand(input)),
      ...(expects === undefined ? {} : { expects }),
    });
  const sealed = await encrypt();

  await squeeze.begin(server, folder);
  const failing = Array.from({ length: FAILING_CALLS }, (_, index) => create(`lost-${index}`));
  const outcomes = await Promise.all(failing.map((call) => call.then(() => undefined, refusalOf)));
  expect(new Set(outcomes)).toEqual(
    new Set([
      'InternalFailure 500 The request processing has failed because of an unknown error, exception or failure.',
    ]),
  );
  if (squeeze.isTotal) {
    const refused = await kms.send(new EncryptCommand(input)).then(() => undefined, refusalOf);
    expect(refused).toMatch(/^InternalFailure 500 /);
  } else {
    // There is room for records already, and nothing else is written.
    await encrypt();
  }
  await squeeze.end(server, folder);

  await journal.attempt({
    operation: 'CreateAlias',
    accounts: [OWNER],
    send: () => create('kept'),
  });
  await encrypt();
  await expectKept(clients, sealed?.CiphertextBlob);
  clients.destroy();
  await server.kill();
  const again = await startServer({ program, dataDirectory, flags: ['--dev', '--no-throttling'] });
  const after = new Clients(again.url);
  await expectKept(after, sealed?.CiphertextBlob);
  after.destroy();
  expect(await again.stop()).toBe(0);
  await trail.judge();
  expect(journal.faults).toEqual([]);
}

/** The error as a client sees it; it names its request. */
function refusalOf(error: unknown): string {
  if (!(error instanceof Error) || !('$metadata' in error)) return String(error);
  const { httpStatusCode, requestId } = Object(error.$metadata);
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  return `${error.name} ${String(httpStatusCode)} ${error.message}`;
}

async function expectKept({ kms }: Clients, CiphertextBlob: Uint8Array | undefined): Promise<void> {
  const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
  const names = Aliases.map(({ AliasName }) => AliasName);
  expect(names.filter((name) => !name?.startsWith('alias/aws/'))).toEqual(['alias/kept']);
  const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob }));
  expect(Buffer.from(Plaintext ?? []).toString()).toBe('kept');
}

function hasPrlimit(): boolean {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A small file system, or undefined where none may be mounted. */
function mountSmall(folder: string): (() => void) | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'none', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return () => execFileSync('umount', [folder]);
}

describe('holdfast up, when nothing can be written', { timeout: 120_000 }, () => {
  test.skipIf(!hasPrlimit())(
    'fails those calls alone, and goes on when it can: a limit of the system',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'holdfast-limit-'));
      try {
        await rideOut(fileSizeLimit, folder);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );

  test('fails those calls alone, and goes on when it can: a full disk', async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-full-'));
    const unmount = mountSmall(folder);
    if (unmount === undefined) context.skip('only root may mount a small file system');
    try {
      await rideOut(fullDisk, folder);
    } finally {
      unmount?.();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
