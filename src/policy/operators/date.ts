import { type Operand, type Operator, withNegation } from './operator.ts';

const EPOCH_SECONDS = /^-?\d{5,15}(\.\d{1,9})?$/;
const DAY = /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?$/;
const TIME = /^(\d\d?)(?::(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;

/**
 * Milliseconds since 1970 of a W3C profile of ISO 8601, or of epoch seconds. Four digits are a
 * year. A time without a zone is UTC: the host's zone must not decide a request.
 */
function parseDate(text: string): number | undefined {
  if (EPOCH_SECONDS.test(text)) return Number(text) * 1000;
  const [dayText = '', timeText, ...more] = text.split(/[Tt]/);
  const day = DAY.exec(dayText);
  if (day === null || more.length > 0) return undefined;
  const [, year, month = '1', date = '1'] = day;
  if (Number(month) < 1 || Number(month) > 12 || Number(date) < 1 || Number(date) > 31) {
    return undefined;
  }
  const start = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (timeText === undefined) return start;
  const offset = parseTime(timeText);
  return offset === undefined ? undefined : start + offset;
}

/** Milliseconds since the day began in UTC; negative east of Greenwich. */
function parseTime(text: string): number | undefined {
  const time = TIME.exec(text);
  if (time === null) return undefined;
  const [, hours, minutes = '0', seconds = '0', fraction = '0', zone = 'Z'] = time;
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 60) return undefined;
  const local = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const exact = local + Number(seconds) * 1000 + Number(`0.${fraction}`) * 1000;
  if (zone === 'Z' || zone === 'z') return exact;
  const ahead = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', ''));
  return exact - (zone.startsWith('-') ? -ahead : ahead) * 60_000;
}

function comparison(holds: (value: number, wanted: number) => boolean): Operator['operand'] {
  return (text): Operand | undefined => {
    const wanted = parseDate(text);
    if (wanted === undefined) return undefined;
    return (value) => {
      const date = parseDate(value);
      return date !== undefined && holds(date, wanted);
    };
  };
}

function ordering(name: string, holds: (value: number, wanted: number) => boolean): Operator {
  return { name, negated: false, operand: comparison(holds) };
}

export const DATE_OPERATORS: readonly Operator[] = [
  ...withNegation(
    'DateEquals',
    'DateNotEquals',
    comparison((a, b) => a === b),
  ),
  ordering('DateLessThan', (a, b) => a < b),
  ordering('DateLessThanEquals', (a, b) => a <= b),
  ordering('DateGreaterThan', (a, b) => a > b),
  ordering('DateGreaterThanEquals', (a, b) => a >= b),
];
