const REASON = 'Scheduler is not built yet';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  [
    'CreateSchedule',
    'CreateScheduleGroup',
    'DeleteSchedule',
    'DeleteScheduleGroup',
    'GetSchedule',
    'GetScheduleGroup',
    'ListScheduleGroups',
    'ListSchedules',
    'ListTagsForResource',
    'TagResource',
    'UntagResource',
    'UpdateSchedule',
  ].map((name) => [name, REASON]),
);
