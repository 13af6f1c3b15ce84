import type { FileHandle } from 'node:fs/promises';
import { rm } from 'node:fs/promises';
import type { StoredRecord, TrailPage, TrailQuery } from '../../contract/trail.ts';
import type { TrailRecord } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { Batch } from './batch.ts';
import { refusalOf } from './frame.ts';
import { readBackward, readForward } from './reading.ts';
import { saveSummary } from './scan.ts';
import {
  SEGMENT_HEADER_BYTES,
  adoptSegment,
  lastPosition,
  prepareSegment,
  segmentPath,
  summaryPath,
  writeZeros,
} from './segment.ts';
import type { PreparedSegment, Segment, SegmentSettings } from './segment.ts';
import { Summary } from './summary.ts';
import { Tail } from './tail.ts';
import type { Trail } from './types.ts';

/** What waits while the disk does not answer is bounded: beyond it, appends fail. */
const WAITING_LIMIT_BYTES = 32 * 1024 * 1024;

export interface LogSettings extends SegmentSettings {
  readonly segmentBytes: number;
  readonly onFault: (message: string, cause: unknown) => void;
}

/** What is tried when the disk has no room for a segment of the usual size. */
const LEAST_SEGMENT_BYTES = 256 * 1024;

/** A segment that is written, and how far the file was filled with zeros ahead. */
export interface OpenSegment extends Segment {
  readonly file: FileHandle;
  readonly capacity: number;
}

/**
 * Group commit: while one write is on its way to the disk, what is appended collects in the next
 * batch, already encoded. A write that fails also fails that batch, since its positions would leave
 * a gap.
 */
export class TrailLog implements Trail {
  readonly #settings: LogSettings;
  readonly #listeners = new Set<() => void>();
  /** Oldest first; the last one is written. */
  #segments: readonly Segment[];
  #active: OpenSegment;
  readonly #tail = new Tail();
  #collecting = new Batch();
  #spare = new Batch();
  #writing: Promise<void> | undefined;
  #scheduled = false;
  #closed = false;
  #prepared: Promise<PreparedSegment> | undefined;
  /** The disk had no room for the next segment: it is tried again when it is needed. */
  #hasNoRoom = false;
  /** Up to where a failed write may have left bytes in the active segment. */
  #tornEnd = 0;
  /**
   * A roll failed half-way: the next segment may have its name, so this one takes no record any
   * more.
   */
  #mustRoll = false;
  #background: Promise<void> = Promise.resolve();

  constructor(settings: LogSettings, sealed: readonly Segment[], active: OpenSegment) {
    this.#settings = settings;
    this.#segments = [...sealed, active];
    this.#active = active;
    this.#collecting.begin(this.highest() + 1);
  }

  append(records: readonly TrailRecord[], pendingNumber = 0): Promise<void> {
    if (this.#closed) return Promise.reject(new Error('The audit trail is closed.'));
    for (const record of records) {
      const refusal = refusalOf(record);
      if (refusal !== undefined) return Promise.reject(new RangeError(refusal));
    }
    if (records.length === 0) return Promise.resolve();
    const batch = this.#collecting;
    if (batch.length > WAITING_LIMIT_BYTES) {
      return Promise.reject(new Error('Too many audit records wait for the disk.'));
    }
    batch.add(records, pendingNumber);
    this.#schedule();
    return batch.done;
  }

  // The end of the loop's turn: requests that arrived together share a write.
  #schedule(): void {
    if (this.#scheduled || this.#writing !== undefined) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    const batch = this.#collecting;
    if (this.#writing !== undefined || batch.count === 0) return;
    this.#collecting = this.#spare;
    this.#collecting.begin(batch.firstPosition + batch.count);
    this.#writing = this.#write(batch).then(
      () => this.#written(batch),
      (cause: unknown) => this.#failed(batch, cause),
    );
  }

  async #write(batch: Batch): Promise<void> {
    const free = this.#active.capacity - this.#active.summary.end;
    const isFull = batch.length > free && this.#active.summary.records > 0;
    if (isFull || this.#mustRoll) await this.#roll();
    await this.#erase();
    const { file, summary } = this.#active;
    this.#tornEnd = summary.end + batch.length;
    try {
      await this.#settings.writeAt(file.fd, batch.written(), summary.end);
    } catch (error) {
      // A disk that refuses this too is asked again before the next batch.
      await this.#erase().catch(() => undefined);
      throw error;
    }
    this.#tornEnd = 0;
  }

  /** Whole frames of a failed write may stand there: after a crash they would be records. */
  async #erase(): Promise<void> {
    const { file, summary } = this.#active;
    if (this.#tornEnd > summary.end) {
      await writeZeros(this.#settings.writeAt, file.fd, summary.end, this.#tornEnd);
    }
    this.#tornEnd = 0;
  }

  #written(batch: Batch): void {
    batch.addTo(this.#active.summary);
    this.#tail.add(batch.tailPart());
    this.#writing = undefined;
    this.#spare = batch;
    // The next write starts before the answers leave, together, in the microtasks after this.
    // `batch` collects again in `#flush`, which gives it a new promise: this one is settled before.
    batch.succeed();
    this.#flush();
    const { summary, capacity } = this.#active;
    if (summary.end * 2 > capacity && !this.#hasNoRoom && !this.#closed) this.#prepareNext();
    for (const listener of this.#listeners) listener();
  }

  #failed(batch: Batch, cause: unknown): void {
    const error = new Error('The audit trail could not be written.', { cause });
    const waiting = this.#collecting;
    this.#writing = undefined;
    this.#spare = batch;
    batch.fail(error);
    if (waiting.count > 0) waiting.fail(error);
    waiting.begin(this.highest() + 1);
  }

  #prepareNext(): void {
    if (this.#prepared !== undefined) return;
    const { segmentBytes, onFault } = this.#settings;
    const capacity = Math.min(segmentBytes, this.#active.capacity * 2);
    const prepared = prepareSegment(this.#settings, capacity);
    this.#prepared = prepared;
    prepared.catch((cause: unknown) => {
      this.#prepared = undefined;
      this.#hasNoRoom = true;
      onFault('The next segment of the audit trail could not be prepared.', cause);
    });
  }

  async #roll(): Promise<void> {
    const { directory, segmentBytes, sync, onFault } = this.#settings;
    this.#prepareNext();
    const usual = await this.#prepared?.catch(() => undefined);
    const least = Math.min(segmentBytes, LEAST_SEGMENT_BYTES);
    const prepared = usual ?? (await prepareSegment(this.#settings, least));
    const full = this.#active;
    const firstPosition = lastPosition(full) + 1;
    const { highestPending } = full.summary;
    this.#prepared = undefined;
    this.#mustRoll = true;
    const file = await adoptSegment(directory, prepared, { firstPosition, highestPending }, sync);
    this.#active = {
      file,
      firstPosition,
      path: segmentPath(directory, firstPosition),
      summary: new Summary(SEGMENT_HEADER_BYTES, highestPending),
      capacity: prepared.capacity,
    };
    this.#segments = [...this.#segments, this.#active];
    this.#mustRoll = false;
    this.#hasNoRoom = usual === undefined;
    this.#tornEnd = 0;
    this.#background = this.#background
      .then(() => full.file.close())
      .then(() => saveSummary(full))
      .catch((cause: unknown) => onFault('A summary of the audit trail was not written.', cause));
  }

  highestPending(): number {
    return this.#active.summary.highestPending;
  }

  highest(): number {
    return lastPosition(this.#active);
  }

  lowest(): number {
    return this.#segments[0]?.firstPosition ?? this.highest() + 1;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  read(after: number, limit: number): Promise<readonly StoredRecord[]> {
    const newest = this.#tail.read(after, limit);
    return newest === undefined
      ? readForward(this.#segments, after, limit)
      : Promise.resolve(newest);
  }

  readBackward(query: TrailQuery): Promise<TrailPage> {
    return readBackward(this.#segments, query);
  }

  async drop(before: Instant, passedByFollowers: number): Promise<number> {
    const isKept = (segment: Segment): boolean =>
      segment === this.#active ||
      segment.summary.latest >= before ||
      lastPosition(segment) > passedByFollowers;
    const kept = this.#segments.findIndex(isKept);
    const dropped = this.#segments.slice(0, kept);
    this.#segments = this.#segments.slice(kept);
    // A summary still being written would come back after its segment.
    await this.#background;
    for (const segment of dropped) {
      await rm(segment.path, { force: true });
      await rm(summaryPath(segment.path), { force: true });
    }
    return dropped.length;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#flush();
    while (this.#writing !== undefined) await this.#writing;
    await this.#background;
    await this.#prepared?.catch(() => undefined);
    await this.#active.file.close();
  }
}
