import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit } from '../../labs/audit/lab.ts';
import { runLab } from '../../labs/lab.ts';
import { Narrator } from '../../labs/narration.ts';

/** Of them one needs the `aws` command. */
const CHECKS = 15;

test('the audit lab: every claim it makes is so', { timeout: 180_000 }, async () => {
  let told = '';
  const report = await runLab(audit, {
    narrator: new Narrator({ colours: false, write: (text) => (told += text) }),
    program: join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js'),
    megabytes: 1,
    running: undefined,
  });
  expect(report.failed, told).toEqual([]);
  expect(report.checks).toHaveLength(CHECKS - report.skipped.length);
});
