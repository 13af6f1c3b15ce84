import type { AnyOperation } from '../../contract/service.ts';
import type { Context, ResolveContext } from '../../contract/operation.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { resourceNotFound, tooManyTags } from './errors.ts';
import { configOperation } from './operation.ts';
import { pageOfList } from './pages.ts';
import { putRecorder } from './recorder-state.ts';
import { taggedKind } from './resources.ts';
import { rules } from './state.ts';

const TAGS_MAX = 50;
const PAGE = 50;

interface GivenTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

export function tagsGiven(given: readonly GivenTag[] | undefined): Tags {
  return Object.fromEntries((given ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

function on({ ResourceArn }: { ResourceArn: string }, context: ResolveContext) {
  return context.resolve(taggedKind, ResourceArn);
}

interface Held {
  readonly tags: Tags;
  readonly write: (tags: Tags) => void;
}

/** The tags of what an ARN names. Errors: ResourceNotFoundException. */
async function taggedBy(context: Context, arn: string): Promise<Held> {
  const { unit, call, view } = context;
  const { document: tagged } = (await context.resolve(taggedKind, arn)).resolved;
  switch (tagged?.kind) {
    case 'recorder': {
      const recorder = tagged.document;
      const write = (tags: Tags) => putRecorder(unit, call.scope.account, { ...recorder, tags });
      return { tags: recorder.tags, write };
    }
    case 'rule': {
      const rule = tagged.document;
      return { tags: rule.tags, write: (tags) => view.put(rules, rule.name, { ...rule, tags }) };
    }
    case undefined:
      throw resourceNotFound(`ResourceArn '${arn}' does not exist.`);
  }
}

export const tagOperations: readonly AnyOperation[] = [
  configOperation({
    name: 'TagResource',
    access: 'write',
    on,
    conditions: ({ Tags: given }) => listedTagConditions(given),
    handle: async ({ ResourceArn, Tags: given }, context) => {
      const { tags, write } = await taggedBy(context, ResourceArn);
      const changed = { ...tags, ...tagsGiven(given) };
      if (Object.keys(changed).length > TAGS_MAX) throw tooManyTags(ResourceArn);
      write(changed);
      return {};
    },
  }),
  configOperation({
    name: 'UntagResource',
    access: 'write',
    on,
    conditions: ({ TagKeys }) => new Map([['aws:tagkeys', TagKeys]]),
    handle: async ({ ResourceArn, TagKeys }, context) => {
      const { tags, write } = await taggedBy(context, ResourceArn);
      write(Object.fromEntries(Object.entries(tags).filter(([key]) => !TagKeys.includes(key))));
      return {};
    },
  }),
  configOperation({
    name: 'ListTagsForResource',
    access: 'read',
    on,
    handle: async ({ ResourceArn, Limit, NextToken }, context) => {
      const { tags } = await taggedBy(context, ResourceArn);
      const all = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
      const asked = { token: NextToken, limit: Limit, usual: PAGE, about: ResourceArn };
      const { items, next } = pageOfList(context.call, all, asked);
      return { Tags: items, ...(next === undefined ? {} : { NextToken: next }) };
    },
  }),
];
