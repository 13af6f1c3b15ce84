import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { onQueue, queueOf } from './authorization.ts';
import { invalidParameter } from './errors.ts';
import { queues } from './state.ts';

const TAGS_MAX = 50;
const KEY_CHARACTERS_MAX = 128;
const VALUE_CHARACTERS_MAX = 256;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export function requireTags(tags: Tags): void {
  const list = Object.entries(tags);
  if (list.length > TAGS_MAX) {
    throw invalidParameter(`Too many tags added. Maximum number of tags: ${TAGS_MAX}.`);
  }
  for (const [key, value] of list) {
    const isFit =
      key.length > 0 && key.length <= KEY_CHARACTERS_MAX && value.length <= VALUE_CHARACTERS_MAX;
    if (!isFit || !ALLOWED.test(key) || !ALLOWED.test(value) || /^aws:/i.test(key)) {
      throw invalidParameter('Tag keys and values are not valid.');
    }
  }
}

export const tagQueue: OperationOf<SqsOperations, 'TagQueue'> = {
  name: 'TagQueue',
  access: 'write',
  authorize: async (input, context) => {
    const permissions = await onQueue('sqs:tagqueue')(input, context);
    return permissions.map((one) => ({ ...one, conditions: tagConditions(input.Tags) }));
  },
  handle: async (input, context) => {
    const { queue, view } = await queueOf(context, input.QueueUrl);
    const tags = { ...queue.tags, ...input.Tags };
    requireTags(tags);
    view.put(queues, queue.name, { ...queue, tags });
    return {};
  },
};

export const untagQueue: OperationOf<SqsOperations, 'UntagQueue'> = {
  name: 'UntagQueue',
  access: 'write',
  authorize: async (input, context) => {
    const permissions = await onQueue('sqs:untagqueue')(input, context);
    const conditions = new Map([['aws:tagkeys', input.TagKeys]]);
    return permissions.map((one) => ({ ...one, conditions }));
  },
  handle: async (input, context) => {
    const { queue, view } = await queueOf(context, input.QueueUrl);
    const removed = new Set(input.TagKeys);
    const kept = Object.entries(queue.tags).filter(([key]) => !removed.has(key));
    view.put(queues, queue.name, { ...queue, tags: Object.fromEntries(kept) });
    return {};
  },
};

export const listQueueTags: OperationOf<SqsOperations, 'ListQueueTags'> = {
  name: 'ListQueueTags',
  access: 'read',
  authorize: onQueue('sqs:listqueuetags'),
  handle: async (input, context) => {
    const { queue } = await queueOf(context, input.QueueUrl);
    return Object.keys(queue.tags).length === 0 ? {} : { Tags: queue.tags };
  },
};
