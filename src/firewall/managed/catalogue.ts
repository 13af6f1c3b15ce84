import { ANONYMOUS_IP, IP_REPUTATION } from './address-lists.ts';
import { ADMIN_PROTECTION, PHP_APP, WORDPRESS_APP } from './applications.ts';
import { CORE_RULE_SET } from './core-rule-set.ts';
import type { ManagedGroup } from './group.ts';
import { KNOWN_BAD_INPUTS } from './known-bad-inputs.ts';
import { LINUX_OS, POSIX_OS, WINDOWS_OS } from './operating-systems.ts';
import { SQL_DATABASE } from './sql-database.ts';

/**
 * Every managed group that is built, in the order in which they are listed. AWS never tells its patterns: names, labels and
 * capacities are AWS's, what the rules look for is our own.
 */
export const MANAGED_GROUPS: readonly ManagedGroup[] = [
  CORE_RULE_SET,
  ADMIN_PROTECTION,
  KNOWN_BAD_INPUTS,
  SQL_DATABASE,
  LINUX_OS,
  POSIX_OS,
  WINDOWS_OS,
  PHP_APP,
  WORDPRESS_APP,
  IP_REPUTATION,
  ANONYMOUS_IP,
];

export function findManagedGroup(vendor: string, name: string): ManagedGroup | undefined {
  return MANAGED_GROUPS.find((group) => group.vendor === vendor && group.name === name);
}
