import type { AddressListName } from '../addresses/knowledge.ts';
import type { Building, Matcher } from '../statements/matching.ts';

/** A rule of a managed group. */
export interface ManagedRule {
  readonly name: string;
  readonly action: 'Block' | 'Count';
  /** The last component of its label. */
  readonly label: string;
  /** The list of addresses that it asks. */
  readonly list?: AddressListName;
  matcher(building: Building): Matcher;
}

/** A group of rules that AWS writes for its customers, with names, labels and capacity of AWS's, and rules of our own. */
export interface ManagedGroup {
  readonly vendor: 'AWS';
  /** `AWSManagedRulesCommonRuleSet`. */
  readonly name: string;
  readonly description: string;
  /** Web ACL capacity units. */
  readonly capacity: number;
  /** `awswaf:managed:aws:core-rule-set:`. */
  readonly labelNamespace: string;
  /** Newest last, which is the default one; empty: the group has no versions. All hold the same rules. */
  readonly versions: readonly string[];
  readonly rules: readonly ManagedRule[];
}
