import type {
  ReturnConsumedCapacity,
  ReturnValuesOnConditionCheckFailure,
} from '../../../../models/dynamodb/types.ts';
import type { Context } from '../../../contract/operation.ts';
import { projected } from '../domain/expressions/projections.ts';
import { invalid } from '../domain/invalid.ts';
import { conjuncts, keyNamed } from '../domain/partiql/key-values.ts';
import type {
  DeleteStatement,
  InsertStatement,
  UpdateStatement,
} from '../domain/partiql/statements.ts';
import type { Item } from '../domain/values.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { duplicateItem } from '../errors.ts';
import { writtenMembers } from './answers.ts';
import { keyAttributes } from './keys.ts';
import { openTable, type OpenTable, writerOf } from './open-table.ts';
import { performWrite, type PlannedWrite, planDelete, planPut, planUpdate } from './writes.ts';

export type WriteStatement = InsertStatement | UpdateStatement | DeleteStatement;

interface Wanted {
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}

/** Errors: `ValidationException`, `ConditionalCheckFailedException`, `DuplicateItemException`. */
export async function write(
  wanted: Wanted,
  statement: WriteStatement,
  context: Context,
  keys: TableKeys,
) {
  const open = await openTable(context, keys, statement.table);
  const planned = await planStatement(open, statement, wanted.ReturnValuesOnConditionCheckFailure);
  performWrite(writerOf(context), open, planned);
  return { Items: returned(statement, planned), ...writtenMembers(open.table, wanted, planned) };
}

/** What a statement would do. Errors: those of `write`. */
export async function planStatement(
  open: OpenTable,
  statement: WriteStatement,
  onFailure: ReturnValuesOnConditionCheckFailure | undefined,
): Promise<PlannedWrite> {
  if (statement.kind === 'insert') {
    const planned = await planPut(open, statement.item, { condition: undefined, onFailure });
    if (planned.before !== undefined) throw duplicateItem();
    return planned;
  }
  const { where } = statement;
  const names = keyAttributes(open.table.key).map(({ name }) => name);
  const key = keyNamed(where, names);
  if (key === undefined) {
    throw invalid('Where clause does not contain a mandatory equality on all key attributes');
  }
  if (statement.kind === 'update') {
    return planUpdate(open, key, statement.update, { condition: where, onFailure });
  }
  // What is not there is deleted already, unless more was asked of it than its key.
  const condition = conjuncts(where).length > names.length ? where : undefined;
  return planDelete(open, key, { condition, onFailure });
}

/** What a statement answers of the item that it changed: one, or none. */
export function returned(
  statement: WriteStatement,
  { before, after }: PlannedWrite,
): readonly Item[] {
  if (statement.kind === 'insert' || statement.returning === undefined) return [];
  const { what, when } = statement.returning;
  const item = when === 'OLD' ? before?.item : after;
  if (item === undefined) return [];
  if (what === 'ALL' || statement.kind === 'delete') return [item];
  const part = projected(
    item,
    statement.update.actions.map(({ path }) => path),
  );
  return Object.keys(part).length === 0 ? [] : [part];
}
