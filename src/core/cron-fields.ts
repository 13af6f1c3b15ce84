/** What a day must be. Weekdays count from Sunday, 0. */
export type DayRule =
  | { readonly kind: 'dates'; readonly days: ReadonlySet<number> }
  | { readonly kind: 'lastDate'; readonly before: number }
  | { readonly kind: 'nearestWorkday'; readonly day: number }
  | { readonly kind: 'lastWorkday' }
  | { readonly kind: 'weekdays'; readonly weekdays: ReadonlySet<number> }
  | { readonly kind: 'lastWeekday'; readonly weekday: number }
  | { readonly kind: 'nthWeekday'; readonly weekday: number; readonly nth: number };

export interface CronFields {
  /** Ascending, as are the hours. */
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** A day is meant when one of them says so. */
  readonly days: readonly DayRule[];
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
}

const MONTHS = names('JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC');
const WEEKDAYS = names('SUN MON TUE WED THU FRI SAT');
const NO_NAMES: ReadonlyMap<string, number> = new Map();

interface Span {
  readonly from: number;
  readonly to: number;
  readonly names: ReadonlyMap<string, number>;
}

const MINUTE: Span = { from: 0, to: 59, names: NO_NAMES };
const HOUR: Span = { from: 0, to: 23, names: NO_NAMES };
const DATE: Span = { from: 1, to: 31, names: NO_NAMES };
const MONTH: Span = { from: 1, to: 12, names: MONTHS };
const WEEKDAY: Span = { from: 1, to: 7, names: WEEKDAYS };
const YEAR: Span = { from: 1_970, to: 2_199, names: NO_NAMES };

/** Six fields apart by white space; exactly one of the two day fields is `?`. Undefined: they break a rule. */
export function parseCronFields(text: string): CronFields | undefined {
  const fields = text.trim().toUpperCase().split(/\s+/);
  const [minute = '', hour = '', date = '', month = '', weekday = '', year = ''] = fields;
  if (fields.length !== 6 || (date === '?') === (weekday === '?')) return undefined;
  const minutes = numbers(minute, MINUTE);
  const hours = numbers(hour, HOUR);
  const days = date === '?' ? weekdayRules(weekday) : dateRules(date);
  const months = numbers(month, MONTH);
  const years = numbers(year, YEAR);
  if (!minutes || !hours || !days || !months || !years) return undefined;
  return {
    minutes: ascending(minutes),
    hours: ascending(hours),
    days,
    months,
    years,
  };
}

function ascending(values: ReadonlySet<number>): readonly number[] {
  return [...values].sort((left, right) => left - right);
}

/** `1`, `1-5`, `*`, `*` or `1` or `1-5` with `/2`, and lists of these. */
function numbers(field: string, span: Span): ReadonlySet<number> | undefined {
  const all = new Set<number>();
  for (const part of field.split(',')) {
    const some = partNumbers(part, span);
    if (some === undefined) return undefined;
    for (const value of some) all.add(value);
  }
  return all;
}

function partNumbers(part: string, span: Span): readonly number[] | undefined {
  const [range = '', step, ...more] = part.split('/');
  if (more.length > 0) return undefined;
  const every = step === undefined ? 1 : wholeNumber(step);
  if (every === undefined || every < 1) return undefined;
  const bounds = boundsOf(range, span, step !== undefined);
  if (bounds === undefined) return undefined;
  const { from, to } = bounds;
  const size = span.to - span.from + 1;
  // A range may go past the end: hours 20-2 are a night's.
  const length = (to - from + size) % size;
  const values: number[] = [];
  for (let passed = 0; passed <= length; passed += every) {
    values.push(span.from + ((from - span.from + passed) % size));
  }
  return values;
}

function boundsOf(
  range: string,
  span: Span,
  isStepped: boolean,
): { readonly from: number; readonly to: number } | undefined {
  if (range === '*') return span;
  const [first = '', last, ...more] = range.split('-');
  if (more.length > 0) return undefined;
  const from = valueOf(first, span);
  if (from === undefined) return undefined;
  if (last === undefined) return { from, to: isStepped ? span.to : from };
  const to = valueOf(last, span);
  return to === undefined ? undefined : { from, to };
}

function valueOf(text: string, { from, to, names: known }: Span): number | undefined {
  const value = known.get(text) ?? wholeNumber(text);
  return value === undefined || value < from || value > to ? undefined : value;
}

function wholeNumber(text: string): number | undefined {
  return /^[0-9]{1,4}$/.test(text) ? Number(text) : undefined;
}

function dateRules(field: string): readonly DayRule[] | undefined {
  if (field === 'L') return [{ kind: 'lastDate', before: 0 }];
  if (field === 'LW') return [{ kind: 'lastWorkday' }];
  const before = /^L-([0-9]{1,2})$/.exec(field)?.[1];
  if (before !== undefined) {
    return Number(before) > 30 ? undefined : [{ kind: 'lastDate', before: Number(before) }];
  }
  const near = /^([0-9]{1,2})W$/.exec(field)?.[1];
  if (near !== undefined) {
    const day = valueOf(near, DATE);
    return day === undefined ? undefined : [{ kind: 'nearestWorkday', day }];
  }
  const days = numbers(field, DATE);
  return days === undefined ? undefined : [{ kind: 'dates', days }];
}

function weekdayRules(field: string): readonly DayRule[] | undefined {
  if (field === 'L') return [{ kind: 'weekdays', weekdays: new Set([6]) }];
  const last = /^([0-9]|[A-Z]{3})L$/.exec(field)?.[1];
  if (last !== undefined) {
    const weekday = valueOf(last, WEEKDAY);
    return weekday === undefined ? undefined : [{ kind: 'lastWeekday', weekday: weekday - 1 }];
  }
  const [, named, nth] = /^([0-9]|[A-Z]{3})#([1-5])$/.exec(field) ?? [];
  if (named !== undefined && nth !== undefined) {
    const weekday = valueOf(named, WEEKDAY);
    if (weekday === undefined) return undefined;
    return [{ kind: 'nthWeekday', weekday: weekday - 1, nth: Number(nth) }];
  }
  const days = numbers(field, WEEKDAY);
  if (days === undefined) return undefined;
  return [{ kind: 'weekdays', weekdays: new Set([...days].map((day) => day - 1)) }];
}

/** Three letters each, counted from 1. */
function names(text: string): ReadonlyMap<string, number> {
  return new Map(text.split(' ').map((name, at) => [name, at + 1]));
}
