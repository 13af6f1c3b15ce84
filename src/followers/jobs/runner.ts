import type { JobContext, JobKind } from '../../contract/service.ts';
import type { JobOrder, Store, Unit } from '../../contract/view.ts';
import type { Clock, Instant } from '../../core/time.ts';
import { MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { globalView } from '../position.ts';
import { jobTroubles, parkedJobs } from './state.ts';

const ATTEMPTS_LIMIT = 8;
const FIRST_DELAY_MS = 5 * SECOND_MS;
const LONGEST_DELAY_MS = 60 * MINUTE_MS;
const PAGE_LIMIT = 100;
/** Jobs in one `runDue`, so that jobs that order each other for ever don't hold its caller. */
const ROUND_LIMIT = 1_000;
/** Another node, or a unit that did not call `wake`, may have ordered a job. */
const LONGEST_SLEEP_MS = 15 * SECOND_MS;

/** A stored job: what was ordered. */
export type JobRow = JobOrder;

/** What the runner needs of the store, beside its units. */
export interface JobStore extends Store {
  /**
   * Rows due at or before an instant, by due time and then id. Pass Infinity to see the next one.
   */
  dueJobs(until: Instant, limit: number): Promise<readonly JobRow[]>;
  /**
   * Runs a unit that reads the job's row, and takes the row away unless the unit orders the same id
   * again. Does nothing when the row has gone or was ordered anew.
   */
  runJob(row: JobRow, work: (unit: Unit) => Promise<void>): Promise<void>;
}

export interface JobRunnerOptions {
  readonly store: JobStore;
  readonly kinds: readonly JobKind[];
  readonly clock: Clock;
  /** Builds what a job may use, with the means to write its audit records. */
  readonly contextOf: (
    unit: Unit,
    job: { readonly row: JobRow; readonly due: Instant; readonly now: Instant },
  ) => JobContext;
  readonly onFault: (message: string, cause: unknown) => void;
  /** After so many failures in a row a job is parked. Default 8. */
  readonly attemptsLimit?: number;
}

export interface JobRunner {
  /** Runs due jobs as real time passes. */
  start(): void;
  /** Says that a job may have been ordered. Cheap. */
  wake(): void;
  /**
   * Runs jobs due at or before an instant, with what they order, in due order: all of them, or the
   * first thousand. Returns how many ran, failed ones included; 0 says that none is due.
   */
  runDue(until: Instant): Promise<number>;
  /** When the next job is due; undefined when there is none. */
  nextDue(): Promise<Instant | undefined>;
  /** Waits for the job that is running. */
  stop(): Promise<void>;
}

/** Runs jobs by service time, one at a time, so that they run in due order. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  return new Runner(options);
}

class Runner implements JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #kinds: ReadonlyMap<string, JobKind>;
  #turn: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isStarted = false;
  #isStopped = false;
  #isAwake = false;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
    this.#kinds = new Map(options.kinds.map((kind) => [kind.kind, kind]));
    if (this.#kinds.size < options.kinds.length) throw new Error('Two job kinds share a name.');
  }

  start(): void {
    this.#isStarted = true;
    this.wake();
  }

  wake(): void {
    if (!this.#isStarted || this.#isStopped || this.#isAwake) return;
    this.#isAwake = true;
    clearTimeout(this.#timer);
    // Many units that order jobs in one turn of the loop cause one look.
    setImmediate(() => void this.#look());
  }

  async #look(): Promise<void> {
    let sleepMs = LONGEST_SLEEP_MS;
    this.#isAwake = false;
    try {
      await this.runDue(this.#options.clock.serviceTime());
      const next = await this.nextDue();
      const wait = (next ?? Number.POSITIVE_INFINITY) - this.#options.clock.serviceTime();
      sleepMs = Math.min(LONGEST_SLEEP_MS, Math.max(0, wait));
    } catch (cause) {
      if (!this.#isStopped) this.#options.onFault('Due jobs could not be run.', cause);
    }
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), sleepMs).unref();
  }

  async nextDue(): Promise<Instant | undefined> {
    const [row] = await this.#options.store.dueJobs(Number.POSITIVE_INFINITY, 1);
    return row?.due;
  }

  runDue(until: Instant): Promise<number> {
    const result = this.#turn.then(() => this.#runAll(until));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #runAll(until: Instant): Promise<number> {
    let count = 0;
    for (;;) {
      const rows = await this.#options.store.dueJobs(until, PAGE_LIMIT);
      const first = rows[0];
      if (this.#isStopped) throw new Error('The job runner has stopped.');
      if (first === undefined || count >= ROUND_LIMIT) return count;
      // A job may order one that is due before the rest: the page holds for one instant.
      for (const row of rows) {
        if (row.due !== first.due || this.#isStopped) break;
        await this.#runOne(row);
        count += 1;
      }
    }
  }

  async #runOne(row: JobRow): Promise<void> {
    const { store, clock, contextOf } = this.#options;
    try {
      const kind = this.#kinds.get(row.kind);
      if (kind === undefined) throw new Error(`No job kind is named ${row.kind}.`);
      await store.runJob(row, async (unit) => {
        const view = globalView(unit);
        const trouble = await view.get(jobTroubles, row.id);
        if (trouble !== undefined) view.delete(jobTroubles, row.id);
        const due = trouble?.due ?? row.due;
        await kind.run(row.payload, contextOf(unit, { row, due, now: clock.serviceTime() }));
      });
    } catch (cause) {
      await this.#postpone(row, cause);
    }
  }

  // An error here ends the round: the store is in trouble, not the job.
  async #postpone(row: JobRow, cause: unknown): Promise<void> {
    const { store, clock, onFault, attemptsLimit = ATTEMPTS_LIMIT } = this.#options;
    const now = clock.serviceTime();
    let isParked = false;
    await store.runJob(row, async (unit) => {
      const view = globalView(unit);
      const trouble = await view.get(jobTroubles, row.id);
      const attempts = (trouble?.attempts ?? 0) + 1;
      const due = trouble?.due ?? row.due;
      isParked = attempts >= attemptsLimit;
      if (isParked) {
        const { kind, scope, payload } = row;
        view.delete(jobTroubles, row.id);
        view.put(parkedJobs, row.id, { kind, scope, due, payload, attempts, parkedAt: now });
        unit.cancel(row.id);
        return;
      }
      view.put(jobTroubles, row.id, { attempts, due });
      const { id, kind, scope, payload } = row;
      unit.order({ id, kind, scope, payload, due: now + delayMs(attempts) });
    });
    const outcome = isParked ? 'failed too often and was parked' : 'failed and will be tried again';
    onFault(`The job ${row.id} (${row.kind}) ${outcome}.`, cause);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#turn;
  }
}

function delayMs(attempts: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
}
