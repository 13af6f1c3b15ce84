import type {
  AttributeValue,
  ReturnConsumedCapacity,
  ReturnValue,
  ReturnValuesOnConditionCheckFailure,
  Select,
} from '../../../../models/dynamodb/types.ts';
import type { Permission, ResolveContext } from '../../../contract/operation.ts';
import { itemTableKind } from '../resources.ts';
import { namedTable } from '../tables/names.ts';

/** What requests on items say that policies may ask for. */
export interface ItemRequest {
  readonly TableName: string;
  readonly ReturnValues?: ReturnValue | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly Select?: Select | undefined;
}

type Attributes = { readonly [name: string]: AttributeValue };

/**
 * The permission that a call on one item needs. `keyed` has the item's key among its attributes; `attributes` names those
 * that the request gives or asks for.
 */
export async function itemPermission(
  context: ResolveContext,
  operation: string,
  request: ItemRequest,
  keyed: Attributes,
  attributes?: readonly string[],
): Promise<Permission> {
  namedTable(request.TableName, context.call.scope);
  const resource = await context.resolve(itemTableKind, request.TableName);
  const conditions = requestConditions(request);
  const table = resource.resolved.document;
  const leading = table === undefined ? undefined : keyText(keyed[table.key.hash.name]);
  if (leading !== undefined) addLeading(conditions, [leading]);
  if (attributes !== undefined) conditions.set('dynamodb:attributes', attributes);
  return { action: `dynamodb:${operation}`, resource, conditions };
}

export function addLeading(
  conditions: Map<string, readonly string[]>,
  values: readonly string[],
): void {
  conditions.set('dynamodb:leadingkeys', values);
  conditions.set('dynamodb:firstpartitionkeyvalues', values);
}

export function requestConditions(request: ItemRequest): Map<string, readonly string[]> {
  const conditions = new Map<string, readonly string[]>();
  const { ReturnConsumedCapacity, Select } = request;
  const returned = returnedBy(request);
  if (returned !== undefined) conditions.set('dynamodb:returnvalues', [returned]);
  if (ReturnConsumedCapacity !== undefined) {
    conditions.set('dynamodb:returnconsumedcapacity', [ReturnConsumedCapacity]);
  }
  if (Select !== undefined) conditions.set('dynamodb:select', [Select]);
  return conditions;
}

/**
 * The most of an item that a write answers, when it is done or when its condition fails. It is one value: of several, a
 * policy that allows any would allow all.
 */
function returnedBy({
  ReturnValues: done,
  ReturnValuesOnConditionCheckFailure: failed,
}: ItemRequest): ReturnValue | undefined {
  if (done === 'ALL_OLD' || done === 'ALL_NEW' || failed !== 'ALL_OLD') return done ?? failed;
  return failed;
}

/** What reads say of the attributes they want. */
export interface ReadRequest {
  readonly Select?: Select | undefined;
  readonly IndexName?: string | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly AttributesToGet?: readonly string[] | undefined;
}

/** `Select` as a read means it: one that says nothing asks for all there is. */
export function selectOf(request: ReadRequest): Select {
  const { Select, IndexName, ProjectionExpression, AttributesToGet } = request;
  if (Select !== undefined) return Select;
  if ((ProjectionExpression ?? AttributesToGet) !== undefined) return 'SPECIFIC_ATTRIBUTES';
  return IndexName === undefined ? 'ALL_ATTRIBUTES' : 'ALL_PROJECTED_ATTRIBUTES';
}

/** A key's value as policies name it: bytes in base64. */
export function keyText(value: AttributeValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value.B !== undefined) return Buffer.from(value.B).toString('base64');
  return value.S ?? value.N;
}
