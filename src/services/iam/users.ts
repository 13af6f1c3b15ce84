import { listedTagConditions } from '../../core/tags.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { ResolveContext } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { uniqueId } from '../../core/ids.ts';
import {
  assertBoundary,
  boundaryConditions,
  shownBoundary,
  withoutBoundary,
} from './boundaries.ts';
import { serviceCredentials, signingCertificates, sshPublicKeys } from './credential-state.ts';
import { alreadyExists, deleteConflict, quotaExceeded, validationError } from './errors.ts';
import { assertBare } from './grants.ts';
import { USERS_PER_ACCOUNT } from './limits.ts';
import { countUpTo, listWanted } from './listing.ts';
import { devicesOf } from './mfa-codes.ts';
import { onAccount, onResource } from './operation.ts';
import { ownedBy } from './owned.ts';
import { pageOf, pageOfList } from './pages.ts';
import { identityArn, userKind } from './resources.ts';
import { shownGroup, shownUser } from './shown.ts';
import {
  accessKeys,
  groups,
  loginProfiles,
  mfaDevices,
  ownerKey,
  type User,
  users,
} from './state.ts';
import { shownTags, withoutTags, withTags } from './tags.ts';

const ofUser = { kind: userKind, of: (input: { readonly UserName: string }) => input.UserName };

/** The user named, or the caller when nobody is. */
export function ownOr(
  input: { readonly UserName?: string | undefined },
  context: ResolveContext,
): string {
  const { identity } = context.call.caller;
  const name = input.UserName ?? (identity.type === 'IAMUser' ? identity.userName : undefined);
  if (name !== undefined) return name;
  throw validationError('Must specify userName when calling with non-User credentials');
}

function shownWhole(user: User) {
  const tags = shownTags(user.tags);
  return {
    ...shownUser(user),
    ...shownBoundary(user.boundary),
    ...(tags.length === 0 ? {} : { Tags: tags }),
  };
}

async function assertFree(view: View, name: string): Promise<void> {
  if ((await view.get(users, name.toLowerCase())) !== undefined) throw alreadyExists('user', name);
}

export const userOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'CreateUser',
    access: 'write',
    arn: (input, account) => identityArn(account, 'user', input.Path ?? '/', input.UserName),
    conditions: (input) =>
      new Map([
        ...boundaryConditions(input.PermissionsBoundary),
        ...listedTagConditions(input.Tags),
      ]),
    handle: async (input, view, context) => {
      const { UserName: name, Path: path = '/', PermissionsBoundary: boundary } = input;
      await assertFree(view, name);
      await assertBoundary(view, boundary);
      if ((await countUpTo(view, users, USERS_PER_ACCOUNT)) >= USERS_PER_ACCOUNT) {
        throw quotaExceeded('UsersPerAccount', USERS_PER_ACCOUNT);
      }
      const user: User = {
        name,
        id: await context.once(() => uniqueId('AIDA', 17)),
        path,
        arn: identityArn(context.call.scope.account, 'user', path, name),
        created: context.call.now,
        inline: {},
        attached: [],
        groups: [],
        tags: withTags({}, input.Tags),
        ...(boundary === undefined ? {} : { boundary }),
      };
      view.put(users, name.toLowerCase(), user);
      return { User: shownWhole(user) };
    },
  }),
  onResource({
    name: 'GetUser',
    access: 'read',
    kind: userKind,
    of: ownOr,
    handle: async (_input, { document }) => ({ User: shownWhole(document) }),
  }),
  onAccount({
    name: 'ListUsers',
    access: 'read',
    arn: (input, account) => `arn:aws:iam::${account}:user${input.PathPrefix ?? '/'}`,
    handle: async (input, view, { call }) => {
      const prefix = input.PathPrefix ?? '/';
      const page = pageOf(call, input, prefix);
      const listed = await listWanted(view, users, page, (user) => user.path.startsWith(prefix));
      return { Users: listed.items.map(shownUser), ...listed.answer };
    },
  }),
  onResource({
    name: 'UpdateUser',
    access: 'write',
    ...ofUser,
    handle: async (input, { document, id, view }, { call }) => {
      const { NewUserName: name = document.name, NewPath: path = document.path } = input;
      const newId = name.toLowerCase();
      if (newId !== id) await assertFree(view, name);
      view.delete(users, id);
      const arn = identityArn(call.scope.account, 'user', path, name);
      view.put(users, newId, { ...document, name, path, arn });
      for (const key of await keysOf(view, document.name)) {
        view.put(accessKeys, key.id, { ...key.document, userName: name });
      }
      for (const device of await devicesOf(view, document)) {
        view.put(mfaDevices, device.serial, { ...device, userName: newId });
      }
      return {};
    },
  }),
  onResource({
    name: 'DeleteUser',
    access: 'write',
    ...ofUser,
    handle: async (_input, { document, id, view }) => {
      if ((await keysOf(view, document.name)).length > 0) {
        throw deleteConflict('Cannot delete entity, must delete access keys first.');
      }
      if ((await view.get(loginProfiles, document.id)) !== undefined) {
        throw deleteConflict('Cannot delete entity, must delete login profile first.');
      }
      if ((await devicesOf(view, document)).length > 0) {
        throw deleteConflict('Cannot delete entity, must delete MFA device first.');
      }
      await assertWithoutCredentials(view, document.id);
      assertBare(document);
      if (document.groups.length > 0) {
        throw deleteConflict('Cannot delete entity, must remove users from group first.');
      }
      view.delete(users, id);
      return {};
    },
  }),
  onResource({
    name: 'ListGroupsForUser',
    access: 'read',
    ...ofUser,
    handle: async (input, { document, view }, { call }) => {
      const page = pageOfList(document.groups, pageOf(call, input, document.id));
      const found = await Promise.all(page.items.map((name) => view.get(groups, name)));
      const Groups = found.flatMap((group) => (group === undefined ? [] : [shownGroup(group)]));
      return { Groups, ...page.answer };
    },
  }),
  onResource({
    name: 'TagUser',
    access: 'write',
    ...ofUser,
    conditions: ({ Tags }) => listedTagConditions(Tags),
    handle: async ({ Tags }, { document, id, view }) => {
      view.put(users, id, { ...document, tags: withTags(document.tags, Tags) });
      return {};
    },
  }),
  onResource({
    name: 'UntagUser',
    access: 'write',
    ...ofUser,
    conditions: ({ TagKeys }) => new Map([['aws:tagkeys', TagKeys]]),
    handle: async ({ TagKeys }, { document, id, view }) => {
      view.put(users, id, { ...document, tags: withoutTags(document.tags, TagKeys) });
      return {};
    },
  }),
  onResource({
    name: 'ListUserTags',
    access: 'read',
    ...ofUser,
    handle: async (input, { document }, { call }) => {
      const page = pageOfList(shownTags(document.tags), pageOf(call, input, document.id));
      return { Tags: page.items, ...page.answer };
    },
  }),
  onResource({
    name: 'PutUserPermissionsBoundary',
    access: 'write',
    ...ofUser,
    conditions: ({ PermissionsBoundary }) => boundaryConditions(PermissionsBoundary),
    handle: async ({ PermissionsBoundary: boundary }, { document, id, view }) => {
      await assertBoundary(view, boundary);
      view.put(users, id, { ...document, boundary });
      return {};
    },
  }),
  onResource({
    name: 'DeleteUserPermissionsBoundary',
    access: 'write',
    ...ofUser,
    handle: async (_input, { document, id, view }) => {
      view.put(users, id, withoutBoundary('user', document));
      return {};
    },
  }),
];

async function assertWithoutCredentials(view: View, userId: string): Promise<void> {
  if ((await ownedBy(view, sshPublicKeys, userId)).length > 0) {
    throw deleteConflict('Cannot delete entity, must delete SSH public keys first.');
  }
  if ((await ownedBy(view, signingCertificates, userId)).length > 0) {
    throw deleteConflict('Cannot delete entity, must delete signing certificates first.');
  }
  if ((await ownedBy(view, serviceCredentials, userId)).length > 0) {
    throw deleteConflict('Cannot delete entity, must delete service specific credentials first.');
  }
}

/** A user's access keys: never more than a few. */
export async function keysOf(view: View, userName: string | undefined) {
  const owner = ownerKey(userName);
  const { items } = await view.list(accessKeys, { index: 'owner', prefix: owner, limit: 100 });
  return items.filter(({ key }) => key === owner);
}
