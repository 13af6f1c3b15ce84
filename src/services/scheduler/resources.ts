import type { ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { groupNotFound, scheduleNotFound } from './errors.ts';
import {
  type GroupDocument,
  groups,
  type ScheduleDocument,
  scheduleId,
  schedules,
} from './state.ts';

export const DEFAULT_GROUP = 'default';

function schedulerArn(scope: Scope, resource: string): string {
  const { account, region } = scope;
  const partition = partitionOf(region);
  return formatArn({ partition, service: 'scheduler', region, account, resource });
}

export function groupArn(scope: Scope, name: string): string {
  return schedulerArn(scope, `schedule-group/${name}`);
}

export function scheduleArn(scope: Scope, group: string, name: string): string {
  return schedulerArn(scope, `schedule/${group}/${name}`);
}

/** By name, or by ARN. */
export const groupKind: ResourceKind<GroupDocument> = {
  name: 'scheduler:schedule-group',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const named = parseArn(reference)?.resource.split('/')[1];
    const name = named ?? reference;
    const stored = await unit.view(scope).get(groups, name);
    const document =
      stored ?? (name === DEFAULT_GROUP ? { name, tags: {}, created: 0, modified: 0 } : undefined);
    const arn = groupArn(scope, name);
    return { arn, scope, id: name, document, missing: groupNotFound(name) };
  },
  tags: ({ document }) => document?.tags ?? {},
};

export interface ScheduleReference {
  readonly group: string;
  readonly name: string;
}

/** A schedule has no tags of its own: those of its group count. */
export const scheduleKind: ResourceKind<ScheduleDocument, ScheduleReference> = {
  name: 'scheduler:schedule',
  policyMode: 'none',
  find: async ({ group, name }, { unit, scope }) => {
    const id = scheduleId(group, name);
    const document = await unit.view(scope).get(schedules, id);
    const arn = scheduleArn(scope, group, name);
    return { arn, scope, id, document, missing: scheduleNotFound(name) };
  },
  tags: async ({ id, scope }, { unit }) => {
    const group = await unit.view(scope).get(groups, id.slice(0, id.indexOf('/')));
    return group?.tags ?? {};
  },
};
