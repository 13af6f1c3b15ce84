import type { EventsOperations, Tag } from '../../../models/events/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { found } from './authorization.ts';
import { invalidParameter, validation } from './errors.ts';
import {
  busArn,
  busPlace,
  DEFAULT_BUS,
  existingBusKind,
  ruleKind,
  type RuleReference,
} from './resources.ts';
import { buses } from './state.ts';
import { changeRule } from './rule-changes.ts';

const TAGS_MAX = 50;

export function tagsOf(given: readonly Tag[] | undefined): Tags {
  return Object.fromEntries((given ?? []).map(({ Key, Value }) => [Key, Value]));
}

export function withTags(held: Tags, given: Tags): Tags {
  if (Object.keys(given).some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw validation("Tag keys can't start with 'aws:', which is reserved for AWS use.");
  }
  const all = { ...held, ...given };
  if (Object.keys(all).length > TAGS_MAX) {
    throw validation(`A resource can't have more than ${TAGS_MAX} tags.`);
  }
  return all;
}

type Tagged =
  | { readonly kind: 'bus'; readonly name: string }
  | { readonly kind: 'rule'; readonly reference: RuleReference };

function taggedBy(text: string): Tagged {
  const arn = parseArn(text);
  if (arn?.service === 'events') {
    const [type, ...names] = arn.resource.split('/');
    const name = names.pop() ?? '';
    if (type === 'event-bus') return { kind: 'bus', name: [...names, name].join('/') };
    const bus = busArn(arn, names.length === 0 ? DEFAULT_BUS : names.join('/'));
    if (type === 'rule') return { kind: 'rule', reference: { name, bus } };
  }
  throw invalidParameter('ResourceARN', 'Provided Arn is not in correct format.');
}

async function permitted(
  action: string,
  arn: string,
  context: ResolveContext,
  conditions: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<readonly Permission[]> {
  const tagged = taggedBy(arn);
  const resource =
    tagged.kind === 'bus'
      ? await context.resolve(existingBusKind, arn)
      : await context.resolve(ruleKind, tagged.reference);
  return [{ action, resource, conditions }];
}

async function tagsAt(context: Context, arn: string): Promise<Tags> {
  const tagged = taggedBy(arn);
  if (tagged.kind === 'bus') return (await found(context, existingBusKind, arn)).document.tags;
  return (await found(context, ruleKind, tagged.reference)).document.tags;
}

async function change(context: Context, arn: string, to: (tags: Tags) => Tags): Promise<void> {
  const tagged = taggedBy(arn);
  if (tagged.kind === 'rule') {
    const { document, view } = await found(context, ruleKind, tagged.reference);
    await changeRule(context, view, document, { ...document, tags: to(document.tags) });
    return;
  }
  const { document, view } = await found(context, existingBusKind, arn);
  const { name } = busPlace(arn, context.call.scope);
  view.put(buses, name, { ...document, tags: to(document.tags) });
}

export const tagResource: OperationOf<EventsOperations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: ({ ResourceARN, Tags: given }, context) =>
    permitted('events:TagResource', ResourceARN, context, tagConditions(tagsOf(given))),
  handle: async (input, context) => {
    await change(context, input.ResourceARN, (tags) => withTags(tags, tagsOf(input.Tags)));
    return {};
  },
};

export const untagResource: OperationOf<EventsOperations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: ({ ResourceARN, TagKeys }, context) =>
    permitted('events:UntagResource', ResourceARN, context, tagConditions({}, TagKeys)),
  handle: async (input, context) => {
    const removed = new Set(input.TagKeys);
    await change(context, input.ResourceARN, (tags) =>
      Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.has(key))),
    );
    return {};
  },
};

export const listTagsForResource: OperationOf<EventsOperations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: ({ ResourceARN }, context) =>
    permitted('events:ListTagsForResource', ResourceARN, context),
  handle: async (input, context) => {
    const tags = await tagsAt(context, input.ResourceARN);
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  },
};
