import type { JobOrder, OutboxEvent, TrailRecord, Unit } from '../contract/view.ts';
import type { Instant } from '../core/time.ts';
import { Committer, jobAddress } from './committer.ts';
import type { Counters } from './committer.ts';
import { DocumentCache } from './document-cache.ts';
import type { Keyring } from './keyring.ts';
import { Mover } from './mover.ts';
import type { JobRow, OpenStore, StoredEvent } from './open.ts';
import type { Reader, SealedJob } from './sqlite/reader.ts';
import type { Writer } from './sqlite/writer.ts';
import type { TrailWriter } from './trail-writer.ts';
import { createUnit, OnceValues, UnitState } from './unit.ts';
import type { ViewSources } from './view.ts';
import { createView } from './view.ts';

const TRIES = 5;
const PAGE_LIMIT = 1_000;

export interface EmbeddedParts {
  readonly reader: Reader;
  readonly writer: Writer;
  readonly keyring: Keyring;
  readonly trail: TrailWriter;
  readonly names: ReadonlySet<string>;
  readonly cacheBytes: number;
  readonly isNew: boolean;
  readonly onProgress: (text: string) => void;
  readonly release: () => Promise<void>;
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** Runs units over one database, one writer thread and one trail. */
export class EmbeddedStore implements OpenStore {
  readonly sessionKey: Buffer;
  readonly isNew: boolean;
  readonly #parts: EmbeddedParts;
  readonly #sources: ViewSources;
  readonly #committer: Committer;
  readonly #mover: Mover;
  /** Units that gave up on sharing run one after the other, with the others held at their commit. */
  #alone: Promise<unknown> = Promise.resolve();
  #gate: Promise<void> | undefined;
  #running = 0;
  #isClosed = false;
  #onQuiet: (() => void) | undefined;

  constructor(parts: EmbeddedParts) {
    const { reader, writer, keyring, trail, names } = parts;
    this.#parts = parts;
    this.isNew = parts.isNew;
    this.sessionKey = keyring.derive('session tokens');
    const cache = new DocumentCache(parts.cacheBytes);
    const committer = new Committer({
      write: (group) => writer.write(group),
      readCounters: () => readCounters(reader),
      cache,
      keyring,
      onPending: (number, records) => this.#mover.add(number, records),
    });
    this.#committer = committer;
    this.#mover = new Mover(trail, (through) => committer.dropPending(through), parts.onProgress);
    this.#sources = { reader, cache, keyring, committer, names };
  }

  /** Makes new keys durable, and moves what a crash left pending. */
  async start(): Promise<void> {
    const { reader, keyring } = this.#parts;
    let after = 0;
    for (;;) {
      const rows = reader.numbered('pending', after, PAGE_LIMIT);
      for (const { number, body } of rows) {
        const text = keyring.unsealOwn(['pending', String(number)], body);
        const records: readonly TrailRecord[] = JSON.parse(text);
        this.#mover.add(number, records);
        after = number;
      }
      if (rows.length === 0) break;
      await this.#mover.settle();
    }
    if (after > 0 || keyring.unsaved().length > 0) await this.#committer.flush();
  }

  async run<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Error('The store is closed.');
    this.#running += 1;
    try {
      const once = new OnceValues();
      const attempt = (): Promise<Outcome<T> | undefined> => this.#attempt(work, once);
      for (let tries = 0; tries < TRIES; tries += 1) {
        const outcome = await attempt();
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
    const unit = createUnit(
      state,
      (scope) => createView(this.#sources, state, scope),
      once.startRun(),
    );
    this.#states.set(unit, state);
    const outcome = await outcomeOf(work, unit);
    while (!isAlone && this.#gate !== undefined) await this.#gate;
    // From here to the commit nothing may wait: the check would no longer hold.
    if (this.#committer.hasConflict(state)) {
      await this.#landed(state);
      return undefined;
    }
    if ('error' in outcome) return outcome;
    await this.#finish(state);
    return outcome;
  }

  readonly #states = new WeakMap<Unit, UnitState>();

  async #finish(state: UnitState): Promise<void> {
    if (state.isWriting()) {
      this.#mover.requireRoom();
      await this.#committer.commit(state);
    } else if (state.records.length > 0) {
      await this.#parts.trail.append(state.records);
    }
  }

  async #landed(state: UnitState): Promise<void> {
    for (const address of state.reads.keys()) await this.#committer.landed(address);
    for (const range of state.ranges.keys()) await this.#committer.landed(range);
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
        await this.#committer.idle();
        return await body();
      } finally {
        this.#gate = undefined;
        open();
      }
    });
    this.#alone = turn.catch(() => undefined);
    return turn;
  }

  async dueJobs(until: Instant, limit: number): Promise<readonly JobRow[]> {
    return this.#parts.reader.dueJobs(until, limit).map((row) => this.#openJob(row));
  }

  async nextDue(): Promise<Instant | undefined> {
    return this.#parts.reader.dueJobs(Number.POSITIVE_INFINITY, 1)[0]?.due;
  }

  async runJob(row: JobRow, work: (unit: Unit) => Promise<void>): Promise<void> {
    await this.run(async (unit) => {
      const state = this.#states.get(unit);
      const address = jobAddress(row.id);
      await this.#committer.landed(address);
      state?.remember(state.reads, address, this.#committer.sequence());
      const found = this.#parts.reader.job(row.id);
      if (found === undefined || !isSameJob(this.#openJob(found), row)) return;
      await work(unit);
      if (state !== undefined && !state.jobs.has(row.id)) unit.cancel(row.id);
    });
  }

  async readOutbox(after: number, limit: number): Promise<readonly StoredEvent[]> {
    const { reader, keyring } = this.#parts;
    return reader.numbered('outbox', after, limit).map(({ number, body }) => {
      const text = keyring.unsealOwn(['outbox', String(number)], body);
      const event: OutboxEvent = JSON.parse(text);
      return { ...event, position: number };
    });
  }

  highestOutbox(): number {
    return this.#committer.outboxNumber();
  }

  dropOutbox(through: number): void {
    this.#committer.dropOutbox(through);
  }

  settle(): Promise<void> {
    return this.#mover.settle();
  }

  async reset(): Promise<void> {
    await this.#exclusively(() => this.#committer.reset());
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#running > 0) {
      await new Promise<void>((resolve) => {
        this.#onQuiet = resolve;
      });
    }
    try {
      await this.#committer.idle();
      await this.#mover.settle();
      await this.#committer.flush();
    } catch {
      this.#parts.onProgress('Some audit records wait for the next start to reach the trail.');
    }
    await this.#end();
    await this.#parts.release();
  }

  /** Ends what a failed start began; the caller releases the directory. */
  async abandon(): Promise<void> {
    this.#isClosed = true;
    await this.#end();
  }

  async #end(): Promise<void> {
    this.#mover.stop();
    await this.#parts.writer.close();
    this.#parts.reader.close();
  }

  #openJob(row: SealedJob): JobRow {
    const { id, due, body } = row;
    const text = this.#parts.keyring.unsealOwn(['job', id, String(due)], body);
    const order: Pick<JobOrder, 'kind' | 'scope' | 'payload'> = JSON.parse(text);
    return { ...order, id, due };
  }
}

async function outcomeOf<T>(work: (unit: Unit) => Promise<T>, unit: Unit): Promise<Outcome<T>> {
  try {
    return { value: await work(unit) };
  } catch (error) {
    return { error };
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

function readCounters(reader: Reader): Counters {
  const count = (name: string): number => Number(reader.meta(name) ?? '0');
  return { sequence: count('sequence'), pending: count('pending'), outbox: count('outbox') };
}
