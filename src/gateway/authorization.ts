import { parseArn } from '../core/arn.ts';
import { ServiceError } from '../core/errors.ts';
import type { Tags } from '../core/tags.ts';
import type { Call, Permission } from '../contract/operation.ts';
import type { IdentitySource } from '../contract/identity.ts';
import type { Membership, OrganizationSource } from '../contract/organization.ts';
import type { Soon } from '../contract/resource.ts';
import type { Unit } from '../contract/view.ts';
import { compileCached } from '../policy/cache.ts';
import { denialText } from '../policy/denial.ts';
import { evaluate } from '../policy/evaluate.ts';
import type {
  AuthorizationRequest,
  Decision,
  PrincipalPolicies,
  SourcedPolicy,
} from '../policy/types.ts';
import { encodeDenial, type MessageSealer } from './authorization-message.ts';
import { conditionLookup, type Organizations } from './conditions.ts';
import {
  membershipOf,
  organizationsOf,
  resourceControlOf,
  withServiceControl,
} from './organization-policies.ts';
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
  readonly organizations: OrganizationSource;
  readonly permissions: readonly Permission[];
  readonly denialCode: { readonly code: string; readonly status: number };
  /** S3 puts the resource in double quotes. */
  readonly quoted?: boolean;
  /** Set for services whose denials end with an encoded message. */
  readonly sealer?: MessageSealer;
  /** Told of a denial, with what was decided before it. */
  readonly onDenied: (call: Call, decided: readonly Decided[]) => void;
}

const NO_TAGS: Tags = Object.freeze({});
const NO_KEYS: ReadonlyMap<string, readonly string[]> = new Map();
const NO_GRANTS: readonly string[] = [];

/** Decides every permission of a call. The first that is denied ends it: the error carries AWS's text. */
export async function authorize(input: AuthorizationInput): Promise<void> {
  if (input.permissions.length === 0) return;
  const decided: Decided[] = [];
  const { call, unit, denialCode } = input;
  const { identity } = call.caller;
  const membership = await membershipOf(input, identity.account);
  if (membership?.closed === true) throw accountClosed(denialCode);
  const own = await input.identities.policies(unit, call.caller);
  const policies = withServiceControl(own, identity, membership);
  for (const permission of input.permissions) {
    const bound = boundResource(input.resolver, permission);
    const request = await requestFor(input, { permission, bound, policies, membership });
    let decision = evaluate(request);
    if (mayBeGranted(decision)) {
      decision = await withGrants(permission, bound, request, decision);
    }
    decided.push({ request, decision });
    if (decision.allowed) continue;
    input.onDenied(call, decided);
    const plain =
      bound?.denial(permission.action, decision) ??
      denialText(request, decision, { quoted: input.quoted === true });
    const told = input.sealer === undefined ? plain : encoded(plain, input.sealer, decided);
    throw new ServiceError(denialCode.code, told, { status: denialCode.status });
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

/** What no policy allows, and none denies, a grant may still allow. */
function mayBeGranted(decision: Decision): boolean {
  return !decision.allowed && decision.reason.outcome === 'implicitDeny';
}

async function withGrants(
  permission: Permission,
  bound: BoundResource | undefined,
  request: AuthorizationRequest,
  decision: Decision,
): Promise<Decision> {
  const { action, conditions = NO_KEYS, presentedGrants: presented = NO_GRANTS } = permission;
  const grant = await bound?.granted({ action, conditions, presented });
  return grant === undefined || grant === 'none' ? decision : evaluate({ ...request, grant });
}

function boundResource(resolver: Resolver, permission: Permission): BoundResource | undefined {
  if (typeof permission.resource === 'string') return undefined;
  const bound = resolver.bound(permission.resource);
  if (bound === undefined)
    throw new Error(`resource of ${permission.action} was not resolved here`);
  return bound;
}

interface Judged {
  readonly permission: Permission;
  readonly bound: BoundResource | undefined;
  /** The caller's side. */
  readonly policies: PrincipalPolicies;
  readonly membership: Membership | undefined;
}

async function requestFor(
  input: AuthorizationInput,
  { permission, bound, policies, membership }: Judged,
): Promise<AuthorizationRequest> {
  const { call } = input;
  const { identity } = call.caller;
  const { action } = permission;
  const resource = bound?.arn ?? namedResource(permission);
  const resourceAccount = bound?.scope.account ?? accountOf(permission, call);
  const awsManaged = bound?.awsManaged ?? false;
  const resourcePolicy = sourced(bound, await policyTextOf(bound));
  const resourceTags = await (bound?.tags() ?? NO_TAGS);
  const concerned = organizationsOf(input, membership, permission, resourceAccount);
  const organizations = concerned instanceof Promise ? await concerned : concerned;
  const { region } = permission;
  const there = region === undefined ? call : { ...call, scope: { ...call.scope, region } };
  return {
    action,
    resource,
    principal: identity,
    policies,
    resourceAccount,
    resourcePolicyMode: bound?.policyMode === 'required' ? 'required' : 'optional',
    rcps: resourceControlOf(organizations.resource, identity, { action, resource, awsManaged }),
    condition: conditionLookup(there, {
      request: permission.conditions,
      resourceAccount,
      organizations,
      resourceTags,
      kind: (key) => bound?.condition(key),
    }),
    ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
    ...(isShared(organizations) ? { sameOrganization: true } : {}),
  };
}

function policyTextOf(bound: BoundResource | undefined): Soon<string | undefined> {
  return bound === undefined || bound.policyMode === 'none' ? undefined : bound.policy();
}

/** Both sides belong to one organization. */
function isShared({ principal, resource }: Organizations): boolean {
  return principal !== undefined && principal.organizationId === resource?.organizationId;
}

/** In a closed account nothing is allowed any more, not even to its root. */
function accountClosed({ code, status }: AuthorizationInput['denialCode']): ServiceError {
  const text =
    'There is a problem with your AWS account that prevents the action from completing ' +
    'successfully. Contact AWS Support for further assistance.';
  return new ServiceError(code, text, { status });
}

function namedResource(permission: Permission): string {
  return typeof permission.resource === 'string' ? permission.resource : '*';
}

/** The account an unstored ARN names; the caller's where it names none. */
function accountOf(permission: Permission, call: Call): string {
  const arn = typeof permission.resource === 'string' ? parseArn(permission.resource) : undefined;
  return arn === undefined || arn.account === '' ? call.scope.account : arn.account;
}

function sourced(
  bound: BoundResource | undefined,
  text: string | undefined,
): SourcedPolicy | undefined {
  if (bound === undefined || text === undefined) return undefined;
  return { type: bound.policyType, policy: compileCached(text, bound.policyType) };
}
