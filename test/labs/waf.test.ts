import { expect, test } from 'vitest';
import { waf } from '../../labs/waf/lab.ts';
import { reportOf } from './reports.ts';

test('the waf lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(waf);
  expect(checks).toHaveLength(9);
  expect(skipped).toEqual([]);
});
