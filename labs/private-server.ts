import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Credentials } from './lab.ts';

export interface ServerOptions {
  /** The bundled command line. */
  readonly program: string;
  readonly dataDirectory: string;
  readonly tls?: boolean;
  /** Further flags of `holdfast up`. */
  readonly flags?: readonly string[];
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A server process of its own, started as an operator starts it. */
export interface PrivateServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What clients must trust; undefined over plain HTTP. */
  readonly authorityFile: string | undefined;
  /** Set by the first start on a data directory alone. */
  readonly credentials: Credentials | undefined;
  /** SIGTERM: finishes what is in flight. Resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a crash or a power cut would end it. */
  kill(): Promise<void>;
}

/** A start that did not come to `ready`. */
export class StartRefused extends Error {
  readonly exitCode: number | null;
  /** What the server wrote to its error stream. */
  readonly text: string;

  constructor(exitCode: number | null, text: string) {
    super(`the server did not start (exit code ${String(exitCode)}): ${text.trim()}`);
    this.exitCode = exitCode;
    this.text = text.trim();
  }
}

/**
 * Starts a server on a free port and resolves when it is ready.
 * Errors: StartRefused with what it said.
 */
export async function startServer(options: ServerOptions): Promise<PrivateServer> {
  const { program, dataDirectory, tls = false, flags = [], env = {} } = options;
  const argv = [program, 'up', '--port', '0', '--data', dataDirectory, ...flags];
  const child = spawn(process.execPath, tls ? [...argv, '--tls'] : argv, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  const ended = once(child, 'exit').finally(() => process.off('exit', abandon));
  const banner = await bannerOf(child);
  const exported = new Map(
    [...banner.matchAll(/export (\w+)=(\S+)/g)].map((found) => [found[1] ?? '', found[2] ?? '']),
  );
  const url = exported.get('AWS_ENDPOINT_URL') ?? '';
  const accessKeyId = exported.get('AWS_ACCESS_KEY_ID');
  const secretAccessKey = exported.get('AWS_SECRET_ACCESS_KEY');
  const signal = async (name: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(name);
    await ended;
    return child.exitCode;
  };
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    authorityFile: exported.get('AWS_CA_BUNDLE'),
    credentials:
      accessKeyId === undefined || secretAccessKey === undefined
        ? undefined
        : { accessKeyId, secretAccessKey },
    stop: () => signal('SIGTERM'),
    kill: async () => void (await signal('SIGKILL')),
  };
}

function bannerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    let errors = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (/^ready \S+$/m.test(out)) resolve(out);
    });
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => reject(new StartRefused(code, errors)));
  });
}
