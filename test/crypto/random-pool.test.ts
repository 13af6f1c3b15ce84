import { expect, test } from 'vitest';
import { pooledRandomBytes } from '../../src/crypto/random-pool.ts';

test('pooled random bytes: as many as asked for, and never the same again', () => {
  const seen = new Set<string>();
  for (let draw = 0; draw < 2_000; draw += 1) {
    const bytes = pooledRandomBytes(28);
    expect(bytes).toHaveLength(28);
    seen.add(bytes.toString('hex'));
  }
  expect(seen.size).toBe(2_000);
  expect(pooledRandomBytes(10_000)).toHaveLength(10_000);
});

test('pooled random bytes: each draw has memory of its own', () => {
  const first = pooledRandomBytes(16);
  const copy = Buffer.from(first);
  for (let draw = 0; draw < 1_000; draw += 1) pooledRandomBytes(16).fill(0xff);
  expect(first).toEqual(copy);
});
