import type { Tag } from '../../../models/cloudfront/types.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { invalidArgument } from './errors.ts';
import { type CloudFrontOperation, distributionOf, onDistribution } from './operation.ts';
import { distributionIdOf } from './resources.ts';
import { distributions } from './state.ts';

const TAGS_MAX = 50;

/** The tags of a request, with those that are there. Errors: InvalidArgument. */
export function tagsOf(list: readonly Tag[], present: Tags = {}): Tags {
  if (list.some(({ Key }) => /^aws:/i.test(Key))) {
    throw invalidArgument('Tag keys must not begin with aws:, which is reserved.');
  }
  const tags = {
    ...present,
    ...Object.fromEntries(list.map(({ Key, Value = '' }) => [Key, Value])),
  };
  if (Object.keys(tags).length > TAGS_MAX) {
    throw invalidArgument(`A resource can have at most ${TAGS_MAX} tags.`);
  }
  return tags;
}

export const tagResource: CloudFrontOperation<'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: async ({ Resource, Tags: { Items = [] } }, context) => [
    await onDistribution(
      'TagResource',
      distributionIdOf(Resource),
      context,
      listedTagConditions(Items),
    ),
  ],
  handle: async ({ Resource, Tags: { Items = [] } }, context) => {
    const { document, view } = await distributionOf(context, distributionIdOf(Resource));
    view.put(distributions, document.id, { ...document, tags: tagsOf(Items, document.tags) });
    return {};
  },
};

export const untagResource: CloudFrontOperation<'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: async ({ Resource, TagKeys: { Items = [] } }, context) => {
    const conditions = listedTagConditions([], Items);
    return [await onDistribution('UntagResource', distributionIdOf(Resource), context, conditions)];
  },
  handle: async ({ Resource, TagKeys: { Items = [] } }, context) => {
    const { document, view } = await distributionOf(context, distributionIdOf(Resource));
    const kept = Object.entries(document.tags).filter(([key]) => !Items.includes(key));
    view.put(distributions, document.id, { ...document, tags: Object.fromEntries(kept) });
    return {};
  },
};

export const listTagsForResource: CloudFrontOperation<'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: async ({ Resource }, context) => [
    await onDistribution('ListTagsForResource', distributionIdOf(Resource), context),
  ],
  handle: async ({ Resource }, context) => {
    const { document } = await distributionOf(context, distributionIdOf(Resource));
    const Items = Object.entries(document.tags).map(([Key, Value]) => ({ Key, Value }));
    return { Tags: { Items } };
  },
};
