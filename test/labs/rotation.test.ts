import { expect, test } from 'vitest';
import { rotation } from '../../labs/rotation/lab.ts';
import { reportOf } from './reports.ts';

test('the rotation lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(rotation);
  expect(checks).toHaveLength(16);
  expect(skipped).toEqual([]);
});
