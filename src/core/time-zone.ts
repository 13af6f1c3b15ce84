import { DAY_MS, MINUTE_MS, type Instant } from './time.ts';

/** Formats of zones that were asked for; there are some 600 zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** True of a name in the IANA's time zone database: `Europe/Vienna`, `UTC`. */
export function isTimeZone(name: string): boolean {
  // Offsets such as `+01:00` are understood too, but are no names.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

export interface LocalDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** The calendar's date in a zone. */
export function localDateOf(instant: Instant, timeZone: string): LocalDate {
  const local = new Date(instant + offsetOf(instant, timeZone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
  };
}

/**
 * The instants at which clocks of a zone show a local time, given as if it were UTC: one, none where clocks are put
 * forward past it, two where they are put back.
 */
export function instantsOf(local: Instant, timeZone: string): readonly Instant[] {
  if (timeZone === 'UTC') return [local];
  const before = offsetOf(local - DAY_MS, timeZone);
  const behind = offsetOf(local + DAY_MS, timeZone);
  const offsets = before === behind ? [before] : [before, behind];
  return offsets
    .map((offset) => local - offset)
    .filter((instant) => instant + offsetOf(instant, timeZone) === local)
    .sort((left, right) => left - right);
}

/** Local time minus UTC, in milliseconds. */
function offsetOf(instant: Instant, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const minute = Math.floor(instant / MINUTE_MS) * MINUTE_MS;
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(minute)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - minute;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}
