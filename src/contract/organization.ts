import type { SourcedPolicy } from '../policy/types.ts';
import type { Unit } from './view.ts';

/** Policies by level, the root's first: every level must allow. */
export type PolicyLevels = readonly (readonly SourcedPolicy[])[];

/** What an account's place in an organization means to decisions about it and its resources. */
export interface Membership {
  /** `o-…`. */
  readonly organizationId: string;
  readonly managementAccount: string;
  /** `o-…/r-…/ou-…/`, as `aws:PrincipalOrgPaths` tells it. */
  readonly path: string;
  /** Service control policies. None for the management account, or while the type is not enabled. */
  readonly scps: PolicyLevels;
  /** Resource control policies, likewise. */
  readonly rcps: PolicyLevels;
  /** The account was closed: nobody acts in it any more. */
  readonly closed: boolean;
}

/** What Organizations gives the gateway. Reads go through the call's own unit, so a stale answer can't commit. */
export interface OrganizationSource {
  /** Undefined: the account belongs to no organization. One document is read either way. */
  membership(unit: Unit, account: string): Promise<Membership | undefined>;
}
