import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { ListQuery } from '../../contract/view.ts';
import type { Row } from '../columns.ts';
import { bytesOf, numberOf, textOf } from '../columns.ts';
import { endOfPrefix } from '../listing.ts';
import type { DocumentRow, ListedRow, SealedJob } from '../driver.ts';
import type { NumberedRow, ScopeKeyRow } from './messages.ts';
import { openForReading } from './schema.ts';

/** Reads of what is committed, on the answering thread: each a few microseconds. */
export class Reader {
  readonly #database: DatabaseSyncInstance;
  readonly #statements = new Map<string, StatementSyncInstance>();

  constructor(path: string) {
    this.#database = openForReading(path);
  }

  document(scope: string, collection: string, id: string): DocumentRow | undefined {
    const row: Row = this.#statement(
      'SELECT version, shape, body FROM documents WHERE scope = ? AND collection = ? AND id = ?',
    ).get(scope, collection, id);
    return row === undefined ? undefined : documentRow(row);
  }

  /** Rows in the order of the walk. */
  list(scope: string, collection: string, query: ListQuery): ListedRow[] {
    const { sql, parameters } = listStatement(scope, collection, query);
    return this.#statement(sql)
      .all(...parameters)
      .map((row: Row) => ({
        ...documentRow(row),
        id: textOf(row, 'id'),
        key: textOf(row, 'key'),
      }));
  }

  dueJobs(until: number, limit: number): SealedJob[] {
    const sql = 'SELECT id, due, body FROM jobs WHERE due <= ? ORDER BY due, id LIMIT ?';
    return this.#statement(sql).all(Math.min(until, Number.MAX_SAFE_INTEGER), limit).map(jobRow);
  }

  job(id: string): SealedJob | undefined {
    const row: Row = this.#statement('SELECT id, due, body FROM jobs WHERE id = ?').get(id);
    return row === undefined ? undefined : jobRow(row);
  }

  numbered(table: 'pending' | 'outbox', after: number, limit: number): NumberedRow[] {
    const sql = `SELECT number, body FROM ${table} WHERE number > ? ORDER BY number LIMIT ?`;
    return this.#statement(sql)
      .all(after, limit)
      .map((row: Row) => ({
        number: numberOf(row, 'number'),
        body: bytesOf(row, 'body'),
      }));
  }

  scopeKeys(): ScopeKeyRow[] {
    return this.#statement('SELECT scope, wrapped FROM scope_keys')
      .all()
      .map((row: Row) => ({
        scope: textOf(row, 'scope'),
        wrapped: bytesOf(row, 'wrapped'),
      }));
  }

  meta(name: string): string | undefined {
    const row: Row = this.#statement('SELECT value FROM meta WHERE name = ?').get(name);
    return row === undefined ? undefined : textOf(row, 'value');
  }

  allMeta(): ReadonlyMap<string, string> {
    const rows = this.#statement('SELECT name, value FROM meta').all();
    return new Map(rows.map((row: Row) => [textOf(row, 'name'), textOf(row, 'value')]));
  }

  /** False for a database that was never set up. */
  hasTables(): boolean {
    const sql = "SELECT 1 AS found FROM sqlite_schema WHERE name = 'meta'";
    return this.#database.prepare(sql).get() !== undefined;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #statement(sql: string): StatementSyncInstance {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

interface ListStatement {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

function listStatement(scope: string, collection: string, query: ListQuery): ListStatement {
  const { index, prefix, after, limit, descending = false } = query;
  const key = index === undefined ? 'd.id' : 'i.key';
  const parameters: (string | number)[] = [scope, collection];
  const tests: string[] = [];
  const add = (test: string, ...values: string[]): void => {
    tests.push(test);
    parameters.push(...values);
  };
  if (index !== undefined) add('i.index_name = ?', index);
  if (prefix !== undefined && prefix !== '') {
    add(`${key} >= ?`, prefix);
    const end = endOfPrefix(prefix);
    if (end !== undefined) add(`${key} < ?`, end);
  }
  const sign = descending ? '<' : '>';
  const order = descending ? 'DESC' : 'ASC';
  if (after !== undefined && index === undefined) add(`d.id ${sign} ?`, after.id);
  if (after !== undefined && index !== undefined) {
    add(`(i.key, i.id) ${sign} (?, ?)`, after.key, after.id);
  }
  const table = index === undefined ? 'd' : 'i';
  const from =
    index === undefined
      ? 'documents d'
      : 'index_entries i JOIN documents d ' +
        'ON d.scope = i.scope AND d.collection = i.collection AND d.id = i.id';
  const where = [`${table}.scope = ?`, `${table}.collection = ?`, ...tests].join(' AND ');
  const sorting = index === undefined ? `d.id ${order}` : `i.key ${order}, i.id ${order}`;
  parameters.push(limit);
  return {
    sql:
      `SELECT d.id AS id, ${key} AS key, d.version AS version, d.shape AS shape, ` +
      `d.body AS body FROM ${from} WHERE ${where} ORDER BY ${sorting} LIMIT ?`,
    parameters,
  };
}

function documentRow(row: Row): DocumentRow {
  return {
    version: numberOf(row, 'version'),
    shape: numberOf(row, 'shape'),
    body: bytesOf(row, 'body'),
  };
}

function jobRow(row: Row): SealedJob {
  return {
    id: textOf(row, 'id'),
    due: numberOf(row, 'due'),
    body: bytesOf(row, 'body'),
    // The committer knows which rows were written since.
    version: 0,
  };
}
