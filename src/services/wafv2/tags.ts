import type { Wafv2Operations } from '../../../models/wafv2/types.ts';
import type {
  AuthorizedResource,
  Context,
  OperationOf,
  ResolveContext,
} from '../../contract/operation.ts';
import { itemKey, parseItemArn } from './arns.ts';
import { invalidArn } from './errors.ts';
import { itemTarget } from './items.ts';
import { pageOf, pageOfList } from './pages.ts';
import {
  ipSetKind,
  type ItemKind,
  regexPatternSetKind,
  ruleGroupKind,
  webAclKind,
} from './resources.ts';
import type { ItemDocument } from './state.ts';
import { tagsOf } from './tag-rules.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';

/** What is done with an item of any kind. */
interface Taggable {
  resolve(context: ResolveContext, arn: string): Promise<AuthorizedResource>;
  /** Changes its tags. */
  change(context: Context, arn: string, change: (tags: Tags) => Tags): Promise<void>;
  tags(context: Context, arn: string): Promise<Tags>;
}

function taggable<T extends ItemDocument>(kind: ItemKind<T>): Taggable {
  return {
    resolve: (context, arn) => context.resolve(kind.resource, arn),
    change: async (context, arn, change) => {
      const { document, view } = await itemTarget(context, kind, arn);
      const tags = change(document.tags);
      view.put(kind.collection, itemKey(document), { ...document, tags });
    },
    tags: async (context, arn) => (await itemTarget(context, kind, arn)).document.tags,
  };
}

const TAGGABLE: ReadonlyMap<string, Taggable> = new Map([
  ['webacl', taggable(webAclKind)],
  ['rulegroup', taggable(ruleGroupKind)],
  ['ipset', taggable(ipSetKind)],
  ['regexpatternset', taggable(regexPatternSetKind)],
]);

/** Errors: WAFInvalidParameterException for what is no ARN of an item. */
function taggableOf(arn: string): Taggable {
  const found = TAGGABLE.get(parseItemArn(arn)?.type ?? '');
  if (found === undefined) throw invalidArn(arn);
  return found;
}

export const tagResource: OperationOf<Wafv2Operations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: async ({ ResourceARN, Tags: given }, context) => [
    {
      action: 'wafv2:TagResource',
      resource: await taggableOf(ResourceARN).resolve(context, ResourceARN),
      conditions: listedTagConditions(given),
    },
  ],
  handle: async ({ ResourceARN, Tags: given }, context) => {
    const change = (tags: Tags) => tagsOf(given, tags);
    await taggableOf(ResourceARN).change(context, ResourceARN, change);
    return {};
  },
};

export const untagResource: OperationOf<Wafv2Operations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: async ({ ResourceARN, TagKeys }, context) => [
    {
      action: 'wafv2:UntagResource',
      resource: await taggableOf(ResourceARN).resolve(context, ResourceARN),
      conditions: new Map([['aws:tagkeys', TagKeys]]),
    },
  ],
  handle: async ({ ResourceARN, TagKeys }, context) => {
    const removed = new Set(TagKeys);
    const change = (tags: Tags) =>
      Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.has(key)));
    await taggableOf(ResourceARN).change(context, ResourceARN, change);
    return {};
  },
};

const PER_PAGE = 100;

export const listTagsForResource: OperationOf<Wafv2Operations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: async ({ ResourceARN }, context) => [
    {
      action: 'wafv2:ListTagsForResource',
      resource: await taggableOf(ResourceARN).resolve(context, ResourceARN),
    },
  ],
  handle: async (input, context) => {
    const { ResourceARN } = input;
    const page = pageOf(context.call, input, PER_PAGE, ResourceARN);
    const all = Object.entries(await taggableOf(ResourceARN).tags(context, ResourceARN));
    const { items, last } = pageOfList(all, page);
    const TagList = items.map(([Key, Value]) => ({ Key, Value }));
    return { TagInfoForResource: { ResourceARN, TagList }, ...page.answer(last) };
  },
};
