import { expect, test } from 'vitest';
import { parameterPolicies } from '../../labs/parameter-policies/lab.ts';
import { reportOf } from './reports.ts';

test('the parameter-policies lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(parameterPolicies);
  expect(checks).toHaveLength(13);
  expect(skipped).toEqual([]);
});
