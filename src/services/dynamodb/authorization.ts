import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import { tableNotFound } from './errors.ts';
import { tableKind } from './resources.ts';
import { type TableDocument, tables } from './state.ts';
import { namedTable } from './tables/names.ts';

type Conditions = ReadonlyMap<string, readonly string[]>;

interface OnTable {
  readonly TableName: string;
}

/** One permission on the table that `TableName` names. Errors: ValidationException. */
export function onTable(action: string, conditions?: Conditions) {
  return async (input: OnTable, context: ResolveContext): Promise<readonly Permission[]> => [
    await tablePermission(context, action, input.TableName, conditions),
  ];
}

export async function tablePermission(
  context: ResolveContext,
  action: string,
  named: string,
  conditions?: Conditions,
): Promise<Permission> {
  namedTable(named, context.call.scope);
  const resource = await context.resolve(tableKind, named);
  return conditions === undefined ? { action, resource } : { action, resource, conditions };
}

/** A table as a handler works on it. */
export interface TableTarget {
  readonly resource: AuthorizedResource<TableDocument>;
  readonly table: TableDocument;
  readonly arn: string;
  /** Documents of the table's own scope. */
  readonly view: View;
}

/** The table that `authorize` named. Errors: ResourceNotFoundException. */
export function tableTarget(context: Context, named: string): Promise<TableTarget> {
  return targetOf(context, tableKind, named);
}

/** The same, as a kind that `authorize` resolved it by. Errors: the kind's. */
export async function targetOf(
  context: Context,
  kind: ResourceKind<TableDocument>,
  named: string,
): Promise<TableTarget> {
  const resource = await context.resolve(kind, named);
  const { document: table, arn, missing } = resource.resolved;
  if (table === undefined) throw missing ?? tableNotFound(named);
  context.audit.resource('AWS::DynamoDB::Table', arn, table.account);
  return { resource, table, arn, view: context.viewOf(resource) };
}

export function saveTable({ view }: Pick<TableTarget, 'view'>, table: TableDocument): void {
  view.put(tables, table.name, table);
}
