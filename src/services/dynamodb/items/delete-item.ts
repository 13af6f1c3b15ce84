import type { DeleteItemInput, DynamodbOperations } from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { writtenMembers } from './answers.ts';
import { itemPermission } from './authorization.ts';
import { openTable, writerOf } from './open-table.ts';
import { requireOldOrNone } from './put-item.ts';
import { conditionIn, namesOf, pathsOfCondition } from './requests.ts';
import { performWrite, planDelete } from './writes.ts';

export function createDeleteItem(keys: TableKeys): OperationOf<DynamodbOperations, 'DeleteItem'> {
  return {
    name: 'DeleteItem',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => {
      const names = namesOf(pathsOfCondition(conditionIn(input)), Object.keys(input.Key));
      return [await itemPermission(context, 'DeleteItem', input, input.Key, names)];
    },
    handle: (input, context) => remove(input, context, keys),
  };
}

async function remove(input: DeleteItemInput, context: Context, keys: TableKeys) {
  requireOldOrNone(input.ReturnValues);
  const condition = conditionIn(input);
  const open = await openTable(context, keys, input.TableName);
  const onFailure = input.ReturnValuesOnConditionCheckFailure;
  const planned = await planDelete(open, input.Key, { condition, onFailure });
  performWrite(writerOf(context), open, planned);
  const { before } = planned;
  return {
    ...(input.ReturnValues === 'ALL_OLD' && before !== undefined
      ? { Attributes: before.item }
      : {}),
    ...writtenMembers(open.table, input, planned),
  };
}
