import { DAY_MS, HOUR_MS, type Instant } from '../../../core/time.ts';
import type { RotationRules, RotationWindow } from '../state.ts';
import { type Cron, gapOf, parseCron, turnAfter } from './cron.ts';

/** When a secret rotates: after so many hours or days, or at fixed times. */
type Schedule =
  | { readonly unit: 'hour' | 'day'; readonly count: number }
  | { readonly unit: 'cron'; readonly cron: Cron };

const RATE = /^rate\((\d{1,6}) (hour|day)s?\)$/;
const DURATION = /^(\d{1,2})h$/;

/** Secrets Manager's text for rules that it refuses; undefined for those it takes. */
export function rulesFault(rules: RotationRules): string | undefined {
  const { automaticallyAfterDays, scheduleExpression, duration } = rules;
  if (automaticallyAfterDays !== undefined && scheduleExpression !== undefined) {
    return 'You cannot specify both rotation frequency and schedule expression together.';
  }
  const schedule = scheduleOf(rules);
  if (schedule === undefined && scheduleExpression !== undefined) {
    return 'Invalid schedule expression.';
  }
  return (schedule && countFault(schedule)) ?? durationFault(schedule, duration);
}

function countFault(schedule: Schedule): string | undefined {
  if (schedule.unit === 'cron') return undefined;
  const { unit, count } = schedule;
  if (unit === 'hour' && (count < 4 || count >= 24)) {
    return 'Rate in hour should be least 4 and less than 24.';
  }
  return unit === 'day' && (count < 1 || count >= 1_000)
    ? 'Rate in day should be greater than 0 and less than 1000.'
    : undefined;
}

function durationFault(
  schedule: Schedule | undefined,
  duration: string | undefined,
): string | undefined {
  if (duration === undefined) return undefined;
  const hours = hoursOf(duration) ?? 0;
  if (hours < 1 || hours > 24) return 'Duration must be at least 1 hour, at most 24 hour.';
  if (schedule?.unit === 'hour' && hours > schedule.count) {
    return 'Duration cannot be greater than Rate in hour.';
  }
  if (schedule?.unit !== 'cron') return undefined;
  const { hours: starts } = schedule.cron;
  if (starts.length > 1 && hours > gapOf(starts)) {
    return 'Duration cannot be greater than Rate in hour.';
  }
  return Math.max(...starts) + hours > 24
    ? 'Starting hour and duration must be within a day.'
    : undefined;
}

/** The first window that begins after an instant: the last rotation's, where the rules count from it. */
export function nextWindow(rules: RotationRules, after: Instant): RotationWindow | undefined {
  const schedule = scheduleOf(rules);
  const start = schedule === undefined ? undefined : startAfter(schedule, after);
  if (schedule === undefined || start === undefined) return undefined;
  return { start, end: endOf(schedule, start, hoursOf(rules.duration ?? '')) };
}

/** Days between two rotations, as answers tell them of every schedule; undefined for less than one. */
export function daysBetween(rules: RotationRules, now: Instant): number | undefined {
  if (rules.automaticallyAfterDays !== undefined) return rules.automaticallyAfterDays;
  const next = nextWindow(rules, now);
  const following = next === undefined ? undefined : nextWindow(rules, next.start);
  if (next === undefined || following === undefined) return undefined;
  const days = Math.floor((following.start - next.start) / DAY_MS);
  return days < 1 ? undefined : days;
}

function scheduleOf(rules: RotationRules): Schedule | undefined {
  const { automaticallyAfterDays, scheduleExpression } = rules;
  if (scheduleExpression === undefined) {
    return automaticallyAfterDays === undefined
      ? undefined
      : { unit: 'day', count: automaticallyAfterDays };
  }
  const [, count, unit] = RATE.exec(scheduleExpression.trim()) ?? [];
  if (count !== undefined) return { unit: unit === 'hour' ? 'hour' : 'day', count: Number(count) };
  const cron = parseCron(scheduleExpression);
  // One that never comes is none.
  if (cron === undefined || turnAfter(cron, 0) === undefined) return undefined;
  return { unit: 'cron', cron };
}

function startAfter(schedule: Schedule, after: Instant): Instant | undefined {
  if (schedule.unit === 'cron') return turnAfter(schedule.cron, after);
  const step = schedule.unit === 'hour' ? HOUR_MS : DAY_MS;
  return (Math.floor(after / step) + schedule.count) * step;
}

/** Windows of hours close after one hour, those of days with the day, unless they are told to be shorter. */
function endOf(schedule: Schedule, start: Instant, hours: number | undefined): Instant {
  if (hours !== undefined) return start + hours * HOUR_MS;
  const isHourly =
    schedule.unit === 'hour' || (schedule.unit === 'cron' && schedule.cron.hours.length > 1);
  return isHourly ? start + HOUR_MS : (Math.floor(start / DAY_MS) + 1) * DAY_MS;
}

function hoursOf(duration: string): number | undefined {
  const [, hours] = DURATION.exec(duration) ?? [];
  return hours === undefined ? undefined : Number(hours);
}
