import type { AnyOperation } from '../../contract/service.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { Unit, View } from '../../contract/view.ts';
import { awsManagedPolicies } from './aws-managed.ts';
import { shownBoundary } from './boundaries.ts';
import { serverCertificates, signingCertificates } from './credential-state.ts';
import { encodedDocument } from './documents.ts';
import { shownAttached } from './grants.ts';
import { shownProfile } from './instance-profiles.ts';
import { shownRoleUse } from './last-used.ts';
import * as limits from './limits.ts';
import { countUpTo, listAll } from './listing.ts';
import { onAccount } from './operation.ts';
import { ownedBy } from './owned.ts';
import { pageOf } from './pages.ts';
import { shownPolicy, shownVersion } from './policies.ts';
import { usesOf } from './policy-uses.ts';
import { shownRole } from './roles.ts';
import { shownGroup, shownUser } from './shown.ts';
import {
  type Group,
  groups,
  type Identity,
  instanceProfiles,
  type ManagedPolicy,
  mfaDevices,
  oidcProviders,
  policies,
  type Role,
  roles,
  samlProviders,
  type User,
  users,
} from './state.ts';
import { shownTags } from './tags.ts';
import { keysOf } from './users.ts';

const COUNTED_MAX = 20_000;

/** What an account has in IAM: in numbers, and in whole. */
export const accountDetailOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'GetAccountSummary',
    access: 'read',
    handle: async (_input, view) => {
      const count = <T extends Document>(of: Collection<T>) => countUpTo(view, of, COUNTED_MAX);
      const devices = await listAll(view, mfaDevices);
      const held = await listAll(view, policies);
      return {
        SummaryMap: {
          Users: await count(users),
          UsersQuota: limits.USERS_PER_ACCOUNT,
          Groups: await count(groups),
          GroupsQuota: limits.GROUPS_PER_ACCOUNT,
          Roles: await count(roles),
          RolesQuota: limits.ROLES_PER_ACCOUNT,
          InstanceProfiles: await count(instanceProfiles),
          InstanceProfilesQuota: limits.INSTANCE_PROFILES_PER_ACCOUNT,
          Policies: held.length,
          PoliciesQuota: limits.POLICIES_PER_ACCOUNT,
          PolicyVersionsInUse: held.reduce((sum, { versions }) => sum + versions.length, 0),
          PolicyVersionsInUseQuota: 10_000,
          Providers: (await count(oidcProviders)) + (await count(samlProviders)),
          ServerCertificates: await count(serverCertificates),
          ServerCertificatesQuota: limits.SERVER_CERTIFICATES_PER_ACCOUNT,
          MFADevices: devices.length,
          MFADevicesInUse: devices.filter(({ userId }) => userId !== undefined).length,
          AccountMFAEnabled: 0,
          AccountAccessKeysPresent: (await keysOf(view, undefined)).length > 0 ? 1 : 0,
          AccountPasswordPresent: 0,
          AccountSigningCertificatesPresent:
            (await ownedBy(view, signingCertificates, ':root')).length > 0 ? 1 : 0,
          AccessKeysPerUserQuota: limits.ACCESS_KEYS_PER_USER,
          SigningCertificatesPerUserQuota: limits.SIGNING_CERTIFICATES_PER_USER,
          GroupsPerUserQuota: limits.GROUPS_PER_USER,
          AttachedPoliciesPerUserQuota: limits.ATTACHED_PER_IDENTITY,
          AttachedPoliciesPerGroupQuota: limits.ATTACHED_PER_IDENTITY,
          AttachedPoliciesPerRoleQuota: limits.ATTACHED_PER_IDENTITY,
          VersionsPerPolicyQuota: limits.VERSIONS_PER_POLICY,
          PolicySizeQuota: limits.MANAGED_POLICY_CHARACTERS,
          UserPolicySizeQuota: limits.INLINE_CHARACTERS.user,
          GroupPolicySizeQuota: limits.INLINE_CHARACTERS.group,
          RolePolicySizeQuota: limits.INLINE_CHARACTERS.role,
          AssumeRolePolicySizeQuota: limits.TRUST_POLICY_CHARACTERS,
          GlobalEndpointTokenVersion: 2,
        },
      };
    },
  }),
  onAccount({
    name: 'GetAccountAuthorizationDetails',
    access: 'read',
    handle: async (input, view, { call, unit }) => {
      const wanted = input.Filter ?? ALL_KINDS;
      const page = pageOf(call, input, [...wanted].sort().join());
      // A position among everything there is, in one fixed order.
      const start = page.after === undefined ? 0 : Number(page.after.key);
      const all = await everything(view, wanted);
      const end = start + page.limit;
      const last = end < all.length ? { key: String(end), id: '' } : undefined;
      const details = { users: [], groups: [], roles: [], policies: [] } satisfies Details;
      await addDetails(unit, view, all.slice(start, end), details);
      return {
        UserDetailList: details.users,
        GroupDetailList: details.groups,
        RoleDetailList: details.roles,
        Policies: details.policies,
        ...page.answer(last),
      };
    },
  }),
];

const ALL_KINDS = ['User', 'Group', 'Role', 'LocalManagedPolicy', 'AWSManagedPolicy'] as const;

type Item =
  | { readonly kind: 'user'; readonly document: User }
  | { readonly kind: 'group'; readonly document: Group }
  | { readonly kind: 'role'; readonly document: Role }
  | { readonly kind: 'policy'; readonly document: ManagedPolicy };

async function everything(view: View, wanted: readonly string[]): Promise<readonly Item[]> {
  const all: Item[] = [];
  if (wanted.includes('User')) {
    for (const document of await listAll(view, users)) all.push({ kind: 'user', document });
  }
  if (wanted.includes('Group')) {
    for (const document of await listAll(view, groups)) all.push({ kind: 'group', document });
  }
  if (wanted.includes('Role')) {
    for (const document of await listAll(view, roles)) all.push({ kind: 'role', document });
  }
  if (wanted.includes('LocalManagedPolicy')) {
    for (const document of await listAll(view, policies)) all.push({ kind: 'policy', document });
  }
  if (!wanted.includes('AWSManagedPolicy')) return all;
  for (const document of awsManagedPolicies()) {
    const { attached, boundaries } = await usesOf(view, document.arn);
    if (attached + boundaries > 0) all.push({ kind: 'policy', document });
  }
  return all;
}

interface Details {
  readonly users: object[];
  readonly groups: object[];
  readonly roles: object[];
  readonly policies: object[];
}

async function addDetails(
  unit: Unit,
  view: View,
  items: readonly Item[],
  details: Details,
): Promise<void> {
  for (const { kind, document } of items) {
    if (kind === 'user') details.users.push(userDetail(document));
    else if (kind === 'group') {
      details.groups.push({
        ...shownGroup(document),
        GroupPolicyList: inlineOf(document),
        ...attachedOf(document),
      });
    } else if (kind === 'role') details.roles.push(await roleDetail(unit, view, document));
    else details.policies.push(await policyDetail(view, document));
  }
}

function inlineOf(identity: Identity) {
  return Object.entries(identity.inline).map(([PolicyName, text]) => {
    return { PolicyName, PolicyDocument: encodedDocument(text) };
  });
}

function attachedOf(identity: Identity) {
  return { AttachedManagedPolicies: identity.attached.map(shownAttached) };
}

function userDetail(user: User) {
  return {
    ...shownUser(user),
    UserPolicyList: inlineOf(user),
    GroupList: user.groups,
    ...attachedOf(user),
    ...shownBoundary(user.boundary),
    Tags: shownTags(user.tags),
  };
}

async function roleDetail(unit: Unit, view: View, role: Role) {
  const { MaxSessionDuration: _seconds, ...shown } = await shownRole(unit, role);
  const prefix = `${role.name.toLowerCase()}/`;
  const held = await view.list(instanceProfiles, { index: 'role', prefix, limit: 100 });
  const profiles = held.items.map(({ document }) => shownProfile(unit, view, document));
  return {
    ...shown,
    InstanceProfileList: await Promise.all(profiles),
    RolePolicyList: inlineOf(role),
    ...attachedOf(role),
    ...shownBoundary(role.boundary),
    Tags: shownTags(role.tags),
    ...(await shownRoleUse(view, role.id)),
  };
}

async function policyDetail(view: View, policy: ManagedPolicy) {
  return {
    ...(await shownPolicy(view, policy)),
    PolicyVersionList: policy.versions.toReversed().map((version) => ({
      ...shownVersion(policy, version),
      Document: encodedDocument(version.text),
    })),
  };
}
