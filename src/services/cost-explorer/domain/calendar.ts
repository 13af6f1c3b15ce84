import { DAY_MS, HOUR_MS, type Instant } from '../../../core/time.ts';

/** `2026-11-25`, UTC. */
export function dayText(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}

export function startOfDay(instant: Instant): Instant {
  return Math.floor(instant / DAY_MS) * DAY_MS;
}

/** The first instant of the month that lies `months` after the one of `instant`. */
export function startOfMonth(instant: Instant, months = 0): Instant {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

/** A month's price is spread evenly over these. */
export function hoursInMonthOf(instant: Instant): number {
  return (startOfMonth(instant, 1) - startOfMonth(instant)) / HOUR_MS;
}

/** The day a text names, since 2000; undefined when it names none. */
export function dayOf(text: string): Instant | undefined {
  if (!/^[2-9]\d{3}-\d{2}-\d{2}$/.test(text)) return undefined;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(instant) || dayText(instant) !== text ? undefined : instant;
}
