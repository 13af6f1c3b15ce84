import type { DynamodbOperations } from '../../../../models/dynamodb/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { itemPermission } from './authorization.ts';
import { conditionIn, namesOf, pathsOfCondition } from './requests.ts';
import { writeWhole } from './whole-write.ts';
import { planDelete } from './writes.ts';

export function createDeleteItem(keys: TableKeys): OperationOf<DynamodbOperations, 'DeleteItem'> {
  return {
    name: 'DeleteItem',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => {
      const names = namesOf(pathsOfCondition(conditionIn(input)), Object.keys(input.Key));
      return [await itemPermission(context, 'DeleteItem', input, input.Key, names)];
    },
    handle: (input, context) =>
      writeWhole(input, context, keys, (open, precondition) =>
        planDelete(open, input.Key, precondition),
      ),
  };
}
