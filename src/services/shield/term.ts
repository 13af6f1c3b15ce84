import { DAY_MS, type Instant } from '../../core/time.ts';
import type { Subscription } from './state.ts';

export const YEAR_MS = 365 * DAY_MS;

/** The end of the year that the subscription is in: it renews itself, unless that was turned off in an earlier year. */
export function endOf({ started, ends }: Subscription, now: Instant): Instant {
  if (ends !== undefined) return ends;
  const years = Math.floor(Math.max(0, now - started) / YEAR_MS) + 1;
  return started + years * YEAR_MS;
}

/** A subscription that was not renewed is over when its year is. */
export function isOver({ ends }: Subscription, now: Instant): boolean {
  return ends !== undefined && now >= ends;
}
