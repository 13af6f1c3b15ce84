import type { DynamodbOperations } from '../../../../models/dynamodb/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import { checkedItem } from '../domain/checked-values.ts';
import { projected } from '../domain/expressions/projections.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { itemPermission, selectOf } from './authorization.ts';
import { consumedCapacity, readUnits } from './capacity.ts';
import { givenKey } from './keys.ts';
import { openTable } from './open-table.ts';
import { namesOf, projectionIn } from './requests.ts';
import { readItem } from './storage.ts';
import { requireScalarKeys } from './writes.ts';

export function createGetItem(keys: TableKeys): OperationOf<DynamodbOperations, 'GetItem'> {
  return {
    name: 'GetItem',
    access: 'read',
    eventCategory: 'data',
    authorize: async (input, context) => {
      const projection = projectionIn(input);
      const request = { ...input, Select: selectOf(input) };
      const names = namesOf(projection ?? [], Object.keys(input.Key));
      return [await itemPermission(context, 'GetItem', request, input.Key, names)];
    },
    handle: async (input, context) => {
      const projection = projectionIn(input);
      const key = checkedItem(input.Key);
      const open = await openTable(context, keys, input.TableName);
      const primary = givenKey(open.table.key, key);
      if (projection !== undefined) requireScalarKeys(open.table, projection);
      const found = await readItem(open, primary);
      const units = readUnits(found?.document.size ?? 0, input.ConsistentRead ?? false);
      const capacity = consumedCapacity(open.table, input.ReturnConsumedCapacity, {
        table: units,
        indexes: new Map(),
      });
      return {
        ...(found === undefined
          ? {}
          : { Item: projection === undefined ? found.item : projected(found.item, projection) }),
        ...(capacity === undefined ? {} : { ConsumedCapacity: capacity }),
      };
    },
  };
}
