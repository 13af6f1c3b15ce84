import { expect, test } from 'vitest';
import { parameters } from '../../labs/parameters/lab.ts';
import { reportOf } from './reports.ts';

test('the parameters lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(parameters);
  expect(checks).toHaveLength(25);
  expect(skipped).toEqual([]);
});
