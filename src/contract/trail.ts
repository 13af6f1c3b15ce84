import type { Instant } from '../core/time.ts';
import type { TrailRecord } from './view.ts';

export interface StoredRecord extends TrailRecord {
  /** Grows by one with each record. Order is position, never time. */
  readonly position: number;
}

export interface TrailQuery {
  readonly account: string;
  /** All Regions when absent. */
  readonly region?: string;
  /** Only records below this position; the newest when absent. */
  readonly before?: number;
  readonly since?: Instant;
  readonly until?: Instant;
  /** Tells from the record's text whether it is wanted. */
  readonly wanted: (text: string) => boolean;
  readonly limit: number;
  /** How many bytes may be looked at before the page ends early. */
  readonly scanBytes: number;
}

export interface TrailPage {
  readonly records: readonly StoredRecord[];
  /** Pass as `before` to go on; undefined when the beginning was reached. */
  readonly next: number | undefined;
}

/** The append-only log of audit records, read. Only the committer and the mover append. */
export interface TrailReader {
  highest(): number;
  /** Records after a position, in order. */
  read(after: number, limit: number): Promise<readonly StoredRecord[]>;
  /** Records of one account, newest first. */
  readBackward(query: TrailQuery): Promise<TrailPage>;
}
