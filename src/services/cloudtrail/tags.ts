import type { CloudtrailOperations, Tag } from '../../../models/cloudtrail/types.ts';
import type { OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import type { Tags } from '../../core/tags.ts';
import { trailOf } from './authorization.ts';
import { invalidTag, invalidTrailArn, tooManyTags, unbuilt } from './errors.ts';
import { trailKind } from './resources.ts';
import { trails } from './state.ts';

const TAGS_MAX = 50;

export function tagsOf(list: readonly Tag[]): Tags {
  const keys = list.map(({ Key }) => Key);
  if (new Set(keys).size < keys.length) throw invalidTag('Duplicate tag keys are not allowed.');
  if (keys.some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw invalidTag('Tag keys can not begin with aws:.');
  }
  return Object.fromEntries(list.map(({ Key, Value = '' }) => [Key, Value]));
}

export function requireTags(tags: Tags): void {
  if (Object.keys(tags).length > TAGS_MAX) throw tooManyTags(TAGS_MAX);
}

function requireTrailArn(arn: string): void {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'cloudtrail') throw invalidTrailArn(arn);
  if (!parsed.resource.startsWith('trail/')) {
    throw unbuilt('tags', 'resources other than trails, which are not built');
  }
}

function onEach(action: string, arns: readonly string[], context: ResolveContext) {
  return Promise.all(
    arns.map(
      async (arn): Promise<Permission> => ({
        action,
        resource: await context.resolve(trailKind, arn),
      }),
    ),
  );
}

export const addTags: OperationOf<CloudtrailOperations, 'AddTags'> = {
  name: 'AddTags',
  access: 'write',
  authorize: async (input, context) => onEach('cloudtrail:AddTags', [input.ResourceId], context),
  handle: async (input, context) => {
    requireTrailArn(input.ResourceId);
    const { trail, resource } = await trailOf(context, input.ResourceId);
    const tags = { ...trail.tags, ...tagsOf(input.TagsList) };
    requireTags(tags);
    context.viewOf(resource).put(trails, trail.id, { ...trail, tags });
    return {};
  },
};

export const removeTags: OperationOf<CloudtrailOperations, 'RemoveTags'> = {
  name: 'RemoveTags',
  access: 'write',
  authorize: async (input, context) => onEach('cloudtrail:RemoveTags', [input.ResourceId], context),
  handle: async (input, context) => {
    requireTrailArn(input.ResourceId);
    const { trail, resource } = await trailOf(context, input.ResourceId);
    const removed = new Set(input.TagsList.map(({ Key }) => Key));
    const kept = Object.entries(trail.tags).filter(([key]) => !removed.has(key));
    const tags = Object.fromEntries(kept);
    context.viewOf(resource).put(trails, trail.id, { ...trail, tags });
    return {};
  },
};

export const listTags: OperationOf<CloudtrailOperations, 'ListTags'> = {
  name: 'ListTags',
  access: 'read',
  authorize: async (input, context) => onEach('cloudtrail:ListTags', input.ResourceIdList, context),
  handle: async (input, context) => {
    const ResourceTagList = [];
    for (const arn of input.ResourceIdList) {
      requireTrailArn(arn);
      const { trail } = await trailOf(context, arn);
      const TagsList = Object.entries(trail.tags).map(([Key, Value]) => ({ Key, Value }));
      ResourceTagList.push({ ResourceId: arn, TagsList });
    }
    return { ResourceTagList };
  },
};
