import { expect, test } from 'vitest';
import { sharedReads } from '../../src/followers/shared-reads.ts';

function counted() {
  const entries: number[] = [];
  let reads = 0;
  const source = sharedReads({
    highest: () => entries.length,
    read: async (after: number, limit: number) => {
      reads += 1;
      return entries.slice(after, after + limit);
    },
  });
  return { entries, source, reads: () => reads };
}

test('shared reads: followers that are equally far cause one, whatever comes behind a whole batch', async () => {
  const { entries, source, reads } = counted();
  entries.push(1, 2, 3);
  const [first, second] = await Promise.all([source.read(0, 3), source.read(0, 3)]);
  entries.push(4);
  expect(first).toEqual([1, 2, 3]);
  expect(second).toBe(first);
  expect(await source.read(0, 3)).toBe(first);
  expect(reads()).toBe(1);
});

test('shared reads: what came behind a smaller batch is read, and another place is another reading', async () => {
  const { entries, source, reads } = counted();
  entries.push(1);
  expect(await source.read(0, 3)).toEqual([1]);
  expect(await source.read(0, 3)).toEqual([1]);
  expect(reads()).toBe(1);
  entries.push(2);
  expect(await source.read(0, 3)).toEqual([1, 2]);
  expect(await source.read(1, 3)).toEqual([2]);
  expect(reads()).toBe(3);
});

test('shared reads: a failure is nobody else’s', async () => {
  let isBroken = true;
  const source = sharedReads({
    highest: () => 1,
    read: async () => {
      if (isBroken) throw new Error('the disk is gone');
      return ['a'];
    },
  });
  await expect(source.read(0, 1)).rejects.toThrow('the disk is gone');
  isBroken = false;
  expect(await source.read(0, 1)).toEqual(['a']);
});
