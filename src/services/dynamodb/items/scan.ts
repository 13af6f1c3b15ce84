import type { DynamodbOperations, ScanInput } from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { placeholdersOf } from '../domain/expressions/placeholders.ts';
import { assertOneForm } from '../domain/expressions/request-parameters.ts';
import { invalid } from '../domain/invalid.ts';
import { segmentStart } from '../domain/key-encoding.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { openTable } from './open-table.ts';
import { readingPermission } from './query-authorization.ts';
import { pageAnswer, readPage } from './query-page.ts';
import type { Range } from './query-range.ts';
import { assertSelect, assertSelectable, type Selection, selectionOf } from './query-selection.ts';
import { type Start, startOf, suppliedStart } from './query-start.ts';
import { type Target, targetOf } from './query-target.ts';

export function createScan(keys: TableKeys): OperationOf<DynamodbOperations, 'Scan'> {
  return {
    name: 'Scan',
    access: 'read',
    eventCategory: 'data',
    authorize: async (input, context) => [
      await readingPermission(context, 'dynamodb:Scan', input, () => ({
        selection: askedBy(input),
        keys: undefined,
      })),
    ],
    handle: (input, context) => scan(input, context, keys),
  };
}

/** Errors: `ValidationException` with AWS's texts. */
function askedBy(input: ScanInput): Selection {
  assertOneForm(
    input,
    [
      ['ProjectionExpression', input.ProjectionExpression],
      ['FilterExpression', input.FilterExpression],
    ],
    [
      ['AttributesToGet', input.AttributesToGet],
      ['ScanFilter', input.ScanFilter],
      ['ConditionalOperator', input.ConditionalOperator],
    ],
  );
  assertSegment(input);
  assertSelect(input, '');
  const placeholders = placeholdersOf(input);
  const selection = selectionOf(input, input.ScanFilter, placeholders);
  placeholders.assertAllUsed();
  return selection;
}

function assertSegment({ Segment, TotalSegments }: ScanInput): void {
  if (Segment === undefined && TotalSegments === undefined) return;
  if (TotalSegments === undefined) {
    throw invalid(
      'The TotalSegments parameter is required but was not present in the request when ' +
        'Segment parameter is present',
    );
  }
  if (Segment === undefined) {
    throw invalid(
      'The Segment parameter is required but was not present in the request when parameter ' +
        'TotalSegments is present',
    );
  }
  if (Segment < TotalSegments) return;
  throw invalid(
    'The Segment parameter is zero-based and must be less than parameter TotalSegments: ' +
      `Segment: ${Segment} is not less than TotalSegments: ${TotalSegments}`,
  );
}

async function scan(input: ScanInput, context: Context, tableKeys: TableKeys) {
  const selection = askedBy(input);
  const supplied = suppliedStart(input.ExclusiveStartKey);
  const open = await openTable(context, tableKeys, input.TableName, input.IndexName);
  const target = targetOf(open, input);
  const start = supplied && scanStart(target, supplied);
  assertSelectable(target, selection);
  const range = segmentRange(target, input);
  if (start !== undefined) assertInSegment(range, start, input);
  const walk = {
    target,
    range,
    selection,
    start: start?.cursor,
    limit: input.Limit,
    descending: false,
    isConsistent: input.ConsistentRead ?? false,
  };
  return pageAnswer(walk, await readPage(walk), input.ReturnConsumedCapacity);
}

function scanStart(target: Target, key: Start['key']): Start {
  return target.index === undefined
    ? startOf(
        target,
        key,
        'The provided starting key is invalid: The provided key element does not match the schema',
      )
    : startOf(target, key);
}

/** Partitions lie evenly over the order, so that each segment has an equal part of it. */
function segmentRange({ prefix }: Target, { Segment = 0, TotalSegments = 1 }: ScanInput): Range {
  const low = segmentStart(Segment, TotalSegments);
  const high = segmentStart(Segment + 1, TotalSegments);
  return {
    prefix,
    ...(low === undefined ? {} : { low: { key: prefix + low, isIncluded: true } }),
    ...(high === undefined ? {} : { high: { key: prefix + high, isIncluded: false } }),
  };
}

function assertInSegment({ low, high }: Range, { cursor }: Start, input: ScanInput): void {
  const isInside =
    (low === undefined || cursor.key >= low.key) && (high === undefined || cursor.key < high.key);
  if (isInside) return;
  throw invalid(
    'The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ' +
      'ExclusiveStartKey with correct Segment. ' +
      `TotalSegments: ${input.TotalSegments ?? 1} Segment: ${input.Segment ?? 0}`,
  );
}
