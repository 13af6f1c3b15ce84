/**
 * The IAM policy engine's entrance. In: a request with every policy that applies to it, compiled.
 * Out: the decision and its reason. Pure: no I/O, no clock, no state beyond caches of compiled
 * text. Everyone above core may import it.
 */
import { visitPolicies } from './applicable.ts';
import { combineAllows } from './combine.ts';
import { explainRequest } from './explain.ts';
import type { AuthorizationRequest, Decision, ExplicitDenyReason, Reason } from './types.ts';
import { findDenyIn, refer } from './weigh.ts';

/** Callers may always ask who they are, even when a policy denies it. */
const EXEMPT_ACTION = 'sts:getcalleridentity';

export function evaluate(request: AuthorizationRequest): Decision {
  const reason = reasonFor(request);
  return {
    allowed: reason.outcome === 'allowed',
    reason,
    explain: () => explainRequest(request),
  };
}

function reasonFor(request: AuthorizationRequest): Reason {
  const { action } = request;
  if (action.length === EXEMPT_ACTION.length && action.toLowerCase() === EXEMPT_ACTION) {
    return { outcome: 'allowed', by: 'exempt' };
  }
  return findDeny(request) ?? combineAllows(request);
}

/** A Deny that matches wins, wherever it stands. */
function findDeny(request: AuthorizationRequest): ExplicitDenyReason | undefined {
  let reason: ExplicitDenyReason | undefined;
  visitPolicies(request, (policy) => {
    const statement = findDenyIn(policy, request);
    if (statement === undefined) return false;
    reason = {
      outcome: 'explicitDeny',
      policyType: policy.type,
      ...(policy.arn === undefined ? {} : { policyArn: policy.arn }),
      statement: refer(policy, statement),
    };
    return true;
  });
  return reason;
}
