import type {
  DynamodbOperations,
  ItemCollectionMetrics,
  TransactWriteItemsInput,
} from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { invalid } from '../domain/invalid.ts';
import { itemSize } from '../domain/item-size.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { transactionCancelled } from '../errors.ts';
import { itemPermission } from './authorization.ts';
import { collectionMetrics, unitsOfWrite } from './capacity.ts';
import { doubled, readCapacity, UnitsByTable, unitsOfRepeat, writeCapacity } from './item-units.ts';
import { openTable, type OpenTable, writerOf } from './open-table.ts';
import {
  actionIn,
  attributesOf,
  enclosed,
  planAction,
  targetId,
  type TransactAction,
} from './transactions-actions.ts';
import { NO_REASON, type Reason, reasonFor } from './transactions-reasons.ts';
import { rememberDone, wasDone } from './transactions-tokens.ts';
import { performWrite, type PlannedWrite } from './writes.ts';

const BYTES_MAX = 4 * 1024 * 1024;

export function createTransactWriteItems(
  keys: TableKeys,
): OperationOf<DynamodbOperations, 'TransactWriteItems'> {
  return {
    name: 'TransactWriteItems',
    access: 'write',
    eventCategory: 'data',
    authorize: (input, context) =>
      Promise.all(
        input.TransactItems.map(async (supplied) => {
          const action = actionIn(supplied);
          const { operation, TableName, keyed, onFailure } = action;
          const request = {
            TableName,
            ReturnConsumedCapacity: input.ReturnConsumedCapacity,
            ReturnValuesOnConditionCheckFailure: onFailure,
          };
          const names = attributesOf(action);
          return enclosed(
            await itemPermission(context, operation, request, keyed, names),
            'TransactWriteItems',
          );
        }),
      ),
    handle: (input, context) => writeTogether(input, context, keys),
  };
}

interface Placed {
  readonly action: TransactAction;
  readonly open: OpenTable;
}

async function writeTogether(input: TransactWriteItemsInput, context: Context, keys: TableKeys) {
  const actions = input.TransactItems.map(actionIn);
  const placed: Placed[] = [];
  for (const action of actions) {
    placed.push({ action, open: await openTable(context, keys, action.TableName) });
  }
  requireOneEach(placed.map(({ action, open }) => targetId(open, action)));
  if (await wasDone(input, context)) return repeated(input, placed);
  const planned = await planAll(placed);
  requireSmall(planned);
  performAll(planned, context);
  rememberDone(input, context);
  return answerOf(input, planned);
}

/** What was done already takes as much as reading it. */
async function repeated(input: TransactWriteItemsInput, placed: readonly Placed[]) {
  const units = new UnitsByTable();
  for (const { action, open } of placed) {
    units.add(open.table, await unitsOfRepeat(open, targetId(open, action)));
  }
  return readCapacity(units.answer(input.ReturnConsumedCapacity));
}

/** Errors: ValidationException where two actions are on one item. */
export function requireOneEach(ids: readonly (string | undefined)[]): void {
  const known = ids.filter((id) => id !== undefined);
  if (new Set(known).size < known.length) {
    throw invalid('Transaction request cannot include multiple operations on one item');
  }
}

interface PlannedAction extends Placed {
  readonly planned: PlannedWrite;
}

/** Plans every action, so that all that is wrong is told at once. Errors: TransactionCanceledException. */
async function planAll(placed: readonly Placed[]): Promise<readonly PlannedAction[]> {
  const reasons: Reason[] = [];
  const plans: PlannedAction[] = [];
  for (const { action, open } of placed) {
    try {
      plans.push({ action, open, planned: await planAction(open, action) });
      reasons.push(NO_REASON);
    } catch (error) {
      reasons.push(reasonFor(error));
    }
  }
  requireNoReasons(reasons);
  return plans;
}

/** What of it is refused only when it is written cancels it too: then nothing of the unit stays. */
function performAll(plans: readonly PlannedAction[], context: Context): void {
  const reasons = plans.map(({ action, open, planned }) => {
    try {
      if (action.kind !== 'check') performWrite(writerOf(context), open, planned);
      return NO_REASON;
    } catch (error) {
      return reasonFor(error);
    }
  });
  requireNoReasons(reasons);
}

function requireNoReasons(reasons: readonly Reason[]): void {
  if (reasons.some((reason) => reason !== NO_REASON)) throw transactionCancelled(reasons);
}

function requireSmall(plans: readonly PlannedAction[]): void {
  const bytes = plans.reduce((sum, { planned: { before, after } }) => {
    const item = after ?? before?.item;
    return sum + (item === undefined ? 0 : itemSize(item));
  }, 0);
  if (bytes > BYTES_MAX) {
    throw invalid('The aggregate size of the items in the transaction cannot exceed 4 MB');
  }
}

function answerOf(input: TransactWriteItemsInput, plans: readonly PlannedAction[]) {
  const units = new UnitsByTable();
  const metrics = new Map<string, ItemCollectionMetrics[]>();
  for (const { action, open, planned } of plans) {
    const { before, after } = planned;
    units.add(open.table, doubled(unitsOfWrite(open.table, before?.item, after)));
    const item = after ?? before?.item;
    if (item === undefined || action.kind === 'check') continue;
    const one = collectionMetrics(open.table, input.ReturnItemCollectionMetrics, item);
    if (one !== undefined) {
      metrics.set(action.TableName, [...(metrics.get(action.TableName) ?? []), one]);
    }
  }
  return {
    ...(metrics.size === 0 ? {} : { ItemCollectionMetrics: Object.fromEntries(metrics) }),
    ...writeCapacity(units.answer(input.ReturnConsumedCapacity)),
  };
}
