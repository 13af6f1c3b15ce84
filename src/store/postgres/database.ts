import type { Pool, PoolClient, PoolConfig } from 'pg';
import { uuid } from '../../core/ids.ts';
import type { Row } from '../columns.ts';
import { numberOf, textOf } from '../columns.ts';
import type { Change } from './listener.ts';
import { Listener } from './listener.ts';
import type { Landing, Load } from './load.ts';
import { landingOf } from './load.ts';
import type { Query } from './query.ts';
import { COMMIT_LOCK, LAYOUT, LAYOUT_DIGEST, SCHEMA, SCHEMA_VERSION } from './schema.ts';

const CONNECTIONS = 10;
const CONNECT_MS = 10_000;
const OLDEST_VERSION = 140_000;
const BIGINT_OID = 20;
/** A node that holds the commit lock and says nothing for so long loses it. */
const SILENCE = "SET idle_session_timeout = '60s'";

/** Every query has its index: a plan made for an empty table must not stay. */
const SETTINGS = [
  `search_path=${SCHEMA}`,
  'default_transaction_isolation=read\\ committed',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'jit=off',
];

/** The newest numbers that this node knows of. */
export interface Tail {
  readonly outbox: number;
  readonly trail: number;
  readonly pending: number;
}

/** Connections to one database, and what this node hears of its changes. */
export class PostgresDatabase {
  /** Tells this node's commits from those of others. */
  readonly node = uuid();
  readonly #pool: Pool;
  readonly #listener: Listener;
  readonly #names = new Map<string, string>();
  readonly #onTrail = new Set<() => void>();
  readonly #onChange = new Set<(change: Change) => void>();
  #tail: Tail = { outbox: 0, trail: 0, pending: 0 };
  #isClosed = false;

  constructor(pool: Pool, listener: Listener) {
    this.#pool = pool;
    this.#listener = listener;
  }

  get tail(): Tail {
    return this.#tail;
  }

  readonly query: Query = (text, values = []) => this.#query(this.#pool, text, values);

  async #query(on: Pool | PoolClient, text: string, values: readonly unknown[]) {
    const name = this.#names.get(text) ?? `s${this.#names.size}`;
    this.#names.set(text, name);
    const { rows } = await on.query<NonNullable<Row>>({ name, text, values: [...values] });
    return rows;
  }

  /** Calls `commit_units`, on the session that holds the commit lock if there is one. */
  async commit(load: Load, session?: Query): Promise<Landing> {
    const query = session ?? this.query;
    const values = [JSON.stringify(load), COMMIT_LOCK];
    const [row] = await query('SELECT commit_units($1, $2) AS answer', values);
    const landing = landingOf(row?.['answer']);
    if (landing.fault === undefined && load.isWriting) this.#advance(landing);
    return landing;
  }

  /** Runs `body` while no other session commits. What it asks for goes through the session. */
  async exclusively<T>(body: (session: Query) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    // A connection that breaks fails the statement that runs, and the next: that is enough.
    const onError = (): void => undefined;
    client.on('error', onError);
    // A session that failed may still hold the lock: it ends.
    let isBroken = true;
    try {
      await client.query(SILENCE);
      await client.query('SELECT pg_advisory_lock($1)', [COMMIT_LOCK]);
      const outcome = await settled(body((text, values = []) => this.#query(client, text, values)));
      await client.query('SELECT pg_advisory_unlock($1)', [COMMIT_LOCK]);
      await client.query('RESET idle_session_timeout');
      isBroken = false;
      if ('error' in outcome) throw outcome.error;
      return outcome.value;
    } finally {
      client.off('error', onError);
      client.release(isBroken);
    }
  }

  /** Calls `listener` when the trail has grown. Returns the end of the subscription. */
  onTrail(listener: () => void): () => void {
    this.#onTrail.add(listener);
    return () => void this.#onTrail.delete(listener);
  }

  /** Calls `listener` with what other nodes wrote. */
  onChange(listener: (change: Change) => void): void {
    this.#onChange.add(listener);
  }

  /** Lays the tables down, and hears of what others do from now on. */
  async start(): Promise<void> {
    await this.exclusively(layDown);
    await this.#listener.start((change) => this.#hear(change));
    await this.#catchUp();
  }

  #hear(change: Change): void {
    if (change.node === this.node) return;
    for (const listener of this.#onChange) listener(change);
    if (change.tail === undefined) void this.#catchUp().catch(() => undefined);
    else this.#advance({ ...change.tail, pending: 0 });
  }

  async #catchUp(): Promise<void> {
    const [row] = await this.query('SELECT outbox, trail, pending FROM counters');
    this.#advance({
      outbox: numberOf(row, 'outbox'),
      trail: numberOf(row, 'trail'),
      pending: numberOf(row, 'pending'),
    });
  }

  // What is heard late changes nothing: numbers only grow.
  #advance(heard: Tail): void {
    const known = this.#tail;
    this.#tail = {
      outbox: Math.max(known.outbox, heard.outbox),
      trail: Math.max(known.trail, heard.trail),
      pending: Math.max(known.pending, heard.pending),
    };
    if (heard.trail > known.trail) for (const listener of this.#onTrail) listener();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#listener.stop();
    await this.#pool.end();
  }
}

/** Forgets everything in a database. No server may use it. */
export async function erasePostgres(url: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
  } finally {
    await client.end();
  }
}

/**
 * Connects to `postgres://…` and lays the tables down where they are missing.
 * Errors: an Error whose message is a sentence for the operator, without the password.
 */
export async function connectPostgres(
  url: string,
  onProgress: (text: string) => void = () => undefined,
): Promise<PostgresDatabase> {
  const { default: pg } = await import('pg');
  const config: PoolConfig = {
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: 'holdfast',
    options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === BIGINT_OID ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
    },
  };
  const pool = new pg.Pool(config);
  pool.on('error', () => onProgress('A connection to PostgreSQL was lost.'));
  const listener = new Listener(() => new pg.Client(config), onProgress);
  const database = new PostgresDatabase(pool, listener);
  try {
    await database.start();
    return database;
  } catch (cause) {
    await database.close().catch(() => undefined);
    const reason = cause instanceof Error && cause.message !== '' ? cause.message : String(cause);
    throw new Error(`The PostgreSQL database of --store can't be used: ${reason}`, { cause });
  }
}

async function layDown(query: Query): Promise<void> {
  const [server] = await query(
    "SELECT current_setting('server_version_num')::int AS version, " +
      "current_setting('server_encoding') AS encoding, " +
      'to_regclass(\'meta\') IS NOT NULL AS "hasTables"',
  );
  if (numberOf(server, 'version') < OLDEST_VERSION) throw new Error('it is older than 14.');
  if (textOf(server, 'encoding') !== 'UTF8') throw new Error('its encoding is not UTF8.');
  if (server?.['hasTables'] === true) {
    const rows = await query("SELECT name, value FROM meta WHERE name IN ('schema', 'layout')");
    const meta = new Map(rows.map((row) => [textOf(row, 'name'), textOf(row, 'value')]));
    if (Number(meta.get('schema')) > SCHEMA_VERSION) {
      throw new Error(
        'The data was written by a newer Holdfast. Start that version, or a newer one.',
      );
    }
    if (meta.get('layout') === LAYOUT_DIGEST) return;
  }
  await query('BEGIN');
  try {
    await query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`);
    for (const statement of LAYOUT) await query(statement);
    const setMeta =
      'INSERT INTO meta VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
    await query(setMeta, ['schema', String(SCHEMA_VERSION)]);
    await query(setMeta, ['layout', LAYOUT_DIGEST]);
    await query('COMMIT');
  } catch (error) {
    await query('ROLLBACK');
    throw error;
  }
}

type Settled<T> = { readonly value: T } | { readonly error: unknown };

async function settled<T>(promise: Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await promise };
  } catch (error) {
    return { error };
  }
}
