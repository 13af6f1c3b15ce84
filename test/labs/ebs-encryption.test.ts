import { expect, test } from 'vitest';
import { ebsEncryption } from '../../labs/ebs-encryption/lab.ts';
import { reportOf } from './reports.ts';

test('the ebs-encryption lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(ebsEncryption);
  expect(checks).toHaveLength(15);
  expect(skipped).toEqual([]);
});
