import { execFile } from 'node:child_process';
import { chmod, chown, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Who runs the database servers. Absent ids: this process's own user. */
export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
  readonly name: string;
}

const RUN_TIMEOUT_MS = 10_000;
/** Those that a system has for such servers; the first that exists is taken. */
const USERS = ['postgres', 'nobody'];
const GROUP_MAY_PASS = 0o010;
const OTHERS_MAY_PASS = 0o001;

/** PostgreSQL refuses to run as root: then another user runs it. */
export async function databaseOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return { name: 'this user' };
  for (const name of USERS) {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)]);
    if (uid !== undefined && gid !== undefined) return { uid, gid, name };
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
}

async function idOf(flag: string, name: string): Promise<number | undefined> {
  try {
    const run = promisify(execFile);
    const { stdout } = await run('id', [flag, name], { timeout: RUN_TIMEOUT_MS });
    return Number(stdout.trim());
  } catch {
    return undefined;
  }
}

export async function giveTo({ uid, gid }: Owner, path: string): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

/** What the folder alone kept from others is kept by each file. */
async function closeFiles(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(folder, entry.name);
    await chmod(path, (await stat(path)).mode & 0o700);
  }
}

/**
 * Lets the owner pass through folders that are Holdfast's own, each in the one before, and see nothing else of them.
 * Errors: an Error that names a parent folder which keeps the owner out.
 */
export async function letThrough(folders: readonly string[], owner: Owner): Promise<void> {
  const { uid, gid } = owner;
  const [first] = folders;
  if (uid === undefined || gid === undefined || first === undefined) return;
  for (const folder of folders) {
    const { mode, gid: group } = await stat(folder);
    if ((mode & OTHERS_MAY_PASS) === 0 && (group !== gid || (mode & GROUP_MAY_PASS) === 0)) {
      await closeFiles(folder);
      await chown(folder, -1, gid);
      await chmod(folder, (mode & 0o700) | GROUP_MAY_PASS);
    }
  }
  for (let parent = dirname(first); parent !== dirname(parent); parent = dirname(parent)) {
    const { mode } = await stat(parent);
    if ((mode & OTHERS_MAY_PASS) === 0) {
      throw new Error(
        `PostgreSQL does not run as root, and its user ${owner.name} can't reach ${parent}: ` +
          'run Holdfast as another user, or give it a data directory elsewhere.',
      );
    }
  }
}
