import type { ExecuteStatementInput } from '../../../../models/dynamodb/types.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Context } from '../../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../../core/pages.ts';
import { compareValues } from '../domain/equality.ts';
import type { Condition } from '../domain/expressions/conditions.ts';
import { conditionPaths } from '../domain/expressions/key-paths.ts';
import type { KeyTest } from '../domain/expressions/key-conditions.ts';
import { invalid, invalidParameter } from '../domain/invalid.ts';
import { conjuncts, keyTestOn, valuesAllowed } from '../domain/partiql/key-values.ts';
import type { SelectStatement } from '../domain/partiql/statements.ts';
import { restoredItem, storedItem } from '../domain/stored-items.ts';
import { type Item, typeOf, type Value } from '../domain/values.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { openTable, type OpenTable } from './open-table.ts';
import { capacityOf, readPage } from './query-page.ts';
import { type Range, rangeOf } from './query-range.ts';
import { assertSelectable } from './query-selection.ts';
import { startOf } from './query-start.ts';
import { hasAttribute, type Target, targetOf } from './query-target.ts';
import { requireFilled } from './keys.ts';
import { isKeyValue } from '../domain/key-encoding.ts';

const MARKER = 'dynamodb:ExecuteStatement';
const PAGE_BYTES = 1024 * 1024;

/** Where a page of a selection begins: in one of its ranges, behind a key if it was begun. */
interface Position {
  readonly range: number;
  readonly after: Item | undefined;
}

/** Errors: `ValidationException` with AWS's texts. */
export async function select(
  input: ExecuteStatementInput,
  statement: SelectStatement,
  context: Context,
  keys: TableKeys,
) {
  const open = await openTable(context, keys, statement.table, statement.index);
  const target = indexedTarget(open, statement, input.ConsistentRead ?? false);
  const { ranges, descending } = planOf(target, statement);
  const selection = {
    filter: statement.where,
    projection: statement.projection,
    countsOnly: false,
    wantsAll: false,
    isFlat: true,
  };
  assertFiltered(target, statement.where);
  assertSelectable(target, selection);
  const scope = markerScope(input, context);
  const first = positionOf(input, scope, ranges.length);
  const Items: Item[] = [];
  let [bytes, fetched, left] = [0, 0, input.Limit];
  let next: Position | undefined;
  for (const [index, range] of ranges.entries()) {
    if (index < first.range) continue;
    const after = index === first.range ? first.after : undefined;
    const page = await readPage({
      target,
      range,
      selection,
      start: after && startOf(target, after).cursor,
      limit: left,
      descending,
      isConsistent: input.ConsistentRead ?? false,
    });
    Items.push(...page.found);
    bytes += page.bytes;
    fetched += page.fetched;
    if (left !== undefined) left -= page.scanned;
    if (page.last !== undefined) next = { range: index, after: page.last };
    else if (bytes >= PAGE_BYTES) next = { range: index + 1, after: undefined };
    if (next !== undefined) break;
  }
  const capacity = capacityOf(
    target,
    { bytes, fetched },
    input.ConsistentRead ?? false,
    input.ReturnConsumedCapacity,
  );
  return {
    Items,
    ...(next === undefined || next.range >= ranges.length
      ? {}
      : { NextToken: markerOf(next, scope) }),
    ...(next?.after === undefined ? {} : { LastEvaluatedKey: next.after }),
    ...(capacity === undefined ? {} : { ConsumedCapacity: capacity }),
  };
}

function indexedTarget(
  open: OpenTable,
  { index: IndexName }: SelectStatement,
  ConsistentRead: boolean,
): Target {
  const index = open.table.indexes.find(({ name }) => name === IndexName);
  if (IndexName !== undefined && (index === undefined || index.status === 'DELETING')) {
    throw invalid('The table does not have the specified index');
  }
  if (index?.isLocal === false && ConsistentRead) {
    throw invalid('Strongly consistent read is not supported on Global Secondary Indexes');
  }
  return targetOf(open, { IndexName });
}

/** The partitions that a statement reads, in its order; the whole target where it names none. */
function planOf(
  target: Target,
  { where, order }: SelectStatement,
): { readonly ranges: readonly Range[]; readonly descending: boolean } {
  const { hash, range } = target.key;
  if (order.length > 0 && where === undefined) {
    throw invalid('Must have WHERE clause in the statement when using ORDER BY clause.');
  }
  const values = where && valuesAllowed(where, hash.name);
  if (values === undefined || where === undefined) {
    if (order.length === 0) return { ranges: [{ prefix: target.prefix }], descending: false };
    throw invalid(
      'Must have at least one non-optional hash key condition in WHERE clause when using ' +
        'ORDER BY clause.',
    );
  }
  const foreign = order.find(({ attribute }) => ![hash.name, range?.name].includes(attribute));
  if (foreign !== undefined) {
    throw invalid(
      `Variable reference ${foreign.attribute} in ORDER BY clause must be part of the primary key`,
    );
  }
  const sort = range && sortTest(where, range);
  const ranges = distinct(values).map((value) => {
    requireKeyType(hash.type, value);
    requireFilled(hash.name, value);
    if (!isKeyValue(value)) throw new TypeError('its type was checked');
    return rangeOf(target, { hash: value, sort });
  });
  const isDescending = (name: string | undefined) =>
    order.some(({ attribute, descending }) => attribute === name && descending);
  return {
    ranges: isDescending(hash.name) ? ranges.reverse() : ranges,
    descending: isDescending(range?.name),
  };
}

function distinct(values: readonly Value[]): readonly Value[] {
  const sorted = values.toSorted((a, b) => compareValues(a, b) ?? 0);
  return sorted.filter((value, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareValues(before, value) !== 0;
  });
}

function sortTest(where: Condition, range: { name: string; type: string }): KeyTest | undefined {
  for (const part of conjuncts(where)) {
    const test = keyTestOn(part, range.name);
    if (test === undefined) continue;
    const values =
      test.kind === 'compare'
        ? [test.value]
        : test.kind === 'between'
          ? [test.low, test.high]
          : [test.prefix];
    for (const value of values) requireKeyType(range.type, value);
    return test;
  }
  return undefined;
}

function requireKeyType(type: string, value: Value): void {
  if (typeOf(value) === type) return;
  throw invalid("Key attribute's data type should match its data type in table's schema");
}

function assertFiltered(target: Target, where: Condition | undefined): void {
  if (target.index === undefined || where === undefined) return;
  const names = new Set(conditionPaths(where).map(({ attribute }) => attribute));
  const lacking = [...names].filter((name) => !hasAttribute(target, name));
  if (lacking.length === 0) return;
  throw invalidParameter(
    `Secondary index ${target.index.name} does not project one or more filter attributes: ` +
      `[${lacking.join(', ')}]`,
  );
}

/** A marker serves no other statement than the one that gave it. */
function markerScope({ Statement, Parameters }: ExecuteStatementInput, { call }: Context): string {
  const { account, region } = call.scope;
  return JSON.stringify([account, region, Statement, Parameters ?? []]);
}

function markerOf({ range, after }: Position, scope: string): string {
  const key = after === undefined ? '' : JSON.stringify(storedItem(after));
  return encodeMarker(MARKER, scope, { key, id: String(range) });
}

function positionOf({ NextToken }: ExecuteStatementInput, scope: string, ranges: number): Position {
  if (NextToken === undefined) return { range: 0, after: undefined };
  const cursor = decodeMarker(MARKER, scope, NextToken);
  const range = Number(cursor?.id);
  if (cursor === undefined || !(range < ranges)) throw invalid('Invalid NextToken');
  if (cursor.key === '') return { range, after: undefined };
  const stored: JsonObject = JSON.parse(cursor.key);
  return { range, after: restoredItem(stored) };
}
