/**
 * A number of DynamoDB, exactly: coefficient × 10^exponent. In normal form, which every function here gives, the
 * coefficient has no zero at its end, and zero is 0 × 10^0.
 */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** Why a text or a result is no number of DynamoDB. */
export type NumberFault = 'unreadable' | 'precision' | 'overflow' | 'underflow';

const DIGITS = 38;
/** The exponents of the first digit: 1E-130 to 9.9…E+125. */
const LOWEST = -130;
const HIGHEST = 125;
/** Exponents beyond this differ in nothing: all of them are out of range. */
const FAR = 1_000_000_000;
const ZERO: Decimal = { coefficient: 0n, exponent: 0 };
const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Reads what AWS reads: a sign, digits with a point, an exponent. The digits become a number only when they may stay. */
export function parseDecimal(text: string): Decimal | NumberFault {
  const match = FORM.exec(text);
  if (match === null) return 'unreadable';
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const digits = whole + fraction;
  if (digits === '') return 'unreadable';
  const { first, last } = significant(digits);
  if (first === -1) return ZERO;
  const kept = digits.slice(first, last + 1);
  const shift = Math.max(-FAR, Math.min(FAR, Number(power)));
  const exponent = shift - fraction.length + (digits.length - 1 - last);
  const fault = faultOf(kept.length, exponent);
  if (fault !== undefined) return fault;
  return { coefficient: BigInt(sign === '-' ? `-${kept}` : kept), exponent };
}

function significant(digits: string): { first: number; last: number } {
  let first = 0;
  while (first < digits.length && digits[first] === '0') first += 1;
  if (first === digits.length) return { first: -1, last: -1 };
  let last = digits.length - 1;
  while (digits[last] === '0') last -= 1;
  return { first, last };
}

function faultOf(digits: number, exponent: number): NumberFault | undefined {
  const highest = exponent + digits - 1;
  if (highest > HIGHEST) return 'overflow';
  if (highest < LOWEST) return 'underflow';
  return digits > DIGITS ? 'precision' : undefined;
}

/** Plain digits, never an exponent, as DynamoDB answers numbers. */
export function formatDecimal({ coefficient, exponent }: Decimal): string {
  const sign = coefficient < 0n ? '-' : '';
  const digits = digitsOf(coefficient);
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent);
  const point = digits.length + exponent;
  if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  return `${sign}0.${'0'.repeat(-point)}${digits}`;
}

/** The digits without sign. */
export function digitsOf(coefficient: bigint): string {
  return (coefficient < 0n ? -coefficient : coefficient).toString();
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const { x, y } = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export function addDecimals(a: Decimal, b: Decimal): Decimal | NumberFault {
  const { x, y, exponent } = aligned(a, b);
  return normal(x + y, exponent);
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal | NumberFault {
  return addDecimals(a, { coefficient: -b.coefficient, exponent: b.exponent });
}

function aligned(a: Decimal, b: Decimal): { x: bigint; y: bigint; exponent: number } {
  const exponent = Math.min(a.exponent, b.exponent);
  return {
    x: a.coefficient * 10n ** BigInt(a.exponent - exponent),
    y: b.coefficient * 10n ** BigInt(b.exponent - exponent),
    exponent,
  };
}

function normal(coefficient: bigint, exponent: number): Decimal | NumberFault {
  if (coefficient === 0n) return ZERO;
  const digits = digitsOf(coefficient);
  const { last } = significant(digits);
  const zeros = digits.length - 1 - last;
  const fault = faultOf(last + 1, exponent + zeros);
  return fault ?? { coefficient: coefficient / 10n ** BigInt(zeros), exponent: exponent + zeros };
}
