import type { ActContext, AnyActingJob, JobContext, JobKind } from '../../contract/service.ts';
import type { JobOrder, Store, Unit } from '../../contract/view.ts';
import type { Clock, Instant } from '../../core/time.ts';
import { MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { globalView } from '../position.ts';
import { Leases } from './leases.ts';
import { jobTroubles, parkedJobs } from './state.ts';

const ATTEMPTS_LIMIT = 8;
const FIRST_DELAY_MS = 5 * SECOND_MS;
const LONGEST_DELAY_MS = 60 * MINUTE_MS;
const PAGE_LIMIT = 1_000;
/** Due rows that are looked at for one that can begin; those behind wait. */
const LOOKED_AT_LIMIT = 16 * PAGE_LIMIT;
/** Acting jobs that may act at one time; further ones wait. */
const ACTING_LIMIT = 64;
/** Jobs in one `runDue`, so that jobs that order each other for ever don't hold its caller. */
const ROUND_LIMIT = 1_000;
/** Another node, or a unit that did not call `wake`, may have ordered a job. */
const LONGEST_SLEEP_MS = 15 * SECOND_MS;
/** What is due and did not begin waits for room, or for another node. */
const WAITING_SLEEP_MS = SECOND_MS;

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
   * again. Does nothing, and gives false, when the row has gone or was ordered anew: perhaps after the work ran in vain.
   */
  runJob(row: JobRow, work: (unit: Unit) => Promise<void>): Promise<boolean>;
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
  /** Builds what a job may use between its units. */
  readonly actContextOf: (row: JobRow, signal: AbortSignal) => ActContext;
  readonly onFault: (message: string, cause: unknown) => void;
  /** True where other nodes run jobs of the same store. Default false. */
  readonly isShared?: boolean;
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
   * first thousand. Waits for those that act. Returns how many ran, failed ones included; 0 says that none is due.
   */
  runDue(until: Instant): Promise<number>;
  /** When the next job is due that is not at work; undefined when there is none. */
  nextDue(): Promise<Instant | undefined>;
  /** The same for what time stops at while it is moved: not for jobs whose missed turns are made up for by one. */
  nextStop(): Promise<Instant | undefined>;
  /** Tells acting jobs to stop, and waits for all that are running. */
  stop(): Promise<void>;
}

/** Runs jobs by service time, one at a time, so that they run in due order; only acting jobs act side by side. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  return new Runner(options);
}

class Runner implements JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #kinds: ReadonlyMap<string, JobKind>;
  #turn: Promise<unknown> = Promise.resolve();
  /** Acting jobs by id. Their rows stay until they end. */
  readonly #acting = new Map<string, Promise<void>>();
  /** How many act, by kind. */
  readonly #actingOf = new Map<string, number>();
  readonly #leases: Leases | undefined;
  readonly #end = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #isStarted = false;
  #isStopped = false;
  #isAwake = false;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
    this.#kinds = new Map(options.kinds.map((kind) => [kind.kind, kind]));
    if (this.#kinds.size < options.kinds.length) throw new Error('Two job kinds share a name.');
    const { store, clock, onFault } = options;
    const realTime = () => clock.realTime();
    this.#leases = options.isShared === true ? new Leases({ store, realTime, onFault }) : undefined;
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
      await this.#inTurn(() => this.#runAll(this.#options.clock.serviceTime()));
      const next = await this.nextDue();
      const wait = (next ?? Number.POSITIVE_INFINITY) - this.#options.clock.serviceTime();
      sleepMs = wait > 0 ? Math.min(LONGEST_SLEEP_MS, wait) : WAITING_SLEEP_MS;
    } catch (cause) {
      if (!this.#isStopped) this.#options.onFault('Due jobs could not be run.', cause);
    }
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), sleepMs).unref();
  }

  async nextDue(): Promise<Instant | undefined> {
    const limit = this.#acting.size + 1;
    const rows = await this.#options.store.dueJobs(Number.POSITIVE_INFINITY, limit);
    return rows.find((row) => !this.#acting.has(row.id))?.due;
  }

  async nextStop(): Promise<Instant | undefined> {
    const rows = await this.#options.store.dueJobs(Number.POSITIVE_INFINITY, PAGE_LIMIT);
    const stops = rows.filter(({ kind }) => this.#kinds.get(kind)?.missed !== 'once');
    const next = stops.find((row) => !this.#acting.has(row.id));
    // Behind a page of such jobs there may be others: time goes no further than what was seen.
    return next?.due ?? (rows.length === PAGE_LIMIT ? rows.at(-1)?.due : undefined);
  }

  async runDue(until: Instant): Promise<number> {
    let count = 0;
    for (;;) {
      count += await this.#inTurn(() => this.#runAll(until));
      if (this.#acting.size === 0 || count >= ROUND_LIMIT) return count;
      await Promise.race(this.#acting.values());
    }
  }

  // One round at a time, whoever asks for it.
  #inTurn(work: () => Promise<number>): Promise<number> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #runAll(until: Instant): Promise<number> {
    let count = 0;
    for (;;) {
      const rows = await this.#due(until);
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

  /** What can begin now: rows of acting jobs wait until there is room. */
  async #due(until: Instant): Promise<readonly JobRow[]> {
    for (let limit = PAGE_LIMIT; ; limit *= 2) {
      const rows = await this.#options.store.dueJobs(until, limit);
      const able = this.#able(rows);
      // Behind many that wait for room there may be others that do not.
      if (able.length > 0 || rows.length < limit || limit >= LOOKED_AT_LIMIT) return able;
    }
  }

  #able(rows: readonly JobRow[]): readonly JobRow[] {
    let room = ACTING_LIMIT - this.#acting.size;
    const begun = new Map(this.#actingOf);
    return rows.filter((row) => {
      if (this.#acting.has(row.id) || this.#leases?.isElsewhere(row.id) === true) return false;
      const kind = this.#kinds.get(row.kind);
      if (!isActing(kind)) return true;
      const count = begun.get(row.kind) ?? 0;
      if (room === 0 || count >= (kind.mostActing ?? ACTING_LIMIT)) return false;
      begun.set(row.kind, count + 1);
      room -= 1;
      return true;
    });
  }

  async #runOne(row: JobRow): Promise<void> {
    try {
      const kind = this.#kinds.get(row.kind);
      if (kind === undefined) throw new Error(`No job kind is named ${row.kind}.`);
      if (isActing(kind)) await this.#begin(row, kind);
      else await this.#finish(row, (context) => kind.run(row.payload, context));
    } catch (cause) {
      await this.#postpone(row, cause);
      this.#leases?.forget(row.id);
    }
  }

  /** A unit that ends the job. */
  async #finish(row: JobRow, work: (context: JobContext) => Promise<void>): Promise<void> {
    await this.#options.store.runJob(row, async (unit) => {
      const view = globalView(unit);
      const trouble = await view.get(jobTroubles, row.id);
      if (trouble !== undefined) view.delete(jobTroubles, row.id);
      await work(this.#contextOf(row, unit, trouble?.due));
      this.#leases?.release(unit, row.id);
    });
  }

  async #begin(row: JobRow, kind: AnyActingJob): Promise<void> {
    let prepared: object | undefined;
    const isOurs = await this.#options.store.runJob(row, async (unit) => {
      prepared = undefined;
      if ((await this.#leases?.take(unit, row.id)) === false) return unit.order(row);
      const trouble = await globalView(unit).get(jobTroubles, row.id);
      prepared = await kind.prepare(row.payload, this.#contextOf(row, unit, trouble?.due));
      if (prepared !== undefined) return unit.order(row);
      if (trouble !== undefined) globalView(unit).delete(jobTroubles, row.id);
      this.#leases?.release(unit, row.id);
    });
    // What was prepared before another unit took the job over never was: its run left nothing.
    if (prepared === undefined || !isOurs) return this.#leases?.forget(row.id);
    this.#actingOf.set(kind.kind, (this.#actingOf.get(kind.kind) ?? 0) + 1);
    const acting = this.#act(row, kind, prepared).finally(() => {
      this.#acting.delete(row.id);
      this.#actingOf.set(kind.kind, (this.#actingOf.get(kind.kind) ?? 1) - 1);
      this.#leases?.forget(row.id);
      this.wake();
    });
    this.#acting.set(row.id, acting);
  }

  async #act(row: JobRow, kind: AnyActingJob, prepared: object): Promise<void> {
    const { actContextOf, onFault } = this.#options;
    try {
      const acted = await kind.act(prepared, actContextOf(row, this.#end.signal));
      await this.#finish(row, (context) => kind.handle(row.payload, context, acted));
    } catch (cause) {
      // What stopped with the server goes on with the next one.
      if (this.#isStopped) return;
      await this.#postpone(row, cause).catch((trouble: unknown) => {
        onFault(`The job ${row.id} (${row.kind}) could not be put off.`, trouble);
      });
    }
  }

  #contextOf(row: JobRow, unit: Unit, firstDue: Instant | undefined): JobContext {
    const { clock, contextOf } = this.#options;
    return contextOf(unit, { row, due: firstDue ?? row.due, now: clock.serviceTime() });
  }

  // An error here ends the round: the store is in trouble, not the job.
  async #postpone(row: JobRow, cause: unknown): Promise<void> {
    const { store, clock, onFault, attemptsLimit = ATTEMPTS_LIMIT } = this.#options;
    const now = clock.serviceTime();
    let isParked = false;
    await store.runJob(row, async (unit) => {
      const view = globalView(unit);
      const trouble = await view.get(jobTroubles, row.id);
      this.#leases?.release(unit, row.id);
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
    this.#end.abort();
    await this.#turn;
    await Promise.all(this.#acting.values());
    this.#leases?.stop();
  }
}

function isActing(kind: JobKind | undefined): kind is AnyActingJob {
  return kind !== undefined && 'act' in kind;
}

function delayMs(attempts: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
}
