import { expect, test } from 'vitest';
import { crossAccount } from '../../labs/cross-account/lab.ts';
import { reportOf } from './reports.ts';

test('the cross-account lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(crossAccount);
  expect(checks).toHaveLength(13);
  expect(skipped).toEqual([]);
});
