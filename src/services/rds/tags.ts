import type { RdsOperations, Tag } from '../../../models/rds/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import type { Tags } from '../../core/tags.ts';
import { clusterOf, instanceOf, onCluster, onInstance, tagConditions } from './authorization.ts';
import { isReserved, tagFault } from './domain/tag-rules.ts';
import { invalidParameter, unbuilt } from './errors.ts';
import { nounOf } from './resources.ts';
import { putOwner } from './server-job.ts';

/** The tags of a request. Errors: InvalidParameterValue. */
export function tagsOf(list: readonly Tag[] = []): Tags {
  const keys = list.map(({ Key = '' }) => Key);
  if (new Set(keys).size < keys.length) throw invalidParameter('Tag keys must be unique.');
  if (keys.some(isReserved)) {
    throw invalidParameter('Tag keys must not begin with aws: or rds:, which are reserved.');
  }
  const tags = Object.fromEntries(list.map(({ Key = '', Value = '' }) => [Key, Value]));
  requireTags(tags);
  return tags;
}

export function tagListOf(tags: Tags): readonly Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function requireTags(tags: Tags): void {
  const fault = tagFault(tags);
  if (fault !== undefined) throw invalidParameter(fault);
}

function onTagged(action: string, arn: string, context: ResolveContext, tags: readonly Tag[] = []) {
  const on = nounOf(arn) === 'cluster' ? onCluster : onInstance;
  return on(action, arn, context, tagConditions(tags));
}

function taggedOf(context: Context, arn: string) {
  const noun = nounOf(arn);
  if (noun === undefined) {
    if (!arn.startsWith('arn:')) throw invalidParameter(`Unexpected ARN: ${arn}`);
    throw unbuilt(context.call.operation, 'resources other than DB instances and DB clusters');
  }
  return noun === 'cluster' ? clusterOf(context, arn) : instanceOf(context, arn);
}

export const addTagsToResource: OperationOf<RdsOperations, 'AddTagsToResource'> = {
  name: 'AddTagsToResource',
  access: 'write',
  authorize: async ({ ResourceName, Tags }, context) => [
    await onTagged('rds:AddTagsToResource', ResourceName, context, Tags),
  ],
  handle: async (input, context) => {
    const owner = await taggedOf(context, input.ResourceName);
    const tags = { ...owner.tags, ...tagsOf(input.Tags) };
    requireTags(tags);
    putOwner(context.unit, { ...owner, tags });
    return {};
  },
};

export const removeTagsFromResource: OperationOf<RdsOperations, 'RemoveTagsFromResource'> = {
  name: 'RemoveTagsFromResource',
  access: 'write',
  authorize: async ({ ResourceName, TagKeys }, context) => [
    await onTagged(
      'rds:RemoveTagsFromResource',
      ResourceName,
      context,
      TagKeys.map((Key) => ({ Key })),
    ),
  ],
  handle: async (input, context) => {
    const owner = await taggedOf(context, input.ResourceName);
    const kept = Object.entries(owner.tags).filter(([key]) => !input.TagKeys.includes(key));
    putOwner(context.unit, { ...owner, tags: Object.fromEntries(kept) });
    return {};
  },
};

export const listTagsForResource: OperationOf<RdsOperations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: async ({ ResourceName }, context) => [
    await onTagged('rds:ListTagsForResource', ResourceName, context),
  ],
  handle: async (input, context) => {
    const owner = await taggedOf(context, input.ResourceName);
    return { TagList: tagListOf(owner.tags) };
  },
};
