import type { ResourceType, Tag, TagSpecification } from '../../../models/ec2/types.ts';
import type { AuthorizedResource, Permission, ResolveContext } from '../../contract/operation.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import type { Noun } from './nouns.ts';
import type { Tagged } from './state.ts';

export type Conditions = ReadonlyMap<string, readonly string[]>;

const NO_CONDITIONS: Conditions = new Map();

/** Types whose ARNs have no account. */
const ACCOUNTLESS: ReadonlySet<string> = new Set(['image', 'snapshot']);

/** A permission of EC2's: `ec2:Region` is known of each. `action` is an operation's name. */
export function permissionTo(
  { call }: ResolveContext,
  action: string,
  resource: AuthorizedResource | string = '*',
  conditions: Conditions = NO_CONDITIONS,
): Permission {
  const all = new Map([['ec2:region', [call.scope.region] as readonly string[]], ...conditions]);
  return { action: `ec2:${action}`, resource, conditions: all };
}

/** The permission that an operation needs on something that exists. */
export async function permissionOn<T extends Tagged>(
  context: ResolveContext,
  noun: Noun<T>,
  id: string,
  conditions?: Conditions,
): Promise<Permission> {
  const resource = await context.resolve(noun.kind, id);
  return permissionTo(context, context.call.operation, resource, conditions);
}

/** The ARN of what an operation makes, whose id nobody knows yet: `arn:aws:ec2:us-east-1:111122223333:volume/*`. */
export function newArn({ call }: ResolveContext, type: string): string {
  const { region } = call.scope;
  const account = ACCOUNTLESS.has(type) ? '' : call.scope.account;
  const place = { partition: partitionOf(region), service: 'ec2', region, account };
  return formatArn({ ...place, resource: `${type}/*` });
}

/** The tags that a request gives to what it makes of a type. */
export function givenTags(
  specifications: readonly TagSpecification[] | undefined,
  type: string,
): readonly Tag[] {
  return (specifications ?? [])
    .filter(({ ResourceType }) => ResourceType === type)
    .flatMap(({ Tags = [] }) => Tags);
}

/** What a request gives, with tags that come along from a source; those that it gives itself go before them. */
export function withCopied(
  specifications: readonly TagSpecification[] | undefined,
  type: ResourceType,
  copied: Tags,
): readonly TagSpecification[] {
  const given = givenTags(specifications, type);
  const named = new Set(given.map(({ Key }) => Key));
  const along = Object.entries(copied).filter(([Key]) => !named.has(Key));
  const own = [...given, ...along.map(([Key, Value]) => ({ Key, Value }))];
  const others = (specifications ?? []).filter((one) => one.ResourceType !== type);
  return [...others, { ResourceType: type, Tags: own }];
}

/** Whoever makes something with tags must be allowed to tag it: `ec2:CreateTags`, with `ec2:CreateAction`. */
export function taggingPermissions(
  context: ResolveContext,
  specifications: readonly TagSpecification[] | undefined,
): readonly Permission[] {
  const types = new Set((specifications ?? []).map(({ ResourceType = '' }) => ResourceType));
  return [...types].flatMap((type) => {
    const tags = givenTags(specifications, type);
    if (tags.length === 0) return [];
    const conditions = new Map([
      ['ec2:createaction', [context.call.operation] as readonly string[]],
      ...listedTagConditions(tags),
    ]);
    return [permissionTo(context, 'CreateTags', newArn(context, type), conditions)];
  });
}
