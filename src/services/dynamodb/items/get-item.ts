import type { DynamodbOperations } from '../../../../models/dynamodb/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import { checkedItem } from '../domain/checked-values.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { consumedCapacity, readUnits } from './capacity.ts';
import { itemPermission } from './authorization.ts';
import { givenKey } from './keys.ts';
import { openTable } from './open-table.ts';
import { readItem } from './storage.ts';

export function createGetItem(keys: TableKeys): OperationOf<DynamodbOperations, 'GetItem'> {
  return {
    name: 'GetItem',
    access: 'read',
    eventCategory: 'data',
    authorize: async (input, context) => [
      await itemPermission(context, 'GetItem', input, input.Key),
    ],
    handle: async (input, context) => {
      const key = checkedItem(input.Key);
      const open = await openTable(context, keys, input.TableName);
      const found = await readItem(open, givenKey(open.table.key, key));
      const units = readUnits(found?.document.size ?? 0, input.ConsistentRead ?? false);
      const capacity = consumedCapacity(open.table, input.ReturnConsumedCapacity, {
        table: units,
        indexes: new Map(),
      });
      return {
        ...(found === undefined ? {} : { Item: found.item }),
        ...(capacity === undefined ? {} : { ConsumedCapacity: capacity }),
      };
    },
  };
}
