import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';

/** An account of an organization, with the units above it, the nearest last. */
export interface MemberAccount {
  readonly id: string;
  /** `ou-…`. */
  readonly units: readonly string[];
}

/** An organization whose accounts Firewall Manager looks after. */
export interface ManagedOrganization {
  /** `o-…`. */
  readonly id: string;
  readonly managementAccount: string;
  readonly hasAllFeatures: boolean;
  /** Those that are not closed. */
  readonly accounts: readonly MemberAccount[];
}

/** What Firewall Manager is given of Organizations. */
export interface ManagedOrganizations {
  managementOf(unit: Unit, account: string): Promise<string | undefined>;
  organizationOf(unit: Unit, account: string): Promise<ManagedOrganization | undefined>;
}

/** A resource as Config recorded it. */
export interface RecordedResource {
  readonly id: string;
  readonly arn: string;
  readonly tags: Tags;
}

/** What Firewall Manager is given of Config: it knows no other way to the resources of accounts. */
export interface RecordedResources {
  isRecording(unit: Unit, scope: Scope, type: string): Promise<boolean>;
  list(unit: Unit, scope: Scope, type: string): Promise<readonly RecordedResource[]>;
}
