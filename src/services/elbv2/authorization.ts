import { listedTagConditions } from '../../core/tags.ts';
import type { Elbv2Operations, Tag } from '../../../models/elbv2/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import { namedBy, type Noun } from './domain/arns.ts';
import { validationError } from './errors.ts';
import { listenerKind, loadBalancerKind, ruleKind, targetGroupKind } from './resources.ts';

export type ElbOperation<N extends keyof Elbv2Operations> = OperationOf<Elbv2Operations, N>;
export type Input<N extends keyof Elbv2Operations> = Elbv2Operations[N]['input'];
type Conditions = ReadonlyMap<string, readonly string[]>;

/** One permission on what an ARN names. */
export async function on<T>(
  action: string,
  kind: ResourceKind<T>,
  arn: string,
  context: ResolveContext,
  conditions: Conditions = new Map(),
): Promise<Permission> {
  const resource = await context.resolve(kind, arn);
  return { action: `elasticloadbalancing:${action}`, resource, conditions };
}

/** What lists is allowed on everything, or not at all. */
export function onAll(action: string): readonly Permission[] {
  return [{ action: `elasticloadbalancing:${action}`, resource: '*' }];
}

/** Whoever makes something with tags must be allowed to tag it. `made` is the ARN that it will have, its id unknown. */
export function making(
  permission: Permission,
  made: string,
  tags: readonly Tag[] | undefined,
): readonly Permission[] {
  if (tags === undefined || tags.length === 0) return [permission];
  const given = listedTagConditions(tags);
  const [, action = ''] = permission.action.split(':');
  return [
    { ...permission, conditions: new Map([...(permission.conditions ?? []), ...given]) },
    {
      action: 'elasticloadbalancing:AddTags',
      resource: made,
      conditions: new Map([...given, ['elasticloadbalancing:createaction', [action]]]),
    },
  ];
}

export interface Target<T> {
  readonly document: T;
  /** Documents of its own scope. */
  readonly view: View;
}

/** What an authorized ARN names. Errors: that it isn't there. */
export async function found<T>(
  context: Context,
  kind: ResourceKind<T>,
  arn: string,
): Promise<Target<T>> {
  const resource = await context.resolve(kind, arn);
  const { document, missing } = resource.resolved;
  if (document === undefined) throw missing ?? new Error('a kind without an error');
  return { document, view: context.viewOf(resource) };
}

const TAGGABLE: Readonly<
  Record<
    Noun,
    (
      action: string,
      arn: string,
      context: ResolveContext,
      tags: readonly Tag[],
    ) => Promise<Permission>
  >
> = {
  loadbalancer: (action, arn, context, tags) =>
    on(action, loadBalancerKind, arn, context, listedTagConditions(tags)),
  listener: (action, arn, context, tags) =>
    on(action, listenerKind, arn, context, listedTagConditions(tags)),
  'listener-rule': (action, arn, context, tags) =>
    on(action, ruleKind, arn, context, listedTagConditions(tags)),
  targetgroup: (action, arn, context, tags) =>
    on(action, targetGroupKind, arn, context, listedTagConditions(tags)),
};

/** For operations on tags: of whatever the ARN names. Errors: ValidationError. */
export function onTagged(
  action: string,
  arn: string,
  context: ResolveContext,
  tags: readonly Tag[] = [],
): Promise<Permission> {
  return TAGGABLE[nounOf(arn)](action, arn, context, tags);
}

export function nounOf(arn: string): Noun {
  const noun = namedBy(arn)?.noun;
  if (noun === undefined) throw validationError(`'${arn}' is not a valid ARN`);
  return noun;
}
