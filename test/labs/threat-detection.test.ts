import { expect, test } from 'vitest';
import { threatDetection } from '../../labs/threat-detection/lab.ts';
import { reportOf } from './reports.ts';

test('the threat-detection lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  const { checks, skipped } = await reportOf(threatDetection);
  expect(checks).toHaveLength(10);
  expect(skipped).toEqual([]);
});
