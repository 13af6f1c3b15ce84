import { expect, test } from 'vitest';
import { certificates } from '../../labs/certificates/lab.ts';
import { reportOf } from './reports.ts';

test('the certificates lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(certificates);
  expect(checks).toHaveLength(14);
  expect(skipped).toEqual([]);
});
