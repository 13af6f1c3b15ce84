import type { StoredRecord } from '../../contract/trail.ts';
import type { TrailRecord } from '../../contract/view.ts';

const RECORDS_MAX = 16_384;
const CHARACTERS_MAX = 16 * 1024 * 1024;

/** The newest durable records as they were appended, so that whoever keeps up with them reads no file. */
export class Tail {
  #records: StoredRecord[] = [];
  #characters = 0;

  /** Positions follow those of the records before. */
  add(records: readonly TrailRecord[], firstPosition: number): void {
    for (const [index, record] of records.entries()) {
      this.#records.push({ ...record, position: firstPosition + index });
      this.#characters += record.text.length;
    }
    if (this.#records.length > RECORDS_MAX || this.#characters > CHARACTERS_MAX) this.#shorten();
  }

  /** Half of them go, so that shortening is rare. */
  #shorten(): void {
    this.#records = this.#records.slice(Math.ceil(this.#records.length / 2));
    this.#characters = this.#records.reduce((sum, { text }) => sum + text.length, 0);
  }

  /** Records after a position, in order; undefined when they begin before the tail does. */
  read(after: number, limit: number): readonly StoredRecord[] | undefined {
    const first = this.#records[0]?.position;
    if (first === undefined || after + 1 < first) return undefined;
    const start = after + 1 - first;
    return this.#records.slice(start, start + limit);
  }
}
