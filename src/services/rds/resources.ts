import type { Resolved, ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { clusterNotFound, globalNotFound, instanceNotFound } from './errors.ts';
import {
  type ClusterDocument,
  clusters,
  type GlobalDocument,
  globals,
  type InstanceDocument,
  instances,
  type ServerOwner,
} from './state.ts';

type Noun = ServerOwner['kind'];

export function arnOf({ kind, scope, id }: Pick<ServerOwner, 'kind' | 'scope' | 'id'>): string {
  const partition = partitionOf(scope.region);
  return formatArn({ partition, service: 'rds', ...scope, resource: `${kind}:${id}` });
}

/** A DB instance by its identifier or ARN. */
export const instanceKind: ResourceKind<InstanceDocument> = {
  name: 'rds:db',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const place = placeOf('db', reference, scope);
    const document = await unit.view(place.scope).get(instances, place.id);
    const arn = arnOf({ kind: 'db', ...place });
    return { arn, ...place, document, missing: instanceNotFound(reference) };
  },
  tags: ({ document }) => document?.tags ?? {},
  conditions,
};

/** A DB cluster by its identifier or ARN. */
export const clusterKind: ResourceKind<ClusterDocument> = {
  name: 'rds:cluster',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const place = placeOf('cluster', reference, scope);
    const document = await unit.view(place.scope).get(clusters, place.id);
    const arn = arnOf({ kind: 'cluster', ...place });
    return { arn, ...place, document, missing: clusterNotFound(reference) };
  },
  tags: ({ document }) => document?.tags ?? {},
  conditions,
};

export function globalArnOf(
  { account, region }: Scope,
  { id }: Pick<GlobalDocument, 'id'>,
): string {
  const partition = partitionOf(region);
  return formatArn({
    partition,
    service: 'rds',
    region: '',
    account,
    resource: `global-cluster:${id}`,
  });
}

/** A global database by its identifier: it is the account's in every Region. */
export const globalKind: ResourceKind<GlobalDocument> = {
  name: 'rds:global-cluster',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const id = reference.split(':').at(-1)?.toLowerCase() ?? '';
    const document = await unit.view(scope).get(globals, id);
    const arn = globalArnOf(scope, { id });
    return { arn, scope, id, document, missing: globalNotFound(reference) };
  },
  tags: ({ document }) => document?.tags ?? {},
};

/** What the ARN names: `db` or `cluster`. */
export function nounOf(arn: string): Noun | undefined {
  const noun = parseArn(arn)?.resource.split(':')[0];
  return noun === 'db' || noun === 'cluster' ? noun : undefined;
}

/** Resources of other accounts can't be named. */
function placeOf(noun: Noun, reference: string, scope: Scope): { scope: Scope; id: string } {
  const arn = parseArn(reference);
  const [kind, id] = arn?.service === 'rds' ? arn.resource.split(':') : [];
  if (arn === undefined || kind !== noun || id === undefined) {
    return { scope, id: reference.toLowerCase() };
  }
  return { scope: { account: scope.account, region: arn.region }, id: id.toLowerCase() };
}

const TAG: Readonly<Record<Noun, string>> = { db: 'rds:db-tag/', cluster: 'rds:cluster-tag/' };

function conditions(
  { document }: Resolved<ServerOwner>,
  key: string,
): readonly string[] | undefined {
  if (document === undefined) return undefined;
  const prefix = TAG[document.kind];
  if (key.startsWith(prefix)) return tagValue(document, key.slice(prefix.length));
  if (key === 'rds:databaseengine') return [document.engine];
  return undefined;
}

/** Tag keys in condition keys are compared without regard to case. */
function tagValue({ tags }: ServerOwner, lowerCaseKey: string): readonly string[] | undefined {
  for (const [key, value] of Object.entries(tags)) {
    if (key.toLowerCase() === lowerCaseKey) return [value];
  }
  return undefined;
}
