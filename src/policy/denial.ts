import { isSameAccount } from './applicable.ts';
import type {
  AuthorizationRequest,
  Decision,
  ExplicitDenyReason,
  PolicyType,
  Reason,
} from './types.ts';

export interface DenialOptions {
  /**
   * False: `on this resource`, for resources of other accounts, whose existence is nobody's
   * business.
   */
  readonly resource?: boolean;
  /** S3 puts the resource in double quotes. */
  readonly quoted?: boolean;
  /**
   * Replaces ` on this resource`, as in KMS's ` on the resource associated with this ciphertext`.
   */
  readonly hiddenResource?: string;
  /** False: no reason is told, as STS does about roles of other accounts. */
  readonly reason?: boolean;
}

const NAMES: Readonly<Record<PolicyType, string>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  trust: 'role trust policy',
  endpoint: 'VPC endpoint policy',
};

const UNSAID =
  ' because the resource does not exist in this Region, no resource-based policies allow access,' +
  ' or a resource-based policy explicitly denies access';

/**
 * AWS's AccessDenied text, in the form of January 2026 with the policy's ARN. Source: IAM User
 * Guide, "Troubleshoot access denied error messages". One policy type is named, the one that
 * decided.
 */
export function denialText(
  request: AuthorizationRequest,
  decision: Decision,
  options: DenialOptions = {},
): string {
  const { principal, action } = request;
  const who = principal.type === 'Anonymous' ? 'anonymous' : principal.arn;
  const start = `User: ${who} is not authorized to perform: ${action}`;
  return start + resourceClause(request, options) + reasonClause(request, decision.reason, options);
}

function resourceClause(request: AuthorizationRequest, options: DenialOptions): string {
  if (options.resource === false) return options.hiddenResource ?? ' on this resource';
  if (request.resource === '*') return '';
  return ` on resource: ${options.quoted === true ? `"${request.resource}"` : request.resource}`;
}

function reasonClause(
  request: AuthorizationRequest,
  reason: Reason,
  options: DenialOptions,
): string {
  if (reason.outcome === 'allowed' || options.reason === false) return '';
  if (options.resource === false && isOfResource(reason)) return UNSAID;
  if (reason.outcome === 'implicitDeny') {
    return ` because no ${NAMES[reason.policyType]} allows the ${request.action} action`;
  }
  const arn =
    isTold(request, reason) && reason.policyArn !== undefined ? `: ${reason.policyArn}` : '';
  return ` with an explicit deny in ${withArticle(reason.policyType)}${arn}`;
}

/** A policy's ARN is told within its owner's account and organization; the caller's own are always there. */
function isTold(request: AuthorizationRequest, reason: ExplicitDenyReason): boolean {
  return !isOfResource(reason) || isSameAccount(request) || request.sameOrganization === true;
}

/** A hidden resource's policies stay hidden too: a deny would tell that it exists. */
function isOfResource(reason: Exclude<Reason, { outcome: 'allowed' }>): boolean {
  if (reason.outcome === 'implicitDeny') return reason.side === 'resource';
  return ['resource', 'rcp', 'trust'].includes(reason.policyType);
}

function withArticle(type: PolicyType): string {
  if (type === 'trust') return `the ${NAMES[type]}`;
  return type === 'identity' ? `an ${NAMES[type]}` : `a ${NAMES[type]}`;
}
