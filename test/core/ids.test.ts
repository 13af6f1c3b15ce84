import { expect, test } from 'vitest';
import { uuid } from '../../src/core/ids.ts';

test('uuid: of version 4, and never the same', () => {
  const ids = Array.from({ length: 10_000 }, uuid);
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id) => !form.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('uuid: every digit takes every value that it may', () => {
  const seen = Array.from({ length: 36 }, () => new Set<string>());
  for (let n = 0; n < 2_000; n += 1) {
    for (const [at, digit] of Array.from(uuid()).entries()) seen[at]?.add(digit);
  }
  const counts = seen.map(({ size }) => size);
  const fixed = new Map([...[8, 13, 18, 23, 14].map((at): [number, number] => [at, 1]), [19, 4]]);
  expect(counts).toEqual(counts.map((_count, at) => fixed.get(at) ?? 16));
});
