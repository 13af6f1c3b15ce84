import type { RuleAction } from '../../../../models/wafv2/types.ts';
import type { AddressKnowledge } from '../../../firewall/addresses/knowledge.ts';

/** A managed rule group of the catalogue. */
export interface ManagedGroup {
  /** `AWS`. */
  readonly vendor: string;
  /** `AWSManagedRulesCommonRuleSet`. */
  readonly name: string;
  readonly description: string;
  /** WCUs. */
  readonly capacity: number;
  /** `awswaf:managed:aws:core-rule-set:`. */
  readonly labelNamespace: string;
  readonly rules: readonly { readonly name: string; readonly action: RuleAction }[];
  /** Fully qualified. */
  readonly labels: readonly string[];
  /** Names by age, the default one last. Empty: it has no versions. */
  readonly versions: readonly string[];
  /** Why it can't be used; undefined: it can. */
  readonly unbuilt?: string;
}

/** The managed groups of this installation, and what it knows of addresses: of what else is asked, rules are refused. */
export interface ManagedGroups {
  readonly known: AddressKnowledge;
  readonly all: readonly ManagedGroup[];
  find(vendor: string, name: string): ManagedGroup | undefined;
}
