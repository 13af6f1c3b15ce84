import type { Context, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { invalidParameter, noSuch } from './errors.ts';
import { TAGS_MAX } from './limits.ts';
import { shieldOperation } from './operation.ts';
import { groupKind, protectionKind } from './resources.ts';
import { protectionGroups, protections } from './state.ts';

interface GivenTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

export function tagsGiven(given: readonly GivenTag[] | undefined): Tags {
  return Object.fromEntries((given ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

function isGroup(arn: string): boolean {
  return arn.includes(':protection-group/');
}

async function on({ ResourceARN: arn }: { ResourceARN: string }, context: ResolveContext) {
  return [
    isGroup(arn)
      ? await context.resolve(groupKind, arn)
      : await context.resolve(protectionKind, arn),
  ];
}

interface Tagged {
  readonly tags: Tags;
  readonly write: (tags: Tags) => void;
}

/** Errors: ResourceNotFoundException. */
async function taggedBy(context: Context, view: View, arn: string): Promise<Tagged> {
  if (isGroup(arn)) {
    const group = (await context.resolve(groupKind, arn)).resolved.document;
    if (group === undefined) throw noSuch('referenced resource');
    const write = (tags: Tags) => view.put(protectionGroups, group.id, { ...group, tags });
    return { tags: group.tags, write };
  }
  const protection = (await context.resolve(protectionKind, arn)).resolved.document;
  if (protection?.arn !== arn) throw noSuch('referenced resource');
  const write = (tags: Tags) => view.put(protections, protection.id, { ...protection, tags });
  return { tags: protection.tags, write };
}

export const tagOperations: readonly AnyOperation[] = [
  shieldOperation({
    name: 'TagResource',
    access: 'write',
    on,
    conditions: ({ Tags: given }) => listedTagConditions(given),
    handle: async ({ ResourceARN, Tags: given }, view, context) => {
      const { tags, write } = await taggedBy(context, view, ResourceARN);
      const changed = { ...tags, ...tagsGiven(given) };
      if (Object.keys(changed).length > TAGS_MAX) {
        throw invalidParameter('Tags', `A resource has at most ${TAGS_MAX} tags.`);
      }
      write(changed);
      return {};
    },
  }),
  shieldOperation({
    name: 'UntagResource',
    access: 'write',
    on,
    conditions: ({ TagKeys }) => new Map([['aws:tagkeys', TagKeys]]),
    handle: async ({ ResourceARN, TagKeys }, view, context) => {
      const { tags, write } = await taggedBy(context, view, ResourceARN);
      write(Object.fromEntries(Object.entries(tags).filter(([key]) => !TagKeys.includes(key))));
      return {};
    },
  }),
  shieldOperation({
    name: 'ListTagsForResource',
    access: 'read',
    on,
    handle: async ({ ResourceARN }, view, context) => {
      const { tags } = await taggedBy(context, view, ResourceARN);
      return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
    },
  }),
];
