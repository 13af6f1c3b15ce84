import { type Operand, type Operator, withNegation } from './operator.ts';

const EPOCH_SECONDS = /^-?\d{5,15}(\.\d{1,9})?$/;
const ISO = /^(\d{4})(-\d\d(-\d\d)?)?(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Milliseconds since 1970 of a W3C profile of ISO 8601, or of epoch seconds. Four digits are a
 * year. A time without a zone is UTC: the host's zone must not decide a request.
 */
function parseDate(text: string): number | undefined {
  if (EPOCH_SECONDS.test(text)) return Number(text) * 1000;
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, , , , time, , , zone] = match;
  if (time === undefined && zone !== undefined) return undefined;
  const date = Date.parse(time === undefined || zone !== undefined ? text : `${text}Z`);
  return Number.isNaN(date) ? undefined : date;
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

function ordering(
  name: string,
  holds: (value: number, wanted: number) => boolean,
): Operator {
  return { name, negated: false, operand: comparison(holds) };
}

export const DATE_OPERATORS: readonly Operator[] = [
  ...withNegation('DateEquals', 'DateNotEquals', comparison((a, b) => a === b)),
  ordering('DateLessThan', (a, b) => a < b),
  ordering('DateLessThanEquals', (a, b) => a <= b),
  ordering('DateGreaterThan', (a, b) => a > b),
  ordering('DateGreaterThanEquals', (a, b) => a >= b),
];
