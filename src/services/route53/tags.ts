import { listedTagConditions } from '../../core/tags.ts';
import { onZone, type Route53Operation, zoneOf } from './authorization.ts';
import { invalidInput, unbuilt } from './errors.ts';
import { type ZoneDocument, zones } from './state.ts';

const TAGS_MAX = 50;

function assertZone(operation: string, type: string): void {
  if (type !== 'hostedzone') throw unbuilt(operation, 'health checks');
}

export const changeTagsForResource: Route53Operation<'ChangeTagsForResource'> = {
  name: 'ChangeTagsForResource',
  access: 'write',
  authorize: ({ ResourceId, AddTags, RemoveTagKeys }, context) =>
    onZone(
      'ChangeTagsForResource',
      ResourceId,
      context,
      listedTagConditions(AddTags, RemoveTagKeys),
    ),
  handle: async ({ ResourceType, ResourceId, AddTags = [], RemoveTagKeys = [] }, context) => {
    assertZone('ChangeTagsForResource', ResourceType);
    const { zone, view } = await zoneOf(context, ResourceId);
    const kept = Object.entries(zone.tags).filter(([key]) => !RemoveTagKeys.includes(key));
    const added = AddTags.map(({ Key = '', Value = '' }) => [Key, Value] as const);
    const tags = Object.fromEntries([...kept, ...added]);
    if (Object.keys(tags).length > TAGS_MAX) {
      throw invalidInput(`Number of tags exceeds the limit of ${TAGS_MAX}.`);
    }
    view.put(zones, zone.id, { ...zone, tags });
    return {};
  },
};

export const listTagsForResource: Route53Operation<'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: ({ ResourceId }, context) => onZone('ListTagsForResource', ResourceId, context),
  handle: async ({ ResourceType, ResourceId }, context) => {
    assertZone('ListTagsForResource', ResourceType);
    const { zone } = await zoneOf(context, ResourceId);
    return { ResourceTagSet: tagSet(zone) };
  },
};

export const listTagsForResources: Route53Operation<'ListTagsForResources'> = {
  name: 'ListTagsForResources',
  access: 'read',
  authorize: async ({ ResourceIds }, context) => {
    const each = ResourceIds.map((id) => onZone('ListTagsForResources', id, context));
    return (await Promise.all(each)).flat();
  },
  handle: async ({ ResourceType, ResourceIds }, context) => {
    assertZone('ListTagsForResources', ResourceType);
    const found = await Promise.all(ResourceIds.map((id) => zoneOf(context, id)));
    return { ResourceTagSets: found.map(({ zone }) => tagSet(zone)) };
  },
};

function tagSet({ id, tags }: ZoneDocument) {
  return {
    ResourceType: 'hostedzone',
    ResourceId: id,
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  } as const;
}
