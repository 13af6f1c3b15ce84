import type { DynamodbOperations, PutItemInput } from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { invalid } from '../domain/invalid.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { writtenMembers } from './answers.ts';
import { itemPermission } from './authorization.ts';
import { openTable, writerOf } from './open-table.ts';
import { conditionIn, namesOf, pathsOfCondition } from './requests.ts';
import { performWrite, planPut } from './writes.ts';

export function createPutItem(keys: TableKeys): OperationOf<DynamodbOperations, 'PutItem'> {
  return {
    name: 'PutItem',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => {
      const names = namesOf(pathsOfCondition(conditionIn(input)), Object.keys(input.Item));
      return [await itemPermission(context, 'PutItem', input, input.Item, names)];
    },
    handle: (input, context) => put(input, context, keys),
  };
}

async function put(input: PutItemInput, context: Context, keys: TableKeys) {
  requireOldOrNone(input.ReturnValues);
  const condition = conditionIn(input);
  const open = await openTable(context, keys, input.TableName);
  const onFailure = input.ReturnValuesOnConditionCheckFailure;
  const planned = await planPut(open, input.Item, { condition, onFailure });
  performWrite(writerOf(context), open, planned);
  const { before } = planned;
  return {
    ...(input.ReturnValues === 'ALL_OLD' && before !== undefined
      ? { Attributes: before.item }
      : {}),
    ...writtenMembers(open.table, input, planned),
  };
}

/** Errors: ValidationException. */
export function requireOldOrNone(returned: string | undefined): void {
  if (returned === undefined || returned === 'ALL_OLD' || returned === 'NONE') return;
  throw invalid('Return values set to invalid value');
}
