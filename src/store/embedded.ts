import type { TrailRecord } from '../contract/view.ts';
import type { Instant } from '../core/time.ts';
import { Committer } from './committer.ts';
import type { Counters } from './committer.ts';
import type { DocumentCache } from './document-cache.ts';
import type { Driver, SealedEvent, SealedJob, StateReads } from './driver.ts';
import type { Keyring } from './keyring.ts';
import { Mover } from './mover.ts';
import type { KeyChange } from './rotation.ts';
import type { ScopeKeyRow } from './sqlite/messages.ts';
import type { Reader } from './sqlite/reader.ts';
import type { Writer } from './sqlite/writer.ts';
import type { TrailWriter } from './trail-writer.ts';
import type { UnitState } from './unit.ts';

const PAGE_LIMIT = 1_000;

export interface EmbeddedParts {
  readonly reader: Reader;
  readonly writer: Writer;
  readonly keyring: Keyring;
  readonly cache: DocumentCache;
  readonly trail: TrailWriter;
  readonly onProgress: (text: string) => void;
}

/** The driver over one database, one writer thread and one trail. */
export class EmbeddedDriver implements Driver {
  readonly reads: StateReads;
  readonly #parts: EmbeddedParts;
  readonly #committer: Committer;
  readonly #mover: Mover;

  constructor(parts: EmbeddedParts) {
    const { reader, writer, keyring, cache, trail } = parts;
    this.#parts = parts;
    const committer = new Committer({
      write: (group) => writer.write(group),
      readCounters: () => readCounters(reader),
      cache,
      keyring,
      onPending: (number, records) => this.#mover.add(number, records),
    });
    this.#committer = committer;
    this.#mover = new Mover(trail, (through) => committer.dropPending(through), parts.onProgress);
    this.reads = {
      landed: (address) => committer.landed(address),
      sequence: () => committer.sequence(),
      document: (scope, collection, id) => reader.document(scope, collection, id),
      list: (scope, collection, query) => ({
        rows: reader.list(scope, collection, query),
        version: committer.sequence(),
      }),
    };
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

  // From the check to the commit nothing may wait: the check would no longer hold.
  async commit(state: UnitState, isFailed: boolean): Promise<boolean> {
    if (this.#committer.hasConflict(state)) {
      await this.#landed(state);
      return false;
    }
    if (isFailed) return true;
    if (state.isWriting()) {
      this.#mover.requireRoom();
      await this.#committer.commit(state);
    } else if (state.records.length > 0) {
      await this.#parts.trail.append(state.records);
    }
    return true;
  }

  async #landed(state: UnitState): Promise<void> {
    for (const address of state.reads.keys()) await this.#committer.landed(address);
    for (const range of state.ranges.keys()) await this.#committer.landed(range);
  }

  async exclusively<T>(body: () => Promise<T>): Promise<T> {
    await this.#committer.idle();
    return body();
  }

  job(id: string): SealedJob | undefined {
    return this.#parts.reader.job(id);
  }

  dueJobs(until: Instant, limit: number): readonly SealedJob[] {
    return this.#parts.reader.dueJobs(until, limit);
  }

  events(after: number, limit: number): readonly SealedEvent[] {
    return this.#parts.reader.numbered('outbox', after, limit).map(({ number, body }) => ({
      number,
      context: ['outbox', String(number)],
      body,
    }));
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

  scopeKeys(): readonly ScopeKeyRow[] {
    return this.#parts.reader.scopeKeys();
  }

  keep(change: KeyChange): Promise<void> {
    return this.#committer.keep(change);
  }

  reset(): Promise<void> {
    return this.#committer.reset();
  }

  async close(): Promise<void> {
    try {
      await this.#committer.idle();
      await this.#mover.settle();
      await this.#committer.flush();
    } catch {
      this.#parts.onProgress('Some audit records wait for the next start to reach the trail.');
    }
    await this.abandon();
  }

  async abandon(): Promise<void> {
    this.#mover.stop();
    await this.#parts.writer.close();
    this.#parts.reader.close();
  }
}

function readCounters(reader: Reader): Counters {
  const count = (name: string): number => Number(reader.meta(name) ?? '0');
  return { sequence: count('sequence'), pending: count('pending'), outbox: count('outbox') };
}
