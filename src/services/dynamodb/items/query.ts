import type { DynamodbOperations, QueryInput } from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { conditionPaths } from '../domain/expressions/key-paths.ts';
import {
  compileKeyConditions,
  type KeyConditions,
  legacyKeyConditions,
} from '../domain/expressions/key-conditions.ts';
import { placeholdersOf } from '../domain/expressions/placeholders.ts';
import { assertOneForm } from '../domain/expressions/request-parameters.ts';
import { invalid } from '../domain/invalid.ts';
import { equalValues } from '../domain/equality.ts';
import { attributeOf } from '../domain/values.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { keyAttributes } from './keys.ts';
import { openTable } from './open-table.ts';
import { readingPermission } from './query-authorization.ts';
import { pageAnswer, readPage } from './query-page.ts';
import { type QueriedKey, queriedKey, type Range, rangeOf } from './query-range.ts';
import { assertSelect, assertSelectable, type Selection, selectionOf } from './query-selection.ts';
import { type Start, startOf, suppliedStart } from './query-start.ts';
import { type Target, targetOf } from './query-target.ts';

export function createQuery(keys: TableKeys): OperationOf<DynamodbOperations, 'Query'> {
  return {
    name: 'Query',
    access: 'read',
    eventCategory: 'data',
    authorize: async (input, context) => [
      await readingPermission(context, 'dynamodb:Query', input, () => askedBy(input)),
    ],
    handle: (input, context) => query(input, context, keys),
  };
}

/** What a request's expressions say. Errors: `ValidationException` with AWS's texts. */
function askedBy(input: QueryInput): { selection: Selection; keys: KeyConditions } {
  const { KeyConditionExpression, KeyConditions: legacy } = input;
  // Either form of the key's conditions goes with either form of the rest.
  assertOneForm(
    input,
    [
      ['ProjectionExpression', input.ProjectionExpression],
      ['FilterExpression', input.FilterExpression],
      ['KeyConditionExpression', KeyConditionExpression],
    ],
    [
      ['AttributesToGet', input.AttributesToGet],
      ['QueryFilter', input.QueryFilter],
      ['ConditionalOperator', input.ConditionalOperator],
      ['KeyConditions', KeyConditionExpression === undefined ? undefined : legacy],
    ],
  );
  if (KeyConditionExpression === undefined && legacy === undefined) {
    throw invalid(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  }
  assertSelect(input, '1 validation error detected: ');
  const placeholders = placeholdersOf(input);
  const keys =
    KeyConditionExpression === undefined
      ? legacyKeyConditions(legacy ?? {})
      : compileKeyConditions(KeyConditionExpression, placeholders);
  const selection = selectionOf(input, input.QueryFilter, placeholders);
  placeholders.assertAllUsed();
  return { selection, keys };
}

async function query(input: QueryInput, context: Context, tableKeys: TableKeys) {
  const { selection, keys } = askedBy(input);
  const supplied = suppliedStart(input.ExclusiveStartKey);
  const open = await openTable(context, tableKeys, input.TableName, input.IndexName);
  const target = targetOf(open, input);
  const start = supplied && startOf(target, supplied);
  const key = queriedKey(target, keys);
  assertKeyUnfiltered(target, selection, input.QueryFilter !== undefined);
  assertSelectable(target, selection);
  const range = rangeOf(target, key);
  if (start !== undefined) assertWithin(target, key, range, start);
  const walk = {
    target,
    range,
    selection,
    start: start?.cursor,
    limit: input.Limit,
    descending: input.ScanIndexForward === false,
    isConsistent: input.ConsistentRead ?? false,
  };
  return pageAnswer(walk, await readPage(walk), input.ReturnConsumedCapacity);
}

function assertKeyUnfiltered({ key }: Target, { filter }: Selection, isLegacy: boolean): void {
  if (filter === undefined) return;
  const names = new Set(conditionPaths(filter).map(({ attribute }) => attribute));
  const filtered = keyAttributes(key).find(({ name }) => names.has(name));
  if (filtered === undefined) return;
  throw invalid(
    `${isLegacy ? 'QueryFilter' : 'Filter Expression'} can only contain non-primary key ` +
      `attributes: Primary key attribute: ${filtered.name}`,
  );
}

/** A page starts where one of the same query could have ended. */
function assertWithin(
  { key }: Target,
  { hash, sort }: QueriedKey,
  { prefix, low, high }: Range,
  start: Start,
): void {
  const at = Buffer.from(start.cursor.key);
  const order = (bound: { readonly key: string }) => Buffer.compare(at, Buffer.from(bound.key));
  const isInside =
    start.cursor.key.startsWith(prefix) &&
    (low === undefined || order(low) >= (low.isIncluded ? 0 : 1)) &&
    (high === undefined || order(high) <= (high.isIncluded ? 0 : -1));
  if (isInside) return;
  const own = attributeOf(start.key, key.hash.name);
  const isOtherPartition = own === undefined || !equalValues(own, hash);
  throw invalid(
    sort === undefined || isOtherPartition
      ? 'The provided starting key is outside query boundaries based on provided conditions'
      : 'The provided starting key does not match the range key predicate',
  );
}
