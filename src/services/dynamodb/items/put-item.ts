import type { DynamodbOperations, PutItemInput } from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { checkedItem } from '../domain/checked-values.ts';
import { invalid } from '../domain/invalid.ts';
import { assertItemFits } from '../domain/item-size.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { itemPermission } from './authorization.ts';
import { writtenMembers } from './answers.ts';
import { keyOfItem } from './keys.ts';
import { openTable, writerOf } from './open-table.ts';
import { putItem, readItem } from './storage.ts';

export function createPutItem(keys: TableKeys): OperationOf<DynamodbOperations, 'PutItem'> {
  return {
    name: 'PutItem',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => [
      await itemPermission(context, 'PutItem', input, input.Item, Object.keys(input.Item)),
    ],
    handle: (input, context) => put(input, context, keys),
  };
}

async function put(input: PutItemInput, context: Context, keys: TableKeys) {
  requireOldOrNone(input.ReturnValues);
  const item = checkedItem(input.Item);
  assertItemFits(item);
  const open = await openTable(context, keys, input.TableName);
  const before = await readItem(open, keyOfItem(open.table.key, item));
  putItem(writerOf(context), open, before, item);
  return {
    ...(input.ReturnValues === 'ALL_OLD' && before !== undefined
      ? { Attributes: before.item }
      : {}),
    ...writtenMembers(open.table, input, { before: before?.item, after: item }),
  };
}

/** Errors: ValidationException. */
export function requireOldOrNone(returned: string | undefined): void {
  if (returned === undefined || returned === 'ALL_OLD' || returned === 'NONE') return;
  throw invalid('Return values set to invalid value');
}
