import { expect, test } from 'vitest';
import { multiRegionKeys } from '../../labs/multi-region-keys/lab.ts';
import { reportOf } from './reports.ts';

test('the multi-region-keys lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(multiRegionKeys);
  expect(checks).toHaveLength(16);
  expect(skipped).toEqual([]);
});
