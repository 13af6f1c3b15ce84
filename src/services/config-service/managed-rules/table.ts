import type { ManagedRule } from '../evaluating/managed-rule.ts';
import { bucketRules } from './buckets.ts';
import { certificateRules } from './certificates.ts';
import { databaseRules } from './databases.ts';
import { identityRules } from './identities.ts';
import { keyRules } from './keys.ts';
import { loadBalancerRules } from './load-balancers.ts';
import { messagingAndFunctionRules } from './messaging-and-functions.ts';
import { requiredTags } from './required-tags.ts';
import { secretRules } from './secrets.ts';
import { securityGroupRules } from './security-groups.ts';
import { trailRules } from './trails.ts';
import { volumeAndInstanceRules } from './volumes-and-instances.ts';

/** Every managed rule that is evaluated. */
export const MANAGED_RULES: readonly ManagedRule[] = [
  ...bucketRules,
  ...certificateRules,
  ...databaseRules,
  ...identityRules,
  ...keyRules,
  ...loadBalancerRules,
  ...messagingAndFunctionRules,
  requiredTags,
  ...secretRules,
  ...securityGroupRules,
  ...trailRules,
  ...volumeAndInstanceRules,
];

const BY_IDENTIFIER = new Map(MANAGED_RULES.map((rule) => [rule.identifier, rule]));

export function managedRule(identifier: string): ManagedRule | undefined {
  return BY_IDENTIFIER.get(identifier);
}
