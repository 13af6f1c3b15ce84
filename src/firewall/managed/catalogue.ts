import type { ManagedGroup } from './group.ts';

/** Every managed group, in the order in which they are listed. */
export const MANAGED_GROUPS: readonly ManagedGroup[] = [];

export function findManagedGroup(vendor: string, name: string): ManagedGroup | undefined {
  return MANAGED_GROUPS.find((group) => group.vendor === vendor && group.name === name);
}
