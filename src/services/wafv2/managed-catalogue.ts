import type { AddressKnowledge } from '../../firewall/addresses/knowledge.ts';
import { MANAGED_GROUPS } from '../../firewall/managed/catalogue.ts';
import type { ManagedGroup as EngineGroup } from '../../firewall/managed/group.ts';
import type { ManagedGroup, ManagedGroups } from './rules/managed-groups.ts';

/** The managed rule groups that AWS gives, and which of them can't be used here. */
export function createManagedCatalogue(known: AddressKnowledge): ManagedGroups {
  const all = MANAGED_GROUPS.map((group): ManagedGroup => {
    const missing = missingLists(group, known);
    return {
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
      ...(missing.length === 0 ? {} : { unbuilt: unbuiltOf(group, missing) }),
    };
  });
  return {
    known,
    all,
    find: (vendor, name) => all.find((group) => group.vendor === vendor && group.name === name),
  };
}

/** Lists that its rules ask, and nobody has loaded. */
function missingLists({ rules }: EngineGroup, { lists }: AddressKnowledge): readonly string[] {
  return rules.flatMap(({ list }) => (list === undefined || lists.has(list) ? [] : [list]));
}

function unbuiltOf({ name }: EngineGroup, lists: readonly string[]): string {
  return `${name}: no list is loaded of ${lists.join(', ')}; 'holdfast up --address-list NAME=FILE' loads one`;
}
