import { expect, test } from 'vitest';
import { checkedValue } from '../../../../src/services/dynamodb/domain/checked-values.ts';
import {
  assertItemFits,
  assertUpdatedItemFits,
  itemSize,
  valueSize,
} from '../../../../src/services/dynamodb/domain/item-size.ts';

/** Measured at AWS: a digit pair before and behind the point, a byte for the number, one for the minus. */
const NUMBERS: readonly (readonly [string, number])[] = [
  ['0', 1],
  ['1', 2],
  ['-1', 3],
  ['10', 2],
  ['123', 3],
  ['123456', 4],
  ['3.14159', 5],
  ['0.001', 2],
  ['1E125', 2],
  ['100.5', 4],
];

test.each(NUMBERS)('the number %s has %i bytes', (text, size) => {
  expect(valueSize(checkedValue({ N: text }))).toBe(size);
});

test('every number ran', () => {
  expect(NUMBERS.length).toBe(10);
});

test('an item has the bytes of its names and values', () => {
  expect(itemSize({ 'shirt-color': { S: 'R' }, 'shirt-size': { S: 'M' } })).toBe(23);
  expect(itemSize({ é: { S: '€' } })).toBe(5);
  expect(itemSize({ a: { BOOL: false }, b: { NULL: true } })).toBe(4);
  expect(itemSize({ a: { L: [] } })).toBe(4);
  expect(itemSize({ a: { L: [{ S: 'xy' }, { N: '1' }] } })).toBe(4 + 3 + 3);
  expect(itemSize({ a: { M: { key: { S: 'v' } } } })).toBe(4 + 1 + 3 + 1);
  expect(itemSize({ a: { SS: ['x', 'yz'] }, b: { NS: ['1', '22'] } })).toBe(4 + 5);
  expect(itemSize({ a: { B: new Uint8Array(7) }, b: { BS: [new Uint8Array(2)] } })).toBe(11);
});

test('an item has at most 400 KB', () => {
  const item = (bytes: number) => ({ a: { S: 'x'.repeat(bytes - 1) } });
  assertItemFits(item(409_600));
  assertUpdatedItemFits(item(409_600));
  expect(() => assertItemFits(item(409_601))).toThrow(
    'Item size has exceeded the maximum allowed size',
  );
  expect(() => assertUpdatedItemFits(item(409_601))).toThrow(
    'Item size to update has exceeded the maximum allowed size',
  );
});
