import { listedTagConditions } from '../../core/tags.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { uniqueId } from '../../core/ids.ts';
import { awsManagedPolicies, isAwsManaged } from './aws-managed.ts';
import { entitiesOf, usesOf } from './policy-uses.ts';
import { checkDocument, encodedDocument } from './documents.ts';
import {
  deleteConflict,
  invalidInput,
  limitExceeded,
  noSuchPolicy,
  noSuchVersion,
  policyExists,
  quotaExceeded,
} from './errors.ts';
import { MANAGED_POLICY_CHARACTERS, POLICIES_PER_ACCOUNT, VERSIONS_PER_POLICY } from './limits.ts';
import { countUpTo, listWanted } from './listing.ts';
import { onAccount, onResource, type Target } from './operation.ts';
import { pageOf, pageOfList } from './pages.ts';
import { identityArn, policyKind } from './resources.ts';
import { type ManagedPolicy, policies, type PolicyVersion } from './state.ts';
import { shownTags, withoutTags, withTags } from './tags.ts';

const ofPolicy = {
  kind: policyKind,
  of: (input: { readonly PolicyArn: string }) => input.PolicyArn,
};

export async function shownPolicy(view: View, policy: ManagedPolicy) {
  const uses = await usesOf(view, policy.arn);
  return {
    PolicyName: policy.name,
    ...(policy.id === '' ? {} : { PolicyId: policy.id }),
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion,
    AttachmentCount: uses.attached,
    PermissionsBoundaryUsageCount: uses.boundaries,
    IsAttachable: policy.attachable ?? true,
    CreateDate: new Date(policy.created),
    UpdateDate: new Date(policy.updated),
  };
}

async function shownWhole(view: View, policy: ManagedPolicy) {
  return {
    ...(await shownPolicy(view, policy)),
    ...(policy.description === undefined ? {} : { Description: policy.description }),
    Tags: shownTags(policy.tags),
  };
}

export function shownVersion(policy: ManagedPolicy, version: PolicyVersion) {
  return {
    VersionId: version.id,
    IsDefaultVersion: version.id === policy.defaultVersion,
    CreateDate: new Date(version.created),
  };
}

function versionOf(policy: ManagedPolicy, id: string): PolicyVersion {
  const version = policy.versions.find((one) => one.id === id);
  if (version === undefined) throw noSuchVersion(policy.arn, id);
  return version;
}

/** AWS's own policies belong to nobody's account. */
function assertCustomers({ document }: Target<ManagedPolicy>): void {
  if (isAwsManaged(document.arn)) throw noSuchPolicy(document.arn);
}

export const policyOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'CreatePolicy',
    access: 'write',
    arn: (input, account) => identityArn(account, 'policy', input.Path ?? '/', input.PolicyName),
    conditions: ({ Tags }) => listedTagConditions(Tags),
    handle: async (input, view, context) => {
      const { PolicyName: name, Path: path = '/', PolicyDocument: text } = input;
      const arn = identityArn(context.call.scope.account, 'policy', path, name);
      checkDocument(text, 'identity', MANAGED_POLICY_CHARACTERS);
      // Names are unique whatever their path, and their case.
      const key = name.toLowerCase();
      const same = await view.list(policies, { index: 'name', prefix: key, limit: 1 });
      if (same.items[0]?.key === key) throw policyExists(name);
      if ((await countUpTo(view, policies, POLICIES_PER_ACCOUNT)) >= POLICIES_PER_ACCOUNT) {
        throw quotaExceeded('PoliciesPerAccount', POLICIES_PER_ACCOUNT);
      }
      const { now } = context.call;
      const policy: ManagedPolicy = {
        name,
        id: await context.once(() => uniqueId('ANPA', 17)),
        path,
        arn,
        created: now,
        updated: now,
        versions: [{ id: 'v1', text, created: now }],
        defaultVersion: 'v1',
        nextVersion: 2,
        tags: withTags({}, input.Tags),
        ...(input.Description === undefined ? {} : { description: input.Description }),
      };
      view.put(policies, arn, policy);
      return { Policy: await shownPolicy(view, policy) };
    },
  }),
  onResource({
    name: 'GetPolicy',
    access: 'read',
    ...ofPolicy,
    handle: async (_input, { document, view }) => ({ Policy: await shownWhole(view, document) }),
  }),
  onAccount({
    name: 'ListPolicies',
    access: 'read',
    handle: async (input, view, { call }) => {
      const { PathPrefix: prefix = '/', Scope: scope = 'All', OnlyAttached: attached } = input;
      const page = pageOf(call, input, `${scope}${prefix}${attached === true}`);
      const own = scope !== 'AWS';
      const listed = own
        ? await listWanted(view, policies, page, (policy) => policy.path.startsWith(prefix))
        : { items: [], answer: page.answer(undefined) };
      const isLast = !listed.answer.IsTruncated;
      const published = scope !== 'Local' && isLast ? awsManagedPolicies() : [];
      const all = [...listed.items, ...published.filter(({ path }) => path.startsWith(prefix))];
      const shown = await Promise.all(all.map((policy) => shownPolicy(view, policy)));
      const Policies = shown.filter(
        ({ AttachmentCount, PermissionsBoundaryUsageCount: boundaries }) =>
          (attached !== true || AttachmentCount > 0) &&
          (input.PolicyUsageFilter !== 'PermissionsBoundary' || boundaries > 0) &&
          (input.PolicyUsageFilter !== 'PermissionsPolicy' || AttachmentCount > 0),
      );
      return { Policies, ...listed.answer };
    },
  }),
  onResource({
    name: 'DeletePolicy',
    access: 'write',
    ...ofPolicy,
    handle: async (_input, target) => {
      assertCustomers(target);
      const { document, id, view } = target;
      const uses = await usesOf(view, document.arn);
      if (uses.attached + uses.boundaries > 0) {
        throw deleteConflict('Cannot delete a policy attached to entities.');
      }
      if (document.versions.length > 1) {
        throw deleteConflict(
          'This policy has more than one version. Before you delete a policy, you must delete ' +
            "the policy's versions. The default version is deleted with the policy.",
        );
      }
      view.delete(policies, id);
      return {};
    },
  }),
  onResource({
    name: 'CreatePolicyVersion',
    access: 'write',
    ...ofPolicy,
    handle: async (input, target, { call }) => {
      assertCustomers(target);
      const { document, id, view } = target;
      checkDocument(input.PolicyDocument, 'identity', MANAGED_POLICY_CHARACTERS);
      if (document.versions.length >= VERSIONS_PER_POLICY) {
        throw limitExceeded(
          `A managed policy can have up to ${VERSIONS_PER_POLICY} versions. Before you create a ` +
            'new version, you must delete an existing version.',
        );
      }
      const text = input.PolicyDocument;
      const version = { id: `v${document.nextVersion}`, text, created: call.now };
      const changed: ManagedPolicy = {
        ...document,
        updated: call.now,
        versions: [...document.versions, version],
        nextVersion: document.nextVersion + 1,
        defaultVersion: input.SetAsDefault === true ? version.id : document.defaultVersion,
      };
      view.put(policies, id, changed);
      return { PolicyVersion: shownVersion(changed, version) };
    },
  }),
  onResource({
    name: 'GetPolicyVersion',
    access: 'read',
    ...ofPolicy,
    handle: async ({ VersionId }, { document }) => {
      const version = versionOf(document, VersionId);
      const Document = encodedDocument(version.text);
      return { PolicyVersion: { Document, ...shownVersion(document, version) } };
    },
  }),
  onResource({
    name: 'ListPolicyVersions',
    access: 'read',
    ...ofPolicy,
    handle: async (input, { document }, { call }) => {
      const newestFirst = document.versions.toReversed();
      const page = pageOfList(newestFirst, pageOf(call, input, document.arn));
      const Versions = page.items.map((version) => shownVersion(document, version));
      return { Versions, ...page.answer };
    },
  }),
  onResource({
    name: 'SetDefaultPolicyVersion',
    access: 'write',
    ...ofPolicy,
    handle: async ({ VersionId }, target, { call }) => {
      assertCustomers(target);
      const { document, id, view } = target;
      const version = versionOf(document, VersionId);
      view.put(policies, id, { ...document, defaultVersion: version.id, updated: call.now });
      return {};
    },
  }),
  onResource({
    name: 'DeletePolicyVersion',
    access: 'write',
    ...ofPolicy,
    handle: async ({ VersionId }, target, { call }) => {
      assertCustomers(target);
      const { document, id, view } = target;
      const version = versionOf(document, VersionId);
      if (version.id === document.defaultVersion) {
        throw deleteConflict('Cannot delete the default version of a policy.');
      }
      const versions = document.versions.filter((one) => one.id !== version.id);
      view.put(policies, id, { ...document, versions, updated: call.now });
      return {};
    },
  }),
  onResource({
    name: 'ListEntitiesForPolicy',
    access: 'read',
    ...ofPolicy,
    handle: async (input, { document, view }, { call }) => {
      if (input.Marker !== undefined) throw invalidInput('Invalid Marker.');
      const entities = await entitiesOf(view, document.arn, input);
      return { ...entities, ...pageOf(call, input).answer(undefined) };
    },
  }),
  onResource({
    name: 'TagPolicy',
    access: 'write',
    ...ofPolicy,
    conditions: ({ Tags }) => listedTagConditions(Tags),
    handle: async ({ Tags }, target) => {
      assertCustomers(target);
      const { document, id, view } = target;
      view.put(policies, id, { ...document, tags: withTags(document.tags, Tags) });
      return {};
    },
  }),
  onResource({
    name: 'UntagPolicy',
    access: 'write',
    ...ofPolicy,
    conditions: ({ TagKeys }) => new Map([['aws:tagkeys', TagKeys]]),
    handle: async ({ TagKeys }, target) => {
      assertCustomers(target);
      const { document, id, view } = target;
      view.put(policies, id, { ...document, tags: withoutTags(document.tags, TagKeys) });
      return {};
    },
  }),
  onResource({
    name: 'ListPolicyTags',
    access: 'read',
    ...ofPolicy,
    handle: async (input, { document }, { call }) => {
      const page = pageOfList(shownTags(document.tags), pageOf(call, input, document.arn));
      return { Tags: page.items, ...page.answer };
    },
  }),
];
