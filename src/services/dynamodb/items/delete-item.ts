import type { DeleteItemInput, DynamodbOperations } from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { checkedItem } from '../domain/checked-values.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { itemPermission } from './authorization.ts';
import { writtenMembers } from './answers.ts';
import { givenKey } from './keys.ts';
import { openTable, writerOf } from './open-table.ts';
import { requireOldOrNone } from './put-item.ts';
import { readItem, removeItem } from './storage.ts';

export function createDeleteItem(keys: TableKeys): OperationOf<DynamodbOperations, 'DeleteItem'> {
  return {
    name: 'DeleteItem',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => [
      await itemPermission(context, 'DeleteItem', input, input.Key, Object.keys(input.Key)),
    ],
    handle: (input, context) => remove(input, context, keys),
  };
}

async function remove(input: DeleteItemInput, context: Context, keys: TableKeys) {
  requireOldOrNone(input.ReturnValues);
  const key = checkedItem(input.Key);
  const open = await openTable(context, keys, input.TableName);
  const before = await readItem(open, givenKey(open.table.key, key));
  if (before !== undefined) removeItem(writerOf(context), open, before);
  return {
    ...(input.ReturnValues === 'ALL_OLD' && before !== undefined
      ? { Attributes: before.item }
      : {}),
    ...writtenMembers(open.table, input, { before: before?.item, after: undefined }),
  };
}
