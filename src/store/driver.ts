import type { ListQuery } from '../contract/view.ts';
import type { Instant } from '../core/time.ts';
import type { KeyChange } from './rotation.ts';
import type { ScopeKeyRow } from './sqlite/messages.ts';
import type { UnitState } from './unit.ts';

/** At once where the state is at hand, later where a network lies between. */
export type Soon<T> = T | Promise<T>;

export interface DocumentRow {
  /** Above 0, and another after each write. */
  readonly version: number;
  readonly shape: number;
  readonly body: Uint8Array;
}

export interface ListedRow extends DocumentRow {
  readonly id: string;
  readonly key: string;
}

/** Rows in the order of the walk, with the version of the range no later than they. */
export interface RangeRows {
  readonly rows: readonly ListedRow[];
  readonly version: number;
}

export interface SealedJob {
  readonly id: string;
  readonly due: Instant;
  readonly body: Uint8Array;
  readonly version: number;
}

/** An outbox row: `context` is what its body was sealed for. */
export interface SealedEvent {
  readonly number: number;
  readonly context: readonly string[];
  readonly body: Uint8Array;
}

/** What views read from: what is committed. */
export interface StateReads {
  /** Waits while a write of an address or range is on its way; undefined when none is. */
  landed(address: string): Promise<void> | undefined;
  /** What a read now sees no less than. */
  sequence(): number;
  document(scope: string, collection: string, id: string): Soon<DocumentRow | undefined>;
  list(scope: string, collection: string, query: ListQuery): Soon<RangeRows>;
}

/** Where state is kept, and who judges whether a unit may change it. */
export interface Driver {
  readonly reads: StateReads;
  /**
   * Checks what the unit read and, unless it failed, makes durable what it wrote. False says that
   * something it read was written since: nothing of it was kept, and it must run again.
   */
  commit(state: UnitState, isFailed: boolean): Promise<boolean>;
  /** Runs `body` while no unit commits but those that `body` commits, on any node. */
  exclusively<T>(body: () => Promise<T>): Promise<T>;
  job(id: string): Soon<SealedJob | undefined>;
  /** By due time and then id. */
  dueJobs(until: Instant, limit: number): Soon<readonly SealedJob[]>;
  events(after: number, limit: number): Soon<readonly SealedEvent[]>;
  highestOutbox(): number;
  dropOutbox(through: number): void;
  settle(): Promise<void>;
  scopeKeys(): Soon<readonly ScopeKeyRow[]>;
  /** Makes a change of the store's own durable, in one transaction. Call it while no unit commits. */
  keep(change: KeyChange): Promise<void>;
  /** Call it while no unit commits. */
  reset(): Promise<void>;
  /** Makes durable what waits, then ends. Call it when no unit runs. */
  close(): Promise<void>;
  /** Ends what a failed start began. */
  abandon(): Promise<void>;
}
