import type { Tag } from '../../../models/sns/types.ts';
import type { Context, ResolveContext } from '../../contract/operation.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { onTopic, topicOf } from './authorization.ts';
import { invalidParameter, resourceNotFound, tagLimitExceeded } from './errors.ts';
import type { SnsOperation } from './operation.ts';
import { placeOf } from './resources.ts';
import { topics } from './state.ts';

const TAGS_MAX = 50;

export function tagsOf(list: readonly Tag[]): Tags {
  const keys = list.map(({ Key }) => Key);
  if (new Set(keys).size < keys.length) throw invalidParameter('Duplicated keys are not allowed.');
  if (keys.some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw invalidParameter('Tags Reason: System tags cannot be added, updated or removed');
  }
  if (keys.length > TAGS_MAX) throw tagLimitExceeded();
  return Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]));
}

async function taggedTopic(context: Context, arn: string) {
  const { scope, name } = placeOf(arn, 1);
  if ((await context.unit.view(scope).get(topics, name)) === undefined) throw resourceNotFound();
  return topicOf(context, arn);
}

function tagging(action: string) {
  return (
    input: { readonly ResourceArn: string; readonly Tags?: readonly Tag[] },
    context: ResolveContext,
  ) => onTopic(action, input.ResourceArn, context, listedTagConditions(input.Tags));
}

export const tagResource: SnsOperation<'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: tagging('SNS:TagResource'),
  handle: async (input, context) => {
    const { topic, view } = await taggedTopic(context, input.ResourceArn);
    const tags = { ...topic.tags, ...tagsOf(input.Tags) };
    if (Object.keys(tags).length > TAGS_MAX) throw tagLimitExceeded();
    view.put(topics, topic.name, { ...topic, tags });
    return {};
  },
};

export const untagResource: SnsOperation<'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: (input, context) =>
    onTopic(
      'SNS:UntagResource',
      input.ResourceArn,
      context,
      new Map([['aws:tagkeys', input.TagKeys]]),
    ),
  handle: async (input, context) => {
    const { topic, view } = await taggedTopic(context, input.ResourceArn);
    const removed = new Set(input.TagKeys);
    const kept = Object.entries(topic.tags).filter(([key]) => !removed.has(key));
    view.put(topics, topic.name, { ...topic, tags: Object.fromEntries(kept) });
    return {};
  },
};

export const listTagsForResource: SnsOperation<'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: tagging('SNS:ListTagsForResource'),
  handle: async (input, context) => {
    const { topic } = await taggedTopic(context, input.ResourceArn);
    return { Tags: Object.entries(topic.tags).map(([Key, Value]) => ({ Key, Value })) };
  },
};
