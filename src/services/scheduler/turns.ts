import { createHash } from 'node:crypto';
import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { MINUTE_MS, type Instant } from '../../core/time.ts';
import { parseExpression } from './domain/expression.ts';
import { orderInvocation } from './invocations.ts';
import { groupArn, scheduleArn } from './resources.ts';
import { invocations, jobId, type ScheduleDocument, scheduleId, schedules } from './state.ts';

const TURN = 'scheduler.turn';

/** The first turn after an instant, within the schedule's dates. A single turn heeds no dates. */
export function nextTurn(schedule: ScheduleDocument, after: Instant): Instant | undefined {
  const { expression, timeZone, start, end, created } = schedule;
  const parsed = parseExpression(expression, timeZone);
  if (parsed === undefined) return undefined;
  if (parsed.kind === 'once') return parsed.next(after, created);
  const turn = parsed.next(Math.max(after, (start ?? 0) - 1), start ?? created);
  return turn !== undefined && end !== undefined && turn > end ? undefined : turn;
}

/** Orders the first turn of a schedule that was made or changed. */
export function planTurns(
  unit: Unit,
  scope: Scope,
  schedule: ScheduleDocument,
  now: Instant,
): void {
  cancelTurns(unit, scope, schedule);
  // A single turn that is over already is taken at once, if it never was.
  const isOnce = schedule.expression.startsWith('at(');
  const after =
    isOnce && schedule.created === schedule.modified ? Number.NEGATIVE_INFINITY : now - 1;
  orderTurn(unit, scope, schedule, after);
}

export function cancelTurns(unit: Unit, scope: Scope, { group, name }: ScheduleDocument): void {
  unit.cancel(jobId(TURN, scope, scheduleId(group, name)));
}

function orderTurn(unit: Unit, scope: Scope, schedule: ScheduleDocument, after: Instant): boolean {
  if (schedule.state !== 'ENABLED') return true;
  const due = nextTurn(schedule, after);
  if (due === undefined) return false;
  const id = scheduleId(schedule.group, schedule.name);
  const payload = JSON.stringify({ schedule: id, revision: schedule.revision, planned: due });
  unit.order({ id: jobId(TURN, scope, id), kind: TURN, scope, due, payload });
  return true;
}

interface Planned {
  readonly schedule: string;
  readonly revision: string;
  readonly planned: Instant;
}

function plannedIn(payload: string): Planned {
  const value: JsonValue = JSON.parse(payload);
  const { schedule, revision, planned } = isJsonObject(value) ? value : {};
  if (typeof schedule === 'string' && typeof revision === 'string' && typeof planned === 'number') {
    return { schedule, revision, planned };
  }
  throw new Error('the job names no turn');
}

/** A schedule's turn: its call is ordered within the window, and its next turn. Turns that were missed are one. */
export const scheduleTurn: UnitJob = {
  kind: TURN,
  run: async (payload, { unit, scope, now }) => {
    const { schedule: id, revision, planned } = plannedIn(payload);
    const view = unit.view(scope);
    const schedule = await view.get(schedules, id);
    if (schedule?.revision !== revision || schedule.state !== 'ENABLED') return;
    const execution = digest(`${revision}/${planned}`).slice(0, 16);
    const invocation = `${id}/${planned}/${execution}`;
    view.put(invocations, invocation, {
      schedule: {
        arn: scheduleArn(scope, schedule.group, schedule.name),
        groupArn: groupArn(scope, schedule.group),
      },
      target: schedule.target,
      planned,
      execution,
      attempts: 0,
    });
    orderInvocation(unit, scope, invocation, Math.max(now, planned + delayOf(schedule, execution)));
    const isMore = orderTurn(unit, scope, schedule, Math.max(planned, now));
    if (!isMore && schedule.action === 'DELETE') view.delete(schedules, id);
  },
};

/** Somewhere in the schedule's window, and always the same for the same turn. */
function delayOf({ window }: ScheduleDocument, execution: string): number {
  if (window.Mode === 'OFF') return 0;
  const part = Number.parseInt(execution.slice(0, 8), 16) / 2 ** 32;
  return Math.floor(part * (window.MaximumWindowInMinutes ?? 0) * MINUTE_MS);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
