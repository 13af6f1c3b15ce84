import { MANAGED_GROUPS } from '../../firewall/managed/catalogue.ts';
import type { ManagedGroup, ManagedGroups } from './rules/managed-groups.ts';

/** The managed rule groups whose rules the firewall knows. */
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
    }),
  ),
  find: (vendor, name) =>
    managedCatalogue.all.find((group) => group.vendor === vendor && group.name === name),
};
