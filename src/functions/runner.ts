import type {
  ArchiveFault,
  Concurrency,
  FunctionRunner,
  Invocation,
  LaunchSpec,
  Outcome,
  ThrottleReason,
} from '../contract/functions.ts';
import type { Instant } from '../core/time.ts';
import type { ByteStream } from '../model/types.ts';
import { interpreterOf } from './interpreters.ts';
import { Sandbox } from './sandbox.ts';
import { Workplaces } from './workplaces.ts';

/** Sandboxes alive at a time, idle ones included. */
const SANDBOXES_MAX = 64;
/** How long an idle sandbox is kept. */
const IDLE_MS = 5 * 60_000;

export interface RunnerOptions {
  /** The folder of the bootstraps. */
  readonly runtimes: string;
  /** Where functions find this server. Resolves once it listens. */
  readonly endpoint: () => Promise<string>;
  /** Whom functions must trust to reach it over TLS (PEM); undefined: nobody further. */
  readonly authorityFile?: string | undefined;
  /** Sandboxes run as users of their own, which needs root. */
  readonly isIsolated: boolean;
  /** Why no function may run, as a sentence. */
  readonly refusal: string | undefined;
  readonly real: () => number;
}

export function createFunctionRunner(options: RunnerOptions): FunctionRunner {
  return new Runner(options);
}

class Runner implements FunctionRunner {
  readonly refusal: string | undefined;
  readonly #options: RunnerOptions;
  readonly #places: Workplaces;
  /** Every sandbox, the one used last at the end. */
  readonly #sandboxes = new Set<Sandbox>();
  readonly #idleTimers = new Map<Sandbox, NodeJS.Timeout>();
  readonly #removals = new Set<Promise<void>>();
  readonly #running = new Map<string, number>();
  #starting = 0;
  #isClosed = false;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.refusal = options.refusal;
    this.#places = new Workplaces(options.runtimes, options.isIsolated, options.authorityFile);
  }

  missingRuntime(runtime: string): string | undefined {
    if (interpreterOf(runtime, 128) !== undefined) return undefined;
    return `The runtime ${runtime} is not on this machine.`;
  }

  inspect(archive: ByteStream): Promise<ArchiveFault | undefined> {
    return this.#places.inspect(archive);
  }

  launched(key: string, until: Instant): LaunchSpec | undefined {
    for (const sandbox of this.#sandboxes) {
      const { launch, isRetired } = sandbox;
      if (launch.key === key && !isRetired && launch.expires >= until) return launch;
    }
    return undefined;
  }

  async invoke(launch: LaunchSpec, invocation: Invocation): Promise<Outcome> {
    if (this.refusal !== undefined) return { kind: 'unstartable', message: this.refusal };
    const reason = this.#take(invocation.concurrency);
    if (reason !== undefined) return { kind: 'throttled', reason };
    try {
      return await this.#invoke(launch, invocation);
    } finally {
      this.#giveBack(invocation.concurrency);
    }
  }

  retire(keyPrefix: string): void {
    for (const sandbox of this.#sandboxes) {
      if (!sandbox.launch.key.startsWith(keyPrefix)) continue;
      sandbox.isRetired = true;
      if (!sandbox.isTaken) sandbox.kill();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#idleTimers.values()) clearTimeout(timer);
    const sandboxes = [...this.#sandboxes];
    for (const sandbox of sandboxes) sandbox.kill();
    await Promise.all(sandboxes.map((sandbox) => sandbox.gone));
    await Promise.all(this.#removals);
    await this.#places.close();
  }

  async #invoke(launch: LaunchSpec, invocation: Invocation): Promise<Outcome> {
    const idle = this.#idleOf(launch);
    if (idle !== undefined) idle.isTaken = true;
    if (idle === undefined && !this.#makeRoom()) {
      return { kind: 'throttled', reason: 'ConcurrentInvocationLimitExceeded' };
    }
    let sandbox = idle;
    try {
      sandbox ??= await this.#start(launch);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      return { kind: 'unstartable', message: `The function could not be started: ${text}` };
    }
    clearTimeout(this.#idleTimers.get(sandbox));
    const outcome = await sandbox.invoke(invocation);
    this.#rest(sandbox);
    // What the server's own end broke off is not the function's fault.
    if (this.#isClosed && outcome.error !== undefined) {
      return { kind: 'unstartable', message: 'The server stops.' };
    }
    return outcome;
  }

  /** The one used last is the warmest. */
  #idleOf(launch: LaunchSpec): Sandbox | undefined {
    return [...this.#sandboxes].findLast(
      (sandbox) =>
        sandbox.launch.key === launch.key &&
        sandbox.launch.expires >= launch.expires - EXPIRY_SLACK_MS &&
        !sandbox.isTaken &&
        !sandbox.isRetired,
    );
  }

  async #start(launch: LaunchSpec): Promise<Sandbox> {
    const interpreter = interpreterOf(launch.runtime, launch.memoryMb);
    if (interpreter === undefined) throw new Error(this.missingRuntime(launch.runtime));
    this.#starting += 1;
    try {
      const place = await this.#places.make(launch);
      const sandbox = new Sandbox({
        launch,
        interpreter,
        place,
        runtimes: await this.#places.runtimes(),
        endpoint: await this.#options.endpoint(),
        authority: await this.#places.authority(),
        real: this.#options.real,
        onGone: (gone) => this.#forget(gone, place.remove),
      });
      this.#sandboxes.add(sandbox);
      try {
        if (this.#isClosed) throw new Error('the server stops');
        await sandbox.start();
      } catch (error) {
        if (!sandbox.isGone) this.#forget(sandbox, place.remove);
        throw error;
      }
      return sandbox;
    } finally {
      this.#starting -= 1;
    }
  }

  /** True when one more may live; the one that rested longest makes way. */
  #makeRoom(): boolean {
    if (this.#sandboxes.size + this.#starting < SANDBOXES_MAX) return true;
    const oldest = [...this.#sandboxes].find((sandbox) => !sandbox.isTaken);
    oldest?.kill();
    return oldest !== undefined;
  }

  #rest(sandbox: Sandbox): void {
    if (sandbox.isGone) return;
    if (sandbox.isRetired || this.#isClosed) {
      sandbox.kill();
      return;
    }
    sandbox.isTaken = false;
    this.#sandboxes.delete(sandbox);
    this.#sandboxes.add(sandbox);
    const timer = setTimeout(() => {
      if (!sandbox.isTaken) sandbox.kill();
    }, IDLE_MS);
    timer.unref();
    this.#idleTimers.set(sandbox, timer);
  }

  #forget(sandbox: Sandbox, remove: () => Promise<void>): void {
    clearTimeout(this.#idleTimers.get(sandbox));
    this.#idleTimers.delete(sandbox);
    this.#sandboxes.delete(sandbox);
    const removal = remove()
      .catch(() => undefined)
      .finally(() => this.#removals.delete(removal));
    this.#removals.add(removal);
  }

  #take({ pool, poolLimit, functionName, reserved }: Concurrency): ThrottleReason | undefined {
    const name = `${pool}/${functionName}`;
    const own = this.#running.get(name) ?? 0;
    if (reserved !== undefined && own >= reserved) {
      return 'ReservedFunctionConcurrentInvocationLimitExceeded';
    }
    const shared = this.#running.get(pool) ?? 0;
    if (reserved === undefined && shared >= poolLimit) return 'ConcurrentInvocationLimitExceeded';
    this.#running.set(name, own + 1);
    if (reserved === undefined) this.#running.set(pool, shared + 1);
    return undefined;
  }

  #giveBack({ pool, functionName, reserved }: Concurrency): void {
    const names = [`${pool}/${functionName}`, ...(reserved === undefined ? [pool] : [])];
    for (const name of names) {
      const left = (this.#running.get(name) ?? 1) - 1;
      if (left === 0) this.#running.delete(name);
      else this.#running.set(name, left);
    }
  }
}

/** A launch whose credentials are newer is no reason to start anew. */
const EXPIRY_SLACK_MS = 15 * 60_000;
