import type {
  ScheduleGroupSummary,
  SchedulerOperations,
  Tag,
} from '../../../models/scheduler/types.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { conflict, quotaExceeded, validation } from './errors.ts';
import { pageOf } from './pages.ts';
import { DEFAULT_GROUP, groupArn, groupKind } from './resources.ts';
import { type GroupDocument, groups, scheduleId, schedules } from './state.ts';
import { cancelTurns } from './turns.ts';

const GROUPS_MAX = 500;
const TAGS_MAX = 200;

type Conditions = ReadonlyMap<string, readonly string[]>;

function tagsOf(given: readonly Tag[] | undefined): Tags {
  return Object.fromEntries((given ?? []).map(({ Key, Value }) => [Key, Value]));
}

function withTags(held: Tags, given: Tags): Tags {
  const all = { ...held, ...given };
  if (Object.keys(all).length > TAGS_MAX) {
    throw validation(`A schedule group can't have more than ${TAGS_MAX} tags.`);
  }
  return all;
}

async function onGroup(
  action: string,
  name: string,
  context: ResolveContext,
  conditions: Conditions = new Map(),
): Promise<readonly Permission[]> {
  return [{ action, resource: await context.resolve(groupKind, name), conditions }];
}

async function groupOf(context: Context, name: string): Promise<GroupDocument> {
  const { resolved } = await context.resolve(groupKind, name);
  if (resolved.document === undefined) throw new Error('the group was neither found nor refused');
  return resolved.document;
}

export const createScheduleGroup: OperationOf<SchedulerOperations, 'CreateScheduleGroup'> = {
  name: 'CreateScheduleGroup',
  access: 'write',
  authorize: async ({ Name, Tags: given }, context) => {
    const conditions = tagConditions(tagsOf(given));
    const create = await onGroup('scheduler:CreateScheduleGroup', Name, context, conditions);
    if ((given?.length ?? 0) === 0) return create;
    return [...create, ...(await onGroup('scheduler:TagResource', Name, context, conditions))];
  },
  handle: async (input, { call, view }) => {
    const { Name: name, ClientToken: token } = input;
    const ScheduleGroupArn = groupArn(call.scope, name);
    const held = await view.get(groups, name);
    if (held !== undefined && token !== undefined && held.token === token) {
      return { ScheduleGroupArn };
    }
    if (held !== undefined || name === DEFAULT_GROUP) {
      throw conflict(`Schedule group ${name} already exists.`);
    }
    if ((await view.list(groups, { limit: GROUPS_MAX })).items.length >= GROUPS_MAX) {
      throw quotaExceeded(`The limit of ${GROUPS_MAX} schedule groups was reached.`);
    }
    view.put(groups, name, {
      name,
      tags: withTags({}, tagsOf(input.Tags)),
      created: call.now,
      modified: call.now,
      ...(token === undefined ? {} : { token }),
    });
    return { ScheduleGroupArn };
  },
};

/** With its schedules. */
export const deleteScheduleGroup: OperationOf<SchedulerOperations, 'DeleteScheduleGroup'> = {
  name: 'DeleteScheduleGroup',
  access: 'write',
  authorize: async ({ Name }, context) => [
    ...(await onGroup('scheduler:DeleteScheduleGroup', Name, context)),
    {
      action: 'scheduler:DeleteSchedule',
      resource: `${groupArn(context.call.scope, Name).replace(':schedule-group/', ':schedule/')}/*`,
    },
  ],
  handle: async ({ Name }, context) => {
    if (Name === DEFAULT_GROUP) throw validation('The default schedule group can not be deleted.');
    await groupOf(context, Name);
    const { view, unit, call } = context;
    for (const schedule of await everyOf(view, schedules, { prefix: `${Name}/` })) {
      cancelTurns(unit, call.scope, schedule);
      view.delete(schedules, scheduleId(schedule.group, schedule.name));
    }
    view.delete(groups, Name);
    return {};
  },
};

export const getScheduleGroup: OperationOf<SchedulerOperations, 'GetScheduleGroup'> = {
  name: 'GetScheduleGroup',
  access: 'read',
  authorize: ({ Name }, context) => onGroup('scheduler:GetScheduleGroup', Name, context),
  handle: async ({ Name }, context) => shown(context.call.scope, await groupOf(context, Name)),
};

export const listScheduleGroups: OperationOf<SchedulerOperations, 'ListScheduleGroups'> = {
  name: 'ListScheduleGroups',
  access: 'read',
  authorize: async () => [{ action: 'scheduler:ListScheduleGroups', resource: '*' }],
  handle: async (input, context) => {
    const { NamePrefix: prefix = '' } = input;
    const { call, view } = context;
    const { documents, next } = await pageOf(
      call,
      input,
      prefix,
      (query) => view.list(groups, { ...query, prefix }),
      ({ name }) => name !== DEFAULT_GROUP,
    );
    const isFirst = input.NextToken === undefined && DEFAULT_GROUP.startsWith(prefix);
    const own = isFirst ? [await groupOf(context, DEFAULT_GROUP)] : [];
    return {
      ScheduleGroups: [...own, ...documents].map((group) => shown(call.scope, group)),
      ...next,
    };
  },
};

function shown(scope: Scope, { name, created, modified }: GroupDocument): ScheduleGroupSummary {
  return {
    Arn: groupArn(scope, name),
    Name: name,
    State: 'ACTIVE',
    CreationDate: new Date(created),
    LastModificationDate: new Date(modified),
  };
}

async function change(context: Context, arn: string, to: (tags: Tags) => Tags): Promise<void> {
  const group = await groupOf(context, arn);
  const modified = context.call.now;
  context.view.put(groups, group.name, { ...group, tags: to(group.tags), modified });
}

export const tagResource: OperationOf<SchedulerOperations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: ({ ResourceArn, Tags: given }, context) =>
    onGroup('scheduler:TagResource', ResourceArn, context, tagConditions(tagsOf(given))),
  handle: async (input, context) => {
    await change(context, input.ResourceArn, (tags) => withTags(tags, tagsOf(input.Tags)));
    return {};
  },
};

export const untagResource: OperationOf<SchedulerOperations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: ({ ResourceArn, TagKeys }, context) =>
    onGroup('scheduler:UntagResource', ResourceArn, context, tagConditions({}, TagKeys)),
  handle: async (input, context) => {
    const removed = new Set(input.TagKeys);
    await change(context, input.ResourceArn, (tags) =>
      Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.has(key))),
    );
    return {};
  },
};

export const listTagsForResource: OperationOf<SchedulerOperations, 'ListTagsForResource'> = {
  name: 'ListTagsForResource',
  access: 'read',
  authorize: ({ ResourceArn }, context) =>
    onGroup('scheduler:ListTagsForResource', ResourceArn, context),
  handle: async (input, context) => {
    const { tags } = await groupOf(context, input.ResourceArn);
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  },
};
