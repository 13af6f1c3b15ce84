/**
 * A second opinion on every decision: an interpreter of raw JSON policies, written from the IAM User Guide ("Policy
 * evaluation logic", "JSON policy elements") and not from the product's engine, of which it imports nothing. It is slow
 * and plain on purpose.
 */
import { holds } from './plain-conditions.ts';
import { isArnLike, isLike } from './plain-patterns.ts';
import {
  type Closeness,
  listOf,
  type PlainPolicy,
  type PlainPrincipal,
  type PlainRequest,
  type PlainStatement,
  type PrincipalElement,
} from './plain-request.ts';

export interface PlainDecision {
  readonly outcome: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /**
   * Every statement that applies and whether it matched: of service control, resource control, endpoint, resource,
   * identity, boundary and session policies, in this order.
   */
  readonly judged: readonly JudgedStatement[];
}

export interface JudgedStatement {
  readonly statement: PlainStatement;
  readonly matched: boolean;
}

export function decide(request: PlainRequest): PlainDecision {
  const judged = applicable(request).flatMap((policy) =>
    policy.Statement.map((statement) => ({
      statement,
      matched: closenessOfMatch(policy, statement, request) !== 'none',
    })),
  );
  if (request.action.toLowerCase() === 'sts:getcalleridentity') {
    return { outcome: 'allowed', judged };
  }
  const isDenied = judged.some(({ statement, matched }) => matched && statement.Effect === 'Deny');
  if (isDenied) return { outcome: 'explicitDeny', judged };
  return { outcome: isAllowed(request) ? 'allowed' : 'implicitDeny', judged };
}

/** Services, anonymous callers and identities without a role have no account whose policies could apply. */
function hasAccount({ type }: PlainPrincipal): boolean {
  return !['AWSService', 'Anonymous', 'WebIdentity'].includes(type);
}

function applicable(request: PlainRequest): readonly PlainPolicy[] {
  const { scps, rcps, endpoint, resourcePolicy, identity, boundary, session } = request;
  const isOwn = hasAccount(request.principal);
  return [
    ...(isOwn ? scps.flat() : []),
    ...rcps.flat(),
    ...listOf(endpoint),
    ...listOf(resourcePolicy),
    ...(isOwn ? [...identity, ...listOf(boundary), ...(session ?? [])] : []),
  ];
}

function isAllowed(request: PlainRequest): boolean {
  const { principal, rcps, scps, endpoint } = request;
  const isOwn = hasAccount(principal);
  if (!rcps.every((level) => level.some((policy) => allows(policy, request)))) return false;
  if (isOwn && !scps.every((level) => level.some((policy) => allows(policy, request)))) {
    return false;
  }
  if (endpoint !== undefined && !allows(endpoint, request)) return false;
  const namings = [request.grant, ...closenessesOfResourcePolicy(request)];
  const isNamed = namings.some((naming) => naming !== 'none');
  if (!isOwn) return isNamed;
  const isAcross = request.resourceAccount !== '' && request.resourceAccount !== principal.account;
  if (isAcross) {
    // A grant that names the principal itself is the one allow that needs no other.
    if (request.grant === 'direct') return true;
    if (request.grant === 'role' && isWithinLimits(request)) return true;
    return isNamed && isAllowedByOwn(request);
  }
  if (namings.includes('direct')) return true;
  if (namings.includes('role') && isWithinLimits(request)) return true;
  if (request.mustAllow && !isNamed) return false;
  return isAllowedByOwn(request);
}

/** Identity policies, boundary and session policies must all allow. The root user needs no identity policy. */
function isAllowedByOwn(request: PlainRequest): boolean {
  if (request.principal.type === 'Root') return isWithinSession(request);
  return request.identity.some((policy) => allows(policy, request)) && isWithinLimits(request);
}

function isWithinLimits(request: PlainRequest): boolean {
  const { boundary } = request;
  return (boundary === undefined || allows(boundary, request)) && isWithinSession(request);
}

function isWithinSession(request: PlainRequest): boolean {
  const { session } = request;
  return session === undefined || session.some((policy) => allows(policy, request));
}

function allows(policy: PlainPolicy, request: PlainRequest): boolean {
  return policy.Statement.some(
    (statement) =>
      statement.Effect === 'Allow' && closenessOfMatch(policy, statement, request) !== 'none',
  );
}

function closenessesOfResourcePolicy(request: PlainRequest): readonly Closeness[] {
  const policy = request.resourcePolicy;
  if (policy === undefined) return [];
  return policy.Statement.filter(({ Effect }) => Effect === 'Allow').map((statement) =>
    closenessOfMatch(policy, statement, request),
  );
}

/** `none`: the statement does not match. */
function closenessOfMatch(
  policy: PlainPolicy,
  statement: PlainStatement,
  request: PlainRequest,
): Closeness {
  const { action, resource, context } = request;
  const hasVariables = policy.Version === '2012-10-17';
  const isAction = (pattern: string): boolean =>
    isLike(pattern.toLowerCase(), action.toLowerCase(), false, {});
  const isResource = (pattern: string): boolean =>
    isArnLike(pattern, resource, true, hasVariables, context);
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  if (Action !== undefined && !listOf(Action).some(isAction)) return 'none';
  if (NotAction !== undefined && listOf(NotAction).some(isAction)) return 'none';
  if (Resource !== undefined && !listOf(Resource).some(isResource)) return 'none';
  if (NotResource !== undefined && listOf(NotResource).some(isResource)) return 'none';
  if (!holds(Condition, { context, hasVariables })) return 'none';
  return closenessOf(statement, request);
}

function closenessOf(
  { Principal, NotPrincipal }: PlainStatement,
  request: PlainRequest,
): Closeness {
  const { principal, boundary } = request;
  if (NotPrincipal !== undefined) {
    return isSpared(NotPrincipal, principal, boundary !== undefined) ? 'none' : 'direct';
  }
  // Policies attached to a principal or an organization are about whoever they apply to.
  return Principal === undefined ? 'direct' : naming(Principal, principal);
}

function names(
  element: PrincipalElement,
  kind: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser',
): readonly string[] {
  if (element === '*') return kind === 'AWS' ? ['*'] : [];
  return listOf(element[kind]);
}

function isAccountNamed(element: PrincipalElement, principal: PlainPrincipal): boolean {
  const { account, canonicalUserId } = principal;
  const root = `arn:aws:iam::${account}:root`;
  if (account !== '' && names(element, 'AWS').some((name) => name === account || name === root)) {
    return true;
  }
  return canonicalUserId !== undefined && names(element, 'CanonicalUser').includes(canonicalUserId);
}

function naming(element: PrincipalElement, principal: PlainPrincipal): Closeness {
  const listed = names(element, 'AWS');
  if (listed.includes('*')) return 'direct';
  if (principal.type === 'Anonymous') return 'none';
  if (principal.type === 'AWSService') {
    return names(element, 'Service').includes(principal.arn) ? 'direct' : 'none';
  }
  if (principal.type === 'WebIdentity') {
    return names(element, 'Federated').includes(principal.arn) ? 'direct' : 'none';
  }
  const isListed = (name: string | undefined): boolean =>
    name !== undefined && listed.includes(name);
  // The root user is its account.
  if (principal.type !== 'Root' && (isListed(principal.arn) || isListed(principal.principalId))) {
    return 'direct';
  }
  if (isListed(principal.roleArn) || isListed(principal.roleId) || isListed(principal.userArn)) {
    return 'role';
  }
  return isAccountNamed(element, principal) ? 'account' : 'none';
}

/** Spared is who is listed with the account, the role and the session; never who has a boundary. */
function isSpared(
  element: PrincipalElement,
  principal: PlainPrincipal,
  isBounded: boolean,
): boolean {
  const listed = names(element, 'AWS');
  if (listed.includes('*')) return true;
  if (principal.type === 'AWSService') return names(element, 'Service').includes(principal.arn);
  if (principal.type === 'WebIdentity') return names(element, 'Federated').includes(principal.arn);
  if (principal.type === 'Anonymous' || isBounded) return false;
  if (!isAccountNamed(element, principal)) return false;
  if (principal.type === 'Root') return true;
  const isListed = (name: string | undefined): boolean =>
    name !== undefined && listed.includes(name);
  const isSelf = isListed(principal.arn) || isListed(principal.principalId);
  const { roleArn, roleId } = principal;
  return isSelf && (roleArn === undefined || isListed(roleArn) || isListed(roleId));
}
