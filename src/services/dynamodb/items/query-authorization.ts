import type { QueryInput, ScanInput } from '../../../../models/dynamodb/types.ts';
import type { Permission, ResolveContext } from '../../../contract/operation.ts';
import { ServiceError } from '../../../core/errors.ts';
import { conditionPaths } from '../domain/expressions/key-paths.ts';
import type { KeyConditions } from '../domain/expressions/key-conditions.ts';
import { indexKind, itemTableKind } from '../resources.ts';
import type { TableDocument } from '../state.ts';
import { namedTable } from '../tables/names.ts';
import { addLeading, keyText, requestConditions, selectOf } from './authorization.ts';
import type { Selection } from './query-selection.ts';

/** What of a request policies may ask for; what is wrong with it is told only to who may make it. */
export interface Asked {
  readonly selection: Selection;
  readonly keys: KeyConditions | undefined;
}

/** The permission to read a table or one of its indexes. `asked` reads the request's expressions. */
export async function readingPermission(
  context: ResolveContext,
  action: string,
  request: QueryInput | ScanInput,
  asked: () => Asked,
): Promise<Permission> {
  const { TableName, IndexName } = request;
  namedTable(TableName, context.call.scope);
  const resource =
    IndexName === undefined
      ? await context.resolve(itemTableKind, TableName)
      : await context.resolve(indexKind, `${TableName}/${IndexName}`);
  const conditions = requestConditions({ ...request, Select: selectOf(request) });
  const { selection, keys } = readable(asked) ?? {};
  const hash = hashName(resource.resolved.document, IndexName);
  const test = hash === undefined ? undefined : keys?.get(hash);
  const leading = test?.kind === 'compare' ? keyText(test.value) : undefined;
  if (leading !== undefined) addLeading(conditions, [leading]);
  const attributes = attributesOf(selection, keys);
  if (attributes.length > 0) conditions.set('dynamodb:attributes', attributes);
  return { action, resource, conditions };
}

function readable(asked: () => Asked): Asked | undefined {
  try {
    return asked();
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}

function hashName(table: TableDocument | undefined, index: string | undefined): string | undefined {
  if (index === undefined) return table?.key.hash.name;
  return table?.indexes.find(({ name }) => name === index)?.key.hash.name;
}

/** The names that a request asks for or asks about. */
function attributesOf(
  selection: Selection | undefined,
  keys: KeyConditions | undefined,
): readonly string[] {
  const paths = [
    ...(selection?.projection ?? []),
    ...(selection?.filter === undefined ? [] : conditionPaths(selection.filter)),
  ];
  return [...new Set([...paths.map(({ attribute }) => attribute), ...(keys?.keys() ?? [])])];
}
