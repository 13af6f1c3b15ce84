import { listedTagConditions } from '../../core/tags.ts';
import type {
  CreateProtectionGroupRequest,
  ProtectionGroup as ShownGroup,
  UpdateProtectionGroupRequest,
} from '../../../models/shield/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import { exists, invalidParameter, limitExceeded, noSuch } from './errors.ts';
import { GROUP_MEMBERS_MAX, GROUPS_MAX } from './limits.ts';
import { pageOf, shieldOperation, subscriptionOf } from './operation.ts';
import { groupArn, groupKind } from './resources.ts';
import { type ProtectionGroup, protectionGroups, protectionOf, protections } from './state.ts';
import { tagsGiven } from './tags.ts';

type Given = CreateProtectionGroupRequest | UpdateProtectionGroupRequest;

async function groupBy(context: Context, id: string): Promise<ProtectionGroup> {
  const { resolved } = await context.resolve(groupKind, id);
  if (resolved.document === undefined) throw noSuch('referenced protection group');
  return resolved.document;
}

/** Errors: InvalidParameterException, LimitsExceededException, ResourceNotFoundException. */
async function requireMembers(view: View, given: Given): Promise<void> {
  const { Pattern, ResourceType, Members = [] } = given;
  if ((Pattern === 'BY_RESOURCE_TYPE') !== (ResourceType !== undefined)) {
    throw invalidParameter(
      'ResourceType',
      'You must set ResourceType when you set Pattern to BY_RESOURCE_TYPE and you must not set it ' +
        'for any other Pattern setting.',
    );
  }
  if ((Pattern === 'ARBITRARY') !== Members.length > 0) {
    throw invalidParameter(
      'Members',
      'You must set Members when you set Pattern to ARBITRARY and you must not set it for any ' +
        'other Pattern setting.',
    );
  }
  if (Members.length > GROUP_MEMBERS_MAX) throw limitExceeded('MEMBERS', GROUP_MEMBERS_MAX);
  for (const member of Members) {
    if ((await protectionOf(view, member)) === undefined) throw noSuch('referenced protection');
  }
}

function settings({ Aggregation, Pattern, ResourceType, Members = [] }: Given) {
  return {
    aggregation: Aggregation,
    pattern: Pattern,
    members: Members,
    ...(ResourceType === undefined ? {} : { type: ResourceType }),
  };
}

const create = shieldOperation({
  name: 'CreateProtectionGroup',
  access: 'write',
  on: async ({ ProtectionGroupId }, context) => [
    await context.resolve(groupKind, ProtectionGroupId),
  ],
  conditions: ({ Tags }) => listedTagConditions(Tags),
  handle: async (input, view, { call }) => {
    await subscriptionOf(view, call);
    const { ProtectionGroupId: id, Tags } = input;
    if ((await view.get(protectionGroups, id)) !== undefined) throw exists('protection group');
    const all = await everyOf(view, protectionGroups);
    if (all.length >= GROUPS_MAX) throw limitExceeded('PROTECTION_GROUPS', GROUPS_MAX);
    await requireMembers(view, input);
    const arn = groupArn(call.scope.account, id);
    view.put(protectionGroups, id, { id, arn, tags: tagsGiven(Tags), ...settings(input) });
    return {};
  },
});

const named = {
  on: async (
    { ProtectionGroupId }: { ProtectionGroupId: string },
    context: Pick<Context, 'resolve'>,
  ) => [await context.resolve(groupKind, ProtectionGroupId)],
};

const update = shieldOperation({
  name: 'UpdateProtectionGroup',
  access: 'write',
  ...named,
  handle: async (input, view, context) => {
    const { id, arn, tags } = await groupBy(context, input.ProtectionGroupId);
    await requireMembers(view, input);
    view.put(protectionGroups, id, { id, arn, tags, ...settings(input) });
    return {};
  },
});

const remove = shieldOperation({
  name: 'DeleteProtectionGroup',
  access: 'write',
  ...named,
  handle: async ({ ProtectionGroupId }, view, context) => {
    const { id } = await groupBy(context, ProtectionGroupId);
    view.delete(protectionGroups, id);
    return {};
  },
});

function shown(group: ProtectionGroup): ShownGroup {
  return {
    ProtectionGroupId: group.id,
    ProtectionGroupArn: group.arn,
    Aggregation: group.aggregation,
    Pattern: group.pattern,
    Members: group.members,
    ...(group.type === undefined ? {} : { ResourceType: group.type }),
  };
}

const describe = shieldOperation({
  name: 'DescribeProtectionGroup',
  access: 'read',
  ...named,
  handle: async ({ ProtectionGroupId }, _view, context) => ({
    ProtectionGroup: shown(await groupBy(context, ProtectionGroupId)),
  }),
});

const list = shieldOperation({
  name: 'ListProtectionGroups',
  access: 'read',
  handle: async (input, view, context) => {
    await subscriptionOf(view, context.call);
    const { ProtectionGroupIds, Patterns, ResourceTypes, Aggregations } =
      input.InclusionFilters ?? {};
    const wanted = (await everyOf(view, protectionGroups)).filter(
      ({ id, pattern, type, aggregation }) =>
        ProtectionGroupIds?.includes(id) !== false &&
        Patterns?.includes(pattern) !== false &&
        (ResourceTypes === undefined || (type !== undefined && ResourceTypes.includes(type))) &&
        Aggregations?.includes(aggregation) !== false,
    );
    const { items, answer } = pageOf(context, input, input.InclusionFilters, wanted);
    return { ProtectionGroups: items.map(shown), ...answer };
  },
});

const listResources = shieldOperation({
  name: 'ListResourcesInProtectionGroup',
  access: 'read',
  ...named,
  handle: async (input, view, context) => {
    const group = await groupBy(context, input.ProtectionGroupId);
    const all = await everyOf(view, protections);
    const members = all.filter(({ resource, type }) => {
      if (group.pattern === 'ARBITRARY') return group.members.includes(resource);
      return group.pattern === 'ALL' || group.type === type;
    });
    const arns = members.map(({ resource }) => resource);
    const { items, answer } = pageOf(context, input, group.id, arns);
    return { ResourceArns: items, ...answer };
  },
});

export const protectionGroupOperations: readonly AnyOperation[] = [
  create,
  update,
  remove,
  describe,
  list,
  listResources,
];
