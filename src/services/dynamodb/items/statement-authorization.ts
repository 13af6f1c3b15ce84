import type {
  ReturnConsumedCapacity,
  ReturnValue,
  ReturnValuesOnConditionCheckFailure,
  Select,
} from '../../../../models/dynamodb/types.ts';
import type { Permission, ResolveContext } from '../../../contract/operation.ts';
import { conditionPaths } from '../domain/expressions/key-paths.ts';
import { valuesAllowed } from '../domain/partiql/key-values.ts';
import type { Statement } from '../domain/partiql/statements.ts';
import { attributeOf, type Value } from '../domain/values.ts';
import { indexKind, itemTableKind } from '../resources.ts';
import { namedTable } from '../tables/names.ts';
import { addLeading, keyText, requestConditions, selectOf } from './authorization.ts';
import { namesOf, pathsOfUpdate } from './requests.ts';

const ACTIONS: Readonly<Record<Statement['kind'], string>> = {
  select: 'dynamodb:PartiQLSelect',
  insert: 'dynamodb:PartiQLInsert',
  update: 'dynamodb:PartiQLUpdate',
  delete: 'dynamodb:PartiQLDelete',
  exists: 'dynamodb:PartiQLSelect',
};

/** What of a request stands beside its statement. */
interface Wanted {
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}

/** The permission that a statement needs, on its table or index. */
export async function statementPermission(
  context: ResolveContext,
  statement: Statement,
  { ReturnConsumedCapacity, ReturnValuesOnConditionCheckFailure }: Wanted,
): Promise<Permission> {
  const { table: TableName, index, kind } = statement;
  namedTable(TableName, context.call.scope);
  const resource =
    index === undefined
      ? await context.resolve(itemTableKind, TableName)
      : await context.resolve(indexKind, `${TableName}/${index}`);
  const conditions = requestConditions({
    TableName,
    ReturnConsumedCapacity,
    ReturnValuesOnConditionCheckFailure,
    ReturnValues: returnValuesOf(statement),
    Select: selectIn(statement),
  });
  const table = resource.resolved.document;
  const key =
    index === undefined ? table?.key : table?.indexes.find(({ name }) => name === index)?.key;
  const values = key === undefined ? undefined : hashValues(statement, key.hash.name);
  const leading = (values ?? []).flatMap((value) => keyText(value) ?? []);
  if (leading.length > 0) addLeading(conditions, leading);
  if (kind === 'select') {
    conditions.set('dynamodb:fulltablescan', [String(values === undefined)]);
  }
  const attributes = attributesOf(statement);
  if (attributes.length > 0) conditions.set('dynamodb:attributes', attributes);
  return { action: ACTIONS[kind], resource, conditions };
}

/** `RETURNING MODIFIED NEW *` is what UpdateItem calls UPDATED_NEW. */
function returnValuesOf(statement: Statement): ReturnValue | undefined {
  if (statement.kind !== 'update' && statement.kind !== 'delete') return undefined;
  const { returning } = statement;
  if (returning === undefined) return undefined;
  return `${returning.what === 'ALL' ? 'ALL' : 'UPDATED'}_${returning.when}`;
}

function selectIn(statement: Statement): Select | undefined {
  if (statement.kind !== 'select') return undefined;
  const { index: IndexName, projection } = statement;
  return selectOf({
    IndexName,
    AttributesToGet: projection?.map(({ attribute }) => attribute),
  });
}

function hashValues(statement: Statement, name: string): readonly Value[] | undefined {
  if (statement.kind === 'insert') {
    const value = attributeOf(statement.item, name);
    return value === undefined ? undefined : [value];
  }
  return statement.where && valuesAllowed(statement.where, name);
}

function attributesOf(statement: Statement): readonly string[] {
  if (statement.kind === 'insert') return Object.keys(statement.item);
  const asked = statement.where === undefined ? [] : conditionPaths(statement.where);
  if (statement.kind === 'select') return namesOf([...(statement.projection ?? []), ...asked]);
  const changed = statement.kind === 'update' ? pathsOfUpdate(statement.update) : [];
  return namesOf([...changed, ...asked]);
}
