import type { ListQuery } from '../../contract/view.ts';
import type { Row } from '../columns.ts';
import { bytesOf, numberOf, textOf } from '../columns.ts';
import type { DocumentRow, ListedRow, RangeRows, SealedEvent, SealedJob } from '../driver.ts';
import { endOfPrefix } from '../listing.ts';
import { eventContext } from './load.ts';
import type { Query } from './query.ts';

const DOCUMENT =
  'SELECT version, shape, body FROM documents WHERE scope = $1 AND collection = $2 AND id = $3';

export async function readDocument(
  query: Query,
  ...place: readonly [scope: string, collection: string, id: string]
): Promise<DocumentRow | undefined> {
  const [row] = await query(DOCUMENT, place);
  return row === undefined ? undefined : documentRow(row);
}

/** The rows and their range's version, as one statement saw them. */
export async function readRange(
  query: Query,
  scope: string,
  collection: string,
  asked: ListQuery,
): Promise<RangeRows> {
  const { text, values } = listStatement(scope, collection, asked);
  const found = await query(text, values);
  const rows = found.flatMap((row): ListedRow[] =>
    row?.['id'] === null
      ? []
      : [{ ...documentRow(row), id: textOf(row, 'id'), key: textOf(row, 'key') }],
  );
  return { rows, version: numberOf(found[0], 'range') };
}

function listStatement(scope: string, collection: string, asked: ListQuery) {
  const { index, prefix = '', after, limit, descending = false } = asked;
  const values: (string | number)[] = [scope, collection];
  const bind = (value: string | number): string => `$${values.push(value)}`;
  const table = index === undefined ? 'd' : 'i';
  const key = index === undefined ? 'd.id' : 'i.key';
  const tests = [`${table}.scope = $1`, `${table}.collection = $2`];
  if (index !== undefined) tests.push(`i.index_name = ${bind(index)}`);
  if (prefix !== '') {
    tests.push(`${key} >= ${bind(clear(prefix))}`);
    const end = endOfPrefix(clear(prefix));
    if (end !== undefined) tests.push(`${key} < ${bind(end)}`);
    // No key holds what can't be asked for.
    if (clear(prefix) !== prefix) tests.push('false');
  }
  const sign = descending ? '<' : '>';
  const order = descending ? 'DESC' : 'ASC';
  if (after !== undefined && index === undefined)
    tests.push(`d.id ${sign} ${bind(clear(after.id))}`);
  if (after !== undefined && index !== undefined) {
    tests.push(`(i.key, i.id) ${sign} (${bind(clear(after.key))}, ${bind(clear(after.id))})`);
  }
  const from =
    index === undefined
      ? 'documents d'
      : 'index_entries i JOIN documents d USING (scope, collection, id)';
  const sorting = index === undefined ? `d.id ${order}` : `i.key ${order}, i.id ${order}`;
  const outer = sorting.replaceAll(/[di]\./g, 'l.');
  return {
    text:
      'SELECT g.version AS range, l.* FROM (SELECT coalesce(max(version), 0) AS version ' +
      'FROM ranges WHERE scope = $1 AND collection = $2) g LEFT JOIN LATERAL (' +
      `SELECT d.id AS id, ${key} AS key, d.version, d.shape, d.body FROM ${from} ` +
      `WHERE ${tests.join(' AND ')} ORDER BY ${sorting} LIMIT ${bind(limit)}) l ON true ` +
      `ORDER BY ${outer}`,
    values,
  };
}

/** What PostgreSQL can be asked: it holds no NUL and no lone surrogate. */
function clear(text: string): string {
  return (text.split('\0')[0] ?? '').replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

export async function readJob(query: Query, id: string): Promise<SealedJob | undefined> {
  const [row] = await query('SELECT id, due, version, body FROM jobs WHERE id = $1', [id]);
  return row === undefined ? undefined : jobRow(row);
}

const DUE =
  'SELECT id, due, version, body FROM jobs WHERE due <= $1::double precision ORDER BY due, id LIMIT $2';

export async function readDueJobs(
  query: Query,
  until: number,
  limit: number,
): Promise<readonly SealedJob[]> {
  const rows = await query(DUE, [until, limit]);
  return rows.map(jobRow);
}

const EVENTS = 'SELECT number, tag, body FROM outbox WHERE number > $1 ORDER BY number LIMIT $2';

export async function readEvents(
  query: Query,
  after: number,
  limit: number,
): Promise<readonly SealedEvent[]> {
  const rows = await query(EVENTS, [after, limit]);
  return rows.map((row) => ({
    number: numberOf(row, 'number'),
    context: eventContext(textOf(row, 'tag')),
    body: bytesOf(row, 'body'),
  }));
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
    version: numberOf(row, 'version'),
  };
}
