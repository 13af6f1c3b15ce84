import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export interface ProcessOptions {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly uid: number | undefined;
  /** Bytes its processes may have in memory together. */
  readonly memoryBytes: number;
  readonly limitsAddressSpace: boolean;
  /** What it writes to either stream, as it comes. */
  onOutput(bytes: Buffer): void;
  onExit(end: ProcessEnd): void;
}

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: string | null;
  /** It could not be started at all. */
  readonly failure?: string;
  readonly memoryBytes: number;
}

/** How often memory is looked at while a sandbox lives. */
const WATCH_MS = 50;
/** Address space that interpreters map without using it. */
const SPARE_ADDRESS_BYTES = 4 * 1_024 * 1_024 * 1_024;
/** How long output is waited for once the first process is gone. */
const DRAIN_MS = 500;
const CHILDREN_MAX = 1_024;
const ROUNDS_MAX = 8;

/**
 * A group of processes of its own. The first process that runs in it watches descriptor 3, whose other end the server
 * holds: when the server is gone, however it went, the group is killed.
 */
const START = `
(exec >/dev/null 2>&1; read -r gone <&3; kill -9 -$$) &
exec 3<&-
if [ "$1" != unlimited ]; then ulimit -v "$1"; fi
shift
exec "$@"
`;

export class SandboxProcess {
  readonly #options: ProcessOptions;
  readonly #child: ChildProcess;
  readonly #watch: NodeJS.Timeout;
  #memoryBytes = 0;
  #looking = false;
  #ended = false;

  constructor(options: ProcessOptions) {
    this.#options = options;
    const { command, environment, folder, uid, limitsAddressSpace, memoryBytes } = options;
    const limit = limitsAddressSpace
      ? String(Math.floor((memoryBytes + SPARE_ADDRESS_BYTES) / 1_024))
      : 'unlimited';
    this.#child = spawn('/bin/sh', ['-c', START, 'sandbox', limit, ...command], {
      cwd: folder,
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    this.#child.stdout?.on('data', options.onOutput);
    this.#child.stderr?.on('data', options.onOutput);
    this.#child.on('error', (error) => this.#end(null, null, error.message));
    this.#child.on('exit', (code, signal) => {
      this.kill();
      this.#child.stdio[3]?.destroy();
      // What it wrote last is read first.
      this.#child.on('close', () => this.#end(code, signal));
      setTimeout(() => this.#end(code, signal), DRAIN_MS).unref();
    });
    this.#watch = setInterval(() => void this.#look(), WATCH_MS);
    this.#watch.unref();
  }

  /** The most that its processes had in memory. */
  get memoryBytes(): number {
    return this.#memoryBytes;
  }

  /** Ends every process of the group at once. */
  kill(): void {
    const { pid } = this.#child;
    if (pid !== undefined) killOne(-pid);
  }

  #end(code: number | null, signal: string | null, failure?: string): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#watch);
    this.kill();
    if (this.#options.uid !== undefined) killAllOf(this.#options.uid);
    for (const stream of this.#child.stdio) stream?.destroy();
    this.#options.onExit({
      code,
      signal,
      memoryBytes: this.#memoryBytes,
      ...(failure === undefined ? {} : { failure }),
    });
  }

  async #look(): Promise<void> {
    if (this.#looking || this.#child.pid === undefined) return;
    this.#looking = true;
    const bytes = await residentBytes(this.#child.pid).catch(() => 0);
    this.#looking = false;
    this.#memoryBytes = Math.max(this.#memoryBytes, bytes);
    if (bytes > this.#options.memoryBytes) this.kill();
  }
}

/** What left the group ends too: the user is the sandbox's alone. Some of them may start others meanwhile. */
function killAllOf(uid: number): void {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const left = processesOf(uid);
    for (const pid of left) killOne(pid);
    if (left.length === 0) return;
  }
}

function processesOf(uid: number): readonly number[] {
  return namesIn('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => ownerOf(pid) === uid);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Undefined: it is gone, or a zombie, which nobody can end. */
function ownerOf(pid: number): number | undefined {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.[0];
    return state === 'Z' ? undefined : statSync(`/proc/${pid}`).uid;
  } catch {
    return undefined;
  }
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** What a process and its descendants have in memory, by Linux's process table; 0 where there is none. */
async function residentBytes(pid: number): Promise<number> {
  let bytes = 0;
  const queue = [pid];
  for (let looked = 0; looked < CHILDREN_MAX; looked += 1) {
    const next = queue.shift();
    if (next === undefined) break;
    const [statm, children] = await Promise.all([
      textOf(`/proc/${next}/statm`),
      textOf(`/proc/${next}/task/${next}/children`),
    ]);
    bytes += Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES;
    queue.push(...children.trim().split(' ').filter(Boolean).map(Number));
  }
  return bytes;
}

const PAGE_BYTES = 4_096;

function textOf(file: string): Promise<string> {
  return readFile(file, 'latin1').catch(() => '');
}
