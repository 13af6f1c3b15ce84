import { expect, test } from 'vitest';
import { Tail } from '../../../src/store/trail/tail.ts';

function records(count: number, characters = 1) {
  const text = 'x'.repeat(characters);
  return Array.from({ length: count }, () => ({ account: 'a', region: 'r', time: 0, text }));
}

test('the tail: has what was added last, by position, and nothing of what came before', () => {
  const tail = new Tail();
  expect(tail.read(0, 10)).toBeUndefined();
  tail.add(records(3), 5);
  tail.add(records(2), 8);
  expect(tail.read(3, 10)).toBeUndefined();
  expect(tail.read(4, 2)?.map(({ position }) => position)).toEqual([5, 6]);
  expect(tail.read(7, 10)?.map(({ position }) => position)).toEqual([8, 9]);
  expect(tail.read(9, 10)).toEqual([]);
});

test('the tail: is bounded by number and by size', () => {
  const many = new Tail();
  many.add(records(20_000), 1);
  expect(many.read(9_999, 1)).toBeUndefined();
  expect(many.read(10_000, 1)).toHaveLength(1);
  const large = new Tail();
  for (let position = 1; position <= 40; position += 1) large.add(records(1, 1_000_000), position);
  expect(large.read(0, 1)).toBeUndefined();
  expect(large.read(39, 1)).toHaveLength(1);
});
