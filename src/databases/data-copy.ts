import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { giveTo, type Owner } from './owner.ts';
import type { SqlSession } from './sql-session.ts';

export interface DataCopy {
  /** The data directory of a server that runs. */
  readonly from: string;
  /** A folder that is not there yet. */
  readonly to: string;
  readonly owner: Owner;
}

/** What is of one server alone, or made anew at each start: their folders are copied empty. */
const EMPTIED: ReadonlySet<string> = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
  'pgsql_tmp',
]);
const LEFT_OUT: ReadonlySet<string> = new Set([
  'backup_label',
  'backup_label.old',
  'pg_internal.init',
  'postgresql.auto.conf',
  'postmaster.opts',
  'postmaster.pid',
  'recovery.signal',
  'standby.signal',
]);
/** Last: it says how far the other files are. */
const CONTROL = join('global', 'pg_control');
const LABEL = 'holdfast';

/**
 * Copies a data directory while its server runs, as a base backup: what changed meanwhile stands in the log, from which the
 * copy is made whole. `session` is a superuser's. Errors: the server's; those of the file system.
 */
export async function copyData(session: SqlSession, copy: DataCopy): Promise<void> {
  await session.run(`SELECT pg_backup_start('${LABEL}', true)`);
  await copyFolder(copy, '');
  await copyOne(copy, CONTROL);
  // Of the same session: a backup whose session ended is none.
  const label = await session.text('SELECT labelfile FROM pg_backup_stop(false)');
  await writeOwn(copy, 'backup_label', label ?? '');
}

/** A file beside the copied ones, readable by the server alone. */
export async function writeOwn(
  { to, owner }: Pick<DataCopy, 'to' | 'owner'>,
  name: string,
  content: string,
): Promise<void> {
  const path = join(to, name);
  await writeFile(path, content, { mode: 0o600, flush: true });
  await giveTo(owner, path);
}

async function copyFolder(copy: DataCopy, below: string): Promise<void> {
  const { from, to, owner } = copy;
  const made = join(to, below);
  await mkdir(made, { mode: 0o700 });
  await giveTo(owner, made);
  const found = await readdir(join(from, below), { withFileTypes: true }).catch(isGone);
  for (const entry of found === false ? [] : found) {
    const path = join(below, entry.name);
    if (LEFT_OUT.has(entry.name) || path === CONTROL) continue;
    if (entry.isDirectory()) {
      if (EMPTIED.has(entry.name)) await makeFolder(copy, path);
      else await copyFolder(copy, path);
    } else if (entry.isFile()) await copyOne(copy, path);
  }
}

async function makeFolder({ to, owner }: DataCopy, path: string): Promise<void> {
  await mkdir(join(to, path), { mode: 0o700 });
  await giveTo(owner, join(to, path));
}

/** A file that went meanwhile is one that the log says went. */
async function copyOne({ from, to, owner }: DataCopy, path: string): Promise<void> {
  const isCopied = await copyFile(join(from, path), join(to, path)).then(() => true, isGone);
  if (isCopied) await giveTo(owner, join(to, path));
}

/** False for what is not there any more. Errors: every other one. */
function isGone(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
  throw error;
}
