import { expect, test } from 'vitest';
import { keyPolicies } from '../../labs/key-policies/lab.ts';
import { reportOf } from './reports.ts';

test('the key-policies lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(keyPolicies);
  expect(checks).toHaveLength(23);
  expect(skipped).toEqual(['the same call through S3']);
});
