import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  equalItems,
  equalValues,
  compareValues,
} from '../../../../src/services/dynamodb/domain/equality.ts';
import { restoredItem, storedItem } from '../../../../src/services/dynamodb/domain/stored-items.ts';
import type { JsonObject } from '../../../../src/core/json.ts';
import { items, values } from './arbitrary-values.ts';

test('an item is equal to itself after it was stored as JSON', () => {
  fc.assert(
    fc.property(items, (item) => {
      const stored: JsonObject = JSON.parse(JSON.stringify(storedItem(item)));
      expect(equalItems(restoredItem(stored), item)).toBe(true);
    }),
  );
});

test('equality is symmetric, and so is order', () => {
  fc.assert(
    fc.property(values, values, (a, b) => {
      expect(equalValues(a, b)).toBe(equalValues(b, a));
      const order = compareValues(a, b);
      if (order !== undefined) {
        expect(Math.sign(compareValues(b, a) ?? 9)).toBe(-Math.sign(order) + 0);
        expect(order === 0).toBe(equalValues(a, b));
      }
    }),
  );
});

test('sets are equal in any order, lists are not, types are never mixed', () => {
  expect(equalValues({ SS: ['a', 'b'] }, { SS: ['b', 'a'] })).toBe(true);
  expect(equalValues({ SS: ['a'] }, { SS: ['a', 'b'] })).toBe(false);
  expect(equalValues({ L: [{ S: 'a' }, { S: 'b' }] }, { L: [{ S: 'b' }, { S: 'a' }] })).toBe(false);
  expect(equalValues({ S: '1' }, { N: '1' })).toBe(false);
  expect(equalValues({ M: { a: { S: 'x' } } }, { M: { a: { S: 'x' }, b: { S: 'y' } } })).toBe(
    false,
  );
  expect(compareValues({ S: '1' }, { N: '1' })).toBeUndefined();
});

test('strings are ordered by their UTF-8 bytes', () => {
  expect(compareValues({ S: 'z' }, { S: '¿' })).toBeLessThan(0);
  expect(compareValues({ S: '\u{fffd}' }, { S: '\u{10000}' })).toBeLessThan(0);
});
