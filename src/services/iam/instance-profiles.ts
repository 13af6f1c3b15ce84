import { listedTagConditions } from '../../core/tags.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { IamOperations } from '../../../models/iam/types.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { Unit, View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { uniqueId } from '../../core/ids.ts';
import { deleteConflict, noSuchIdentity, quotaExceeded } from './errors.ts';
import { INSTANCE_PROFILES_PER_ACCOUNT } from './limits.ts';
import { countUpTo, listWanted } from './listing.ts';
import { onAccount, onResource } from './operation.ts';
import { pageOf, queryOf } from './pages.ts';
import { roleKind } from './resources.ts';
import { shownRole } from './roles.ts';
import { accountScope, type InstanceProfile, instanceProfiles, roles } from './state.ts';
import { tagOperations } from './tag-operations.ts';
import { shownTags, withTags } from './tags.ts';

function profileArn(account: string, path: string, name: string): string {
  return `arn:aws:iam::${account}:instance-profile${path}${name}`;
}

const profileKind: ResourceKind<InstanceProfile> = {
  name: 'iam:instance-profile',
  policyMode: 'none',
  find: async (name, { unit, scope: { account } }) => {
    const scope = accountScope(account);
    const id = name.toLowerCase();
    const document = await unit.view(scope).get(instanceProfiles, id);
    const arn = document?.arn ?? profileArn(account, '/', name);
    const text = `Instance Profile ${name} cannot be found.`;
    const missing = new ServiceError('NoSuchEntity', text, { status: 404 });
    return { arn, scope, id, document, missing };
  },
  tags: ({ document }) => document?.tags ?? {},
};

const ofProfile = {
  kind: profileKind,
  of: (input: { readonly InstanceProfileName: string }) => input.InstanceProfileName,
};

export async function shownProfile(unit: Unit, view: View, profile: InstanceProfile) {
  const role = profile.role === undefined ? undefined : await view.get(roles, profile.role);
  return {
    Path: profile.path,
    InstanceProfileName: profile.name,
    InstanceProfileId: profile.id,
    Arn: profile.arn,
    CreateDate: new Date(profile.created),
    Roles: role === undefined ? [] : [await shownRole(unit, role)],
  };
}

/** A role goes into a profile only by who may pass the role on to EC2. */
const addRoleToInstanceProfile: OperationOf<IamOperations, 'AddRoleToInstanceProfile'> = {
  name: 'AddRoleToInstanceProfile',
  access: 'write',
  authorize: async (input, context) => {
    const profile = await context.resolve(profileKind, input.InstanceProfileName);
    const role = await context.resolve(roleKind, input.RoleName);
    return [
      { action: 'iam:AddRoleToInstanceProfile', resource: profile },
      {
        action: 'iam:PassRole',
        resource: role,
        conditions: new Map([
          ['iam:passedtoservice', ['ec2.amazonaws.com']],
          // Which instance it will be is not known yet.
          ['iam:associatedresourcearn', [`arn:aws:ec2:*:${context.call.scope.account}:instance/*`]],
        ]),
      },
    ];
  },
  handle: async (input, context) => {
    const resource = await context.resolve(profileKind, input.InstanceProfileName);
    const role = await context.resolve(roleKind, input.RoleName);
    const { document, id } = resource.resolved;
    if (document === undefined) throw new Error('a role was added to a missing profile');
    if (document.role !== undefined) throw quotaExceeded('InstanceSessionsPerInstanceProfile', 1);
    context.viewOf(resource).put(instanceProfiles, id, { ...document, role: role.resolved.id });
    return {};
  },
};

export const instanceProfileOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'CreateInstanceProfile',
    access: 'write',
    arn: (input, account) => profileArn(account, input.Path ?? '/', input.InstanceProfileName),
    conditions: ({ Tags }) => listedTagConditions(Tags),
    handle: async (input, view, context) => {
      const { InstanceProfileName: name, Path: path = '/' } = input;
      if ((await view.get(instanceProfiles, name.toLowerCase())) !== undefined) {
        const text = `Instance Profile ${name} already exists.`;
        throw new ServiceError('EntityAlreadyExists', text, { status: 409 });
      }
      const most = INSTANCE_PROFILES_PER_ACCOUNT;
      if ((await countUpTo(view, instanceProfiles, most)) >= most) {
        throw quotaExceeded('InstanceProfilesPerAccount', most);
      }
      const profile: InstanceProfile = {
        name,
        id: await context.once(() => uniqueId('AIPA', 17)),
        path,
        arn: profileArn(context.call.scope.account, path, name),
        created: context.call.now,
        tags: withTags({}, input.Tags),
      };
      view.put(instanceProfiles, name.toLowerCase(), profile);
      const shown = await shownProfile(context.unit, view, profile);
      return { InstanceProfile: { ...shown, Tags: shownTags(profile.tags) } };
    },
  }),
  onResource({
    name: 'GetInstanceProfile',
    access: 'read',
    ...ofProfile,
    handle: async (_input, { document, view }, { unit }) => {
      const shown = await shownProfile(unit, view, document);
      return { InstanceProfile: { ...shown, Tags: shownTags(document.tags) } };
    },
  }),
  onAccount({
    name: 'ListInstanceProfiles',
    access: 'read',
    arn: ({ PathPrefix }, account) =>
      `arn:aws:iam::${account}:instance-profile${PathPrefix ?? '/'}`,
    handle: async (input, view, { call, unit }) => {
      const prefix = input.PathPrefix ?? '/';
      const page = pageOf(call, input, prefix);
      const listed = await listWanted(view, instanceProfiles, page, ({ path }) =>
        path.startsWith(prefix),
      );
      const shown = listed.items.map((profile) => shownProfile(unit, view, profile));
      return { InstanceProfiles: await Promise.all(shown), ...listed.answer };
    },
  }),
  onResource({
    name: 'ListInstanceProfilesForRole',
    access: 'read',
    kind: roleKind,
    of: ({ RoleName }) => RoleName,
    handle: async (input, { id, document, view }, { call, unit }) => {
      const page = pageOf(call, input, document.id);
      const listed = await view.list(instanceProfiles, {
        index: 'role',
        prefix: `${id}/`,
        ...queryOf(page),
      });
      const shown = listed.items.map((one) => shownProfile(unit, view, one.document));
      return { InstanceProfiles: await Promise.all(shown), ...page.answer(listed.last) };
    },
  }),
  onResource({
    name: 'DeleteInstanceProfile',
    access: 'write',
    ...ofProfile,
    handle: async (_input, { document, id, view }) => {
      if (document.role !== undefined) {
        throw deleteConflict(
          'Cannot delete entity, must remove roles from instance profile first.',
        );
      }
      view.delete(instanceProfiles, id);
      return {};
    },
  }),
  addRoleToInstanceProfile,
  onResource({
    name: 'RemoveRoleFromInstanceProfile',
    access: 'write',
    ...ofProfile,
    handle: async ({ RoleName }, { document, id, view }) => {
      const { role, ...rest } = document;
      if (role !== RoleName.toLowerCase()) throw noSuchIdentity('role', RoleName);
      view.put(instanceProfiles, id, rest);
      return {};
    },
  }),
  ...tagOperations({
    noun: 'InstanceProfile',
    member: 'InstanceProfileName',
    kind: profileKind,
    collection: instanceProfiles,
  }),
];
