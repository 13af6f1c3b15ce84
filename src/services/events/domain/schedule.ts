import { parseCron } from '../../../core/cron.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../../../core/time.ts';

/** When a rule's schedule is due. */
export interface Schedule {
  /** The first turn after `now`, for a rule whose last turn was due at `due`, or which began then. */
  next(due: Instant, now: Instant): Instant | undefined;
}

const UNITS_MS: ReadonlyMap<string, number> = new Map([
  ['minute', MINUTE_MS],
  ['hour', HOUR_MS],
  ['day', DAY_MS],
]);

/** `rate(5 minutes)`, `cron(0 10 * * ? *)`. Undefined: it can't be read. Turns that were missed are made up for once. */
export function parseSchedule(text: string): Schedule | undefined {
  const rate = /^rate\(([1-9][0-9]{0,7}) (minute|hour|day)(s?)\)$/.exec(text);
  if (rate !== null) {
    const [, count = '', unit = '', plural] = rate;
    // One minute, several minutes.
    if ((count === '1') === (plural === 's')) return undefined;
    const every = Number(count) * (UNITS_MS.get(unit) ?? 0);
    return { next: (due, now) => due + (Math.floor(Math.max(0, now - due) / every) + 1) * every };
  }
  const fields = /^cron\((.*)\)$/.exec(text)?.[1];
  const cron = fields === undefined ? undefined : parseCron(fields);
  return cron === undefined ? undefined : { next: (_due, now) => cron.next(now) };
}
