import { expect, test } from 'vitest';
import { RecencyCache } from '../../src/core/recency-cache.ts';

test('recency cache: what is asked for stays, and the number is bounded', () => {
  const cache = new RecencyCache<number>(10);
  cache.set('kept', -1);
  for (let key = 0; key < 1_000; key += 1) {
    cache.set(String(key), key);
    expect(cache.get('kept')).toBe(-1);
    expect(cache.weight).toBeLessThanOrEqual(10);
  }
  expect(cache.get('0')).toBeUndefined();
  expect(cache.get('999')).toBe(999);
});

test('recency cache: weighs entries, and keeps none that outweighs a generation', () => {
  const cache = new RecencyCache<string>(100, (key, value) => key.length + value.length);
  cache.set('a', 'x'.repeat(49));
  expect(cache.weight).toBe(50);
  cache.set('b', 'x'.repeat(50));
  expect(cache.get('b')).toBeUndefined();
  cache.set('a', 'y');
  expect(cache.get('a')).toBe('y');
  expect(cache.weight).toBe(2);
  cache.delete('a');
  expect([cache.get('a'), cache.weight]).toEqual([undefined, 0]);
  cache.set('c', 'z');
  cache.clear();
  expect([cache.get('c'), cache.weight]).toEqual([undefined, 0]);
});
