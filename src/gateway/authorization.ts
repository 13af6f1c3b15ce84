import { parseArn } from '../core/arn.ts';
import { ServiceError } from '../core/errors.ts';
import type { Scope } from '../core/scope.ts';
import type { Call, Permission } from '../contract/operation.ts';
import type { IdentitySource } from '../contract/identity.ts';
import type { Unit } from '../contract/view.ts';
import { compileCached } from '../policy/cache.ts';
import { denialText } from '../policy/denial.ts';
import { evaluate } from '../policy/evaluate.ts';
import type {
  AuthorizationRequest,
  ConditionLookup,
  Decision,
  PrincipalPolicies,
  SourcedPolicy,
} from '../policy/types.ts';
import { encodeDenial, type MessageSealer } from './authorization-message.ts';
import { conditionLookup } from './conditions.ts';
import type { BoundResource, Resolver } from './resolution.ts';

/** One permission with the decision it got. */
export interface Decided {
  readonly request: AuthorizationRequest;
  readonly decision: Decision;
}

export interface AuthorizationInput {
  readonly call: Call;
  readonly unit: Unit;
  readonly resolver: Resolver;
  readonly identities: IdentitySource;
  readonly permissions: readonly Permission[];
  readonly denialCode: { readonly code: string; readonly status: number };
  /** Set for services whose denials end with an encoded message. */
  readonly sealer?: MessageSealer;
}

const NO_KEYS: ReadonlyMap<string, readonly string[]> = new Map();

/**
 * Decides every permission of a call. The first that is denied ends it: the error carries AWS's text, and
 * `decided` keeps what was weighed for `holdfast explain`.
 */
export async function authorize(input: AuthorizationInput, decided: Decided[]): Promise<void> {
  if (input.permissions.length === 0) return;
  const policies = await input.identities.policies(input.unit, input.call.caller);
  for (const permission of input.permissions) {
    const bound = boundResource(input.resolver, permission);
    const request = await requestFor(input.call, policies, permission, bound);
    const decision = await decide(input.call, permission, bound, request);
    decided.push({ request, decision });
    if (decision.allowed) continue;
    const plain = bound?.denial(permission.action, decision) ?? denialText(request, decision);
    const text = input.sealer === undefined ? plain : encoded(plain, input.sealer, decided);
    throw new ServiceError(input.denialCode.code, text, { status: input.denialCode.status });
  }
}

function encoded(text: string, sealer: MessageSealer, decided: readonly Decided[]): string {
  const last = decided.at(-1);
  if (last === undefined) return text;
  return (
    `You are not authorized to perform this operation. ${text}. ` +
    `Encoded authorization failure message: ${encodeDenial(sealer, last)}`
  );
}

async function decide(
  call: Call,
  permission: Permission,
  bound: BoundResource | undefined,
  request: AuthorizationRequest,
): Promise<Decision> {
  const decision = evaluate(request);
  const unlocked =
    !decision.allowed && decision.reason.outcome === 'implicitDeny' && bound?.granted !== undefined;
  if (!unlocked) return decision;
  const question = {
    action: permission.action,
    caller: call.caller,
    conditions: permission.conditions ?? NO_KEYS,
  };
  return (await bound.granted(question)) ? evaluate({ ...request, grant: true }) : decision;
}

function boundResource(resolver: Resolver, permission: Permission): BoundResource | undefined {
  if (typeof permission.resource === 'string') return undefined;
  const bound = resolver.bound(permission.resource);
  if (bound === undefined)
    throw new Error(`resource of ${permission.action} was not resolved here`);
  return bound;
}

async function requestFor(
  call: Call,
  policies: PrincipalPolicies,
  permission: Permission,
  bound: BoundResource | undefined,
): Promise<AuthorizationRequest> {
  const resourcePolicy = bound === undefined ? undefined : await compiled(bound);
  return {
    action: permission.action,
    resource: bound?.arn ?? namedResource(permission),
    principal: call.caller.identity,
    policies,
    resourceAccount: bound?.scope.account ?? accountOf(permission, call),
    resourcePolicyMode: bound?.policyMode === 'required' ? 'required' : 'optional',
    rcps: [],
    condition: await lookup(call, permission, bound),
    ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
  };
}

function namedResource(permission: Permission): string {
  return typeof permission.resource === 'string' ? permission.resource : '*';
}

/** The account an unstored ARN names; the caller's where it names none. */
function accountOf(permission: Permission, call: Call): string {
  const arn = typeof permission.resource === 'string' ? parseArn(permission.resource) : undefined;
  return arn === undefined || arn.account === '' ? call.scope.account : arn.account;
}

async function lookup(
  call: Call,
  permission: Permission,
  bound: BoundResource | undefined,
): Promise<ConditionLookup> {
  const resourceScope: Scope | undefined = bound?.scope;
  return conditionLookup(call, {
    request: permission.conditions,
    resourceScope,
    resourceTags: bound === undefined ? {} : await bound.tags(),
    kind: bound?.condition ?? (() => undefined),
  });
}

async function compiled(bound: BoundResource): Promise<SourcedPolicy | undefined> {
  if (bound.policyMode === 'none') return undefined;
  const text = await bound.policy();
  if (text === undefined) return undefined;
  return { type: bound.policyType, policy: compileCached(text, bound.policyType) };
}
