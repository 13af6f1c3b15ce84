import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A server process under measurement. */
export interface BenchServer {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  readonly credentials: Credentials;
  /** From the start of the process to its `ready`. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/** The core to run on; undefined: any. */
export type Core = number | undefined;

// An interrupted benchmark leaves no server behind: its servers go when the process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

const NONE: Credentials = { accessKeyId: 'none', secretAccessKey: 'none' };

/** The product, as `npm start -- FLAGS` runs it. */
export function startHoldfast(
  directory: string,
  core: Core,
  flags: readonly string[] = [],
): Promise<BenchServer> {
  const argv = ['dist/holdfast.js', 'up', '--data', directory, '--port', '0', ...flags];
  return start('Holdfast', node(argv), core);
}

/** The same server, which does not wait for the disk: what durability costs. */
export function startUndurable(directory: string, core: Core): Promise<BenchServer> {
  return start(
    'the same, not durable',
    node(['dist/bench/servers/undurable.mjs', directory]),
    core,
  );
}

/** Answers each request with its own body, from bare `node:http`. */
export function startEcho(core: Core): Promise<BenchServer> {
  return start('node:http echo', node(['dist/bench/servers/echo.mjs']), core);
}

/** Passes requests on to a target, from bare `node:http`. */
export function startProxy(target: string, core: Core): Promise<BenchServer> {
  return start('node:http proxy', node(['dist/bench/servers/proxy.mjs', target]), core);
}

/** moto, the mock of AWS in Python. Undefined where it is not installed. */
export async function startMoto(core: Core): Promise<BenchServer | undefined> {
  const program = process.env['MOTO_SERVER'] ?? onPath('moto_server');
  if (program === undefined) return undefined;
  const port = 20_000 + (process.pid % 10_000);
  const argv = ['-H', '127.0.0.1', '-p', String(port)];
  return start('moto_server', { program, argv, ready: /Running on (http:\S+)/ }, core);
}

interface Launch {
  readonly program: string;
  readonly argv: readonly string[];
  /** Its first group is the address. */
  readonly ready: RegExp;
}

/** With the product's flags of Node.js, the echo too. */
function node(argv: readonly string[]): Launch {
  const flags = readFileSync('scripts/node-flags', 'utf8').trim().split(' ');
  return { program: process.execPath, argv: [...flags, ...argv], ready: /^ready (http:\S+)/m };
}

async function start(name: string, launch: Launch, core: Core): Promise<BenchServer> {
  const { program, argv, ready } = launch;
  const started = performance.now();
  const child =
    core === undefined
      ? spawn(program, argv, { stdio: ['ignore', 'pipe', 'pipe'] })
      : spawn('taskset', ['-c', String(core), program, ...argv], {
          stdio: ['ignore', 'pipe', 'pipe'],
        });
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  const ended = once(child, 'exit').finally(() => process.off('exit', abandon));
  const [text, url] = await textUntil(child, ready);
  const readyMs = performance.now() - started;
  return {
    name,
    url,
    pid: child.pid ?? 0,
    credentials: credentialsIn(text),
    readyMs,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function textUntil(child: ChildProcess, ready: RegExp): Promise<readonly [string, string]> {
  return new Promise((resolve, reject) => {
    let text = '';
    const look = (chunk: Buffer): void => {
      if (text === '' || !ready.test(text)) text += chunk.toString();
      const url = ready.exec(text)?.[1];
      if (url !== undefined) resolve([text, url]);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
  });
}

function credentialsIn(banner: string): Credentials {
  const accessKeyId = /AWS_ACCESS_KEY_ID=(\S+)/.exec(banner)?.[1];
  const secretAccessKey = /AWS_SECRET_ACCESS_KEY=(\S+)/.exec(banner)?.[1];
  if (accessKeyId === undefined || secretAccessKey === undefined) return NONE;
  return { accessKeyId, secretAccessKey };
}

/** Undefined when there is no such program, or only a shim that leads nowhere. */
function onPath(name: string): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(':')) {
    const program = join(folder, name);
    try {
      execFileSync(program, ['--help'], { stdio: 'ignore' });
      return program;
    } catch {
      continue;
    }
  }
  return undefined;
}
