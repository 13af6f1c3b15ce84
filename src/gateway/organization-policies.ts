import type { Caller } from '../contract/identity.ts';
import type { Call, Permission } from '../contract/operation.ts';
import type { Membership, OrganizationSource, PolicyLevels } from '../contract/organization.ts';
import type { Soon } from '../contract/resource.ts';
import type { Unit } from '../contract/view.ts';
import { isResourceControlled } from '../policy/rcp-services.ts';
import { isServiceLinked } from '../policy/service-linked.ts';
import type { PrincipalIdentity, PrincipalPolicies } from '../policy/types.ts';
import type { Organizations } from './conditions.ts';

const NO_LEVELS: PolicyLevels = Object.freeze([]);

/** Reads the organizations of the accounts a call concerns, each account's once. */
export interface OrganizationReader {
  readonly organizations: OrganizationSource;
  readonly unit: Unit;
  readonly call: Call;
}

/** Undefined for accounts outside any organization, and for services and anonymous callers. */
export function membershipOf(
  { organizations, unit }: OrganizationReader,
  account: string,
): Promise<Membership | undefined> | undefined {
  return account === '' ? undefined : organizations.membership(unit, account);
}

/** The organizations that one permission concerns. `principal` is the caller's, read before. */
export function organizationsOf(
  reader: OrganizationReader,
  principal: Membership | undefined,
  permission: Permission,
  resourceAccount: string,
): Soon<Organizations> {
  const { caller } = reader.call;
  const isOwn = resourceAccount === caller.identity.account;
  // Most calls are about the caller's own account, and wait for nothing here.
  if (isOwn && caller.identity.type !== 'AWSService') {
    return { principal, resource: principal, source: undefined };
  }
  return readOrganizations(reader, principal, permission, resourceAccount);
}

async function readOrganizations(
  reader: OrganizationReader,
  principal: Membership | undefined,
  permission: Permission,
  resourceAccount: string,
): Promise<Organizations> {
  const sourceAccount = sourceAccountOf(reader.call.caller, permission);
  return {
    principal,
    resource: await membershipOf(reader, resourceAccount),
    source: sourceAccount === undefined ? undefined : await membershipOf(reader, sourceAccount),
  };
}

/** Whose resource a service acts for: only calls of service principals have one. */
function sourceAccountOf({ identity, conditions }: Caller, permission: Permission) {
  if (identity.type !== 'AWSService') return undefined;
  const key = 'aws:sourceaccount';
  return (permission.conditions?.get(key) ?? conditions.get(key))?.[0];
}

/** The caller's policies with the service control policies of its account, which bind its root too. */
export function withServiceControl(
  policies: PrincipalPolicies,
  identity: PrincipalIdentity,
  membership: Membership | undefined,
): PrincipalPolicies {
  if (membership === undefined || membership.scps.length === 0 || isServiceLinked(identity)) {
    return policies;
  }
  return { ...policies, scps: membership.scps };
}

/** The resource control policies that have a say in an action on a resource of the member. */
export function resourceControlOf(
  membership: Membership | undefined,
  identity: PrincipalIdentity,
  judged: { readonly action: string; readonly resource: string; readonly awsManaged: boolean },
): PolicyLevels {
  if (membership === undefined || membership.rcps.length === 0) return NO_LEVELS;
  const { action, resource, awsManaged } = judged;
  const isFree = resource === '*' || awsManaged || isServiceLinked(identity);
  return !isFree && isResourceControlled(action) ? membership.rcps : NO_LEVELS;
}
