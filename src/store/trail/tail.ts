import type { StoredRecord } from '../../contract/trail.ts';
import type { TrailRecord } from '../../contract/view.ts';
import type { RecordFacts } from '../../core/record-facts.ts';
import type { Instant } from '../../core/time.ts';

const RECORDS_MAX = 16_384;
const BYTES_MAX = 16 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/** Where a text stands among bytes. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Records that became durable together. */
export interface TailPart {
  readonly records: readonly TrailRecord[];
  /** The first record's; the others follow. */
  readonly firstPosition: number;
  /** What was written; others are written over it later. */
  readonly bytes: Buffer;
  /** Each record's text in it, in UTF-8. */
  readonly texts: readonly TextSpan[];
}

/** The newest durable records as they were appended, so that whoever keeps up with them reads no file. */
export class Tail {
  #records: TailRecord[] = [];
  #bytes = 0;
  /** Copies of what was written, one after the other. */
  #chunk = Buffer.alloc(0);
  #used = 0;

  add({ records, firstPosition, bytes, texts }: TailPart): void {
    const offset = this.#keep(bytes);
    let position = firstPosition;
    for (const record of records) {
      const span = texts[position - firstPosition];
      if (span === undefined) throw new Error('A record has no text.');
      const { start, end } = span;
      const kept = new TailRecord(record, position, this.#chunk, {
        start: offset + start,
        end: offset + end,
      });
      this.#records.push(kept);
      this.#bytes += kept.bytes;
      position += 1;
    }
    if (this.#records.length > RECORDS_MAX || this.#bytes > BYTES_MAX) this.#shorten();
  }

  /** Gives where the copy begins in the chunk. */
  #keep(bytes: Buffer): number {
    if (this.#used + bytes.length > this.#chunk.length) {
      this.#chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, bytes.length));
      this.#used = 0;
    }
    const offset = this.#used;
    bytes.copy(this.#chunk, offset);
    this.#used += bytes.length;
    return offset;
  }

  /** Half of them go, so that shortening is rare. */
  #shorten(): void {
    this.#records = this.#records.slice(Math.ceil(this.#records.length / 2));
    this.#bytes = this.#records.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Records after a position, in order; undefined when they begin before the tail does. */
  read(after: number, limit: number): readonly StoredRecord[] | undefined {
    const first = this.#records[0]?.position;
    if (first === undefined || after + 1 < first) return undefined;
    const start = after + 1 - first;
    return this.#records.slice(start, start + limit);
  }
}

/**
 * A record whose text stays outside the heap, where a collector would copy it twice: few of those who follow the trail
 * read it, since most is told by the facts.
 */
class TailRecord implements StoredRecord {
  readonly account: string;
  readonly region: string;
  readonly time: Instant;
  readonly facts?: RecordFacts;
  readonly position: number;
  readonly #written: Buffer;
  readonly #start: number;
  readonly #end: number;

  constructor(record: TrailRecord, position: number, written: Buffer, { start, end }: TextSpan) {
    this.account = record.account;
    this.region = record.region;
    this.time = record.time;
    if (record.facts !== undefined) this.facts = record.facts;
    this.position = position;
    this.#written = written;
    this.#start = start;
    this.#end = end;
  }

  get text(): string {
    return this.#written.toString('utf8', this.#start, this.#end);
  }

  get bytes(): number {
    return this.#end - this.#start;
  }
}
