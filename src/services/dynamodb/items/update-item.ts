import type { DynamodbOperations, UpdateItemInput } from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { projected } from '../domain/expressions/projections.ts';
import type { Update } from '../domain/expressions/updates.ts';
import type { Item } from '../domain/values.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { writtenMembers } from './answers.ts';
import { itemPermission } from './authorization.ts';
import { openTable, writerOf } from './open-table.ts';
import { namesOf, pathsOfCondition, pathsOfUpdate, updateIn } from './requests.ts';
import { performWrite, type PlannedWrite, planUpdate } from './writes.ts';

export function createUpdateItem(keys: TableKeys): OperationOf<DynamodbOperations, 'UpdateItem'> {
  return {
    name: 'UpdateItem',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => {
      const { update, condition } = updateIn(input);
      const paths = [...pathsOfUpdate(update), ...pathsOfCondition(condition)];
      const names = namesOf(paths, Object.keys(input.Key));
      return [await itemPermission(context, 'UpdateItem', input, input.Key, names)];
    },
    handle: (input, context) => change(input, context, keys),
  };
}

async function change(input: UpdateItemInput, context: Context, keys: TableKeys) {
  const { update, condition } = updateIn(input);
  const open = await openTable(context, keys, input.TableName);
  const onFailure = input.ReturnValuesOnConditionCheckFailure;
  const planned = await planUpdate(open, input.Key, update, { condition, onFailure });
  performWrite(writerOf(context), open, planned);
  const attributes = returned(input, update, planned);
  return {
    ...(attributes === undefined ? {} : { Attributes: attributes }),
    ...writtenMembers(open.table, input, planned),
  };
}

function returned(
  { ReturnValues }: UpdateItemInput,
  { actions }: Update,
  { before, after }: PlannedWrite,
): Item | undefined {
  const paths = actions.map(({ path }) => path);
  switch (ReturnValues) {
    case 'ALL_OLD':
      return before?.item;
    case 'ALL_NEW':
      return after;
    case 'UPDATED_OLD':
      return filled(before === undefined ? {} : projected(before.item, paths));
    case 'UPDATED_NEW':
      return filled(after === undefined ? {} : projected(after, paths));
    default:
      return undefined;
  }
}

function filled(item: Item): Item | undefined {
  return Object.keys(item).length === 0 ? undefined : item;
}
