import type { Unit } from '../../contract/view.ts';

/** What CloudTrail asks of Organizations. */
export interface OrganizationLookup {
  /** The organization an account belongs to. */
  organizationOf(unit: Unit, account: string): Promise<OrganizationOfAccount | undefined>;
}

export interface OrganizationOfAccount {
  /** `o-…`. */
  readonly id: string;
  readonly managementAccount: string;
}
