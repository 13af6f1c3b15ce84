import { parseCronFields, type CronFields, type DayRule } from './cron-fields.ts';
import { instantsOf, localDateOf } from './time-zone.ts';
import { DAY_MS, type Instant } from './time.ts';

/** A cron expression of AWS's six fields: minutes, hours, day of month, month, day of week, year. */
export interface Cron {
  /** The first turn after an instant; undefined when there is none before the year 2200. */
  next(after: Instant): Instant | undefined;
}

const YEAR_MAX = 2_199;

/**
 * Reads the six fields, as they stand within `cron(…)`, for a time zone of the IANA's. A turn whose local time does not
 * exist is left out; of a local time that comes twice, the first counts. Undefined: they can't be read.
 */
export function parseCron(text: string, timeZone = 'UTC'): Cron | undefined {
  const fields = parseCronFields(text);
  return fields === undefined ? undefined : { next: (after) => nextTurn(fields, timeZone, after) };
}

function nextTurn(fields: CronFields, timeZone: string, after: Instant): Instant | undefined {
  // A day earlier than the local date: an hour that came twice belongs to the one before.
  const start = localDateOf(after - DAY_MS, timeZone);
  for (let year = start.year; year <= YEAR_MAX; year += 1) {
    if (!fields.years.has(year)) continue;
    for (let month = year === start.year ? start.month : 1; month <= 12; month += 1) {
      if (!fields.months.has(month)) continue;
      const isFirst = year === start.year && month === start.month;
      for (const day of daysOf(fields, year, month)) {
        if (isFirst && day < start.day) continue;
        const turn = firstTurnOf(fields, { year, month, day }, timeZone, after);
        if (turn !== undefined) return turn;
      }
    }
  }
  return undefined;
}

interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function firstTurnOf(
  fields: CronFields,
  date: LocalDate,
  timeZone: string,
  after: Instant,
): Instant | undefined {
  const midnight = Date.UTC(date.year, date.month - 1, date.day);
  // No zone is further than a day from UTC: days that are over can be told without looking.
  if (midnight + 3 * DAY_MS <= after) return undefined;
  for (const hour of fields.hours) {
    for (const minute of fields.minutes) {
      const local = Date.UTC(date.year, date.month - 1, date.day, hour, minute);
      const [first] = instantsOf(local, timeZone);
      if (first !== undefined && first > after) return first;
    }
  }
  return undefined;
}

/** The days of a month that both day fields allow, in order. */
function daysOf(fields: CronFields, year: number, month: number): readonly number[] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const days = new Set<number>();
  for (const rule of fields.days) for (const day of dayOf(rule, first, length)) days.add(day);
  return [...days].sort((left, right) => left - right);
}

/** `first` is the weekday of the month's first day, Sunday 0. */
function dayOf(rule: DayRule, first: number, length: number): readonly number[] {
  const weekday = (day: number): number => (first + day - 1) % 7;
  switch (rule.kind) {
    case 'dates':
      return [...rule.days].filter((day) => day <= length);
    case 'lastDate':
      return length - rule.before >= 1 ? [length - rule.before] : [];
    case 'nearestWorkday':
      return rule.day > length ? [] : [workdayNear(rule.day, weekday, length)];
    case 'lastWorkday':
      return [workdayNear(length, weekday, length)];
    case 'weekdays':
      return Array.from({ length }, (_, at) => at + 1).filter((day) =>
        rule.weekdays.has(weekday(day)),
      );
    case 'lastWeekday':
      return [length - ((weekday(length) - rule.weekday + 7) % 7)];
    case 'nthWeekday': {
      const day = 1 + ((rule.weekday - first + 7) % 7) + (rule.nth - 1) * 7;
      return day <= length ? [day] : [];
    }
  }
}

/** The Monday to Friday closest to a date, within its month. */
function workdayNear(day: number, weekday: (day: number) => number, length: number): number {
  if (weekday(day) === 6) return day === 1 ? 3 : day - 1;
  if (weekday(day) === 0) return day === length ? day - 2 : day + 1;
  return day;
}
