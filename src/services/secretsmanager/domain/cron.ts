import { DAY_MS, HOUR_MS, type Instant } from '../../../core/time.ts';

/** `cron(Minutes Hours Day-of-month Month Day-of-week Year)`, read. UTC; turns are on the hour. */
export interface Cron {
  /** Sorted. */
  readonly hours: readonly number[];
  readonly isDay: (date: Date) => boolean;
}

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const HOURS_APART_MIN = 4;
/** The rarest schedule, such as a fifth Sunday in February, comes within so many days. */
const DAYS_SEARCHED_MAX = 15_000;

interface Field {
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
}

const HOUR: Field = { first: 0, last: 23, names: [] };
const DAY_OF_MONTH: Field = { first: 1, last: 31, names: [] };
const MONTH: Field = { first: 1, last: 12, names: MONTHS };
const DAY_OF_WEEK: Field = { first: 1, last: 7, names: DAYS };

type DayRule = (date: Date) => boolean;

/** Undefined: it is none that Secrets Manager allows. */
export function parseCron(text: string): Cron | undefined {
  const fields = /^cron\((.+)\)$/.exec(text.trim())?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6) return undefined;
  const [minutes, hours = '', ofMonth = '', month = '', ofWeek = '', year] = fields;
  if (minutes !== '0' || year !== '*' || (ofMonth === '?') === (ofWeek === '?')) return undefined;
  const atHours = valuesOf(hours, HOUR);
  const months = valuesOf(month, MONTH);
  const isDay = ofWeek === '?' ? monthDay(ofMonth) : weekDay(ofWeek);
  if (atHours === undefined || months === undefined || isDay === undefined) return undefined;
  const sorted = [...atHours].sort((a, b) => a - b);
  if (gapOf(sorted) < HOURS_APART_MIN) return undefined;
  return { hours: sorted, isDay: (date) => months.has(date.getUTCMonth() + 1) && isDay(date) };
}

/** The fewest hours between two turns, over midnight too. 24 for one turn a day. */
export function gapOf(hours: readonly number[]): number {
  const [first = 0] = hours;
  const following = [...hours.slice(1), first + 24];
  return Math.min(...hours.map((hour, at) => (following[at] ?? 0) - hour));
}

/** The first turn after an instant; undefined when there is none, as on 30 February. */
export function turnAfter({ hours, isDay }: Cron, after: Instant): Instant | undefined {
  const today = Math.floor(after / DAY_MS) * DAY_MS;
  for (let passed = 0; passed < DAYS_SEARCHED_MAX; passed += 1) {
    const midnight = today + passed * DAY_MS;
    if (!isDay(new Date(midnight))) continue;
    const turn = hours.map((hour) => midnight + hour * HOUR_MS).find((at) => at > after);
    if (turn !== undefined) return turn;
  }
  return undefined;
}

function monthDay(text: string): DayRule | undefined {
  if (text === 'L') return (date) => date.getUTCDate() === lastDateOf(date);
  const lastNamed = lastWeekday(text);
  if (lastNamed !== undefined) return lastNamed;
  const days = valuesOf(text, DAY_OF_MONTH);
  return days === undefined ? undefined : (date) => days.has(date.getUTCDate());
}

function weekDay(text: string): DayRule | undefined {
  if (text === 'L') return (date) => date.getUTCDay() === 6;
  const lastNamed = lastWeekday(text);
  if (lastNamed !== undefined) return lastNamed;
  const [name = '', nth, ...more] = text.split('#');
  if (nth !== undefined) {
    const day = numberOf(name, DAY_OF_WEEK);
    if (day === undefined || !/^[1-5]$/.test(nth) || more.length > 0) return undefined;
    return (date) =>
      date.getUTCDay() + 1 === day && Math.ceil(date.getUTCDate() / 7) === Number(nth);
  }
  const days = valuesOf(text, DAY_OF_WEEK);
  return days === undefined ? undefined : (date) => days.has(date.getUTCDay() + 1);
}

/** `SUNL`: the last Sunday of the month. */
function lastWeekday(text: string): DayRule | undefined {
  const day = text.endsWith('L') ? numberOf(text.slice(0, -1), DAY_OF_WEEK) : undefined;
  if (day === undefined) return undefined;
  return (date) => date.getUTCDay() + 1 === day && date.getUTCDate() > lastDateOf(date) - 7;
}

function lastDateOf(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The values of a field: `*`, `5`, `1,15`, `1-15`, `2/10`, `/8`. */
function valuesOf(text: string, field: Field): ReadonlySet<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const range = rangeOf(part, field);
    if (range === undefined) return undefined;
    for (let value = range.from; value <= range.to; value += range.step) values.add(value);
  }
  return values;
}

function rangeOf(part: string, field: Field) {
  const [span = '', stepText, ...more] = part.split('/');
  if (more.length > 0 || (stepText !== undefined && !/^[1-9]\d?$/.test(stepText))) return undefined;
  const isStepped = stepText !== undefined;
  const step = Number(stepText ?? 1);
  const bounds = boundsOf(span, isStepped, field);
  return bounds === undefined ? undefined : { ...bounds, step };
}

function boundsOf(span: string, isStepped: boolean, field: Field) {
  if (span === '*' || (span === '' && isStepped)) return { from: field.first, to: field.last };
  const [start = '', end, ...rest] = span.split('-');
  const from = numberOf(start, field);
  if (from === undefined || rest.length > 0) return undefined;
  // `2/10` goes on to the field's end.
  if (end === undefined) return { from, to: isStepped ? field.last : from };
  const to = numberOf(end, field);
  return to === undefined || to < from ? undefined : { from, to };
}

function numberOf(text: string, { first, last, names }: Field): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + 1;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= first && value <= last ? value : undefined;
}
