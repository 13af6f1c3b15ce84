import type { DynamodbOperations } from '../../../../models/dynamodb/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { itemPermission } from './authorization.ts';
import { conditionIn, namesOf, pathsOfCondition } from './requests.ts';
import { writeWhole } from './whole-write.ts';
import { planPut } from './writes.ts';

export function createPutItem(keys: TableKeys): OperationOf<DynamodbOperations, 'PutItem'> {
  return {
    name: 'PutItem',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => {
      const names = namesOf(pathsOfCondition(conditionIn(input)), Object.keys(input.Item));
      return [await itemPermission(context, 'PutItem', input, input.Item, names)];
    },
    handle: (input, context) =>
      writeWhole(input, context, keys, (open, precondition) =>
        planPut(open, input.Item, precondition),
      ),
  };
}
