import { isJudgedByResourceAlone, isSameAccount } from './applicable.ts';
import type { CompiledStatement, Naming } from './statement.ts';
import type {
  AllowedReason,
  AuthorizationRequest,
  ImplicitDenyReason,
  PolicyType,
  Reason,
  SourcedPolicy,
} from './types.ts';
import { covers, findAllowIn, namingIn, refer } from './weigh.ts';

/** What the resource's side says. `statement` is undefined for a grant. */
interface ResourceAllow {
  readonly naming: Naming;
  readonly by: PolicyType | 'grant';
  readonly policy?: SourcedPolicy;
  readonly statement?: CompiledStatement;
}

/**
 * Combines the allows of a request that nothing denies explicitly.
 * Source: IAM User Guide, "Policy evaluation logic"; the table of principals named in resource
 * policies decides which implicit denies still limit.
 */
export function combineAllows(request: AuthorizationRequest): Reason {
  const refused = limitOfLevels(request);
  if (refused !== undefined) return refused;
  const resource = resourceAllow(request);
  if (isJudgedByResourceAlone(request.principal)) {
    return resource === undefined ? resourceDeny(request) : allowedByResource(resource);
  }
  return isSameAccount(request)
    ? combineWithinAccount(request, resource)
    : combineAcrossAccounts(request, resource);
}

function combineWithinAccount(
  request: AuthorizationRequest,
  resource: ResourceAllow | undefined,
): Reason {
  if (resource?.naming === 'direct') return allowedByResource(resource);
  if (resource?.naming === 'role') return limitOfPrincipal(request) ?? allowedByResource(resource);
  // Naming the account, or nobody: the principal's own policies decide, where they may.
  if (resource === undefined && request.resourcePolicyMode === 'required') {
    return resourceDeny(request);
  }
  return identityAllow(request);
}

/**
 * Both accounts must agree. The caller's side is told first: it reveals nothing of the other. A grant to a user, role
 * or session needs no identity policy: service-linked roles of other accounts use keys by grants alone.
 */
function combineAcrossAccounts(
  request: AuthorizationRequest,
  resource: ResourceAllow | undefined,
): Reason {
  const { grant = 'none' } = request;
  if (grant !== 'none' && grant !== 'account') {
    return combineWithinAccount(request, { naming: grant, by: 'grant' });
  }
  const own = identityAllow(request);
  if (own.outcome !== 'allowed') return own;
  return resource === undefined ? resourceDeny(request) : allowedByResource(resource);
}

/** Identity ∩ boundary ∩ session. The root user has every permission its account has. */
function identityAllow(request: AuthorizationRequest): Reason {
  const { policies, principal } = request;
  if (principal.type === 'Root') {
    return limitOfSession(request) ?? { outcome: 'allowed', by: 'root' };
  }
  for (const policy of policies.identity) {
    const statement = findAllowIn(policy, request);
    if (statement === undefined) continue;
    const refused = limitOfPrincipal(request);
    if (refused !== undefined) return refused;
    return { outcome: 'allowed', by: 'identity', statement: refer(policy, statement) };
  }
  return { outcome: 'implicitDeny', policyType: 'identity', side: 'principal' };
}

function limitOfPrincipal(request: AuthorizationRequest): ImplicitDenyReason | undefined {
  const { boundary } = request.policies;
  if (boundary !== undefined && findAllowIn(boundary, request) === undefined) {
    return { outcome: 'implicitDeny', policyType: 'boundary', side: 'principal' };
  }
  return limitOfSession(request);
}

function limitOfSession(request: AuthorizationRequest): ImplicitDenyReason | undefined {
  const { session } = request.policies;
  if (session === undefined || isAllowedByAny(session, request)) return undefined;
  return { outcome: 'implicitDeny', policyType: 'session', side: 'principal' };
}

/** RCPs, SCPs and the endpoint's policy grant nothing, but each level must allow. */
function limitOfLevels(request: AuthorizationRequest): ImplicitDenyReason | undefined {
  const { rcps, policies, endpointPolicy } = request;
  if (!rcps.every((level) => isAllowedByAny(level, request))) {
    return { outcome: 'implicitDeny', policyType: 'rcp', side: 'resource' };
  }
  if (
    !isJudgedByResourceAlone(request.principal) &&
    !policies.scps.every((level) => isAllowedByAny(level, request))
  ) {
    return { outcome: 'implicitDeny', policyType: 'scp', side: 'principal' };
  }
  if (endpointPolicy !== undefined && findAllowIn(endpointPolicy, request) === undefined) {
    return { outcome: 'implicitDeny', policyType: 'endpoint', side: 'principal' };
  }
  return undefined;
}

function isAllowedByAny(
  policies: readonly SourcedPolicy[],
  request: AuthorizationRequest,
): boolean {
  for (const policy of policies) {
    if (findAllowIn(policy, request) !== undefined) return true;
  }
  return false;
}

const STRENGTH: Readonly<Record<Naming, number>> = { none: 0, account: 1, role: 2, direct: 3 };

/**
 * The strongest allow of the resource's side: a policy may name both the role and its account, and where a grant names
 * the account the policy may name the user.
 */
function resourceAllow(request: AuthorizationRequest): ResourceAllow | undefined {
  const { grant = 'none' } = request;
  let best: ResourceAllow | undefined =
    grant === 'none' ? undefined : { naming: grant, by: 'grant' };
  const policy = request.resourcePolicy;
  if (policy === undefined || grant === 'direct') return best;
  for (const statement of policy.policy.index.candidates(request.action).allow) {
    const naming = namingIn(statement, request);
    if (STRENGTH[naming] <= STRENGTH[best?.naming ?? 'none']) continue;
    if (covers(statement, request)) best = { naming, by: policy.type, policy, statement };
    if (best?.naming === 'direct') break;
  }
  return best;
}

function allowedByResource(resource: ResourceAllow): AllowedReason {
  const { by, policy, statement } = resource;
  if (policy === undefined || statement === undefined) return { outcome: 'allowed', by };
  return { outcome: 'allowed', by, statement: refer(policy, statement) };
}

function resourceDeny(request: AuthorizationRequest): ImplicitDenyReason {
  const policyType = request.resourcePolicy?.type ?? 'resource';
  return { outcome: 'implicitDeny', policyType, side: 'resource' };
}
