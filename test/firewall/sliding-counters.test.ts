import { expect, test } from 'vitest';
import { SlidingCounters } from '../../src/firewall/sliding-counters.ts';

const SEC = 1_000;

test('rate counters: a flood of keys of many rules stays bounded, and pushes out no limited key of a small one', () => {
  const counters = new SlidingCounters();
  const small = { id: 'acl|small', limit: 1, windowSec: 60 };
  for (let count = 0; count < 3; count += 1) counters.hit(small, '192.0.2.1', 0);
  for (let rule = 0; rule < 5; rule += 1) {
    const flooded = { id: `acl|flood-${rule}`, limit: 10, windowSec: 60 };
    for (let key = 0; key < 60_000; key += 1) counters.hit(flooded, `key-${key}`, SEC);
  }
  expect(counters.size).toBeLessThanOrEqual(200_000);
  expect(counters.size).toBeGreaterThan(190_000);
  expect(counters.limitedKeys(small.id, SEC)).toEqual(['192.0.2.1']);
});
