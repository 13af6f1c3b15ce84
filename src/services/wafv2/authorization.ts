import { listedTagConditions } from '../../core/tags.ts';
import type { Scope as WafScope, Tag } from '../../../models/wafv2/types.ts';
import type { Call, Permission, ResolveContext } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { GLOBAL_REGION, type ItemType } from './arns.ts';
import { invalidScope } from './errors.ts';
import { unmadeArn } from './resources.ts';

/** Where items of the given scope are. Errors: CLOUDFRONT is asked for in us-east-1 alone. */
export function placeOf(call: Call, wafScope: WafScope): Scope {
  if (wafScope === 'CLOUDFRONT' && call.scope.region !== GLOBAL_REGION) {
    throw invalidScope(wafScope);
  }
  return call.scope;
}

interface Making {
  readonly Name: string;
  readonly Scope: WafScope;
  readonly Tags?: readonly Tag[] | undefined;
}

/** What making an item needs: the operation's own permission on it, and the right to tag. */
export function makingPermissions(
  operation: string,
  type: ItemType,
  input: Making,
  { call }: ResolveContext,
): readonly Permission[] {
  const scope = placeOf(call, input.Scope);
  const resource = unmadeArn({ type, scope, wafScope: input.Scope, name: input.Name });
  const conditions = listedTagConditions(input.Tags);
  const own: Permission = { action: `wafv2:${operation}`, resource, conditions };
  const isTagging = input.Tags !== undefined && input.Tags.length > 0;
  return isTagging ? [own, { action: 'wafv2:TagResource', resource, conditions }] : [own];
}
