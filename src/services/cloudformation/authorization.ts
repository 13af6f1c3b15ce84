import { listedTagConditions } from '../../core/tags.ts';
import type { AuthorizedResource, Permission, ResolveContext } from '../../contract/operation.ts';
import { stackArn, stackKind } from './resources.ts';

type Conditions = Map<string, readonly string[]>;

export interface ConditionInput {
  readonly RoleARN?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly StackPolicyURL?: string | undefined;
  readonly ResourceTypes?: readonly string[] | undefined;
  readonly ChangeSetName?: string | undefined;
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[] | undefined;
}

/** Condition keys of what a request says. */
export function conditionsOf(input: ConditionInput): Conditions {
  const conditions: Conditions = new Map();
  const put = (key: string, value: string | undefined): void => {
    if (value !== undefined) conditions.set(key, [value]);
  };
  put('cloudformation:rolearn', input.RoleARN);
  put('cloudformation:templateurl', input.TemplateURL);
  put('cloudformation:stackpolicyurl', input.StackPolicyURL);
  put('cloudformation:changesetname', input.ChangeSetName);
  const { ResourceTypes, Tags } = input;
  if (ResourceTypes !== undefined) conditions.set('cloudformation:resourcetypes', ResourceTypes);
  return new Map([...conditions, ...listedTagConditions(Tags)]);
}

/** An action on a stack that is there. */
export async function onStack(
  action: string,
  name: string,
  context: ResolveContext,
  input: ConditionInput = {},
): Promise<readonly Permission[]> {
  const resource: AuthorizedResource = await context.resolve(stackKind, name);
  const own = {
    action: `cloudformation:${action}`,
    resource,
    conditions: conditionsOf(input),
  };
  return [own, ...passedRole(input)];
}

/** An action on a stack that need not be there yet, by the name that it has or will have. */
export async function onNamed(
  action: string,
  name: string,
  context: ResolveContext,
  input: ConditionInput,
): Promise<readonly Permission[]> {
  const found = await context.resolve(stackKind, name);
  const resource =
    found.resolved.document === undefined ? stackArn(context.call.scope, name, '*') : found;
  const own = {
    action: `cloudformation:${action}`,
    resource,
    conditions: conditionsOf(input),
  };
  return [own, ...passedRole(input)];
}

/** An action on no stack in particular. */
export function onNothing(action: string): readonly Permission[] {
  return [{ action: `cloudformation:${action}`, resource: '*' }];
}

function passedRole({ RoleARN }: ConditionInput): readonly Permission[] {
  if (RoleARN === undefined) return [];
  const conditions = new Map([['iam:passedtoservice', ['cloudformation.amazonaws.com']]]);
  return [{ action: 'iam:PassRole', resource: RoleARN, conditions }];
}
