import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { giveTo, type Owner } from './owner.ts';

/** Where a server's files are, and who runs it by which programs. */
export interface ServerPlace {
  /** The folder of `initdb`, `pg_ctl` and `postgres`. */
  readonly programs: string;
  readonly data: string;
  readonly owner: Owner;
}

export interface PostgresProcess {
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends its sessions and stops; by force when that takes too long. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const MAKE_TIMEOUT_MS = 120_000;
const SAID_CHARACTERS_MAX = 4_096;
const READY = /ready to accept (read-only )?connections/;

/**
 * A pipe to this process ends when this process does, however that happens; the server is then told to stop. A line
 * says that the server ended first.
 */
const START_WATCHED =
  '( { read -r over <&3 || kill -INT "$$"; } 2>/dev/null & ); exec 3<&-; exec "$@"';

/** Makes a data directory with one superuser, who proves itself by a password. */
export async function makeData(
  place: ServerPlace,
  admin: { readonly name: string; readonly password: string },
): Promise<void> {
  const file = join(place.data, '..', 'password');
  await writeFile(file, `${admin.password}\n`, { mode: 0o600 });
  await giveTo(place.owner, file);
  const user = ['-U', admin.name, `--pwfile=${file}`, '-A', 'scram-sha-256'];
  const flags = ['-D', place.data, ...user, '-E', 'UTF8', '--locale=C', '--no-instructions'];
  const limits = { ...settings(place), timeout: MAKE_TIMEOUT_MS };
  try {
    await promisify(execFile)(join(place.programs, 'initdb'), flags, limits);
  } finally {
    await rm(file, { force: true });
  }
}

/** Has everything in a data directory on disk. */
export async function syncData(place: ServerPlace): Promise<void> {
  const limits = { ...settings(place), timeout: MAKE_TIMEOUT_MS };
  await promisify(execFile)(join(place.programs, 'initdb'), ['-S', '-D', place.data], limits);
}

/** Starts it and waits until it accepts connections. Errors: an Error with what it said. */
export async function startProcess(
  place: ServerPlace,
  options: readonly string[],
): Promise<PostgresProcess> {
  const command = [join(place.programs, 'postgres'), '-D', place.data];
  const flags = options.flatMap((option) => ['-c', option]);
  const child = spawn('/bin/sh', ['-c', START_WATCHED, 'sh', ...command, ...flags], {
    ...settings(place),
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  void ended.then(() => releaseWatch(child));
  try {
    await ready(child);
  } catch (error) {
    await stopChild(child, ended);
    throw error;
  }
  return { ended, stop: () => stopChild(child, ended) };
}

function releaseWatch(child: ChildProcess): void {
  const watch = child.stdio[3];
  if (watch === null || watch === undefined || !('end' in watch)) return;
  watch.on('error', () => undefined);
  watch.end('over\n');
}

function settings({ data, owner }: ServerPlace) {
  const { uid, gid } = owner;
  return {
    cwd: join(data, '..'),
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' },
    ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error('it did not start in time')), START_TIMEOUT_MS);
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(said.trim()));
    });
    // Read for as long as it runs: a server whose words nobody takes would wait.
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-SAID_CHARACTERS_MAX);
      if (!READY.test(said)) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const force = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(force);
}

/** Stops a server that an earlier Holdfast, which was killed, left running in this data directory. */
export async function stopLeftOver(place: ServerPlace): Promise<void> {
  const file = join(place.data, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const pid = Number(text?.split('\n')[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return;
  if (!(await worksIn(pid, place.data))) {
    // The number is another process's by now: PostgreSQL would take that for a running server.
    await rm(file, { force: true });
    return;
  }
  const stop = ['stop', '-D', place.data, '-m', 'immediate', '-w', '-t', '30'];
  await promisify(execFile)(join(place.programs, 'pg_ctl'), stop, settings(place));
}

/** Whether a process is this directory's server: one works in its data directory. */
async function worksIn(pid: number, data: string): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(data));
  } catch {
    return process.platform !== 'linux' && isAlive(pid);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
