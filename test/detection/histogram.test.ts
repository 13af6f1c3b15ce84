import { expect, test } from 'vitest';
import { commonest, countOf, type Histogram, seen } from '../../src/detection/memory/histogram.ts';

test('names that every object has are seen no more often than others', () => {
  const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty'];
  const histogram: Histogram = {};
  for (const name of names) expect(countOf(histogram, name, 1)).toBe(0);
  for (const name of names) seen(seen(histogram, name, 1), name, 1);
  const kept: Histogram = JSON.parse(JSON.stringify(histogram));
  for (const name of names) expect(countOf(kept, name, 2)).toBeCloseTo(2, 0);
  expect(commonest(kept, 2, 10)).toHaveLength(names.length);
});
