import type { DeleteItemInput, PutItemInput } from '../../../../models/dynamodb/types.ts';
import type { Context } from '../../../contract/operation.ts';
import { invalid } from '../domain/invalid.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { writtenMembers } from './answers.ts';
import { openTable, type OpenTable, writerOf } from './open-table.ts';
import { conditionIn } from './requests.ts';
import { performWrite, type PlannedWrite, type Precondition } from './writes.ts';

/** Puts or deletes an item as a whole, as planned. Errors: those of the plan; ValidationException. */
export async function writeWhole(
  input: PutItemInput | DeleteItemInput,
  context: Context,
  keys: TableKeys,
  plan: (open: OpenTable, precondition: Precondition) => Promise<PlannedWrite>,
) {
  const { ReturnValues: returned, ReturnValuesOnConditionCheckFailure: onFailure } = input;
  if (returned !== undefined && returned !== 'ALL_OLD' && returned !== 'NONE') {
    throw invalid('Return values set to invalid value');
  }
  const condition = conditionIn(input);
  const open = await openTable(context, keys, input.TableName);
  const planned = await plan(open, { condition, onFailure });
  performWrite(writerOf(context), open, planned);
  const { before } = planned;
  return {
    ...(returned === 'ALL_OLD' && before !== undefined ? { Attributes: before.item } : {}),
    ...writtenMembers(open.table, input, planned),
  };
}
