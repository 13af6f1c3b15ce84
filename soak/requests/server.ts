import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export interface Memory {
  /** After a full collection, in MiB. */
  readonly heapMebibytes: number;
  /** What the system counts, in MiB. */
  readonly residentMebibytes: number;
}

export interface WatchedServer {
  readonly port: number;
  /** What it wrote to its error stream, memory reports left out. */
  readonly errors: () => string;
  /** Resolves when it ends, however it does. */
  readonly ended: Promise<string>;
  memory(): Promise<Memory>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<string>;
}

/** Collects garbage on demand, and tells what is left. Loaded into the server before its own code. */
const COLLECTOR = `process.on('SIGUSR2', () => {
  gc(); gc();
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write('MEMORY ' + (heapUsed + external) + '\\n');
});`;

/** A server in memory and in dev mode, whose garbage can be collected from outside. */
export async function startWatched(program: string): Promise<WatchedServer> {
  const hook = `data:text/javascript,${encodeURIComponent(COLLECTOR)}`;
  const flags = ['--expose-gc', '--import', hook];
  const argv = [...flags, program, 'up', '--dev', '--memory', '--no-throttling', '--port', '0'];
  const child = spawn(process.execPath, argv, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOLDFAST_LOG: 'error' },
  });
  let errors = '';
  let onMemory = (_bytes: number): void => undefined;
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    const told = /MEMORY (\d+)\n/.exec(text);
    if (told !== null) onMemory(Number(told[1]));
    if (errors.length < 100_000) errors += text.replace(/MEMORY \d+\n/g, '');
  });
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  const ended = once(child, 'exit').then(([code, signal]) => {
    process.off('exit', abandon);
    return `exit code ${String(code)}, signal ${String(signal)}`;
  });
  const port = await new Promise<number>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /^ready http:\/\/[^:]+:(\d+)$/m.exec(out);
      if (found !== null) resolve(Number(found[1]));
    });
    void ended.then((how) => reject(new Error(`the server did not start: ${how}\n${errors}`)));
  });
  const pid = child.pid ?? 0;
  return {
    port,
    errors: () => errors,
    ended,
    memory: async () => {
      const bytes = await new Promise<number>((resolve) => {
        onMemory = resolve;
        child.kill('SIGUSR2');
      });
      return { heapMebibytes: bytes / 2 ** 20, residentMebibytes: residentOf(pid) };
    },
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function residentOf(pid: number): number {
  const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kibibytes ?? Number.NaN) / 1024;
}
