import type { EcrOperations, Tag } from '../../../models/ecr/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { invalidTagParameter, tooManyTags } from './errors.ts';
import { existingRepository, onRepository } from './operation.ts';
import { referenceOf } from './resources.ts';

const TAGS_MAX = 50;

/** Errors: InvalidTagParameterException, TooManyTagsException. */
export function withTags(tags: Tags, given: readonly Tag[]): Tags {
  if (given.some(({ Key }) => Key.toLowerCase().startsWith('aws:'))) {
    throw invalidTagParameter("Tag keys can't begin with 'aws:'");
  }
  const merged = { ...tags, ...Object.fromEntries(given.map(({ Key, Value }) => [Key, Value])) };
  if (Object.keys(merged).length > TAGS_MAX) {
    throw tooManyTags(`A repository can have at most ${TAGS_MAX} tags.`);
  }
  return merged;
}

export const tagResource: OperationOf<EcrOperations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: ({ resourceArn, tags }, context) =>
    onRepository('TagResource', referenceOf(resourceArn), context, listedTagConditions(tags)),
  handle: async ({ resourceArn, tags }, context) => {
    const { repository, put } = await existingRepository(context, referenceOf(resourceArn));
    put({ tags: withTags(repository.tags, tags) });
    return {};
  },
};

export const untagResource: OperationOf<EcrOperations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: ({ resourceArn, tagKeys }, context) => {
    const conditions = new Map([['aws:tagkeys', tagKeys]]);
    return onRepository('UntagResource', referenceOf(resourceArn), context, conditions);
  },
  handle: async ({ resourceArn, tagKeys }, context) => {
    const { repository, put } = await existingRepository(context, referenceOf(resourceArn));
    const kept = Object.entries(repository.tags).filter(([key]) => !tagKeys.includes(key));
    put({ tags: Object.fromEntries(kept) });
    return {};
  },
};

export const listTagsForResource: OperationOf<EcrOperations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: ({ resourceArn }, context) =>
    onRepository('ListTagsForResource', referenceOf(resourceArn), context),
  handle: async ({ resourceArn }, context) => {
    const { repository } = await existingRepository(context, referenceOf(resourceArn));
    return { tags: Object.entries(repository.tags).map(([Key, Value]) => ({ Key, Value })) };
  },
};
