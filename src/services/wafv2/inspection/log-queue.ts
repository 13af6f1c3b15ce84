/** Records that wait in memory to be written. Beyond either bound the new ones are dropped, and counted. */
const RECORDS_MAX = 20_000;
const BYTES_MAX = 32 * 1024 * 1024;

export interface WaitingRecord {
  /** The ARN of the web ACL. */
  readonly webAcl: string;
  readonly text: string;
}

export class LogQueue {
  #records: WaitingRecord[] = [];
  #bytes = 0;
  #dropped = 0;

  add(record: WaitingRecord): void {
    if (this.#records.length >= RECORDS_MAX || this.#bytes + record.text.length > BYTES_MAX) {
      this.#dropped += 1;
      return;
    }
    this.#records.push(record);
    this.#bytes += record.text.length;
  }

  get isEmpty(): boolean {
    return this.#records.length === 0 && this.#dropped === 0;
  }

  /** Those that have waited longest. They stay until they are `taken`. */
  first(most: number): readonly WaitingRecord[] {
    return this.#records.slice(0, most);
  }

  /** So many were written. */
  taken(count: number): void {
    for (const { text } of this.#records.splice(0, count)) this.#bytes -= text.length;
  }

  /** How many were dropped since it was asked last. */
  takeDropped(): number {
    const dropped = this.#dropped;
    this.#dropped = 0;
    return dropped;
  }
}
