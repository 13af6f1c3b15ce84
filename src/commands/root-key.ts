import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { UsageError } from '../config/up-config.ts';
import { rootKeyProvider } from '../crypto/root-key-flag.ts';
import { openStore } from '../store/open.ts';
import { lockDirectory, type DirectoryLock } from '../store/sqlite/directory-lock.ts';
import { connectPostgres } from '../store/postgres/database.ts';
import { openPostgresTrail } from '../store/postgres/trail.ts';
import { openTrail } from '../store/trail/open.ts';
import { askIfRunning } from './control.ts';
import { rootKeyOf } from './root-key-provider.ts';

const HELP = `holdfast root-key rotate --to K: replace the root key

  --to K           file:PATH (made when it is missing) or passphrase
                   a new passphrase is read from HOLDFAST_NEW_PASSPHRASE
  --data DIR       the data directory                        (./.holdfast)
  --root-key K     the present root key, when no server runs (file:DIR.key)
  --store URL      postgres://…, when no server runs and state lives there

The data keys are wrapped anew, and no data is encrypted again. Either key opens the data until
the command ends; the new one alone does afterwards. Backups keep the key they were made with.
`;

interface Rotation {
  readonly to: string;
  readonly newPassphrase: string | undefined;
  readonly dataDirectory: string;
  readonly rootKey: string | undefined;
  readonly storeUrl: string | undefined;
}

/** `holdfast root-key rotate`: in the running server, or in the directory when none runs. */
export async function rootKey(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const asked = readRotation(argv);
  const { dataDirectory, to, newPassphrase: passphrase } = asked;
  const body = JSON.stringify({ to, passphrase });
  const path = '/_holdfast/root-key';
  const answer = await askIfRunning(dataDirectory, { method: 'POST', path, body });
  if (answer === undefined) {
    await rotateClosed(asked);
  } else if (answer.status !== 200) {
    process.stderr.write(answer.body);
    return 1;
  }
  process.stdout.write(
    `the root key was replaced; from now on start the server with --root-key ${to}\n`,
  );
  return 0;
}

function readRotation(argv: readonly string[]): Rotation {
  const { values, positionals } = parse(argv);
  if (positionals.length !== 1 || positionals[0] !== 'rotate' || values.to === undefined) {
    throw new UsageError('say holdfast root-key rotate --to file:PATH, or --to passphrase');
  }
  const newPassphrase = process.env['HOLDFAST_NEW_PASSPHRASE'];
  const file = /^file:(.+)$/.exec(values.to)?.[1];
  // The server may have another working directory.
  const to = file === undefined ? values.to : `file:${resolve(file)}`;
  try {
    rootKeyProvider(to, newPassphrase);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const where = to === 'passphrase' ? '; set HOLDFAST_NEW_PASSPHRASE' : '';
    throw new UsageError(`--to: ${reason}${where}`, { cause: error });
  }
  return {
    to,
    newPassphrase,
    dataDirectory: resolve(values.data ?? '.holdfast'),
    rootKey: values['root-key'],
    storeUrl: values.store,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        data: { type: 'string' },
        'root-key': { type: 'string' },
        store: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function rotateClosed(asked: Rotation): Promise<void> {
  try {
    const lock = lockDirectory(asked.dataDirectory);
    try {
      await rotateLocked(asked, lock);
    } finally {
      lock.release();
    }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function rotateLocked(asked: Rotation, lock: DirectoryLock): Promise<void> {
  const { storeUrl } = asked;
  const present = rootKeyOf({ ...asked, passphrase: process.env['HOLDFAST_PASSPHRASE'] });
  const postgres = storeUrl === undefined ? undefined : await connectPostgres(storeUrl);
  const trail =
    postgres === undefined
      ? await openTrail({ directory: join(lock.directory, 'trail'), sync: true })
      : await openPostgresTrail(postgres);
  try {
    const store = await openStore({
      lock,
      trail,
      workerFile: join(dirname(fileURLToPath(import.meta.url)), 'store-writer.js'),
      collections: [],
      rootKey: present,
      ...(postgres === undefined ? {} : { postgres }),
    });
    try {
      await store.rotateRootKey(rootKeyProvider(asked.to, asked.newPassphrase));
    } finally {
      await store.close();
    }
  } finally {
    await trail.close();
  }
}
