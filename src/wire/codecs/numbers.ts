import { MalformedValue, mismatch } from './malformed.ts';

/** Inclusive bounds of the whole-number types. A long beyond 2^53 loses its last digits. */
const RANGES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['byte', [-128, 127]],
  ['short', [-32_768, 32_767]],
  ['integer', [-2_147_483_648, 2_147_483_647]],
  ['long', [-(2 ** 63), 2 ** 63]],
  ['bigInteger', [-Number.MAX_VALUE, Number.MAX_VALUE]],
]);

const WHOLE_TEXT = /^[+-]?\d{1,400}$/;
const DECIMAL_TEXT = /^[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,4})?$/;

export function isNumeric(type: string): boolean {
  return RANGES.has(type) || isFraction(type);
}

function isFraction(type: string): boolean {
  return type === 'float' || type === 'double' || type === 'bigDecimal';
}

/** Reads a number that the carrier already typed (JSON, CBOR). */
export function numberReader(type: string): (value: unknown) => number {
  if (isFraction(type)) {
    return (value) => {
      if (typeof value === 'number') return value;
      if (typeof value === 'bigint') return Number(value);
      return specialNumber(value) ?? fail(value, type);
    };
  }
  const [low, high] = RANGES.get(type) ?? [-(2 ** 63), 2 ** 63];
  return (value) => {
    const number = typeof value === 'bigint' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number)) return fail(value, type);
    return number < low || number > high ? fail(value, type) : number;
  };
}

/** Reads a number from text (headers, query strings, forms, XML). */
export function numberFromText(type: string): (text: string) => number {
  const check = numberReader(type);
  const form = isFraction(type) ? DECIMAL_TEXT : WHOLE_TEXT;
  return (text) => {
    const trimmed = text.trim();
    const special = isFraction(type) ? specialNumber(trimmed) : undefined;
    if (special !== undefined) return special;
    return form.test(trimmed) ? check(Number(trimmed)) : fail(text, type);
  };
}

/** Text of a number; the three that have no digits are written as words. */
export function numberText(value: unknown): string {
  return String(value);
}

/** JSON has no NaN: these three travel as strings. */
export function jsonNumber(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'bigint' ? Number(value) : value;
}

function specialNumber(value: unknown): number | undefined {
  if (value === 'NaN') return Number.NaN;
  if (value === 'Infinity') return Number.POSITIVE_INFINITY;
  return value === '-Infinity' ? Number.NEGATIVE_INFINITY : undefined;
}

function fail(value: unknown, type: string): never {
  throw mismatch(value, type);
}

/** Strict `true` and `false`. */
export function booleanFromText(text: string): boolean {
  if (text === 'true') return true;
  if (text === 'false') return false;
  throw new MalformedValue(`"${text.slice(0, 32)}" is not a Boolean`);
}
