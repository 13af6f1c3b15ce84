import type { StoredRecord, TrailPage, TrailQuery } from '../../contract/trail.ts';
import type { TrailRecord } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { Row } from '../columns.ts';
import { numberOf, textOf } from '../columns.ts';
import type { Trail } from '../trail/types.ts';
import { emptyLoad } from './committer.ts';
import type { PostgresDatabase } from './database.ts';
import { packRecord } from './load.ts';

const COLUMNS = 'position, account, region, "time", text';
/** Records that one question brings, however few are wanted. */
const CHUNK = 200;

/** The trail as a table. Units write their records in their own commit. */
export class PostgresTrail implements Trail {
  readonly #database: PostgresDatabase;
  #lowest: number;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(database: PostgresDatabase, lowest: number) {
    this.#database = database;
    this.#lowest = lowest;
  }

  async append(records: readonly TrailRecord[], pendingNumber = 0): Promise<void> {
    const units = [{ records: records.map(packRecord) }];
    const empty = emptyLoad(this.#database.node);
    const load = { ...empty, isWriting: true, units, pending: pendingNumber };
    // Connections would race; records stand in the order of the calls.
    const turn = this.#turn.then(() => this.#database.commit(load));
    this.#turn = turn.catch(() => undefined);
    await turn;
  }

  highestPending(): number {
    return this.#database.tail.pending;
  }

  highest(): number {
    return this.#database.tail.trail;
  }

  lowest(): number {
    return this.#lowest;
  }

  async read(after: number, limit: number): Promise<readonly StoredRecord[]> {
    const rows = await this.#database.query(
      `SELECT ${COLUMNS} FROM trail WHERE position > $1 ORDER BY position LIMIT $2`,
      [after, limit],
    );
    return rows.map(storedRecord);
  }

  async readBackward(query: TrailQuery): Promise<TrailPage> {
    const records: StoredRecord[] = [];
    let before = query.before ?? Number.MAX_SAFE_INTEGER;
    let bytesLeft = query.scanBytes;
    for (;;) {
      const chunk = await this.#chunk(query, before);
      for (const record of chunk) {
        before = record.position;
        bytesLeft -= Buffer.byteLength(record.text);
        if (query.wanted(record.text)) records.push(record);
        if (records.length >= query.limit || bytesLeft <= 0) return { records, next: before };
      }
      if (chunk.length < CHUNK) return { records, next: undefined };
    }
  }

  async #chunk(query: TrailQuery, before: number): Promise<readonly StoredRecord[]> {
    const { account, region, since, until } = query;
    const rows = await this.#database.query(
      `SELECT ${COLUMNS} FROM trail WHERE account = $1 AND position < $2 ` +
        'AND ($3::text IS NULL OR region = $3) AND "time" >= $4 AND "time" <= $5 ' +
        'ORDER BY position DESC LIMIT $6',
      [
        account,
        before,
        region ?? null,
        since ?? Number.NEGATIVE_INFINITY,
        until ?? Number.POSITIVE_INFINITY,
        CHUNK,
      ],
    );
    return rows.map(storedRecord);
  }

  subscribe(listener: () => void): () => void {
    return this.#database.onTrail(listener);
  }

  /** Deletes the oldest records, up to the first that must stay. Returns how many. */
  async drop(before: Instant, passedByFollowers: number): Promise<number> {
    const [row] = await this.#database.query(
      'WITH kept AS (SELECT min(position) AS first FROM trail WHERE "time" >= $1), ' +
        'gone AS (DELETE FROM trail WHERE position <= $2 AND ' +
        'position < coalesce((SELECT first FROM kept), $2 + 1) RETURNING position) ' +
        'SELECT count(*) AS count, max(position) AS last FROM gone',
      [before, Math.min(passedByFollowers, this.highest())],
    );
    const count = numberOf(row, 'count');
    if (count > 0) this.#lowest = numberOf(row, 'last') + 1;
    return count;
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

/** The trail of a database. Closing it closes the database. */
export async function openPostgresTrail(database: PostgresDatabase): Promise<Trail> {
  const [row] = await database.query('SELECT min(position) AS lowest FROM trail');
  const lowest = row?.['lowest'];
  return new PostgresTrail(database, typeof lowest === 'number' ? lowest : database.tail.trail + 1);
}

function storedRecord(row: Row): StoredRecord {
  return {
    position: numberOf(row, 'position'),
    account: textOf(row, 'account'),
    region: textOf(row, 'region'),
    time: numberOf(row, 'time'),
    text: textOf(row, 'text'),
  };
}
