import type { TrailRecord } from '../../contract/view.ts';
import { frameRoom, textStartOf, writeFrame } from './frame.ts';
import { MARK_EVERY_BYTES } from './summary.ts';
import type { Mark, Summary } from './summary.ts';
import type { TailPart, TextSpan } from './tail.ts';

const FIRST_BYTES = 256 * 1024;
/** A buffer that grew beyond it is given back after its batch. */
const KEPT_BYTES = 4 * 1024 * 1024;
const nothing = (): void => undefined;

/**
 * Records that will be written together, already encoded. All who wait for them share one promise.
 */
export class Batch {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #view = new DataView(this.#bytes.buffer);
  #records: TrailRecord[] = [];
  #texts: TextSpan[] = [];
  #marks: Mark[] = [];
  #length = 0;
  #firstPosition = 0;
  #highestPending = 0;
  #done: Promise<void> = Promise.resolve();
  #resolve: () => void = nothing;
  #reject: (cause: Error) => void = nothing;

  get length(): number {
    return this.#length;
  }

  get count(): number {
    return this.#records.length;
  }

  get firstPosition(): number {
    return this.#firstPosition;
  }

  get done(): Promise<void> {
    return this.#done;
  }

  /** Empties the batch; the next record gets `firstPosition`. */
  begin(firstPosition: number): void {
    if (this.#bytes.length > KEPT_BYTES) {
      this.#bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
      this.#view = new DataView(this.#bytes.buffer);
    }
    this.#records = [];
    this.#texts = [];
    this.#marks = [];
    this.#length = 0;
    this.#firstPosition = firstPosition;
    this.#highestPending = 0;
    this.#done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Encodes the records of one append. They are cut together or not at all. */
  add(records: readonly TrailRecord[], pendingNumber: number): void {
    const last = records.length - 1;
    for (let index = 0; index <= last; index += 1) {
      const record = records[index];
      if (record === undefined) continue;
      const position = this.#firstPosition + this.#records.length;
      this.#makeRoom(frameRoom(record));
      const mark = this.#marks.at(-1);
      if (mark === undefined || this.#length - mark.offset >= MARK_EVERY_BYTES) {
        this.#marks.push({ position, offset: this.#length });
      }
      const numbers = { position, pendingNumber, more: index < last };
      const start = textStartOf(this.#length, record);
      this.#length = writeFrame(this.#bytes, this.#view, this.#length, record, numbers);
      this.#texts.push({ start, end: this.#length });
      this.#records.push(record);
    }
    this.#highestPending = Math.max(this.#highestPending, pendingNumber);
  }

  #makeRoom(room: number): void {
    const needed = this.#length + room;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, needed));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  written(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** What was written, until the batch begins anew. */
  tailPart(): TailPart {
    const { firstPosition } = this;
    return { records: this.#records, firstPosition, bytes: this.written(), texts: this.#texts };
  }

  /** Tells the segment's summary of records that are durable now. */
  addTo(summary: Summary): void {
    const start = summary.end;
    for (const record of this.#records) summary.note(record.account, record.region, record.time);
    let latest = summary.marks.at(-1)?.offset ?? Number.NEGATIVE_INFINITY;
    for (const mark of this.#marks) {
      const offset = start + mark.offset;
      if (offset - latest < MARK_EVERY_BYTES) continue;
      summary.marks.push({ position: mark.position, offset });
      latest = offset;
    }
    summary.records += this.#records.length;
    summary.end = start + this.#length;
    summary.highestPending = Math.max(summary.highestPending, this.#highestPending);
  }

  succeed(): void {
    this.#resolve();
  }

  fail(cause: Error): void {
    this.#reject(cause);
  }
}
