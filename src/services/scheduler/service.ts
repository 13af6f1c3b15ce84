import type { Service } from '../../contract/service.ts';
import {
  createScheduleGroup,
  deleteScheduleGroup,
  getScheduleGroup,
  listScheduleGroups,
  listTagsForResource,
  tagResource,
  untagResource,
} from './groups.ts';
import { invoke } from './invocations.ts';
import type { IsBuilt } from './schedule-checks.ts';
import { createScheduleWrites, deleteSchedule, getSchedule, listSchedules } from './schedules.ts';
import { groups, invocations, schedules } from './state.ts';
import { scheduleTurn } from './turns.ts';

export interface SchedulerParts {
  /** Which operations schedules may call. */
  readonly isBuilt: IsBuilt;
}

/** Calls of any operation, once or again and again, as roles that trust Scheduler. */
export function createSchedulerService({ isBuilt }: SchedulerParts): Service {
  return {
    id: 'scheduler',
    principal: 'scheduler.amazonaws.com',
    operations: [
      createScheduleGroup,
      deleteScheduleGroup,
      getScheduleGroup,
      listScheduleGroups,
      ...createScheduleWrites(isBuilt),
      deleteSchedule,
      getSchedule,
      listSchedules,
      tagResource,
      untagResource,
      listTagsForResource,
    ],
    notImplemented: new Map(),
    collections: [groups, schedules, invocations],
    jobs: [scheduleTurn, invoke],
    unrecordedMembers: new Set(['Input']),
  };
}
