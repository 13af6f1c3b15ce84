import { expect, test } from 'vitest';
import { secretReplication } from '../../labs/secret-replication/lab.ts';
import { reportOf } from './reports.ts';

test('the secret-replication lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(secretReplication);
  expect(checks).toHaveLength(15);
  expect(skipped).toEqual([]);
});
