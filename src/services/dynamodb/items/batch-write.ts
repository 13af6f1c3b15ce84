import type {
  AttributeValue,
  BatchWriteItemInput,
  DynamodbOperations,
  ItemCollectionMetrics,
  WriteRequest,
} from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { checkedItem } from '../domain/checked-values.ts';
import { invalid } from '../domain/invalid.ts';
import { assertItemFits } from '../domain/item-size.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { batchPermission } from './batch-authorization.ts';
import { requireDistinct } from './batch-get.ts';
import { collectionMetrics, unitsOfWrite } from './capacity.ts';
import { UnitsByTable } from './item-units.ts';
import { givenKey, itemId, keyPart } from './keys.ts';
import { openTable, type OpenTable, writerOf } from './open-table.ts';
import { namesOf } from './requests.ts';
import { readItem } from './storage.ts';
import { performWrite } from './writes.ts';

const REQUESTS_MAX = 25;

export function createBatchWriteItem(
  keys: TableKeys,
): OperationOf<DynamodbOperations, 'BatchWriteItem'> {
  return {
    name: 'BatchWriteItem',
    access: 'write',
    eventCategory: 'data',
    authorize: (input, context) =>
      Promise.all(
        Object.entries(input.RequestItems).map(([TableName, requests]) =>
          batchPermission(context, 'dynamodb:BatchWriteItem', {
            TableName,
            ReturnConsumedCapacity: input.ReturnConsumedCapacity,
            keyed: requests.map(attributesIn),
            attributes: namesOf([], requests.map(attributesIn).flatMap(Object.keys)),
          }),
        ),
      ),
    handle: (input, context) => writeAll(input, context, keys),
  };
}

function attributesIn({ PutRequest, DeleteRequest }: WriteRequest): {
  readonly [name: string]: AttributeValue;
} {
  return PutRequest?.Item ?? DeleteRequest?.Key ?? {};
}

/** All of a batch becomes durable at once, so that nothing of it is ever left. */
async function writeAll(input: BatchWriteItemInput, context: Context, keys: TableKeys) {
  const parts = Object.entries(input.RequestItems);
  const total = parts.reduce((sum, [, requests]) => sum + requests.length, 0);
  if (total > REQUESTS_MAX) throw invalid('Too many items requested for the BatchWriteItem call');
  for (const [, requests] of parts) requests.forEach(requireOne);
  const units = new UnitsByTable();
  const metrics: [string, ItemCollectionMetrics[]][] = [];
  for (const [name, requests] of parts) {
    const open = await openTable(context, keys, name);
    const ofTable: ItemCollectionMetrics[] = [];
    for (const { primary, after } of plannedIn(open, requests)) {
      const before = await readItem(open, primary);
      performWrite(writerOf(context), open, { before, after });
      units.add(open.table, unitsOfWrite(open.table, before?.item, after));
      const item = after ?? before?.item;
      const one = item && collectionMetrics(open.table, input.ReturnItemCollectionMetrics, item);
      if (one !== undefined) ofTable.push(one);
    }
    if (ofTable.length > 0) metrics.push([name, ofTable]);
  }
  const capacity = units.answer(input.ReturnConsumedCapacity);
  return {
    UnprocessedItems: {},
    ...(metrics.length === 0 ? {} : { ItemCollectionMetrics: Object.fromEntries(metrics) }),
    ...(capacity === undefined ? {} : { ConsumedCapacity: capacity }),
  };
}

function requireOne({ PutRequest, DeleteRequest }: WriteRequest): void {
  if (PutRequest === undefined && DeleteRequest === undefined) {
    throw invalid(
      'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
    );
  }
  if (PutRequest !== undefined && DeleteRequest !== undefined) {
    throw invalid(
      'Supplied AttributeValue has more than one datatypes set, ' +
        'must contain exactly one of the supported datatypes',
    );
  }
}

/** Errors: ValidationException. */
function plannedIn({ table, keys }: OpenTable, requests: readonly WriteRequest[]) {
  const planned = requests.map(({ PutRequest, DeleteRequest }) => {
    if (PutRequest === undefined) {
      const key = checkedItem(DeleteRequest?.Key ?? {});
      return { primary: givenKey(table.key, key), after: undefined };
    }
    const after = checkedItem(PutRequest.Item);
    assertItemFits(after);
    return { primary: givenKey(table.key, keyPart(table.key, after)), after };
  });
  requireDistinct(planned.map(({ primary }) => itemId(table, keys, primary)));
  return planned;
}
