import { readdir } from 'node:fs/promises';
import { readForward } from '../../src/store/trail/reading.ts';
import { scanSegment } from '../../src/store/trail/scan.ts';
import { SEGMENT_NAME, lastPosition, segmentPath } from '../../src/store/trail/segment.ts';
import type { Journal } from './journal.ts';

interface Told {
  readonly operation: string;
  readonly errorCode: string | undefined;
}

const PAGE_LIMIT = 5_000;

/** Reads the audit trail as it lies on the disk, beside the server that writes it. */
export class TrailTail {
  readonly #directory: string;
  /** What each call's records say, by request id and account. */
  readonly #told = new Map<string, Told>();
  readonly #journal: Journal;
  #position = 0;
  #judged = 0;

  constructor(directory: string, journal: Journal) {
    this.#directory = directory;
    this.#journal = journal;
  }

  get records(): number {
    return this.#position;
  }

  /** Reads what is new, and holds the calls that were answered since the last time against it. */
  async judge(): Promise<void> {
    await this.#read();
    const { answered } = this.#journal;
    for (; this.#judged < answered.length; this.#judged += 1) {
      const call = answered[this.#judged];
      if (call === undefined) continue;
      const { requestId, operation, accounts, errorCode } = call;
      for (const account of accounts) {
        const told = this.#told.get(`${requestId} ${account}`);
        if (told === undefined) {
          this.#journal.fault(`${operation} ${requestId} has no audit record in ${account}`);
        } else if (told.operation !== operation || told.errorCode !== errorCode) {
          this.#journal.fault(`${operation} ${requestId} is recorded as ${JSON.stringify(told)}`);
        }
      }
    }
  }

  async #read(): Promise<void> {
    for (const firstPosition of await this.#segments()) {
      const path = segmentPath(this.#directory, firstPosition);
      const segment = { path, firstPosition, summary: await scanSegment(path, firstPosition) };
      if (lastPosition(segment) <= this.#position) continue;
      for (;;) {
        const page = await readForward([segment], this.#position, PAGE_LIMIT);
        for (const { position, text } of page) this.#note(position, text);
        if (page.length === 0) break;
      }
    }
  }

  async #segments(): Promise<readonly number[]> {
    const names = await readdir(this.#directory);
    return names
      .flatMap((name) => SEGMENT_NAME.exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((left, right) => left - right);
  }

  #note(position: number, text: string): void {
    if (position !== this.#position + 1) {
      this.#journal.fault(`the trail goes from position ${this.#position} to ${position}`);
    }
    this.#position = position;
    const record: Readonly<Record<string, unknown>> = JSON.parse(text);
    const { requestID, recipientAccountId, eventName, errorCode } = record;
    if (requestID === undefined) return;
    const name = `${String(requestID)} ${String(recipientAccountId)}`;
    if (this.#told.has(name)) this.#journal.fault(`${name} is recorded twice`);
    const code = errorCode === undefined ? undefined : String(errorCode);
    this.#told.set(name, { operation: String(eventName), errorCode: code });
  }
}
