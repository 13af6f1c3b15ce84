import type { Tag } from '../../../models/organizations/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { constraintViolation, invalidInput } from './errors.ts';
import { TAGS_MAX } from './limits.ts';
import { found, onOrganization } from './operation.ts';
import { pageOf, pageOfList } from './pages.ts';
import { type Taggable, taggableKind } from './resources.ts';
import { delegationPolicies, entities, ONLY, policies } from './state.ts';

/** Lays tags over others. Errors: InvalidInputException for reserved and repeated keys; too many are a violation. */
export function withTags(tags: Tags, given: readonly Tag[] | undefined): Tags {
  if (given === undefined || given.length === 0) return tags;
  const keys = given.map(({ Key }) => Key);
  assertNotReserved(keys);
  if (new Set(keys).size !== keys.length) {
    throw invalidInput('DUPLICATE_TAG_KEY', 'Tag keys must be unique among the tags.');
  }
  const merged = { ...tags, ...Object.fromEntries(given.map(({ Key, Value }) => [Key, Value])) };
  if (Object.keys(merged).length > TAGS_MAX) {
    throw constraintViolation(
      'MAX_TAG_LIMIT_EXCEEDED',
      'You have exceeded the number of tags allowed on this resource.',
    );
  }
  return merged;
}

function assertNotReserved(keys: readonly string[]): void {
  if (!keys.some((key) => key.toLowerCase().startsWith('aws:'))) return;
  throw invalidInput(
    'INVALID_SYSTEM_TAGS_PARAMETER',
    "You specified a tag key that is a system tag. You can't add, edit, or delete system tag keys " +
      'because they are reserved for AWS use.',
  );
}

function putTagged(view: View, taggable: Taggable, tags: Tags): void {
  switch (taggable.is) {
    case 'entity':
      view.put(entities, taggable.document.id, { ...taggable.document, tags });
      return;
    case 'policy':
      assertOwn(taggable.document);
      view.put(policies, taggable.document.id, { ...taggable.document, tags });
      return;
    case 'delegation':
      view.put(delegationPolicies, ONLY, { ...taggable.document, tags });
      return;
  }
}

/** AWS's own policies can't be changed. */
export function assertOwn(policy: { readonly awsManaged: boolean }): void {
  if (!policy.awsManaged) return;
  throw invalidInput(
    'IMMUTABLE_POLICY',
    "You specified a policy that is managed by AWS and can't be modified.",
  );
}

export const tagOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'TagResource',
    access: 'write',
    on: async ({ ResourceId }, context) => [await context.resolve(taggableKind, ResourceId)],
    keys: ({ Tags }) => listedTagConditions(Tags),
    handle: async ({ ResourceId, Tags }, { view }, context) => {
      const taggable = await found(context, taggableKind, ResourceId);
      putTagged(view, taggable, withTags(taggable.document.tags, Tags));
      return {};
    },
  }),
  onOrganization({
    name: 'UntagResource',
    access: 'write',
    on: async ({ ResourceId }, context) => [await context.resolve(taggableKind, ResourceId)],
    keys: ({ TagKeys }) => new Map([['aws:tagkeys', TagKeys]]),
    handle: async ({ ResourceId, TagKeys }, { view }, context) => {
      const taggable = await found(context, taggableKind, ResourceId);
      assertNotReserved(TagKeys);
      const kept = Object.entries(taggable.document.tags).filter(([key]) => !TagKeys.includes(key));
      putTagged(view, taggable, Object.fromEntries(kept));
      return {};
    },
  }),
  onOrganization({
    name: 'ListTagsForResource',
    access: 'read',
    on: async ({ ResourceId }, context) => [await context.resolve(taggableKind, ResourceId)],
    handle: async (input, _seat, context) => {
      const { document } = await found(context, taggableKind, input.ResourceId);
      const page = pageOf(context.call, input, input.ResourceId);
      const { items, answer } = pageOfList(Object.entries(document.tags), page);
      return { Tags: items.map(([Key, Value]) => ({ Key, Value })), ...answer };
    },
  }),
];
