import type { DateInterval, Granularity } from '../../../models/cost-explorer/types.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { dayOf, startOfDay, startOfMonth } from './domain/calendar.ts';
import { unbuilt, validation } from './errors.ts';

export interface Span {
  readonly from: Instant;
  /** Exclusive. */
  readonly until: Instant;
}

const MONTHS_KEPT = 14;

/** The days a request is about: fourteen months back at most. Errors: ValidationException. */
export function spanOf({ Start, End }: DateInterval, now: Instant): Span {
  const from = dayOf(Start);
  const until = dayOf(End);
  if (from === undefined || until === undefined) {
    throw validation('Time period should be in the format yyyy-MM-dd.');
  }
  if (from >= until) throw validation('Start date (and hour) should be before end date (and hour)');
  if (until > startOfMonth(now, 1)) throw validation('end date past the beginning of next month');
  if (from > startOfDay(now)) throw validation('start date past the current date');
  const today = new Date(startOfDay(now));
  if (from < today.setUTCMonth(today.getUTCMonth() - MONTHS_KEPT)) {
    throw validation("You haven't enabled historical data beyond 14 months.");
  }
  return { from, until };
}

/** The days or months of a span; months are cut to it. Errors: NotImplementedException. */
export function bucketsOf(
  operation: string,
  granularity: Granularity,
  { from, until }: Span,
): readonly Span[] {
  if (granularity === 'HOURLY') {
    throw unbuilt(operation, 'the granularity HOURLY: requests are counted by day');
  }
  const buckets: Span[] = [];
  for (let start = from; start < until; ) {
    const next = granularity === 'DAILY' ? start + DAY_MS : startOfMonth(start, 1);
    buckets.push({ from: start, until: Math.min(next, until) });
    start = next;
  }
  return buckets;
}
