import type { OutboxEvent, TrailRecord } from '../contract/view.ts';
import type { DocumentCache } from './document-cache.ts';
import { deferred } from './deferred.ts';
import type { EncodedWrite } from './documents.ts';
import { encodeWrite, jobAddress, packJob, rangeOf } from './documents.ts';
import type { Keyring } from './keyring.ts';
import type { KeyChange } from './rotation.ts';
import type { JobWrite, NumberedRow, WriteGroup } from './sqlite/messages.ts';
import type { UnitState } from './unit.ts';

/** Addresses whose last write is remembered; beyond them all older reads count as conflicts. */
const REMEMBERED_WRITES = 100_000;

export interface Counters {
  /** Grows with each group that landed; also the version of what it wrote. */
  readonly sequence: number;
  /** The highest number of a pending row. */
  readonly pending: number;
  readonly outbox: number;
}

export interface CommitterOptions {
  readonly write: (group: WriteGroup) => Promise<void>;
  /** The counters as the database has them. */
  readonly readCounters: () => Counters;
  readonly cache: DocumentCache;
  readonly keyring: Keyring;
  /** Told of the audit records of each row that is durable now, in order. */
  readonly onPending: (number: number, records: readonly TrailRecord[]) => void;
}

/** Units that share one transaction. */
interface Flight {
  readonly units: UnitState[];
  readonly landed: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  isReset: boolean;
  keep: KeyChange | undefined;
}

/** Checks what units read and makes durable what they wrote, one group at a time. */
export class Committer {
  readonly #options: CommitterOptions;
  /** The sequence of the last write, by address and by range. */
  readonly #lastWrites = new Map<string, number>();
  /** What is on its way, by address and by range. */
  readonly #flying = new Map<string, Flight>();
  #counters: Counters;
  /** Reads before this sequence can't be judged any more. */
  #floor: number;
  #next: Flight | undefined;
  #current: Flight | undefined;
  #dropPendingThrough = 0;
  #dropOutboxThrough = 0;

  constructor(options: CommitterOptions) {
    this.#options = options;
    this.#counters = options.readCounters();
    this.#floor = this.#counters.sequence;
  }

  sequence(): number {
    return this.#counters.sequence;
  }

  outboxNumber(): number {
    return this.#counters.outbox;
  }

  /** Waits while a write of an address or range is on its way; undefined when none is. */
  landed(address: string): Promise<void> | undefined {
    const flight = this.#flying.get(address);
    return flight === undefined ? undefined : this.#landing(address, flight);
  }

  async #landing(address: string, first: Flight): Promise<void> {
    let flight: Flight | undefined = first;
    while (flight !== undefined) {
      await flight.landed.catch(() => undefined);
      flight = this.#flying.get(address);
    }
  }

  /** Waits until nothing is on its way. */
  async idle(): Promise<void> {
    for (;;) {
      const flight = this.#next ?? this.#current;
      if (flight === undefined) return;
      await flight.landed.catch(() => undefined);
    }
  }

  /** True when something that the unit read was written since, or is about to be. */
  hasConflict(unit: UnitState): boolean {
    const isQuiet = this.#flying.size === 0 && unit.firstRead === this.#counters.sequence;
    if (isQuiet) return false;
    if (this.#isStale(unit.reads)) return true;
    return unit.isWriting() && this.#isStale(unit.ranges);
  }

  /** Resolves when what the unit wrote is durable. Call it in the turn that found no conflict. */
  commit(unit: UnitState): Promise<void> {
    const flight = this.#join();
    flight.units.push(unit);
    for (const address of touched(unit)) this.#flying.set(address, flight);
    return flight.landed;
  }

  /** Rows at or below a number leave with the next group. */
  dropPending(through: number): void {
    this.#dropPendingThrough = Math.max(this.#dropPendingThrough, through);
  }

  dropOutbox(through: number): void {
    this.#dropOutboxThrough = Math.max(this.#dropOutboxThrough, through);
  }

  /** Makes what waits for the next group durable now. */
  flush(): Promise<void> {
    return this.#join().landed;
  }

  /** Empties the store. Call it while no unit runs. */
  async reset(): Promise<void> {
    await this.idle();
    const flight = this.#join();
    flight.isReset = true;
    await flight.landed;
  }

  /** Makes a change of the store's own durable. Call it while no unit runs. */
  async keep(change: KeyChange): Promise<void> {
    await this.idle();
    const flight = this.#join();
    flight.keep = change;
    await flight.landed;
  }

  #isStale(reads: ReadonlyMap<string, number>): boolean {
    for (const [address, sequence] of reads) {
      if (sequence < this.#floor || this.#flying.has(address)) return true;
      if ((this.#lastWrites.get(address) ?? 0) > sequence) return true;
    }
    return false;
  }

  #join(): Flight {
    if (this.#next !== undefined) return this.#next;
    const { promise, resolve, reject } = deferred<void>();
    // A group may have nobody who waits for it.
    promise.catch(() => undefined);
    this.#next = { units: [], landed: promise, resolve, reject, isReset: false, keep: undefined };
    // Units of one turn of the loop share a flush.
    if (this.#current === undefined) setImmediate(() => void this.#depart());
    return this.#next;
  }

  async #depart(): Promise<void> {
    const flight = this.#next;
    if (flight === undefined || this.#current !== undefined) return;
    this.#next = undefined;
    this.#current = flight;
    try {
      await this.#fly(flight);
    } catch (error) {
      this.#clear(flight);
      this.#refresh();
      flight.reject(error);
    }
    this.#current = undefined;
    if (this.#next !== undefined) void this.#depart();
  }

  async #fly(flight: Flight): Promise<void> {
    const { keyring, cache, write, onPending } = this.#options;
    const load = packUnits(flight.units, this.#counters, keyring);
    const scopeKeys = keyring.unsaved();
    const dropPendingThrough = this.#dropPendingThrough;
    const dropOutboxThrough = this.#dropOutboxThrough;
    const written = write({
      documents: load.encoded.map((encoded) => encoded.write),
      jobs: load.jobs,
      pending: load.pending.map(({ number, body }) => ({ number, body })),
      outbox: load.outbox,
      scopeKeys,
      counters: { ...load.counters },
      dropPendingThrough,
      dropOutboxThrough,
      reset: flight.isReset,
      keep: flight.keep,
    });
    await written.catch((error: unknown) => {
      // What is there is durable, whatever became of the answer.
      if (!this.#isKept(load.counters.sequence)) throw error;
    });
    keyring.saved(scopeKeys);
    this.#counters = load.counters;
    if (flight.isReset) this.#forget();
    for (const { address, stored } of load.encoded) cache.set(address, stored);
    this.#clear(flight);
    for (const unit of flight.units) {
      for (const address of touched(unit)) {
        this.#lastWrites.set(address, load.counters.sequence);
      }
    }
    if (this.#lastWrites.size > REMEMBERED_WRITES) {
      this.#lastWrites.clear();
      this.#floor = this.#counters.sequence;
    }
    if (this.#dropPendingThrough === dropPendingThrough) this.#dropPendingThrough = 0;
    if (this.#dropOutboxThrough === dropOutboxThrough) this.#dropOutboxThrough = 0;
    flight.resolve();
    for (const { number, records } of load.pending) onPending(number, records);
  }

  #isKept(sequence: number): boolean {
    try {
      return this.#options.readCounters().sequence >= sequence;
    } catch {
      return false;
    }
  }

  #clear(flight: Flight): void {
    for (const unit of flight.units) {
      for (const address of touched(unit)) {
        // A later group may write it too.
        if (this.#flying.get(address) === flight) this.#flying.delete(address);
      }
    }
  }

  #forget(): void {
    this.#options.cache.clear();
    this.#lastWrites.clear();
    this.#floor = this.#counters.sequence;
  }

  #refresh(): void {
    try {
      this.#counters = this.#options.readCounters();
      this.#forget();
    } catch {
      // The store can't be read either: each call that follows says so itself.
    }
  }
}

interface PendingLoad extends NumberedRow {
  readonly records: readonly TrailRecord[];
}

interface Load {
  readonly encoded: readonly EncodedWrite[];
  readonly jobs: readonly JobWrite[];
  readonly pending: readonly PendingLoad[];
  readonly outbox: readonly NumberedRow[];
  readonly counters: Counters;
}

function packUnits(units: readonly UnitState[], counters: Counters, keyring: Keyring): Load {
  const sequence = counters.sequence + 1;
  let { pending: pendingNumber, outbox: outboxNumber } = counters;
  const encoded: EncodedWrite[] = [];
  const jobs: JobWrite[] = [];
  const pending: PendingLoad[] = [];
  const outbox: NumberedRow[] = [];
  for (const unit of units) {
    for (const write of unit.writes.values()) encoded.push(encodeWrite(write, sequence, keyring));
    for (const [id, order] of unit.jobs) jobs.push(packJob(id, order, keyring));
    for (const event of unit.events) {
      outboxNumber += 1;
      outbox.push({ number: outboxNumber, body: packEvent(outboxNumber, event, keyring) });
    }
    if (unit.records.length === 0) continue;
    pendingNumber += 1;
    const text = JSON.stringify(unit.records);
    const body = keyring.sealOwn(['pending', String(pendingNumber)], text);
    pending.push({ number: pendingNumber, body, records: unit.records });
  }
  const after = { sequence, pending: pendingNumber, outbox: outboxNumber };
  return { encoded, jobs, pending, outbox, counters: after };
}

function packEvent(number: number, event: OutboxEvent, keyring: Keyring): Buffer {
  return keyring.sealOwn(['outbox', String(number)], JSON.stringify(event));
}

/** Addresses and ranges that a unit writes. */
export function* touched(unit: UnitState): Iterable<string> {
  for (const [address, write] of unit.writes) {
    yield address;
    yield rangeOf(write.scope, write.collection.name);
  }
  for (const id of unit.jobs.keys()) yield jobAddress(id);
}
