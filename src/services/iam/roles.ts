import { listedTagConditions } from '../../core/tags.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { uniqueId } from '../../core/ids.ts';
import {
  assertBoundary,
  boundaryConditions,
  shownBoundary,
  withoutBoundary,
} from './boundaries.ts';
import { encodedDocument } from './documents.ts';
import { alreadyExists, deleteConflict, quotaExceeded } from './errors.ts';
import { assertBare } from './grants.ts';
import { ROLES_PER_ACCOUNT } from './limits.ts';
import { shownRoleUse } from './last-used.ts';
import { countUpTo, listWanted } from './listing.ts';
import { onAccount, onResource } from './operation.ts';
import { pageOf, pageOfList } from './pages.ts';
import { principalDirectory } from './principals.ts';
import { assertModifiable, assertOwnPath } from './protected-roles.ts';
import { identityArn, roleKind } from './resources.ts';
import { instanceProfiles, type Role, roles } from './state.ts';
import { shownTags, withoutTags, withTags } from './tags.ts';
import { trustPolicy } from './trust.ts';

const SESSION_SECONDS_DEFAULT = 3_600;
const ofRole = { kind: roleKind, of: (input: { readonly RoleName: string }) => input.RoleName };

/** A role as listings show it: without tags and boundary. */
export async function shownRole(unit: Unit, role: Role) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: new Date(role.created),
    AssumeRolePolicyDocument: encodedDocument(await principalDirectory.show(unit, role.trust)),
    ...(role.description === undefined ? {} : { Description: role.description }),
    MaxSessionDuration: role.maxSessionSeconds,
  };
}

async function shownWhole(unit: Unit, role: Role) {
  const tags = shownTags(role.tags);
  return {
    ...(await shownRole(unit, role)),
    ...shownBoundary(role.boundary),
    ...(tags.length === 0 ? {} : { Tags: tags }),
  };
}

export const roleOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'CreateRole',
    access: 'write',
    arn: (input, account) => identityArn(account, 'role', input.Path ?? '/', input.RoleName),
    conditions: (input) =>
      new Map([
        ...boundaryConditions(input.PermissionsBoundary),
        ...listedTagConditions(input.Tags),
      ]),
    handle: async (input, view, context) => {
      const { RoleName: name, Path: path = '/', PermissionsBoundary: boundary } = input;
      assertOwnPath(path);
      if ((await view.get(roles, name.toLowerCase())) !== undefined) {
        throw alreadyExists('role', name);
      }
      const trust = await trustPolicy(context.unit, input.AssumeRolePolicyDocument);
      await assertBoundary(view, boundary);
      if ((await countUpTo(view, roles, ROLES_PER_ACCOUNT)) >= ROLES_PER_ACCOUNT) {
        throw quotaExceeded('RolesPerAccount', ROLES_PER_ACCOUNT);
      }
      const role: Role = {
        name,
        id: await context.once(() => uniqueId('AROA', 17)),
        path,
        arn: identityArn(context.call.scope.account, 'role', path, name),
        created: context.call.now,
        inline: {},
        attached: [],
        trust,
        maxSessionSeconds: input.MaxSessionDuration ?? SESSION_SECONDS_DEFAULT,
        tags: withTags({}, input.Tags),
        ...(input.Description === undefined ? {} : { description: input.Description }),
        ...(boundary === undefined ? {} : { boundary }),
      };
      view.put(roles, name.toLowerCase(), role);
      return { Role: await shownWhole(context.unit, role) };
    },
  }),
  onResource({
    name: 'GetRole',
    access: 'read',
    ...ofRole,
    handle: async (_input, { document, view }, { unit }) => ({
      Role: { ...(await shownWhole(unit, document)), ...(await shownRoleUse(view, document.id)) },
    }),
  }),
  onAccount({
    name: 'ListRoles',
    access: 'read',
    arn: (input, account) => `arn:aws:iam::${account}:role${input.PathPrefix ?? '/'}`,
    handle: async (input, view, { call, unit }) => {
      const prefix = input.PathPrefix ?? '/';
      const page = pageOf(call, input, prefix);
      const listed = await listWanted(view, roles, page, (role) => role.path.startsWith(prefix));
      const Roles = await Promise.all(listed.items.map((role) => shownRole(unit, role)));
      return { Roles, ...listed.answer };
    },
  }),
  onResource({
    name: 'UpdateRole',
    access: 'write',
    ...ofRole,
    handle: async (input, { document, id, view }) => {
      view.put(roles, id, {
        ...document,
        // A session length that is left out goes back to the default; a description stays.
        maxSessionSeconds: input.MaxSessionDuration ?? SESSION_SECONDS_DEFAULT,
        ...(input.Description === undefined ? {} : { description: input.Description }),
      });
      return {};
    },
  }),
  onResource({
    name: 'UpdateRoleDescription',
    access: 'write',
    ...ofRole,
    handle: async (input, { document, id, view }, { unit }) => {
      const changed = { ...document, description: input.Description };
      view.put(roles, id, changed);
      return { Role: await shownRole(unit, changed) };
    },
  }),
  onResource({
    name: 'UpdateAssumeRolePolicy',
    access: 'write',
    ...ofRole,
    handle: async (input, { document, id, view }, { unit }) => {
      assertModifiable(document);
      const trust = await trustPolicy(unit, input.PolicyDocument);
      view.put(roles, id, { ...document, trust });
      return {};
    },
  }),
  onResource({
    name: 'DeleteRole',
    access: 'write',
    ...ofRole,
    handle: async (_input, { document, id, view }) => {
      assertModifiable(document);
      const profiles = { index: 'role', prefix: `${id}/`, limit: 1 };
      if ((await view.list(instanceProfiles, profiles)).items.length > 0) {
        throw deleteConflict(
          'Cannot delete entity, must remove roles from instance profile first.',
        );
      }
      assertBare(document);
      view.delete(roles, id);
      return {};
    },
  }),
  onResource({
    name: 'TagRole',
    access: 'write',
    ...ofRole,
    conditions: ({ Tags }) => listedTagConditions(Tags),
    handle: async ({ Tags }, { document, id, view }) => {
      view.put(roles, id, { ...document, tags: withTags(document.tags, Tags) });
      return {};
    },
  }),
  onResource({
    name: 'UntagRole',
    access: 'write',
    ...ofRole,
    conditions: ({ TagKeys }) => new Map([['aws:tagkeys', TagKeys]]),
    handle: async ({ TagKeys }, { document, id, view }) => {
      view.put(roles, id, { ...document, tags: withoutTags(document.tags, TagKeys) });
      return {};
    },
  }),
  onResource({
    name: 'ListRoleTags',
    access: 'read',
    ...ofRole,
    handle: async (input, { document }, { call }) => {
      const page = pageOfList(shownTags(document.tags), pageOf(call, input, document.id));
      return { Tags: page.items, ...page.answer };
    },
  }),
  onResource({
    name: 'PutRolePermissionsBoundary',
    access: 'write',
    ...ofRole,
    conditions: ({ PermissionsBoundary }) => boundaryConditions(PermissionsBoundary),
    handle: async ({ PermissionsBoundary: boundary }, { document, id, view }) => {
      assertModifiable(document);
      await assertBoundary(view, boundary);
      view.put(roles, id, { ...document, boundary });
      return {};
    },
  }),
  onResource({
    name: 'DeleteRolePermissionsBoundary',
    access: 'write',
    ...ofRole,
    handle: async (_input, { document, id, view }) => {
      assertModifiable(document);
      view.put(roles, id, withoutBoundary('role', document));
      return {};
    },
  }),
];
