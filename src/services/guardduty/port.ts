import type { Unit } from '../../contract/view.ts';
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
