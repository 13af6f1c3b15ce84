import type { SchedulerOperations } from '../../../models/scheduler/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { conflict, groupNotFound } from './errors.ts';
import { pageOf } from './pages.ts';
import {
  DEFAULT_GROUP,
  groupArn,
  scheduleArn,
  scheduleKind,
  type ScheduleReference,
} from './resources.ts';
import { assertRole, assertSchedule, type IsBuilt } from './schedule-checks.ts';
import { groups, type ScheduleDocument, scheduleId, schedules } from './state.ts';
import { cancelTurns, planTurns } from './turns.ts';

type Settings = Omit<SchedulerOperations['CreateSchedule']['input'], 'ClientToken'>;

function referenceOf({
  GroupName: group = DEFAULT_GROUP,
  Name: name,
}: {
  readonly GroupName?: string | undefined;
  readonly Name: string;
}): ScheduleReference {
  return { group, name };
}

async function permitted(
  action: string,
  reference: ScheduleReference,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  return [{ action, resource: await context.resolve(scheduleKind, reference) }];
}

async function permittedWithRole(
  action: string,
  input: Settings,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const conditions = new Map([['iam:passedtoservice', ['scheduler.amazonaws.com']]]);
  return [
    ...(await permitted(action, referenceOf(input), context)),
    { action: 'iam:PassRole', resource: input.Target.RoleArn, conditions },
  ];
}

async function scheduleOf(context: Context, reference: ScheduleReference) {
  const { resolved } = await context.resolve(scheduleKind, reference);
  if (resolved.document === undefined) throw new Error(`${resolved.arn} was not found`);
  return resolved.document;
}

/** What a request says of a schedule; what it leaves out has its default. */
function settingsOf(input: Settings) {
  const { Description, StartDate, EndDate } = input;
  return {
    expression: input.ScheduleExpression,
    timeZone: input.ScheduleExpressionTimezone ?? 'UTC',
    window: input.FlexibleTimeWindow,
    target: input.Target,
    state: input.State ?? 'ENABLED',
    action: input.ActionAfterCompletion ?? 'NONE',
    ...(Description === undefined ? {} : { description: Description }),
    ...(StartDate === undefined ? {} : { start: StartDate.getTime() }),
    ...(EndDate === undefined ? {} : { end: EndDate.getTime() }),
  } as const;
}

/** Makes and changes schedules. What they call must be built: `isBuilt` tells. */
export function createScheduleWrites(isBuilt: IsBuilt) {
  const createSchedule: OperationOf<SchedulerOperations, 'CreateSchedule'> = {
    name: 'CreateSchedule',
    access: 'write',
    authorize: (input, context) => permittedWithRole('scheduler:CreateSchedule', input, context),
    handle: async (input, context) => {
      const { group, name } = referenceOf(input);
      const { call, view, unit } = context;
      const ScheduleArn = scheduleArn(call.scope, group, name);
      const { ClientToken: token } = input;
      const held = await view.get(schedules, scheduleId(group, name));
      if (held !== undefined && token !== undefined && held.token === token) return { ScheduleArn };
      assertSchedule(input, 'CreateSchedule', isBuilt);
      if (group !== DEFAULT_GROUP && (await view.get(groups, group)) === undefined) {
        throw groupNotFound(group);
      }
      if (held !== undefined) throw conflict(`Schedule ${name} already exists.`);
      await assertRole(context, input.Target.RoleArn, groupArn(call.scope, group));
      const schedule: ScheduleDocument = {
        group,
        name,
        ...settingsOf(input),
        created: call.now,
        modified: call.now,
        revision: call.eventId,
        ...(token === undefined ? {} : { token }),
      };
      view.put(schedules, scheduleId(group, name), schedule);
      planTurns(unit, call.scope, schedule, call.now);
      return { ScheduleArn };
    },
  };
  /** Replaces all of it: what a request leaves out has its default again. */
  const updateSchedule: OperationOf<SchedulerOperations, 'UpdateSchedule'> = {
    name: 'UpdateSchedule',
    access: 'write',
    authorize: (input, context) => permittedWithRole('scheduler:UpdateSchedule', input, context),
    handle: async (input, context) => {
      const held = await scheduleOf(context, referenceOf(input));
      assertSchedule(input, 'UpdateSchedule', isBuilt);
      const { group, name, created, token } = held;
      const { call, view, unit } = context;
      await assertRole(context, input.Target.RoleArn, groupArn(call.scope, group));
      const schedule: ScheduleDocument = {
        group,
        name,
        ...settingsOf(input),
        created,
        modified: call.now,
        revision: call.eventId,
        ...(token === undefined ? {} : { token }),
      };
      view.put(schedules, scheduleId(group, name), schedule);
      planTurns(unit, call.scope, schedule, call.now);
      return { ScheduleArn: scheduleArn(call.scope, group, name) };
    },
  };
  return [createSchedule, updateSchedule] as const;
}

export const deleteSchedule: OperationOf<SchedulerOperations, 'DeleteSchedule'> = {
  name: 'DeleteSchedule',
  access: 'write',
  authorize: (input, context) => permitted('scheduler:DeleteSchedule', referenceOf(input), context),
  handle: async (input, context) => {
    const schedule = await scheduleOf(context, referenceOf(input));
    cancelTurns(context.unit, context.call.scope, schedule);
    context.view.delete(schedules, scheduleId(schedule.group, schedule.name));
    return {};
  },
};

export const getSchedule: OperationOf<SchedulerOperations, 'GetSchedule'> = {
  name: 'GetSchedule',
  access: 'read',
  authorize: (input, context) => permitted('scheduler:GetSchedule', referenceOf(input), context),
  handle: async (input, context) => {
    const schedule = await scheduleOf(context, referenceOf(input));
    const { group, name, description, start, end } = schedule;
    return {
      Arn: scheduleArn(context.call.scope, group, name),
      GroupName: group,
      Name: name,
      ScheduleExpression: schedule.expression,
      ScheduleExpressionTimezone: schedule.timeZone,
      FlexibleTimeWindow: schedule.window,
      Target: withDefaults(schedule),
      State: schedule.state,
      ActionAfterCompletion: schedule.action,
      CreationDate: new Date(schedule.created),
      LastModificationDate: new Date(schedule.modified),
      ...(description === undefined ? {} : { Description: description }),
      ...(start === undefined ? {} : { StartDate: new Date(start) }),
      ...(end === undefined ? {} : { EndDate: new Date(end) }),
    };
  },
};

/** AWS tells how it retries where nobody said. */
function withDefaults({ target }: ScheduleDocument) {
  const RetryPolicy = { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 };
  return { ...target, RetryPolicy: { ...RetryPolicy, ...target.RetryPolicy } };
}

export const listSchedules: OperationOf<SchedulerOperations, 'ListSchedules'> = {
  name: 'ListSchedules',
  access: 'read',
  authorize: async () => [{ action: 'scheduler:ListSchedules', resource: '*' }],
  handle: async (input, { call, view }) => {
    const { GroupName: group, NamePrefix: named = '', State: state } = input;
    if (group !== undefined && group !== DEFAULT_GROUP) {
      if ((await view.get(groups, group)) === undefined) throw groupNotFound(group);
    }
    const { documents, next } = await pageOf(
      call,
      input,
      JSON.stringify([group, named, state]),
      (query) =>
        group === undefined
          ? view.list(schedules, { ...query, index: 'name', prefix: named })
          : view.list(schedules, { ...query, prefix: scheduleId(group, named) }),
      (one) => (state ?? one.state) === one.state,
    );
    const Schedules = documents.map((one) => ({
      Arn: scheduleArn(call.scope, one.group, one.name),
      GroupName: one.group,
      Name: one.name,
      State: one.state,
      Target: { Arn: one.target.Arn },
      CreationDate: new Date(one.created),
      LastModificationDate: new Date(one.modified),
    }));
    return { Schedules, ...next };
  },
};
