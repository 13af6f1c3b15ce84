import type { OrganizationsOperations } from '../../../models/organizations/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import type { Unit } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { factsOf } from '../../core/record-facts.ts';
import type { Scope } from '../../core/scope.ts';

/** What GuardDuty asks of CloudTrail. */
export interface TrailBuckets {
  /** The buckets that an account's trails write to. */
  bucketsOf(unit: Unit, account: string): Promise<ReadonlySet<string>>;
}

/** What GuardDuty asks of EC2. */
export interface InstanceHosts {
  /** The private addresses of an account's instances in a Region. */
  addressesOf(unit: Unit, scope: Scope): Promise<ReadonlySet<string>>;
}

/** An organization, to what looks after it. */
export interface WatchedOrganization {
  readonly managementAccount: string;
  /** Every account, with its address. */
  readonly accounts: readonly { readonly id: string; readonly email: string }[];
}

/** What GuardDuty asks of Organizations. */
export interface OrganizationAccounts {
  organizationOf(unit: Unit, account: string): Promise<WatchedOrganization | undefined>;
}

/** What a call of Organizations may have ended between accounts and who looks after them. */
export interface OrganizationChange {
  /** Accounts that may have left their organization. */
  readonly left: readonly string[];
  /** An administrator that the management account took its office from, by way of Organizations. */
  readonly withdrawn?: { readonly management: string; readonly administrator: string };
}

/** Of a record of Organizations; undefined where it tells of nothing that ends anything for the service, `guardduty.amazonaws.com`. */
export function organizationChangeOf(
  record: StoredRecord,
  service: string,
): OrganizationChange | undefined {
  const { name, errorCode, parameters } = factsOf(record);
  if (errorCode !== undefined) return undefined;
  const { accountId, servicePrincipal } = parameters;
  if (name === 'LeaveOrganization') return { left: [record.account] };
  if (typeof accountId !== 'string') return undefined;
  if (name === 'RemoveAccountFromOrganization') return { left: [accountId] };
  if (name !== 'DeregisterDelegatedAdministrator' || servicePrincipal !== service) return undefined;
  return { left: [], withdrawn: { management: record.account, administrator: accountId } };
}

type Reference<N extends keyof OrganizationsOperations> = OperationReference<
  OrganizationsOperations[N]['input'],
  OrganizationsOperations[N]['output']
>;

const ENABLE_ACCESS: Reference<'EnableAWSServiceAccess'> = {
  service: 'organizations',
  operation: 'EnableAWSServiceAccess',
};
const REGISTER: Reference<'RegisterDelegatedAdministrator'> = {
  service: 'organizations',
  operation: 'RegisterDelegatedAdministrator',
};
const DEREGISTER: Reference<'DeregisterDelegatedAdministrator'> = {
  service: 'organizations',
  operation: 'DeregisterDelegatedAdministrator',
};

/**
 * Makes an account the administrator of a service for the caller's organization, in Organizations too: as the caller, who
 * must be allowed to. The management account needs no registration.
 */
export async function registerAdministrator(
  context: Context,
  ServicePrincipal: string,
  AccountId: string,
): Promise<void> {
  if (AccountId === context.call.scope.account) return;
  await context.callService(ENABLE_ACCESS, { ServicePrincipal });
  await unless('AccountAlreadyRegisteredException', () =>
    context.callService(REGISTER, { AccountId, ServicePrincipal }),
  );
}

/** Takes the registration back. */
export async function deregisterAdministrator(
  context: Context,
  ServicePrincipal: string,
  AccountId: string,
): Promise<void> {
  if (AccountId === context.call.scope.account) return;
  await unless('AccountNotRegisteredException', () =>
    context.callService(DEREGISTER, { AccountId, ServicePrincipal }),
  );
}

/** What is so already need not be made so. */
async function unless(code: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== code) throw error;
  }
}
