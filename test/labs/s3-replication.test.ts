import { expect, test } from 'vitest';
import { s3Replication } from '../../labs/s3-replication/lab.ts';
import { reportOf } from './reports.ts';

test('the s3-replication lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(s3Replication);
  expect(checks).toHaveLength(18);
  expect(skipped).toEqual([]);
});
