import { expect, test } from 'vitest';
import { kmsKeys } from '../../labs/kms-keys/lab.ts';
import { reportOf } from './reports.ts';

test('the kms-keys lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(kmsKeys);
  expect(checks).toHaveLength(31);
  expect(skipped).toEqual([]);
});
