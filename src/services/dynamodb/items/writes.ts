import type {
  AttributeValue,
  ReturnValuesOnConditionCheckFailure,
} from '../../../../models/dynamodb/types.ts';
import { checkedItem } from '../domain/checked-values.ts';
import { type Condition, meets } from '../domain/expressions/conditions.ts';
import { assertScalarKeys } from '../domain/expressions/key-paths.ts';
import type { Path } from '../domain/expressions/paths.ts';
import { type Update, updatedItem } from '../domain/expressions/updates.ts';
import { invalidParameter } from '../domain/invalid.ts';
import { assertItemFits, assertUpdatedItemFits } from '../domain/item-size.ts';
import type { Item } from '../domain/values.ts';
import { conditionalCheckFailed } from '../errors.ts';
import type { TableDocument } from '../state.ts';
import { givenKey, keyAttributes, keyOfItem } from './keys.ts';
import { pathsOfCondition, pathsOfUpdate } from './requests.ts';
import type { ItemSpace, StoredItem, Writer } from './space.ts';
import { putItem, readItem, removeItem } from './storage.ts';

type Attributes = { readonly [name: string]: AttributeValue };

/** A write that may be done: its condition holds, and its result fits. */
export interface PlannedWrite {
  readonly before: StoredItem | undefined;
  /** Undefined: nothing is there afterwards. */
  readonly after: Item | undefined;
}

/** What must hold before a write. */
export interface Precondition {
  readonly condition: Condition | undefined;
  readonly onFailure: ReturnValuesOnConditionCheckFailure | undefined;
}

/** Errors: ValidationException, ConditionalCheckFailedException. */
export async function planPut(
  space: ItemSpace,
  supplied: Attributes,
  precondition: Precondition,
): Promise<PlannedWrite> {
  const after = checkedItem(supplied);
  assertItemFits(after);
  requireScalarKeys(space.table, pathsOfCondition(precondition.condition));
  const before = await readItem(space, keyOfItem(space.table.key, after));
  requireCondition(before, precondition);
  return { before, after };
}

/** Errors: ValidationException, ConditionalCheckFailedException. */
export async function planDelete(
  space: ItemSpace,
  key: Attributes,
  precondition: Precondition,
): Promise<PlannedWrite> {
  return { before: await planCheck(space, key, precondition), after: undefined };
}

/** What is there, when it is as it must be. Errors: ValidationException, ConditionalCheckFailedException. */
export async function planCheck(
  space: ItemSpace,
  key: Attributes,
  precondition: Precondition,
): Promise<StoredItem | undefined> {
  const primary = givenKey(space.table.key, checkedItem(key));
  requireScalarKeys(space.table, pathsOfCondition(precondition.condition));
  const before = await readItem(space, primary);
  requireCondition(before, precondition);
  return before;
}

/** Errors: ValidationException, ConditionalCheckFailedException. */
export async function planUpdate(
  space: ItemSpace,
  suppliedKey: Attributes,
  update: Update,
  precondition: Precondition,
): Promise<PlannedWrite> {
  const { table } = space;
  const key = checkedItem(suppliedKey);
  const primary = givenKey(table.key, key);
  requireNoKeyUpdate(table, update);
  requireScalarKeys(table, [...pathsOfUpdate(update), ...pathsOfCondition(precondition.condition)]);
  const before = await readItem(space, primary);
  requireCondition(before, precondition);
  const after = updatedItem(before?.item ?? key, update);
  assertUpdatedItemFits(after);
  return { before, after };
}

/** Errors: ValidationException for values that can't be an index's key. */
export function performWrite(
  writer: Writer,
  space: ItemSpace,
  { before, after }: PlannedWrite,
): void {
  if (after !== undefined) putItem(writer, space, before, after);
  else if (before !== undefined) removeItem(writer, space, before);
}

function requireCondition(
  before: StoredItem | undefined,
  { condition, onFailure }: Precondition,
): void {
  if (condition === undefined || meets(before?.item ?? {}, condition)) return;
  const isTold = onFailure === 'ALL_OLD' && before !== undefined;
  throw conditionalCheckFailed(isTold ? before.item : undefined);
}

function requireNoKeyUpdate({ key }: TableDocument, { actions }: Update): void {
  const names = new Set(keyAttributes(key).map(({ name }) => name));
  const wrong = actions.find(({ path }) => names.has(path.attribute));
  if (wrong === undefined) return;
  throw invalidParameter(
    `Cannot update attribute ${wrong.path.attribute}. This attribute is part of the key`,
  );
}

export function requireScalarKeys({ key, indexes }: TableDocument, paths: readonly Path[]): void {
  assertScalarKeys(
    paths,
    keyAttributes(key).map(({ name }) => name),
    indexes.flatMap((index) => keyAttributes(index.key).map(({ name }) => name)),
  );
}
