import type { AuthorizationRequest, PrincipalIdentity, SourcedPolicy } from './types.ts';

/** Principals without policies of their own: only the resource's side speaks about them. */
export function isJudgedByResourceAlone(principal: PrincipalIdentity): boolean {
  switch (principal.type) {
    case 'AWSService':
    case 'Anonymous':
      return true;
    case 'WebIdentity':
    case 'Saml':
      return principal.roleArn === undefined;
    case 'Root':
    case 'IAMUser':
    case 'AssumedRole':
    case 'FederatedUser':
      return false;
  }
}

/** No resource account given: the action is about the caller's own account. */
export function isSameAccount(request: AuthorizationRequest): boolean {
  return request.resourceAccount === '' || request.resourceAccount === request.principal.account;
}

/**
 * Calls `visit` with every policy that may deny the request, in the order in which a denial is
 * reported: organization, resource, identity, boundary, session. Stops when `visit` returns true.
 */
export function visitPolicies(
  request: AuthorizationRequest,
  visit: (policy: SourcedPolicy) => boolean,
): void {
  const { policies, rcps, endpointPolicy, resourcePolicy } = request;
  const own = !isJudgedByResourceAlone(request.principal);
  if (own && policies.scps.some((level) => level.some(visit))) return;
  if (rcps.some((level) => level.some(visit))) return;
  if (endpointPolicy !== undefined && visit(endpointPolicy)) return;
  if (resourcePolicy !== undefined && visit(resourcePolicy)) return;
  if (!own || policies.identity.some(visit)) return;
  if (policies.boundary !== undefined && visit(policies.boundary)) return;
  policies.session?.some(visit);
}
