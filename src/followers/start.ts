import type { Follower } from '../contract/follower.ts';
import type { Store } from '../contract/view.ts';
import { followOnce } from './follower.ts';
import type { Sources } from './follower.ts';
import { followerPositions, globalView } from './position.ts';

const BATCH_LIMIT = 2_000;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 60_000;

export interface FollowersOptions {
  readonly store: Store;
  readonly sources: Sources;
  readonly followers: readonly Follower[];
  /** Entries in one unit. Default 2,000. */
  readonly batchLimit?: number;
  /** How long a notice waits for others, so that a busy server derives in large batches. Default 0. */
  readonly pauseMs?: number;
  /** Told of each failed batch. It is tried again, later each time. */
  readonly onFault: (follower: string, cause: unknown) => void;
}

export interface Followers {
  /** Says that there may be something new. Cheap: call it after every commit. */
  notify(): void;
  /** Resolves when all have passed everything; rejects when one fails. */
  settle(): Promise<void>;
  /** The position that all followers of a source have passed; Infinity when it has none. */
  passed(source: 'trail' | 'outbox'): number;
  /** Lets a follower begin again. What it derived must have been deleted before. */
  reset(name: string): Promise<void>;
  /** Waits for the batches that are running. */
  stop(): Promise<void>;
}

/** Starts all followers from where they stopped. */
export async function startFollowers(options: FollowersOptions): Promise<Followers> {
  const names = new Set<string>();
  const runners: Runner[] = [];
  for (const follower of options.followers) {
    if (names.has(follower.name)) throw new Error(`Two followers are named ${follower.name}.`);
    names.add(follower.name);
    runners.push(new Runner(options, follower, await keptPosition(options.store, follower.name)));
  }
  for (const runner of runners) runner.notify();
  return {
    notify() {
      for (const runner of runners) runner.notify();
    },
    async settle() {
      // What one derives may be what another follows.
      while (await anyBehind(runners)) {
        for (const runner of runners) await runner.catchUp();
      }
    },
    passed(source) {
      const own = runners.filter((runner) => runner.follower.source === source);
      return Math.min(...own.map((runner) => runner.passed));
    },
    async reset(name) {
      const runner = runners.find((one) => one.follower.name === name);
      if (runner === undefined) throw new Error(`There is no follower named ${name}.`);
      await runner.reset();
    },
    async stop() {
      await Promise.all(runners.map((runner) => runner.stop()));
    },
  };
}

async function keptPosition(store: Store, name: string): Promise<number> {
  const kept = await store.run((unit) => globalView(unit).get(followerPositions, name));
  return kept?.position ?? 0;
}

async function anyBehind(runners: readonly Runner[]): Promise<boolean> {
  for (const runner of runners) if (await runner.isBehind()) return true;
  return false;
}

/** Drives one follower, one batch at a time. */
class Runner {
  readonly follower: Follower;
  readonly #options: FollowersOptions;
  #passed: number;
  #turn: Promise<unknown> = Promise.resolve();
  #isDriving = false;
  #isNotified = false;
  #isStopped = false;
  #failures = 0;
  /** A notice that waits for others, or a failed batch for its next turn. */
  #timer: NodeJS.Timeout | undefined;

  constructor(options: FollowersOptions, follower: Follower, passed: number) {
    this.#options = options;
    this.follower = follower;
    this.#passed = passed;
  }

  get passed(): number {
    return this.#passed;
  }

  async isBehind(): Promise<boolean> {
    if (this.#isStopped) return false;
    return (await this.#options.sources[this.follower.source].highest()) > this.#passed;
  }

  /** Starts to catch up, unless it does so already or pauses after a failure. */
  notify(): void {
    this.#isNotified = true;
    if (this.#isDriving || this.#isStopped || this.#timer !== undefined) return;
    const { pauseMs = 0 } = this.#options;
    if (pauseMs === 0) this.#start();
    else this.#wait(pauseMs);
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#start();
    }, ms).unref();
  }

  #start(): void {
    this.#isDriving = true;
    void this.#drive();
  }

  async #drive(): Promise<void> {
    try {
      this.#isNotified = false;
      // What comes meanwhile waits for others: a busy server would take it in ever smaller batches.
      while ((await this.#advance()) >= (this.#options.batchLimit ?? BATCH_LIMIT));
      this.#isDriving = false;
      if (this.#isNotified) this.notify();
    } catch (cause) {
      this.#isDriving = false;
      this.#options.onFault(this.follower.name, cause);
      this.#postpone();
    }
  }

  #postpone(): void {
    if (this.#isStopped) return;
    const delayMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#wait(delayMs);
  }

  /** Someone else may read ahead of what is visible here; the next notice goes on. */
  async catchUp(): Promise<void> {
    while ((await this.#advance()) > 0);
  }

  /** Gives how many entries were passed. */
  async #advance(): Promise<number> {
    if (!(await this.isBehind())) return 0;
    const before = this.#passed;
    await this.#inTurn(() => this.#step());
    return this.#passed - before;
  }

  async #step(): Promise<void> {
    const { store, sources, batchLimit } = this.#options;
    if (this.#isStopped) return;
    this.#passed = await followOnce(store, sources, this.follower, batchLimit ?? BATCH_LIMIT);
    this.#failures = 0;
  }

  // One batch at a time, whoever asks for it; a failed one does not stop the next.
  #inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async reset(): Promise<void> {
    await this.#inTurn(async () => {
      await this.#options.store.run(async (unit) => {
        const view = globalView(unit);
        // Read first, so that a batch that runs elsewhere conflicts with the reset.
        await view.get(followerPositions, this.follower.name);
        view.delete(followerPositions, this.follower.name);
      });
      this.#passed = 0;
    });
    this.notify();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#turn;
  }
}
