import { expect, test } from 'vitest';
import { Tail, type TailPart } from '../../../src/store/trail/tail.ts';

/** Records that were written one after the other; the text of each ends in its position. */
function part(count: number, firstPosition: number, characters = 1): TailPart {
  const written = Array.from({ length: count }, (_, index) => {
    return 'ü'.repeat(characters / 2) + String(firstPosition + index);
  });
  const texts: { start: number; end: number }[] = [];
  let end = 0;
  for (const text of written) {
    const start = end;
    end += Buffer.byteLength(text);
    texts.push({ start, end });
  }
  const records = written.map((text) => ({ account: 'a', region: 'r', time: 0, text }));
  return { records, firstPosition, bytes: Buffer.from(written.join('')), texts };
}

test('the tail: has what was added last, by position, and nothing of what came before', () => {
  const tail = new Tail();
  expect(tail.read(0, 10)).toBeUndefined();
  tail.add(part(3, 5));
  tail.add(part(2, 8));
  expect(tail.read(3, 10)).toBeUndefined();
  expect(tail.read(4, 2)?.map(({ position }) => position)).toEqual([5, 6]);
  expect(tail.read(7, 10)?.map(({ position }) => position)).toEqual([8, 9]);
  expect(tail.read(9, 10)).toEqual([]);
});

test('the tail: records are as they were appended', () => {
  const tail = new Tail();
  const added = part(2, 5, 6);
  const facts = { ...NO_FACTS, name: 'Encrypt' };
  tail.add({ ...added, records: added.records.map((record) => ({ ...record, facts })) });
  const read = tail.read(4, 10)?.map(({ account, region, time, text, facts: told }) => {
    return { account, region, time, text, told };
  });
  const shared = { account: 'a', region: 'r', time: 0, told: facts };
  expect(read).toEqual([
    { ...shared, text: 'üüü5' },
    { ...shared, text: 'üüü6' },
  ]);
});

const NO_FACTS = {
  source: '',
  name: '',
  type: '',
  errorCode: undefined,
  readOnly: false,
  isManagement: true,
  identity: {},
  parameters: {},
  resources: [],
  requestId: '',
  eventId: '',
  isShared: false,
};

test('the tail: is bounded by number and by size', () => {
  const many = new Tail();
  many.add(part(20_000, 1));
  expect(many.read(9_999, 1)).toBeUndefined();
  expect(many.read(10_000, 1)).toHaveLength(1);
  const large = new Tail();
  for (let position = 1; position <= 40; position += 1) large.add(part(1, position, 1_000_000));
  expect(large.read(0, 1)).toBeUndefined();
  expect(large.read(39, 1)).toHaveLength(1);
});
