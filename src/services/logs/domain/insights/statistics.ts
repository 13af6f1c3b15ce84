import { type Expression, readExpression } from './expressions.ts';
import type { QueryReader } from './query-reader.ts';
import { Row } from './record.ts';
import { compareValues, numberOf, textOf, type Value } from './values.ts';

/** Groups of one query. */
const GROUPS_MAX = 10_000;

type Aggregate = (rows: readonly Row[]) => Value;

interface Named<T> {
  readonly name: string;
  readonly value: T;
}

export interface Statistics {
  readonly aggregates: readonly Named<Aggregate>[];
  readonly by: readonly Named<Expression>[];
}

function numbersOf(rows: readonly Row[], value: Expression): readonly number[] {
  return rows.map((row) => numberOf(value(row))).filter((number) => number !== undefined);
}

function present(rows: readonly Row[], value: Expression): readonly Value[] {
  return rows.map(value).filter((one) => one !== undefined);
}

const AGGREGATES: ReadonlyMap<string, (value: Expression) => Aggregate> = new Map([
  ['count', (value: Expression) => (rows: readonly Row[]) => present(rows, value).length],
  [
    'count_distinct',
    (value: Expression) => (rows: readonly Row[]) => new Set(present(rows, value).map(textOf)).size,
  ],
  [
    'sum',
    (value: Expression) => (rows: readonly Row[]) =>
      numbersOf(rows, value).reduce((total, one) => total + one, 0),
  ],
  [
    'avg',
    (value: Expression) => (rows: readonly Row[]) => {
      const all = numbersOf(rows, value);
      return all.length === 0 ? undefined : all.reduce((total, one) => total + one, 0) / all.length;
    },
  ],
  [
    'min',
    (value: Expression) => (rows: readonly Row[]) =>
      present(rows, value).toSorted(compareValues)[0],
  ],
  [
    'max',
    (value: Expression) => (rows: readonly Row[]) =>
      present(rows, value).toSorted(compareValues).at(-1),
  ],
]);

/** `count(*) as n, avg(ms) by level, bin(5m)`. */
export function readStatistics(reader: QueryReader): Statistics {
  const aggregates: Named<Aggregate>[] = [];
  do aggregates.push(readNamed(reader, readAggregate));
  while (reader.takes(','));
  const by: Named<Expression>[] = [];
  if (reader.takesWord('by')) {
    do by.push(readNamed(reader, readExpression));
    while (reader.takes(','));
  }
  return { aggregates, by };
}

/** A column: called as it is written, or as the query says. */
export function readNamed<T>(reader: QueryReader, read: (reader: QueryReader) => T): Named<T> {
  const written = reader.written();
  const value = read(reader);
  const name = written();
  return { name: reader.takesWord('as') ? requireName(reader) : name, value };
}

export function requireName(reader: QueryReader): string {
  return reader.name() ?? reader.fail('a name is expected');
}

function readAggregate(reader: QueryReader): Aggregate {
  const name = requireName(reader).toLowerCase();
  reader.expect('(');
  if (name === 'count' && (reader.takes('*)') || reader.takes(')'))) return (rows) => rows.length;
  if (name === 'count' && reader.takes('*')) {
    reader.expect(')');
    return (rows) => rows.length;
  }
  const aggregate = AGGREGATES.get(name);
  if (aggregate === undefined) return reader.fail(`the statistic ${name} is not known`);
  const value = readExpression(reader);
  reader.expect(')');
  return aggregate(value);
}

export function grouped(rows: readonly Row[], { aggregates, by }: Statistics): readonly Row[] {
  const groups = new Map<string, { readonly keys: readonly Value[]; readonly rows: Row[] }>();
  for (const row of rows) {
    const keys = by.map(({ value }) => value(row));
    const key = JSON.stringify(keys.map((one) => textOf(one) ?? null));
    const known = groups.get(key);
    if (known !== undefined) known.rows.push(row);
    else if (groups.size < GROUPS_MAX) groups.set(key, { keys, rows: [row] });
  }
  if (by.length === 0 && groups.size === 0) groups.set('', { keys: [], rows: [] });
  return [...groups.values()].map(
    (group) =>
      new Row(undefined, [
        ...by.map(({ name }, index) => [name, group.keys[index]] as const),
        ...aggregates.map(({ name, value }) => [name, value(group.rows)] as const),
      ]),
  );
}
