import type { Instant } from '../../core/time.ts';
import type { TrailReader } from '../../contract/trail.ts';
import type { TrailWriter } from '../trail-writer.ts';

/**
 * Writes all bytes at an offset of the file, durably when the file was opened so. Tests pass one
 * that fails.
 */
export type WriteAt = (descriptor: number, bytes: Uint8Array, offset: number) => Promise<void>;

export interface TrailOptions {
  /** Made when missing, readable by its owner alone. */
  readonly directory: string;
  /** The largest segment, in bytes. Segments start small and double up to it. Default 64 MiB. */
  readonly segmentBytes?: number;
  /** Whether an append waits for the disk. False for memory mode, and to price durability. */
  readonly sync: boolean;
  /**
   * Told of what went wrong off the path of any append (preparing a segment, writing a summary).
   */
  readonly onFault?: (message: string, cause: unknown) => void;
  readonly writeAt?: WriteAt;
}

/** The append-only log of audit records in a folder of segment files. One process at a time. */
export interface Trail extends TrailWriter, TrailReader {
  /** The oldest position still held; `highest() + 1` when there is none. */
  lowest(): number;
  /** Calls `listener` after each durable batch. Returns the end of the subscription. */
  subscribe(listener: () => void): () => void;
  /**
   * Deletes whole segments whose records are all older than `before` and at or below
   * `passedByFollowers`. Returns how many. The segment that is written is never deleted.
   */
  drop(before: Instant, passedByFollowers: number): Promise<number>;
  /** Makes what was appended durable, then closes. Later appends are refused. */
  close(): Promise<void>;
}
