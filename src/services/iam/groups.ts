import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { uniqueId } from '../../core/ids.ts';
import { alreadyExists, deleteConflict, noSuchIdentity, quotaExceeded } from './errors.ts';
import { assertBare } from './grants.ts';
import { GROUPS_PER_ACCOUNT, GROUPS_PER_USER } from './limits.ts';
import { countUpTo, listWanted } from './listing.ts';
import { onAccount, onResource } from './operation.ts';
import { pageOf, queryOf } from './pages.ts';
import { groupKind, identityArn } from './resources.ts';
import { shownGroup, shownUser } from './shown.ts';
import { type Group, groups, type User, users } from './state.ts';

const ofGroup = { kind: groupKind, of: (input: { readonly GroupName: string }) => input.GroupName };
const MEMBERS_AT_ONCE = 1_000;

async function assertFree(view: View, name: string): Promise<void> {
  if ((await view.get(groups, name.toLowerCase())) !== undefined)
    throw alreadyExists('group', name);
}

async function member(view: View, name: string): Promise<User> {
  const user = await view.get(users, name.toLowerCase());
  if (user === undefined) throw noSuchIdentity('user', name);
  return user;
}

export const groupOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'CreateGroup',
    access: 'write',
    arn: (input, account) => identityArn(account, 'group', input.Path ?? '/', input.GroupName),
    handle: async ({ GroupName: name, Path: path = '/' }, view, context) => {
      await assertFree(view, name);
      if ((await countUpTo(view, groups, GROUPS_PER_ACCOUNT)) >= GROUPS_PER_ACCOUNT) {
        throw quotaExceeded('GroupsPerAccount', GROUPS_PER_ACCOUNT);
      }
      const group: Group = {
        name,
        id: await context.once(() => uniqueId('AGPA', 17)),
        path,
        arn: identityArn(context.call.scope.account, 'group', path, name),
        created: context.call.now,
        inline: {},
        attached: [],
      };
      view.put(groups, name.toLowerCase(), group);
      return { Group: shownGroup(group) };
    },
  }),
  onResource({
    name: 'GetGroup',
    access: 'read',
    ...ofGroup,
    handle: async (input, { document, id, view }, { call }) => {
      const page = pageOf(call, input, document.id);
      const query = { ...queryOf(page), index: 'group', prefix: id };
      const listed = await view.list(users, query);
      const Users = listed.items
        .filter(({ key }) => key === id)
        .map(({ document: user }) => shownUser(user));
      return { Group: shownGroup(document), Users, ...page.answer(listed.last) };
    },
  }),
  onAccount({
    name: 'ListGroups',
    access: 'read',
    arn: (input, account) => `arn:aws:iam::${account}:group${input.PathPrefix ?? '/'}`,
    handle: async (input, view, { call }) => {
      const prefix = input.PathPrefix ?? '/';
      const page = pageOf(call, input, prefix);
      const listed = await listWanted(view, groups, page, (group) => group.path.startsWith(prefix));
      return { Groups: listed.items.map(shownGroup), ...listed.answer };
    },
  }),
  onResource({
    name: 'UpdateGroup',
    access: 'write',
    ...ofGroup,
    handle: async (input, { document, id, view }, { call }) => {
      const { NewGroupName: name = document.name, NewPath: path = document.path } = input;
      const newId = name.toLowerCase();
      if (newId !== id) {
        await assertFree(view, name);
        await moveMembers(view, id, newId);
      }
      view.delete(groups, id);
      const arn = identityArn(call.scope.account, 'group', path, name);
      view.put(groups, newId, { ...document, name, path, arn });
      return {};
    },
  }),
  onResource({
    name: 'DeleteGroup',
    access: 'write',
    ...ofGroup,
    handle: async (_input, { document, id, view }) => {
      if ((await membersOf(view, id, 1)).length > 0) {
        throw deleteConflict('Cannot delete entity, must remove users from group first.');
      }
      assertBare(document);
      view.delete(groups, id);
      return {};
    },
  }),
  onResource({
    name: 'AddUserToGroup',
    access: 'write',
    ...ofGroup,
    handle: async ({ UserName }, { id, view }) => {
      const user = await member(view, UserName);
      if (user.groups.includes(id)) return {};
      if (user.groups.length >= GROUPS_PER_USER) {
        throw quotaExceeded('GroupsPerUser', GROUPS_PER_USER);
      }
      view.put(users, UserName.toLowerCase(), { ...user, groups: [...user.groups, id] });
      return {};
    },
  }),
  onResource({
    name: 'RemoveUserFromGroup',
    access: 'write',
    ...ofGroup,
    handle: async ({ UserName }, { id, view }) => {
      const user = await member(view, UserName);
      const kept = user.groups.filter((group) => group !== id);
      view.put(users, UserName.toLowerCase(), { ...user, groups: kept });
      return {};
    },
  }),
];

/** Members of a group by its id. A longer name that begins alike is another group. */
async function membersOf(view: View, id: string, atLeast: number) {
  const members: { readonly id: string; readonly document: User }[] = [];
  let after: { readonly key: string; readonly id: string } | undefined;
  do {
    const page: Awaited<ReturnType<typeof view.list<User>>> = await view.list(users, {
      index: 'group',
      prefix: id,
      limit: MEMBERS_AT_ONCE,
      ...(after === undefined ? {} : { after }),
    });
    members.push(...page.items.filter(({ key }) => key === id));
    after = page.last;
  } while (after !== undefined && after.key === id && members.length < atLeast);
  return members;
}

async function moveMembers(view: View, from: string, to: string): Promise<void> {
  for (const { id, document } of await membersOf(view, from, Number.POSITIVE_INFINITY)) {
    const moved = document.groups.map((group) => (group === from ? to : group));
    view.put(users, id, { ...document, groups: moved });
  }
}
