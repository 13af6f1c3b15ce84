import type {
  AttributeValue,
  ReturnConsumedCapacity,
  Select,
} from '../../../../models/dynamodb/types.ts';
import type { Permission, ResolveContext } from '../../../contract/operation.ts';
import { itemTableKind } from '../resources.ts';
import { namedTable } from '../tables/names.ts';
import { addLeading, keyText, requestConditions } from './authorization.ts';

type Attributes = { readonly [name: string]: AttributeValue };

/** What a batch asks of one table. */
interface BatchPart {
  readonly TableName: string;
  readonly ReturnConsumedCapacity: ReturnConsumedCapacity | undefined;
  /** With each item's key among the attributes. */
  readonly keyed: readonly Attributes[];
  readonly attributes: readonly string[];
  /** What a read asks for of each item. */
  readonly Select?: Select;
}

/** The permission that a batch needs on one of its tables. */
export async function batchPermission(
  context: ResolveContext,
  action: string,
  { TableName, ReturnConsumedCapacity, keyed, attributes, Select }: BatchPart,
): Promise<Permission> {
  namedTable(TableName, context.call.scope);
  const resource = await context.resolve(itemTableKind, TableName);
  const conditions = requestConditions({ TableName, ReturnConsumedCapacity, Select });
  const hash = resource.resolved.document?.key.hash.name;
  const leading = keyed.flatMap((item) => (hash === undefined ? [] : (keyText(item[hash]) ?? [])));
  if (leading.length > 0) addLeading(conditions, [...new Set(leading)]);
  conditions.set('dynamodb:attributes', attributes);
  return { action, resource, conditions };
}
