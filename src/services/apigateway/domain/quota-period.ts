import type { QuotaSettings } from '../../../../models/apigateway/types.ts';
import { DAY_MS, type Instant } from '../../../core/time.ts';

/** `2026-11-26`, in UTC. */
export function dayOf(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The day on which the period that holds an instant began. The offset says with which day periods begin. */
export function periodStart({ period, offset = 0 }: QuotaSettings, now: Instant): string {
  const shifted = now - offset * DAY_MS;
  switch (period) {
    case 'MONTH': {
      const first = Date.parse(`${dayOf(shifted).slice(0, 7)}-01T00:00:00Z`);
      return dayOf(first + offset * DAY_MS);
    }
    case 'WEEK':
      return dayOf(now - new Date(shifted).getUTCDay() * DAY_MS);
    default:
      return dayOf(now);
  }
}

/** The highest offset in each period. */
export const OFFSET_MAX: ReadonlyMap<string, number> = new Map([
  ['DAY', 0],
  ['WEEK', 6],
  ['MONTH', 27],
]);
