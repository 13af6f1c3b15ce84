import { parseCron } from '../../../core/cron.ts';
import { instantsOf } from '../../../core/time-zone.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../../../core/time.ts';

/** When a schedule's turns are. */
export interface Expression {
  readonly kind: 'once' | 'recurring';
  /** The first turn after an instant. `origin` is when a rate begins: its start, or when it was made. */
  next(after: Instant, origin: Instant): Instant | undefined;
}

const UNITS_MS: ReadonlyMap<string, number> = new Map([
  ['minute', MINUTE_MS],
  ['hour', HOUR_MS],
  ['day', DAY_MS],
]);

/** `at(2026-11-20T13:00:00)`, `rate(5 minutes)`, `cron(0 8 * * ? *)`. Undefined: it can't be read. */
export function parseExpression(text: string, timeZone: string): Expression | undefined {
  const [, kind, inner = ''] = /^(at|rate|cron)\((.*)\)$/.exec(text) ?? [];
  switch (kind) {
    case 'at':
      return once(inner, timeZone);
    case 'rate':
      return rate(inner);
    case 'cron': {
      const cron = parseCron(inner, timeZone);
      return cron === undefined
        ? undefined
        : { kind: 'recurring', next: (after) => cron.next(after) };
    }
    default:
      return undefined;
  }
}

function once(text: string, timeZone: string): Expression | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) return undefined;
  const local = Date.parse(`${text}Z`);
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 19) !== text) return undefined;
  const [first] = instantsOf(local, timeZone);
  if (first === undefined) return undefined;
  return { kind: 'once', next: (after) => (first > after ? first : undefined) };
}

/** Days are 24 hours, whatever clocks do. */
function rate(text: string): Expression | undefined {
  const [, count, unit = ''] = /^([1-9][0-9]{0,7}) +(minute|hour|day)s?$/.exec(text) ?? [];
  if (count === undefined) return undefined;
  const every = Number(count) * (UNITS_MS.get(unit) ?? 0);
  return {
    kind: 'recurring',
    next: (after, origin) =>
      after < origin ? origin : origin + (Math.floor((after - origin) / every) + 1) * every,
  };
}
