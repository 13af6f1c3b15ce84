import type { Instant } from '../core/time.ts';
import type { RecordFacts } from '../core/record-facts.ts';
import type { Scope } from '../core/scope.ts';
import type { Collection, Document } from './collection.ts';

/** One listed document, with the key it was listed by (its id, or its index key). */
export interface Listed<T> {
  readonly id: string;
  readonly key: string;
  readonly document: T;
}

export interface ListQuery {
  /** The index to walk; the id when absent. */
  readonly index?: string;
  /** Only keys that begin so. */
  readonly prefix?: string;
  /** Only entries strictly after this one, in the walk's direction. Take it from `ListPage.last`. */
  readonly after?: Cursor;
  /** 1 to 1,000. */
  readonly limit: number;
  readonly descending?: boolean;
}

export interface Cursor {
  readonly key: string;
  readonly id: string;
}

export interface ListPage<T> {
  readonly items: readonly Listed<T>[];
  /** Where the next page starts; undefined when the walk is over. */
  readonly last: Cursor | undefined;
}

/**
 * Documents of one scope, inside one unit of work. Reads remember what they saw; writes are buffered and seen
 * by later reads of the same unit, listings included.
 */
export interface View {
  get<T extends Document>(collection: Collection<T>, id: string): Promise<T | undefined>;
  list<T extends Document>(collection: Collection<T>, query: ListQuery): Promise<ListPage<T>>;
  put<T extends Document>(collection: Collection<T>, id: string, document: T): void;
  delete<T extends Document>(collection: Collection<T>, id: string): void;
}

/** One audit record as it will stand in the trail: its text is final. */
export interface TrailRecord {
  readonly account: string;
  readonly region: string;
  /** Service time, which need not grow from one record to the next. */
  readonly time: Instant;
  /** The CloudTrail record, JSON. */
  readonly text: string;
  /** What the text says, where who wrote it told. Kept with the newest records alone, never stored. */
  readonly facts?: RecordFacts;
}

/** Something other parts may follow: it is durable with the state it tells of. */
export interface OutboxEvent {
  readonly account: string;
  readonly region: string;
  readonly time: Instant;
  /** `service.what`, for example `events.awsEvent`. */
  readonly topic: string;
  /** JSON text. */
  readonly text: string;
}

/** Work with a due time. The row is part of the unit that makes it. */
export interface JobOrder {
  /** Unique; ordering again under the same id replaces the due time and the payload. */
  readonly id: string;
  /** The job's kind, as the service registers it. */
  readonly kind: string;
  readonly scope: Scope;
  readonly due: Instant;
  /** JSON text, at most 64 KiB. */
  readonly payload: string;
}

/** Documents, audit records, events and jobs that become durable together, or not at all. */
export interface Unit {
  view(scope: Scope): View;
  audit(record: TrailRecord): void;
  emit(event: OutboxEvent): void;
  order(job: JobOrder): void;
  cancel(jobId: string): void;
  /** Runs when the unit is durable, and never if it is not: for what is held in memory. It must not throw. */
  onCommit(then: () => void): void;
  /** Runs `make` in the first run only; a re-run after a conflict gets the same value, by order of calls. */
  once<T>(make: () => T | Promise<T>): Promise<T>;
  /**
   * What comes back to here: it drops the documents, events and jobs that were written since, and keeps the audit records and
   * what was read.
   */
  savepoint(): () => void;
}

/** Runs units. A conflict runs `work` again; after five it runs alone. Resolves when everything is durable. */
export interface Store {
  run<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
}
