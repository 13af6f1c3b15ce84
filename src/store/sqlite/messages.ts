import type { KeyChange } from '../rotation.ts';

/** One document's new state, ready to be written. */
export interface DocumentWrite {
  readonly scope: string;
  readonly collection: string;
  readonly id: string;
  readonly version: number;
  readonly shape: number;
  /** JSON, sealed or clear; undefined deletes. */
  readonly body: Uint8Array | undefined;
  /** Undefined for a collection without indexes. */
  readonly entries: readonly IndexEntry[] | undefined;
}

export interface IndexEntry {
  readonly index: string;
  readonly key: string;
}

export interface JobWrite {
  readonly id: string;
  readonly due: number;
  /** Sealed; undefined deletes. */
  readonly body: Uint8Array | undefined;
}

export interface NumberedRow {
  readonly number: number;
  readonly body: Uint8Array;
}

export interface ScopeKeyRow {
  readonly scope: string;
  readonly wrapped: Uint8Array;
}

/** What becomes durable in one transaction. */
export interface WriteGroup {
  readonly documents: readonly DocumentWrite[];
  readonly jobs: readonly JobWrite[];
  readonly pending: readonly NumberedRow[];
  readonly outbox: readonly NumberedRow[];
  readonly scopeKeys: readonly ScopeKeyRow[];
  /** The counters as they stand after this group. */
  readonly counters: Readonly<Record<string, number>>;
  readonly dropPendingThrough: number;
  readonly dropOutboxThrough: number;
  /** Of the store's own, beside what units write. */
  readonly keep: KeyChange | undefined;
  /** Empties documents, indexes, jobs and outbox first. */
  readonly reset: boolean;
}

export interface WriteRequest {
  readonly number: number;
  readonly group: WriteGroup;
}

export interface WriteReply {
  readonly number: number;
  /** Undefined when the group is durable. */
  readonly error: string | undefined;
}

/** Copies a database, as one moment saw it, to a file that does not exist yet. */
export interface SnapshotSettings {
  readonly from: string;
  readonly to: string;
}

export interface SnapshotReply {
  readonly error: string | undefined;
}

export interface WriterSettings {
  readonly path: string;
  /** Whether a commit waits for the disk. */
  readonly sync: boolean;
}

/** The first message to a writer. */
export interface WriterOpening {
  readonly settings: WriterSettings;
}
