import type { ServiceError } from '../../core/errors.ts';
import type { Resolved, ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { noSuchResource, tableNotFound } from './errors.ts';
import { type TableDocument, tables } from './state.ts';

export function tableArn(scope: Scope, name: string): string {
  const partition = partitionOf(scope.region);
  return formatArn({ partition, service: 'dynamodb', ...scope, resource: `table/${name}` });
}

export function indexArn(scope: Scope, table: string, index: string): string {
  return `${tableArn(scope, table)}/index/${index}`;
}

/** Where a table that a request names is, and what it is called. */
export interface TableReference {
  readonly scope: Scope;
  readonly name: string;
}

const TABLE = /^table\/([a-zA-Z0-9_.-]{3,255})$/;

/** Of a name, or an ARN in the call's own Region; undefined: an ARN of something else. */
export function tableReference(named: string, caller: Scope): TableReference | undefined {
  if (!named.startsWith('arn:')) return { scope: caller, name: named };
  const arn = parseArn(named);
  const name = TABLE.exec(arn?.resource ?? '')?.[1];
  if (arn?.service !== 'dynamodb' || arn.region !== caller.region || name === undefined) {
    return undefined;
  }
  return { scope: { account: arn.account, region: arn.region }, name };
}

/** By name or ARN. `missing` tells an authorized caller that there is no such table. */
export function tableKindOf(
  missing: (name: string, arn: string) => ServiceError,
): ResourceKind<TableDocument> {
  return {
    name: 'dynamodb:table',
    policyMode: 'optional',
    find: async (named, { scope: caller, unit }) => {
      const { scope, name } = tableReference(named, caller) ?? { scope: caller, name: named };
      const arn = tableArn(scope, name);
      const document = await unit.view(scope).get(tables, name);
      return { arn, scope, id: name, document, missing: missing(name, arn) };
    },
    policy: policyOf,
    tags: ({ document }) => document?.tags ?? {},
  };
}

/** As the control plane names tables. */
export const tableKind = tableKindOf(tableNotFound);

/** As calls on items do. */
export const itemTableKind = tableKindOf(noSuchResource);

/** An index of a table, by `table/index`: the table's own policy decides on it too. */
export const indexKind: ResourceKind<TableDocument, string> = {
  name: 'dynamodb:index',
  policyMode: 'optional',
  find: async (reference, context) => {
    const slash = reference.lastIndexOf('/');
    const index = reference.slice(slash + 1);
    const table = await itemTableKind.find(reference.slice(0, slash), context);
    return { ...table, arn: indexArn(table.scope, table.id, index) };
  },
  policy: policyOf,
  tags: ({ document }) => document?.tags ?? {},
};

function policyOf({ document }: Resolved<TableDocument>): string | undefined {
  return document?.policy?.bound?.text ?? document?.policy?.text;
}
