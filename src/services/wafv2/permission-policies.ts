import type { Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { JsonObject } from '../../core/json.ts';
import { compileCached } from '../../policy/cache.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { BoundPolicy, PrincipalDirectory } from '../iam/port.ts';
import { itemKey } from './arns.ts';
import { sharingStatements } from './domain/permission-policy.ts';
import { invalidPermissionPolicy, nonexistentItem } from './errors.ts';
import { itemTarget } from './items.ts';
import { ruleGroupKind } from './resources.ts';
import { ruleGroups } from './state.ts';

/** Policies by which other accounts may use a rule group. */
export function permissionPolicyOperations(
  principals: PrincipalDirectory,
): readonly AnyOperation[] {
  return [put(principals), getPermissionPolicy, deletePermissionPolicy];
}

async function onGroup(
  operation: string,
  { ResourceArn }: { readonly ResourceArn: string },
  context: ResolveContext,
) {
  const resource = await context.resolve(ruleGroupKind.resource, ResourceArn);
  return [{ action: `wafv2:${operation}`, resource }];
}

function put(
  principals: PrincipalDirectory,
): OperationOf<Wafv2Operations, 'PutPermissionPolicy'> {
  return {
    name: 'PutPermissionPolicy',
    access: 'write',
    authorize: async (input, context) => onGroup('PutPermissionPolicy', input, context),
    handle: async ({ ResourceArn, Policy: text }, context) => {
      const { document, view } = await itemTarget(context, ruleGroupKind, ResourceArn);
      const policy = await accepted(context, principals, { arn: ResourceArn, text });
      view.put(ruleGroups, itemKey(document), { ...document, policy });
      return {};
    },
  };
}

/** The policy as given, with what is evaluated: its statements are about the rule group, which they don't name. */
async function accepted(
  { unit }: Context,
  principals: PrincipalDirectory,
  { arn, text }: { readonly arn: string; readonly text: string },
): Promise<BoundPolicy> {
  const statements = sharingStatements(text);
  if (statements === undefined) throw malformed();
  const about = (statement: JsonObject) => ({ ...statement, Resource: arn });
  const effective = JSON.stringify({ Version: '2012-10-17', Statement: statements.map(about) });
  try {
    compileCached(effective, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw malformed();
    throw error;
  }
  const bound = await principals.bind(unit, effective);
  if ('unknown' in bound) throw malformed();
  return { text, bound: bound.bound ?? { text: effective, principals: {} } };
}

function malformed() {
  return invalidPermissionPolicy(
    "The operation failed because the specified policy isn't in the proper format.",
  );
}

const getPermissionPolicy: OperationOf<Wafv2Operations, 'GetPermissionPolicy'> = {
  name: 'GetPermissionPolicy',
  access: 'read',
  authorize: async (input, context) => onGroup('GetPermissionPolicy', input, context),
  handle: async ({ ResourceArn }, context) => {
    const { document } = await itemTarget(context, ruleGroupKind, ResourceArn);
    if (document.policy === undefined) throw nonexistentItem();
    return { Policy: document.policy.text };
  },
};

const deletePermissionPolicy: OperationOf<Wafv2Operations, 'DeletePermissionPolicy'> = {
  name: 'DeletePermissionPolicy',
  access: 'write',
  authorize: async (input, context) => onGroup('DeletePermissionPolicy', input, context),
  handle: async ({ ResourceArn }, context) => {
    const { document, view } = await itemTarget(context, ruleGroupKind, ResourceArn);
    if (document.policy === undefined) throw nonexistentItem();
    const { policy: _dropped, ...rest } = document;
    view.put(ruleGroups, itemKey(document), rest);
    return {};
  },
};
