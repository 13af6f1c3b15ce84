import { randomBytes } from 'node:crypto';
import { delimiter, join } from 'node:path';
import type { Invocation, LaunchSpec, RanOutcome } from '../contract/functions.ts';
import { failure, type Finish, finished, MB } from './finish.ts';
import type { Interpreter } from './interpreters.ts';
import { Output } from './output.ts';
import { openRuntimeApi, type RuntimeApi } from './runtime-api.ts';
import { type ProcessEnd, SandboxProcess } from './sandbox-process.ts';
import type { Workplace } from './workplaces.ts';

/** How long a sandbox may start before the time of its first invocation runs. */
const INIT_MS_MAX = 10_000;

export interface SandboxParts {
  readonly launch: LaunchSpec;
  readonly interpreter: Interpreter;
  readonly place: Workplace;
  /** Where the bootstraps are. */
  readonly runtimes: string;
  /** Where the functions' AWS clients find this server; undefined: nowhere. */
  readonly endpoint: string;
  /** The file of whom they must trust for it; undefined: nobody further. */
  readonly authority: string | undefined;
  readonly real: () => number;
  /** Told once, when no process of it is left. */
  onGone(sandbox: Sandbox): void;
}

interface Running {
  readonly invocation: Invocation;
  settle(finish: Finish): void;
  timer: NodeJS.Timeout | undefined;
  startedAt: number;
}

/** One execution environment: a process, its Runtime API, and the invocation it works at. */
export class Sandbox {
  readonly launch: LaunchSpec;
  readonly logStream: string;
  /** It takes no further invocation. */
  isRetired = false;
  /** Somebody is about to invoke it, or does. */
  isTaken = true;
  /** Resolves when no process of it is left. */
  readonly gone: Promise<void>;
  readonly #parts: SandboxParts;
  readonly #output: Output;
  readonly #bornAt: number;
  #api: RuntimeApi | undefined;
  #process: SandboxProcess | undefined;
  #initMs: number | undefined;
  #isReady = false;
  #hasRun = false;
  #isGone = false;
  #tellGone: () => void = () => undefined;
  #running: Running | undefined;
  #failedStart: Finish | undefined;

  constructor(parts: SandboxParts) {
    this.#parts = parts;
    this.launch = parts.launch;
    this.logStream = `${parts.launch.logStreamPrefix}${randomBytes(16).toString('hex')}`;
    this.#output = new Output(parts.real);
    this.#bornAt = parts.real();
    this.gone = new Promise((resolve) => {
      this.#tellGone = resolve;
    });
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Starts the process. Call it once. */
  async start(): Promise<void> {
    const { place, interpreter, launch } = this.#parts;
    this.#api = await openRuntimeApi(
      {
        ready: () => this.#ready(),
        answered: (payload) => this.#settle(payload === undefined ? TOO_LARGE : { payload }),
        failed: (report, type) => this.#settle({ payload: report, error: type }),
        initFailed: (report, type) => this.#initFailed(report, type),
      },
      place.uid,
    );
    if (this.isRetired) {
      this.#end();
      throw new Error('it was ended while it started');
    }
    const { bootstrap, command } = interpreter;
    this.#output.say(`INIT_START Runtime Version: ${launch.runtime} (${command[0] ?? ''})\t`);
    const argument = bootstrap === undefined ? [] : [join(this.#parts.runtimes, bootstrap)];
    this.#process = new SandboxProcess({
      command: [...command, ...argument],
      environment: this.#environment(this.#api.address),
      folder: place.code,
      uid: place.uid,
      memoryBytes: launch.memoryMb * MB,
      limitsAddressSpace: interpreter.limitsAddressSpace,
      onOutput: (bytes) => this.#output.write(bytes),
      onExit: (end) => this.#exited(end),
    });
  }

  /** Runs one invocation. The sandbox must be neither busy nor retired. */
  async invoke(invocation: Invocation): Promise<RanOutcome> {
    const isFirst = !this.#hasRun;
    this.#hasRun = true;
    const startedAt = this.#parts.real();
    this.#output.say(`START RequestId: ${invocation.requestId} Version: ${invocation.version}`);
    const finish = await new Promise<Finish>((resolve) => {
      this.#running = { invocation, settle: resolve, timer: undefined, startedAt };
      if (this.#failedStart !== undefined) this.#settle(this.#failedStart);
      else if (this.#isGone) this.#settle(failure(invocation, 'Runtime.ExitError', GONE));
      else if (this.#isReady) this.#begin();
      else this.#limit(INIT_MS_MAX, () => this.#begin());
    });
    const durationMs = this.#parts.real() - startedAt - (isFirst ? (this.#initMs ?? 0) : 0);
    await this.#output.drained();
    return finished({
      invocation,
      finish,
      output: this.#output,
      logStream: this.logStream,
      isFirst,
      durationMs,
      initMs: isFirst ? this.#initMs : undefined,
      memoryMb: this.launch.memoryMb,
      usedBytes: this.#process?.memoryBytes ?? 0,
    });
  }

  /** Ends it at once, whatever it does. */
  kill(): void {
    this.isRetired = true;
    this.#process?.kill();
  }

  #ready(): void {
    this.#initMs ??= this.#parts.real() - this.#bornAt;
    this.#isReady = true;
    if (this.#running !== undefined) this.#begin();
  }

  /** The invocation's own time begins. */
  #begin(): void {
    const running = this.#running;
    if (running === undefined) return;
    const { invocation } = running;
    const ms = invocation.timeoutSeconds * 1_000;
    this.#limit(ms, () => this.#timedOut());
    const traceId = `Root=1-${Math.floor(running.startedAt / 1_000).toString(16)}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
    this.#api?.hand({
      requestId: invocation.requestId,
      deadlineMs: this.#parts.real() + ms,
      functionArn: invocation.functionArn,
      traceId,
      clientContext: invocation.clientContext,
      payload: invocation.payload,
    });
  }

  #limit(ms: number, then: () => void): void {
    const running = this.#running;
    if (running === undefined) return;
    clearTimeout(running.timer);
    running.timer = setTimeout(then, ms);
  }

  #timedOut(): void {
    const { invocation } = this.#running ?? {};
    if (invocation === undefined) return;
    const seconds = invocation.timeoutSeconds.toFixed(2);
    const text = `Task timed out after ${seconds} seconds`;
    const at = new Date(this.#parts.real()).toISOString();
    this.#output.say(`${at} ${invocation.requestId} ${text}`);
    this.kill();
    this.#settle({ ...failure(invocation, 'Sandbox.Timedout', text), status: 'timeout' });
  }

  #initFailed(report: Uint8Array, type: string): void {
    this.isRetired = true;
    this.#failedStart = { payload: report, error: type };
    this.#settle(this.#failedStart);
  }

  #exited(end: ProcessEnd): void {
    const invocation = this.#running?.invocation;
    if (invocation !== undefined) {
      const [type, text] = reasonOf(end);
      const report = failure(invocation, type, text);
      this.#output.say(`RequestId: ${invocation.requestId} Error: ${text}`);
      this.#output.say(type);
      this.#settle({ ...report, status: 'error' });
    }
    this.#end();
  }

  #end(): void {
    this.#isGone = true;
    this.isRetired = true;
    this.#api?.close();
    this.#parts.onGone(this);
    this.#tellGone();
  }

  #settle(finish: Finish): void {
    const running = this.#running;
    if (running === undefined) return;
    clearTimeout(running.timer);
    this.#running = undefined;
    this.#isReady = false;
    running.settle(finish);
  }

  #environment(api: string): Record<string, string> {
    const { launch, place, runtimes, endpoint, authority } = this.#parts;
    const layered = (...path: readonly string[]) =>
      place.layers.map((folder) => join(folder, ...path));
    return {
      LANG: 'en_US.UTF-8',
      TZ: ':UTC',
      PATH: [...SYSTEM_PATH, ...layered('bin')].join(delimiter),
      LD_LIBRARY_PATH: [place.code, join(place.code, 'lib'), ...layered('lib')].join(delimiter),
      ...(place.layers.length === 0
        ? {}
        : {
            NODE_PATH: layered('nodejs', 'node_modules').join(delimiter),
            PYTHONPATH: [...layered('python'), ...place.layers].join(delimiter),
          }),
      PYTHONDONTWRITEBYTECODE: '1',
      TMPDIR: place.temporary,
      AWS_ENDPOINT_URL: endpoint,
      ...(authority === undefined
        ? {}
        : { AWS_CA_BUNDLE: authority, NODE_EXTRA_CA_CERTS: authority }),
      ...launch.environment,
      _HANDLER: launch.handler,
      LAMBDA_TASK_ROOT: place.code,
      LAMBDA_RUNTIME_DIR: runtimes,
      AWS_LAMBDA_RUNTIME_API: api,
      AWS_LAMBDA_LOG_STREAM_NAME: this.logStream,
    };
  }
}

const SYSTEM_PATH = ['/usr/local/bin', '/usr/bin', '/bin'] as const;
const GONE = 'Runtime exited without providing a reason';
const TOO_LARGE: Finish = {
  payload: Buffer.from(
    JSON.stringify({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    }),
  ),
  error: 'Function.ResponseSizeTooLarge',
};

/** What AWS says of a runtime that ended by itself. */
function reasonOf(end: ProcessEnd): readonly [type: string, text: string] {
  if (end.failure !== undefined) return ['Runtime.InvalidEntrypoint', end.failure];
  // The shell that starts it says so when there is no such program, or none that may be run.
  if (end.code === 127 || end.code === 126) {
    return [
      'Runtime.InvalidEntrypoint',
      end.code === 127
        ? "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]"
        : 'fork/exec /var/task/bootstrap: permission denied',
    ];
  }
  if (end.signal !== null) {
    const name = end.signal.replace(/^SIG/, '').toLowerCase();
    const said = name === 'kill' ? 'killed' : name === 'segv' ? 'segmentation fault' : name;
    return ['Runtime.ExitError', `Runtime exited with error: signal: ${said}`];
  }
  if (end.code === 0 || end.code === null) return ['Runtime.ExitError', GONE];
  return ['Runtime.ExitError', `Runtime exited with error: exit status ${end.code}`];
}
