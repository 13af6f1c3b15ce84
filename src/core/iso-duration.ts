import type { Instant } from './time.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './time.ts';

/**
 * An ISO 8601 duration. Months are kept apart from time, since their length depends on where they
 * start.
 */
export interface IsoDuration {
  /** Years count as twelve. */
  readonly months: number;
  /** Weeks and days count as 24-hour days: service time is UTC. */
  readonly milliseconds: number;
}

const DURATION = new RegExp(
  '^P(?:([0-9]{1,6})Y)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?' +
    '(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})(?:[.,]([0-9]{1,3}))?S)?)?$',
);
const LONGEST_TEXT = 100;

/**
 * Reads `P400D`, `PT1H30M`, `P1Y2M`. Throws a RangeError whose message is a sentence for the user.
 */
export function parseIsoDuration(text: string): IsoDuration {
  const match = text.length <= LONGEST_TEXT ? DURATION.exec(text) : null;
  const parts = match?.slice(1) ?? [];
  if (match === null || text.endsWith('T') || parts.every((part) => part === undefined)) {
    throw new RangeError(
      `The duration "${text.slice(0, LONGEST_TEXT)}" can't be read. ` +
        'Write it as ISO 8601 says: P400D, PT1H30M or P1Y2M.',
    );
  }
  const count = (index: number): number => Number(parts[index] ?? '0');
  return {
    months: count(0) * 12 + count(1),
    milliseconds:
      (count(2) * 7 + count(3)) * DAY_MS +
      count(4) * HOUR_MS +
      count(5) * MINUTE_MS +
      count(6) * SECOND_MS +
      Number((parts[7] ?? '').padEnd(3, '0')),
  };
}

/** Adds in UTC: months first, where a day that the month lacks becomes its last day, then time. */
export function addDuration(from: Instant, duration: IsoDuration): Instant {
  return addMonths(from, duration.months) + duration.milliseconds;
}

function addMonths(from: Instant, months: number): Instant {
  if (months === 0) return from;
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  const result = date.getTime();
  if (Number.isNaN(result)) throw new RangeError('The duration leads past the last date there is.');
  return result;
}
