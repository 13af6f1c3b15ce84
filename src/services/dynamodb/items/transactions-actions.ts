import type {
  AttributeValue,
  ReturnValuesOnConditionCheckFailure,
  TransactWriteItem,
} from '../../../../models/dynamodb/types.ts';
import type { Permission } from '../../../contract/operation.ts';
import { checkedItem } from '../domain/checked-values.ts';
import type { Condition } from '../domain/expressions/conditions.ts';
import type { Update } from '../domain/expressions/updates.ts';
import { invalid } from '../domain/invalid.ts';
import { assertItemFits } from '../domain/item-size.ts';
import { attributeOf, type Item } from '../domain/values.ts';
import { givenKey, itemId, keyAttributes, keyPart, requireFilled } from './keys.ts';
import type { OpenTable } from './open-table.ts';
import { conditionIn, namesOf, pathsOfCondition, pathsOfUpdate, updateIn } from './requests.ts';
import { type PlannedWrite, planCheck, planDelete, planPut, planUpdate } from './writes.ts';

type Attributes = { readonly [name: string]: AttributeValue };

/** One action of a transaction, read and not yet planned. */
export interface TransactAction {
  readonly kind: 'put' | 'update' | 'delete' | 'check';
  readonly TableName: string;
  /** The permission it needs, without the service's prefix. */
  readonly operation: 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'ConditionCheckItem';
  /** The item of a put, the key of the others. */
  readonly keyed: Attributes;
  readonly update: Update | undefined;
  readonly condition: Condition | undefined;
  readonly onFailure: ReturnValuesOnConditionCheckFailure | undefined;
}

/** Errors: ValidationException, for what no state is needed to refuse. */
export function actionIn(supplied: TransactWriteItem): TransactAction {
  const { Put, Update: change, Delete, ConditionCheck } = supplied;
  const given = [Put, change, Delete, ConditionCheck].filter((action) => action !== undefined);
  if (given.length > 1) {
    throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  const [action] = given;
  if (action === undefined) {
    throw invalid(
      'Invalid Request: TransactWriteRequest should contain Delete or Put or Update request',
    );
  }
  const { TableName, ReturnValuesOnConditionCheckFailure: onFailure } = action;
  const told = { TableName, onFailure, update: undefined };
  if (Put !== undefined) {
    const condition = conditionIn(Put);
    return { ...told, kind: 'put', operation: 'PutItem', keyed: Put.Item, condition };
  }
  if (change !== undefined) {
    const { update, condition } = updateIn(change);
    const operation = 'UpdateItem';
    return { ...told, kind: 'update', operation, keyed: change.Key, update, condition };
  }
  if (Delete !== undefined) {
    const condition = conditionIn(Delete);
    return { ...told, kind: 'delete', operation: 'DeleteItem', keyed: Delete.Key, condition };
  }
  if (ConditionCheck === undefined) throw new TypeError('one of four actions');
  return {
    ...told,
    kind: 'check',
    operation: 'ConditionCheckItem',
    keyed: ConditionCheck.Key,
    condition: conditionIn(ConditionCheck),
  };
}

/** The attributes that policies may ask for. */
export function attributesOf({ keyed, condition, update }: TransactAction): readonly string[] {
  const written = update === undefined ? [] : pathsOfUpdate(update);
  return namesOf([...written, ...pathsOfCondition(condition)], Object.keys(keyed));
}

/** The permission with the transaction that asks for it. */
export function enclosed(permission: Permission, operation: string): Permission {
  const conditions = new Map(permission.conditions);
  conditions.set('dynamodb:enclosingoperation', [operation]);
  return { ...permission, conditions };
}

/**
 * The id of an action's item; undefined: its key is not the table's, which the plan tells. Errors: ValidationException for
 * values that no action may have.
 */
export function targetId({ table, keys }: OpenTable, action: TransactAction): string | undefined {
  const item = checkedItem(action.keyed);
  if (action.kind === 'put') assertItemFits(item);
  for (const { name } of keyAttributes(table.key)) {
    const value = attributeOf(item, name);
    if (value !== undefined) requireFilled(name, value);
  }
  const key = action.kind === 'put' ? keyPart(table.key, item) : item;
  return isKey(table.key, key) ? itemId(table, keys, givenKey(table.key, key)) : undefined;
}

function isKey(schema: OpenTable['table']['key'], key: Item): boolean {
  const attributes = keyAttributes(schema);
  return (
    Object.keys(key).length === attributes.length &&
    attributes.every(({ name, type }) => {
      const value = attributeOf(key, name);
      return value !== undefined && type in value;
    })
  );
}

/** What an action would do. Errors: ValidationException, ConditionalCheckFailedException. */
export async function planAction(open: OpenTable, action: TransactAction): Promise<PlannedWrite> {
  const { kind, keyed, update } = action;
  if (kind === 'put') return planPut(open, keyed, action);
  if (kind === 'delete') return planDelete(open, keyed, action);
  if (update !== undefined) return planUpdate(open, keyed, update, action);
  const before = await planCheck(open, keyed, action);
  return { before, after: before?.item };
}
