import type { Tag } from '../../../models/elbv2/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { Tags } from '../../core/tags.ts';
import { type ElbOperation, found, nounOf, onTagged } from './authorization.ts';
import { tooMany, validationError } from './errors.ts';
import { listenerKind, loadBalancerKind, ruleKind, targetGroupKind } from './resources.ts';
import { listenerKey, listeners, loadBalancers, targetGroups } from './state.ts';

const TAGS_MAX = 50;

/** The tags of a request. Errors: DuplicateTagKeys, TooManyTags, ValidationError. */
export function tagsOf(list: readonly Tag[] = [], present: Tags = {}): Tags {
  const keys = list.map(({ Key }) => Key);
  if (new Set(keys).size < keys.length) {
    throw tooMany('DuplicateTagKeys', 'Tag keys must be unique');
  }
  if (keys.some((key) => /^aws:/i.test(key))) {
    throw validationError("Tag keys cannot begin with 'aws:'");
  }
  const tags = {
    ...present,
    ...Object.fromEntries(list.map(({ Key, Value = '' }) => [Key, Value])),
  };
  if (Object.keys(tags).length > TAGS_MAX) {
    throw tooMany('TooManyTags', `Tags cannot be more than '${TAGS_MAX}'`);
  }
  return tags;
}

/** Changes the tags of whatever an authorized ARN names. Errors: that it isn't there. */
async function retag(context: Context, arn: string, change: (tags: Tags) => Tags): Promise<Tags> {
  switch (nounOf(arn)) {
    case 'loadbalancer': {
      const { document, view } = await found(context, loadBalancerKind, arn);
      const tags = change(document.tags);
      if (tags !== document.tags) view.put(loadBalancers, document.name, { ...document, tags });
      return tags;
    }
    case 'targetgroup': {
      const { document, view } = await found(context, targetGroupKind, arn);
      const tags = change(document.tags);
      if (tags !== document.tags) view.put(targetGroups, document.name, { ...document, tags });
      return tags;
    }
    case 'listener': {
      const { document, view } = await found(context, listenerKind, arn);
      const tags = change(document.tags);
      const key = listenerKey(document.loadBalancerName, document.port);
      if (tags !== document.tags) view.put(listeners, key, { ...document, tags });
      return tags;
    }
    case 'listener-rule':
      return retagRule(context, arn, change);
  }
}

async function retagRule(
  context: Context,
  arn: string,
  change: (tags: Tags) => Tags,
): Promise<Tags> {
  const { document, view } = await found(context, ruleKind, arn);
  const { listener } = document;
  const tags = change(document.tags);
  if (tags === document.tags) return tags;
  if (document.rule === undefined) throw validationError('A default rule cannot have tags');
  const rules = listener.rules.map((rule) => (rule.arn === arn ? { ...rule, tags } : rule));
  view.put(listeners, listenerKey(listener.loadBalancerName, listener.port), {
    ...listener,
    rules,
  });
  return tags;
}

export const addTags: ElbOperation<'AddTags'> = {
  name: 'AddTags',
  access: 'write',
  authorize: ({ ResourceArns, Tags }, context) =>
    Promise.all(ResourceArns.map((arn) => onTagged('AddTags', arn, context, Tags))),
  handle: async ({ ResourceArns, Tags }, context) => {
    for (const arn of ResourceArns) await retag(context, arn, (present) => tagsOf(Tags, present));
    return {};
  },
};

export const removeTags: ElbOperation<'RemoveTags'> = {
  name: 'RemoveTags',
  access: 'write',
  authorize: ({ ResourceArns, TagKeys }, context) => {
    const tags = TagKeys.map((Key) => ({ Key }));
    return Promise.all(ResourceArns.map((arn) => onTagged('RemoveTags', arn, context, tags)));
  },
  handle: async ({ ResourceArns, TagKeys }, context) => {
    const gone = new Set(TagKeys);
    for (const arn of ResourceArns) {
      await retag(context, arn, (present) =>
        Object.fromEntries(Object.entries(present).filter(([key]) => !gone.has(key))),
      );
    }
    return {};
  },
};

export const describeTags: ElbOperation<'DescribeTags'> = {
  name: 'DescribeTags',
  access: 'read',
  authorize: ({ ResourceArns }, context) =>
    Promise.all(ResourceArns.map((arn) => onTagged('DescribeTags', arn, context))),
  handle: async ({ ResourceArns }, context) => {
    const TagDescriptions = [];
    for (const ResourceArn of ResourceArns) {
      const tags = await retag(context, ResourceArn, (present) => present);
      const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
      TagDescriptions.push({ ResourceArn, Tags });
    }
    return { TagDescriptions };
  },
};
