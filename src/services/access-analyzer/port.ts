import type { ResourceType } from '../../../models/access-analyzer/types.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';

/** A resource that its policy, or grants, may share with others. */
export interface SharedResource {
  readonly arn: string;
  /** The resource policy's JSON text, as its owner gave it. */
  readonly policy?: string;
  /** Permissions given to single principals beside the policy. */
  readonly grants?: readonly DirectGrant[];
}

export interface DirectGrant {
  /** An ARN. */
  readonly principal: string;
  readonly actions: readonly string[];
  /** Condition keys and values under which it counts, as a policy would write them. */
  readonly conditions: Readonly<Record<string, string>>;
}

/** How one service shows what it keeps of one type. Each is one line in the registry. */
export interface SharedResources {
  readonly type: ResourceType;
  /** `kms.amazonaws.com`: after its writes the resources are looked at again. */
  readonly source: string;
  /** They have no Region: every Region's analyzers look at them. */
  readonly isGlobal: boolean;
  /** The resources of an account in a Region; no more than `limit`. */
  list(unit: Unit, scope: Scope, limit: number): Promise<readonly SharedResource[]>;
}

/** An organization as a zone of trust. */
export interface TrustedOrganization {
  /** `o-…`. */
  readonly id: string;
  readonly managementAccount: string;
  /** Accounts that administer the analyzer for the management account. */
  readonly administrators: readonly string[];
  readonly accounts: readonly string[];
}

/** What the analyzer is given of Organizations. */
export interface OrganizationZones {
  organizationOf(unit: Unit, account: string): Promise<{ readonly id: string } | undefined>;
  zoneOf(unit: Unit, account: string): Promise<TrustedOrganization | undefined>;
}
