import type { StoredEvent } from '../contract/follower.ts';
import type { JobOrder, OutboxEvent, Unit } from '../contract/view.ts';
import { scopeKey, type Scope } from '../core/scope.ts';
import type { Instant } from '../core/time.ts';
import type { RootKeyProvider } from '../crypto/root-key.ts';
import { jobAddress } from './documents.ts';
import type { Driver, SealedJob } from './driver.ts';
import type { Keyring } from './keyring.ts';
import type { JobRow, OpenStore } from './open.ts';
import { begunRotation, endedRotation, newIdentity } from './rotation.ts';
import { OnceValues, StateUnit, UnitState } from './unit.ts';
import type { ViewSources } from './view.ts';

const TRIES = 5;

export interface UnitStoreParts {
  readonly driver: Driver;
  readonly sources: ViewSources;
  readonly keyring: Keyring;
  readonly isNew: boolean;
  readonly release: () => Promise<void>;
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** Runs units over a driver: again after a conflict, and alone when conflicts do not end. */
export class UnitStore implements OpenStore {
  readonly sessionKey: Buffer;
  readonly isNew: boolean;
  readonly #parts: UnitStoreParts;
  readonly #driver: Driver;
  /** Units that gave up on sharing run one after the other, with the others held at their commit. */
  #alone: Promise<unknown> = Promise.resolve();
  #gate: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  #running = 0;
  #isClosed = false;
  #onQuiet: (() => void) | undefined;

  constructor(parts: UnitStoreParts) {
    this.#parts = parts;
    this.#driver = parts.driver;
    this.isNew = parts.isNew;
    this.sessionKey = parts.keyring.derive('session tokens');
  }

  blobKey(scope: Scope): Buffer {
    return this.#parts.keyring.derive(`blobs ${scopeKey('regional', scope)}`);
  }

  async run<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Error('The store is closed.');
    this.#running += 1;
    try {
      const once = new OnceValues();
      for (let tries = 0; tries < TRIES; tries += 1) {
        const outcome = await this.#attempt(work, once);
        if (outcome !== undefined) return valueOf(outcome);
      }
      return await this.#runAlone(work, once);
    } finally {
      this.#running -= 1;
      if (this.#running === 0) this.#onQuiet?.();
    }
  }

  // Undefined says that the unit met a conflict and must run again.
  async #attempt<T>(
    work: (unit: Unit) => Promise<T>,
    once: OnceValues,
    isAlone = false,
  ): Promise<Outcome<T> | undefined> {
    const state = new UnitState();
    const unit = new StateUnit(state, this.#parts.sources, once.startRun());
    let outcome: Outcome<T>;
    try {
      outcome = { value: await work(unit) };
    } catch (error) {
      outcome = { error };
    }
    while (!isAlone && this.#gate !== undefined) await this.#gate;
    const isValid = await this.#driver.commit(state, 'error' in outcome);
    if (!isValid) return undefined;
    if (!('error' in outcome)) for (const hook of state.hooks) hook();
    if (state.jobs.size > 0 || state.events.length > 0) {
      for (const listener of this.#listeners) listener();
    }
    return outcome;
  }

  async #runAlone<T>(work: (unit: Unit) => Promise<T>, once: OnceValues): Promise<T> {
    return this.#exclusively(async () => {
      for (;;) {
        const outcome = await this.#attempt(work, once, true);
        if (outcome !== undefined) return valueOf(outcome);
      }
    });
  }

  /** Holds every other unit at its commit while `body` runs. */
  #exclusively<T>(body: () => Promise<T>): Promise<T> {
    const turn = this.#alone.then(async () => {
      let open = (): void => undefined;
      this.#gate = new Promise((resolve) => {
        open = resolve;
      });
      try {
        return await this.#driver.exclusively(body);
      } finally {
        this.#gate = undefined;
        open();
      }
    });
    this.#alone = turn.catch(() => undefined);
    return turn;
  }

  async dueJobs(until: Instant, limit: number): Promise<readonly JobRow[]> {
    const rows = await this.#driver.dueJobs(until, limit);
    return rows.map((row) => this.#openJob(row));
  }

  async nextDue(): Promise<Instant | undefined> {
    const [row] = await this.#driver.dueJobs(Number.POSITIVE_INFINITY, 1);
    return row?.due;
  }

  async runJob(row: JobRow, work: (unit: Unit) => Promise<void>): Promise<boolean> {
    const { reads } = this.#driver;
    return this.run(async (unit) => {
      const state = unit instanceof StateUnit ? unit.state : undefined;
      const address = jobAddress(row.id);
      await reads.landed(address);
      state?.remember(state.reads, address, reads.sequence());
      const found = await this.#driver.job(row.id);
      state?.remember(state.jobReads, row.id, found?.version ?? 0);
      if (found === undefined || !isSameJob(this.#openJob(found), row)) return false;
      await work(unit);
      if (state !== undefined && !state.jobs.has(row.id)) unit.cancel(row.id);
      return true;
    });
  }

  async readOutbox(after: number, limit: number): Promise<readonly StoredEvent[]> {
    const rows = await this.#driver.events(after, limit);
    return rows.map(({ number, context, body }) => {
      const event: OutboxEvent = JSON.parse(this.#parts.keyring.unsealOwn(context, body));
      return { ...event, position: number };
    });
  }

  highestOutbox(): number {
    return this.#driver.highestOutbox();
  }

  dropOutbox(through: number): void {
    this.#driver.dropOutbox(through);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  settle(): Promise<void> {
    return this.#driver.settle();
  }

  async reset(): Promise<void> {
    await this.#exclusively(() => this.#driver.reset());
  }

  async rotateRootKey(to: RootKeyProvider): Promise<void> {
    const { keyring } = this.#parts;
    const next = await newIdentity(to);
    await this.#exclusively(async () => {
      await this.#driver.keep(begunRotation(keyring.rootKey, next));
      const rows = await this.#driver.scopeKeys();
      await this.#driver.keep(endedRotation(keyring.rootKey, next, rows));
      keyring.adopt(next);
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#running > 0) {
      await new Promise<void>((resolve) => {
        this.#onQuiet = resolve;
      });
    }
    await this.#driver.close();
    await this.#parts.release();
  }

  #openJob(row: SealedJob): JobRow {
    const { id, due, body } = row;
    const text = this.#parts.keyring.unsealOwn(['job', id, String(due)], body);
    const order: Pick<JobOrder, 'kind' | 'scope' | 'payload'> = JSON.parse(text);
    return { ...order, id, due };
  }
}

function valueOf<T>(outcome: Outcome<T>): T {
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

function isSameJob(left: JobRow, right: JobRow): boolean {
  return (
    left.due === right.due &&
    left.kind === right.kind &&
    left.payload === right.payload &&
    left.scope.account === right.scope.account &&
    left.scope.region === right.scope.region
  );
}
