import type { Collection } from '../../contract/collection.ts';
import type { View } from '../../contract/view.ts';
import { type Group, groups, type Identity, type Role, roles, type User, users } from './state.ts';

/** More identities than an account may have: every use of a policy is seen. */
const USES_AT_ONCE = 1_000;

interface Found<T> {
  readonly attached: readonly T[];
  readonly bounded: readonly T[];
}

async function indexed<T extends Identity>(
  view: View,
  collection: Collection<T>,
  index: 'policy' | 'boundary',
  arn: string,
): Promise<readonly T[]> {
  const found: T[] = [];
  let after: { readonly key: string; readonly id: string } | undefined;
  do {
    const page: Awaited<ReturnType<typeof view.list<T>>> = await view.list(collection, {
      index,
      prefix: arn,
      limit: USES_AT_ONCE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { key, document } of page.items) if (key === arn) found.push(document);
    after = page.last;
  } while (after?.key === arn);
  return found;
}

async function foundIn<T extends Identity>(
  view: View,
  collection: Collection<T>,
  arn: string,
): Promise<Found<T>> {
  return {
    attached: await indexed(view, collection, 'policy', arn),
    bounded: await indexed(view, collection, 'boundary', arn),
  };
}

interface Uses {
  readonly users: Found<User>;
  readonly roles: Found<Role>;
  readonly groups: readonly Group[];
}

async function allUses(view: View, arn: string): Promise<Uses> {
  return {
    users: await foundIn(view, users, arn),
    roles: await foundIn(view, roles, arn),
    groups: await indexed(view, groups, 'policy', arn),
  };
}

/** How many identities a policy is attached to, and how many it bounds. */
export async function usesOf(
  view: View,
  arn: string,
): Promise<{ readonly attached: number; readonly boundaries: number }> {
  const uses = await allUses(view, arn);
  return {
    attached: uses.users.attached.length + uses.roles.attached.length + uses.groups.length,
    boundaries: uses.users.bounded.length + uses.roles.bounded.length,
  };
}

interface Filter {
  readonly EntityFilter?: string | undefined;
  readonly PathPrefix?: string | undefined;
  readonly PolicyUsageFilter?: string | undefined;
}

/** Who has a policy, by kind. */
export async function entitiesOf(view: View, arn: string, filter: Filter) {
  const uses = await allUses(view, arn);
  const prefix = filter.PathPrefix ?? '/';
  const wants = (kind: string): boolean =>
    filter.EntityFilter === undefined || filter.EntityFilter === kind;
  const pick = <T extends Identity>(kind: string, found: Found<T>): readonly T[] => {
    if (!wants(kind)) return [];
    const list =
      filter.PolicyUsageFilter === 'PermissionsBoundary' ? found.bounded : found.attached;
    return list.filter(({ path }) => path.startsWith(prefix));
  };
  const ofGroups = { attached: uses.groups, bounded: [] };
  return {
    PolicyGroups: pick('Group', ofGroups).map(({ name, id }) => ({ GroupName: name, GroupId: id })),
    PolicyUsers: pick('User', uses.users).map(({ name, id }) => ({ UserName: name, UserId: id })),
    PolicyRoles: pick('Role', uses.roles).map(({ name, id }) => ({ RoleName: name, RoleId: id })),
  };
}
