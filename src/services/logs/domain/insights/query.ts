import type { RE2JS } from 're2js';
import { type Expression, readExpression } from './expressions.ts';
import { QueryReader, QuerySyntaxError } from './query-reader.ts';
import { type QueriedEvent, Row } from './record.ts';
import { grouped, readNamed, readStatistics, requireName } from './statistics.ts';
import { compareValues, isTrue, textOf, type Value } from './values.ts';

/** A field of a result, and its value. */
export type Shown = readonly [field: string, value: string];

export interface Query {
  /** What comes of events, which are given oldest first. */
  readonly run: (events: readonly QueriedEvent[], limit: number) => Answer;
}

interface Answer {
  readonly rows: readonly (readonly Shown[])[];
  /** Events that every filter let pass. */
  readonly matched: number;
}

type Stage = (state: State) => State;

interface State {
  readonly rows: readonly Row[];
  /** Undefined: the default ones. */
  readonly fields: readonly string[] | undefined;
  readonly isSorted: boolean;
  readonly isStatistics: boolean;
  readonly matched: number;
}

const COMMANDS_MAX = 20;
const LIMIT_MAX = 10_000;
const DEFAULT_FIELDS = ['@timestamp', '@message'];

/** Errors: a sentence that tells what is wrong, and where, as the result. */
export function parseQuery(text: string): Query | { readonly fault: string } {
  try {
    const stages = readStages(new QueryReader(text));
    return { run: (events, limit) => run(stages, events, limit) };
  } catch (error) {
    if (error instanceof QuerySyntaxError) return { fault: error.message };
    throw error;
  }
}

function readStages(reader: QueryReader): readonly Stage[] {
  const stages: Stage[] = [];
  do {
    if (stages.length >= COMMANDS_MAX) reader.fail('there are too many commands');
    stages.push(readStage(reader));
  } while (reader.takes('|'));
  if (!reader.isOver()) reader.fail('unexpected symbol found');
  return stages;
}

function readStage(reader: QueryReader): Stage {
  const word = reader.name()?.toLowerCase();
  switch (word) {
    case 'fields':
      return readFields(reader, false);
    case 'display':
      return readFields(reader, true);
    case 'filter':
      return filter(readExpression(reader));
    case 'parse':
      return readParse(reader);
    case 'stats':
      return readStats(reader);
    case 'sort':
      return readSort(reader);
    case 'limit':
    case 'head':
      return readLimit(reader, (rows, count) => rows.slice(0, count));
    case 'tail':
      return readLimit(reader, (rows, count) => rows.slice(-count));
    case 'dedup':
      return readDedup(reader);
    default:
      return reader.fail(`unexpected symbol found ${word ?? ''}`);
  }
}

function readFields(reader: QueryReader, replaces: boolean): Stage {
  const columns = [readNamed(reader, readExpression)];
  while (reader.takes(',')) columns.push(readNamed(reader, readExpression));
  const names = columns.map(({ name }) => name);
  return (state) => ({
    ...state,
    rows: state.rows.map((row) => row.with(columns.map(({ name, value }) => [name, value(row)]))),
    fields: replaces ? names : [...new Set([...(state.fields ?? []), ...names])],
  });
}

function filter(condition: Expression): Stage {
  return (state) => {
    const rows = state.rows.filter((row) => isTrue(condition(row)));
    return { ...state, rows, matched: state.isStatistics ? state.matched : rows.length };
  };
}

function readStats(reader: QueryReader): Stage {
  const statistics = readStatistics(reader);
  const fields = [...statistics.by, ...statistics.aggregates].map((one) => one.name);
  return (state) => ({
    ...state,
    rows: grouped(state.rows, statistics),
    fields,
    isSorted: true,
    isStatistics: true,
  });
}

function readSort(reader: QueryReader): Stage {
  const keys: { readonly value: Expression; readonly sign: number }[] = [];
  do {
    const value = readExpression(reader);
    const isDescending = reader.takesWord('desc') || !reader.takesWord('asc');
    keys.push({ value, sign: isDescending ? -1 : 1 });
  } while (reader.takes(','));
  return (state) => ({
    ...state,
    isSorted: true,
    rows: state.rows.toSorted((one, other) => {
      for (const { value, sign } of keys) {
        const order = compareValues(value(one), value(other));
        if (order !== 0) return order * sign;
      }
      return 0;
    }),
  });
}

function readLimit(
  reader: QueryReader,
  cut: (rows: readonly Row[], count: number) => readonly Row[],
): Stage {
  const count = Number(reader.match(/\d+/y) ?? reader.fail('a number is expected'));
  if (count < 1 || count > LIMIT_MAX) {
    reader.fail(`a limit from 1 to ${LIMIT_MAX} is expected`);
  }
  return (state) => ({ ...sorted(state), rows: cut(sorted(state).rows, count) });
}

function readDedup(reader: QueryReader): Stage {
  const names = [requireName(reader)];
  while (reader.takes(',')) names.push(requireName(reader));
  return (state) => {
    const seen = new Set<string>();
    const rows = sorted(state).rows.filter((row) => {
      const key = JSON.stringify(names.map((name) => textOf(row.get(name)) ?? null));
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    return { ...sorted(state), rows };
  };
}

/** `parse @message "user=*, *" as user, rest`, or by the named groups of a regular expression. */
function readParse(reader: QueryReader): Stage {
  const source = reader.match(/(?=["'/])/y) === undefined ? requireName(reader) : '@message';
  const regex = reader.regex();
  const extract = regex === undefined ? readGlob(reader) : byGroups(regex);
  return (state) => ({
    ...state,
    rows: state.rows.map((row) => row.with(extract(textOf(row.get(source)) ?? ''))),
  });
}

type Extract = (text: string) => readonly (readonly [string, Value])[];

function byGroups(regex: RE2JS): Extract {
  const names = Object.keys(regex.namedGroups());
  return (text) => {
    const matcher = regex.matcher(text);
    if (!matcher.find()) return [];
    return names.map((name) => [name, matcher.group(name) ?? undefined] as const);
  };
}

function readGlob(reader: QueryReader): Extract {
  const glob = reader.quoted() ?? reader.fail('a text or a regular expression is expected');
  if (!reader.takesWord('as')) reader.fail('as is expected');
  const names = [requireName(reader)];
  while (reader.takes(',')) names.push(requireName(reader));
  const [head = '', ...parts] = glob.split('*');
  if (parts.length !== names.length) reader.fail('each * needs a name');
  return (text) => {
    let at = text.indexOf(head);
    if (at === -1) return [];
    at += head.length;
    const found: (readonly [string, Value])[] = [];
    for (const [index, part] of parts.entries()) {
      const end = part === '' ? text.length : text.indexOf(part, at);
      if (end === -1) return [];
      found.push([names[index] ?? '', text.slice(at, end)]);
      at = end + part.length;
    }
    return found;
  };
}

/** Newest first, unless something else was asked for. */
function sorted(state: State): State {
  if (state.isSorted) return state;
  const rows = state.rows.toSorted((one, other) => (other.instant ?? 0) - (one.instant ?? 0));
  return { ...state, rows, isSorted: true };
}

function run(stages: readonly Stage[], events: readonly QueriedEvent[], limit: number): Answer {
  let state: State = {
    rows: events.map((event) => new Row(event)),
    fields: undefined,
    isSorted: false,
    isStatistics: false,
    matched: events.length,
  };
  for (const stage of stages) state = stage(state);
  const { rows, fields = DEFAULT_FIELDS, isStatistics, matched } = sorted(state);
  const shown = isStatistics ? fields : [...fields, '@ptr'];
  return {
    matched,
    rows: rows.slice(0, limit).map((row) =>
      shown.flatMap((field): readonly Shown[] => {
        const value = textOf(row.get(field));
        return value === undefined ? [] : [[field, value]];
      }),
    ),
  };
}
