import { spawn, spawnSync } from 'node:child_process';
import { stop } from './command-line.ts';
import { cpuMicros } from './process-cost.ts';
import type { BenchServer, Core } from './servers.ts';

export interface Sample {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU of the server's process tree, user and system, for each request. */
  readonly cpuMicros: number;
  /** Answers that were not 2xx or 3xx, and broken connections. */
  readonly errors: number;
}

/** So many requests until Node.js has compiled what they run through; a slow machine stops trying after a while. */
const WARM_REQUESTS = 20_000;
const WARM_SECONDS_MAX = 40;

export interface Load {
  /** A file made by `writeScript`. */
  readonly script: string;
  readonly connections: number;
  readonly seconds: number;
  readonly core: Core;
}

/** Ends the benchmark with a sentence when the load generator is missing. */
export function requireWrk(): void {
  if (spawnSync('wrk', ['-v']).error === undefined) return;
  stop('This benchmark needs the load generator wrk: apt-get install wrk, or brew install wrk');
}

/** Drives one server until it is warm: what is measured then is the code, not its compilation. */
export async function warmUp(server: BenchServer, load: Load): Promise<void> {
  const seconds = 2;
  let requests = 0;
  for (let spent = 0; spent < WARM_SECONDS_MAX && requests < WARM_REQUESTS; spent += seconds) {
    requests += (await drive(server, { ...load, seconds })).perSecond * seconds;
  }
}

/** Drives one server for some seconds. */
export async function drive(server: BenchServer, load: Load): Promise<Sample> {
  const argv = [
    '-t1',
    `-c${load.connections}`,
    `-d${load.seconds}s`,
    '-s',
    load.script,
    server.url,
  ];
  const before = cpuMicros(server.pid);
  const output =
    load.core === undefined
      ? await outputOf('wrk', argv)
      : await outputOf('taskset', ['-c', String(load.core), 'wrk', ...argv]);
  const spent = cpuMicros(server.pid) - before;
  const found = /RESULT (\S+) (\S+) (\S+) (\S+) (\d+)/.exec(output);
  if (found === null) throw new Error(`wrk said: ${output}`);
  const [requests = 0, perSecond = 0, p50Ms = 0, p99Ms = 0, errors = 0] = found
    .slice(1)
    .map(Number);
  return { perSecond, p50Ms, p99Ms, errors, cpuMicros: spent / requests };
}

function outputOf(program: string, argv: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('error', reject);
    child.on('close', () => resolve(text));
  });
}
