import type { JobOrder, OutboxEvent, TrailRecord, Unit, View } from '../contract/view.ts';
import type { Scope } from '../core/scope.ts';
import type { Stored } from './document-cache.ts';
import type { BufferedWrite } from './documents.ts';
import { requireName } from './documents.ts';
import { refusalOf } from './trail/frame.ts';
import { createView, type ViewSources } from './view.ts';

const PAYLOAD_BYTES = 64 * 1024;

/** What one run of a unit has read, and what it wants written. */
export class UnitState {
  /** Documents read, by address: a second read sees the same. */
  readonly documents = new Map<string, Stored>();
  /** The sequence at which each address was read first. */
  readonly reads = new Map<string, number>();
  /** The same for listings, by scope and collection. */
  readonly ranges = new Map<string, number>();
  /** Versions of the jobs' rows that were read, by id; 0 for none. */
  readonly jobReads = new Map<string, number>();
  readonly writes = new Map<string, BufferedWrite>();
  readonly records: TrailRecord[] = [];
  readonly events: OutboxEvent[] = [];
  /** By job id; undefined cancels. */
  readonly jobs = new Map<string, JobOrder | undefined>();
  /** What runs once it is durable. */
  readonly hooks: (() => void)[] = [];
  /** The sequence at which it read first: nothing it read is older. */
  firstRead: number | undefined;

  isWriting(): boolean {
    return this.writes.size > 0 || this.events.length > 0 || this.jobs.size > 0;
  }

  remember(reads: Map<string, number>, address: string, sequence: number): void {
    this.firstRead ??= sequence;
    if (!reads.has(address)) reads.set(address, sequence);
  }

  savepoint(): () => void {
    const { events, hooks } = this;
    const writes = copied(this.writes);
    const jobs = copied(this.jobs);
    const lengths = { events: events.length, hooks: hooks.length };
    return () => {
      restore(this.writes, writes);
      restore(this.jobs, jobs);
      events.length = lengths.events;
      hooks.length = lengths.hooks;
    };
  }
}

/** Most calls begin when nothing has been written. */
function copied<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> | undefined {
  return map.size === 0 ? undefined : new Map(map);
}

function restore<T>(map: Map<string, T>, to: ReadonlyMap<string, T> = new Map()): void {
  map.clear();
  for (const [key, value] of to) map.set(key, value);
}

/** Values made once, whatever the number of runs. */
export class OnceValues {
  readonly #values: unknown[] = [];

  /** The calls of one run, from the first. */
  startRun(): <T>(make: () => T | Promise<T>) => Promise<T> {
    let index = 0;
    return async <T>(make: () => T | Promise<T>): Promise<T> => {
      const turn = index;
      index += 1;
      const slot = this.#slot<T>(turn);
      if (slot.value === undefined) slot.value = { made: await make() };
      return slot.value.made;
    };
  }

  // The order of calls ties a slot to its type: the same code makes the same calls.
  #slot<T>(turn: number): { value?: { made: T } } {
    const found = this.#values[turn];
    if (isSlot<T>(found)) return found;
    const slot: { value?: { made: T } } = {};
    this.#values[turn] = slot;
    return slot;
  }
}

function isSlot<T>(value: unknown): value is { value?: { made: T } } {
  return value !== undefined;
}

/** The unit a handler is given. */
export class StateUnit implements Unit {
  readonly state: UnitState;
  readonly once: Unit['once'];
  readonly #sources: ViewSources;

  constructor(state: UnitState, sources: ViewSources, once: Unit['once']) {
    this.state = state;
    this.once = once;
    this.#sources = sources;
  }

  view(scope: Scope): View {
    return createView(this.#sources, this.state, scope);
  }

  audit(record: TrailRecord): void {
    // Kept with state it could never reach the trail, and would hold up every record after it.
    const refusal = refusalOf(record);
    if (refusal !== undefined) throw new RangeError(refusal);
    this.state.records.push(record);
  }

  emit(event: OutboxEvent): void {
    this.state.events.push(event);
  }

  order(job: JobOrder): void {
    if (Buffer.byteLength(job.payload, 'utf8') > PAYLOAD_BYTES) {
      throw new RangeError(`The payload of the job ${job.id} is larger than 64 KiB.`);
    }
    requireName(job.id, 'The id of a job');
    this.state.jobs.set(job.id, job);
  }

  cancel(jobId: string): void {
    this.state.jobs.set(jobId, undefined);
  }

  onCommit(then: () => void): void {
    this.state.hooks.push(then);
  }

  savepoint(): () => void {
    return this.state.savepoint();
  }
}
