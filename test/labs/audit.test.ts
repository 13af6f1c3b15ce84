import { expect, test } from 'vitest';
import { audit } from '../../labs/audit/lab.ts';
import { reportOf } from './reports.ts';

/** Of them one needs the `aws` command. */
const CHECKS = 15;

test('the audit lab: every claim it makes is so', { timeout: 180_000 }, async () => {
  const { checks, skipped } = await reportOf(audit);
  expect(checks).toHaveLength(CHECKS - skipped.length);
});
