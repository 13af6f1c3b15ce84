import type { TrailRecord } from '../contract/view.ts';
import type { TrailWriter } from './trail-writer.ts';

const RETRY_MS = 1_000;
/** Units whose records wait for the trail. Beyond it no unit that writes is taken. */
const WAITING_LIMIT = 10_000;
const RECORDS_AT_ONCE = 1_000;

interface PendingRow {
  readonly number: number;
  readonly records: readonly TrailRecord[];
}

/** Moves the audit records of units that wrote from their pending rows into the trail, in order. */
export class Mover {
  readonly #trail: TrailWriter;
  readonly #onMoved: (through: number) => void;
  readonly #onFault: (text: string) => void;
  readonly #rows: PendingRow[] = [];
  #moving: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;

  constructor(
    trail: TrailWriter,
    onMoved: (through: number) => void,
    onFault: (text: string) => void,
  ) {
    this.#trail = trail;
    this.#onMoved = onMoved;
    this.#onFault = onFault;
  }

  add(number: number, records: readonly TrailRecord[]): void {
    this.#rows.push({ number, records });
    if (this.#retry === undefined) void this.#start();
  }

  /** Audit is fail-closed: while the trail takes nothing, nothing more may change. */
  requireRoom(): void {
    if (this.#rows.length >= WAITING_LIMIT) {
      throw new Error('The audit trail has fallen behind, so nothing can be changed now.');
    }
  }

  /** Resolves when every record so far is in the trail; rejects when the trail refuses. */
  async settle(): Promise<void> {
    while (this.#rows.length > 0) await this.#start();
  }

  stop(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
  }

  #start(): Promise<void> {
    this.#moving ??= this.#move().finally(() => {
      this.#moving = undefined;
    });
    // Who does not wait learns of a fault by `onFault`.
    this.#moving.catch(() => undefined);
    return this.#moving;
  }

  async #move(): Promise<void> {
    while (this.#rows.length > 0) {
      const batch = this.#batch();
      const last = batch.at(-1);
      if (last === undefined) return;
      try {
        await this.#trail.append(
          batch.flatMap((row) => row.records),
          last.number,
        );
      } catch (error) {
        this.#onFault('Audit records could not be moved to the trail; trying again in a second.');
        this.#retry ??= setTimeout(() => {
          this.#retry = undefined;
          void this.#start();
        }, RETRY_MS).unref();
        throw error;
      }
      this.#rows.splice(0, batch.length);
      this.#onMoved(last.number);
    }
  }

  // Rows that go together are durable together: the highest number then speaks for all of them.
  #batch(): PendingRow[] {
    let records = 0;
    const batch: PendingRow[] = [];
    for (const row of this.#rows) {
      if (records > 0 && records + row.records.length > RECORDS_AT_ONCE) break;
      records += row.records.length;
      batch.push(row);
    }
    return batch;
  }
}
