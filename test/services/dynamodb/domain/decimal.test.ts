import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  type NumberFault,
  parseDecimal,
  subtractDecimals,
} from '../../../../src/services/dynamodb/domain/decimal.ts';

function read(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (typeof parsed === 'string') throw new Error(`${text} is ${parsed}`);
  return parsed;
}

/** A text with up to 38 digits, a point anywhere, an exponent, and zeros that don't matter. */
const numberText = fc
  .record({
    sign: fc.constantFrom('', '-', '+'),
    zeros: fc.integer({ min: 0, max: 3 }),
    digits: fc.stringMatching(/^\d{1,38}$/),
    point: fc.integer({ min: 0, max: 38 }),
    power: fc.integer({ min: -90, max: 80 }),
  })
  .map(({ sign, zeros, digits, point, power }) => {
    const all = '0'.repeat(zeros) + digits;
    const at = Math.min(point, all.length);
    return `${sign}${all.slice(0, at)}.${all.slice(at)}e${power}`;
  });

/** The same number as a fraction over 10^300, without the code under test. */
function scaled(text: string): bigint {
  const [mantissa = '', power = '0'] = text.replace('+', '').split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const value = BigInt(whole + fraction) * 10n ** BigInt(300 + Number(power) - fraction.length);
  return mantissa.startsWith('-') ? -value : value;
}

test('a number keeps its value, is written in plain digits, and reads back the same', () => {
  fc.assert(
    fc.property(numberText, (text) => {
      const written = formatDecimal(read(text));
      expect(written).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
      expect(scaled(written)).toBe(scaled(text));
      expect(formatDecimal(read(written))).toBe(written);
    }),
  );
});

test('sums and differences are exact, or refused for having more than 38 digits', () => {
  fc.assert(
    fc.property(numberText, numberText, (a, b) => {
      for (const [result, expected] of [
        [addDecimals(read(a), read(b)), scaled(a) + scaled(b)],
        [subtractDecimals(read(a), read(b)), scaled(a) - scaled(b)],
      ] as const) {
        if (typeof result === 'string') {
          expect(result).toBe('precision');
          const digits = expected.toString().replace('-', '').replace(/0+$/, '');
          expect(digits.length).toBeGreaterThan(38);
        } else {
          expect(scaled(formatDecimal(result))).toBe(expected);
        }
      }
    }),
  );
});

test('numbers compare by value', () => {
  fc.assert(
    fc.property(numberText, numberText, (a, b) => {
      const [x, y] = [scaled(a), scaled(b)];
      expect(compareDecimals(read(a), read(b))).toBe(x < y ? -1 : x > y ? 1 : 0);
    }),
  );
});

const WRITTEN: readonly (readonly [string, string])[] = [
  ['0042.1200', '42.12'],
  ['-0', '0'],
  ['1.5E2', '150'],
  ['1.0', '1'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['+7', '7'],
  ['1E-130', `0.${'0'.repeat(129)}1`],
  ['9.9999999999999999999999999999999999999E+125', `${'9'.repeat(38)}${'0'.repeat(88)}`],
  ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
];

test.each(WRITTEN)('%s is kept as %s', (text, written) => {
  expect(formatDecimal(read(text))).toBe(written);
});

const REFUSED: readonly (readonly [string, NumberFault])[] = [
  ['', 'unreadable'],
  ['.', 'unreadable'],
  ['-', 'unreadable'],
  ['abc', 'unreadable'],
  ['0x10', 'unreadable'],
  ['1 ', 'unreadable'],
  ['NaN', 'unreadable'],
  ['Infinity', 'unreadable'],
  ['1e', 'unreadable'],
  ['123456789012345678901234567890123456789', 'precision'],
  ['1E+126', 'overflow'],
  ['-1E+126', 'overflow'],
  ['1E-131', 'underflow'],
  ['1E999999999999999999999999', 'overflow'],
  ['1E-999999999999999999999999', 'underflow'],
];

test.each(REFUSED)('%s is %s', (text, fault) => {
  expect(parseDecimal(text)).toBe(fault);
});

test('all tables ran', () => {
  expect(WRITTEN.length + REFUSED.length).toBe(25);
});

test('a megabyte of digits is refused without being computed', () => {
  expect(parseDecimal('1'.repeat(1_000_000))).toBe('overflow');
  expect(parseDecimal(`0.${'1'.repeat(1_000_000)}`)).toBe('precision');
  expect(parseDecimal(`${'0'.repeat(1_000_000)}7`)).toEqual({ coefficient: 7n, exponent: 0 });
});
