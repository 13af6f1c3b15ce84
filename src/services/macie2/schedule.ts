import { DAY_MS, type Instant } from '../../core/time.ts';
import type { Schedule } from './state.ts';

function midnightAfter(now: Instant): Instant {
  return (Math.floor(now / DAY_MS) + 1) * DAY_MS;
}

/** The next midnight of UTC that a schedule names; a month without the day has its last one. */
export function firstRun(schedule: Schedule | undefined, now: Instant): Instant {
  let at = midnightAfter(now);
  if (schedule === undefined || schedule.every === 'day') return at;
  while (!isDay(schedule, new Date(at))) at += DAY_MS;
  return at;
}

function isDay(schedule: Exclude<Schedule, { every: 'day' }>, date: Date): boolean {
  if (schedule.every === 'week') return date.getUTCDay() === schedule.day;
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.getUTCDate() === Math.min(schedule.day, last);
}
