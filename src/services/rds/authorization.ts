import { listedTagConditions } from '../../core/tags.ts';
import type { Tag } from '../../../models/rds/types.ts';
import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import { clusterNotFound, globalNotFound, instanceNotFound } from './errors.ts';
import { clusterKind, globalKind, instanceKind } from './resources.ts';
import type { ClusterDocument, GlobalDocument, InstanceDocument } from './state.ts';

type Conditions = ReadonlyMap<string, readonly string[]>;

/** What policies may ask of a request: `rds:` keys of what is given, and its tags. */
export function requestConditions(input: object): Conditions {
  const given: Partial<Record<string, unknown>> = { ...input };
  const conditions = new Map<string, readonly string[]>();
  for (const [member, key] of KEYS) {
    const value = given[member];
    if (value !== undefined) conditions.set(key, [String(value)]);
  }
  return conditions;
}

const KEYS = [
  ['Engine', 'rds:databaseengine'],
  ['DBInstanceClass', 'rds:databaseclass'],
  ['DBName', 'rds:databasename'],
  ['DatabaseName', 'rds:databasename'],
  ['ManageMasterUserPassword', 'rds:managemasteruserpassword'],
  ['MultiAZ', 'rds:multiaz'],
  ['AllocatedStorage', 'rds:storagesize'],
  ['StorageEncrypted', 'rds:storageencrypted'],
] as const;

export function tagConditions(tags: readonly Tag[]): Conditions {
  const conditions = new Map(listedTagConditions(tags));
  for (const { Key = '', Value = '' } of tags) {
    conditions.set(`rds:req-tag/${Key.toLowerCase()}`, [Value]);
  }
  return conditions;
}

export async function onInstance(
  action: string,
  id: string,
  context: ResolveContext,
  conditions: Conditions = new Map(),
): Promise<Permission> {
  return { action, resource: await context.resolve(instanceKind, id), conditions };
}

export async function onCluster(
  action: string,
  id: string,
  context: ResolveContext,
  conditions: Conditions = new Map(),
): Promise<Permission> {
  return { action, resource: await context.resolve(clusterKind, id), conditions };
}

export async function onGlobal(
  action: string,
  id: string,
  context: ResolveContext,
  conditions: Conditions = new Map(),
): Promise<Permission> {
  return { action, resource: await context.resolve(globalKind, id), conditions };
}

/** Whoever makes something with tags must be allowed to tag it. */
export function withTagging(
  permission: Permission,
  tags: readonly Tag[] | undefined,
): readonly Permission[] {
  if (tags === undefined || tags.length === 0) return [permission];
  const given = tagConditions(tags);
  const conditions = new Map([...(permission.conditions ?? []), ...given]);
  return [
    { ...permission, conditions },
    { action: 'rds:AddTagsToResource', resource: permission.resource, conditions: given },
  ];
}

export async function instanceOf(context: Context, id: string): Promise<InstanceDocument> {
  const { resolved } = await context.resolve(instanceKind, id);
  if (resolved.document === undefined) throw instanceNotFound(id);
  return resolved.document;
}

export async function clusterOf(context: Context, id: string): Promise<ClusterDocument> {
  const { resolved } = await context.resolve(clusterKind, id);
  if (resolved.document === undefined) throw clusterNotFound(id);
  return resolved.document;
}

export async function globalOf(context: Context, id: string): Promise<GlobalDocument> {
  const { resolved } = await context.resolve(globalKind, id);
  if (resolved.document === undefined) throw globalNotFound(id);
  return resolved.document;
}
