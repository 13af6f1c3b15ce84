import { ANONYMOUS_IP, IP_REPUTATION } from '../../firewall/managed/address-lists.ts';
import { MANAGED_GROUPS } from '../../firewall/managed/catalogue.ts';
import type { ManagedGroup, ManagedGroups } from './rules/managed-groups.ts';

const NO_LISTS = 'lists of addresses, which AWS keeps and nobody else has';

/** Groups whose every rule asks such a list. */
const UNBUILT: ReadonlySet<string> = new Set([IP_REPUTATION.name, ANONYMOUS_IP.name]);

/** The managed rule groups that AWS gives, and which of them can't be used here. */
export const managedCatalogue: ManagedGroups = {
  all: MANAGED_GROUPS.map(
    (group): ManagedGroup => ({
      vendor: group.vendor,
      name: group.name,
      description: group.description,
      capacity: group.capacity,
      labelNamespace: group.labelNamespace,
      rules: group.rules.map(({ name, action }) => ({
        name,
        action: action === 'Block' ? { Block: {} } : { Count: {} },
      })),
      labels: group.rules.map(({ label }) => group.labelNamespace + label),
      versions: group.versions,
      ...(UNBUILT.has(group.name) ? { unbuilt: NO_LISTS } : {}),
    }),
  ),
  find: (vendor, name) =>
    managedCatalogue.all.find((group) => group.vendor === vendor && group.name === name),
};
