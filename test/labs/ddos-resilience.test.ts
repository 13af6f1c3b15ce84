import { expect, test } from 'vitest';
import { ddosResilience } from '../../labs/ddos-resilience/lab.ts';
import { reportOf } from './reports.ts';

test('the ddos-resilience lab: every claim it makes is so', { timeout: 180_000 }, async () => {
  const { checks, skipped } = await reportOf(ddosResilience);
  expect(checks).toHaveLength(17);
  expect(skipped).toEqual([]);
});
