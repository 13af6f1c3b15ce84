import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encryption } from '../../labs/encryption/lab.ts';
import { runLab } from '../../labs/lab.ts';
import { Narrator } from '../../labs/narration.ts';

const CHECKS = 40;

test('the encryption lab: every claim it makes is so', { timeout: 120_000 }, async () => {
  let told = '';
  const report = await runLab(encryption, {
    narrator: new Narrator({ colours: false, write: (text) => (told += text) }),
    program: join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js'),
    megabytes: 4,
    running: undefined,
  });
  expect(report.failed, told).toEqual([]);
  expect(report.skipped).toEqual([]);
  expect(report.checks).toHaveLength(CHECKS);
  expect(told).toContain(`${CHECKS} of ${CHECKS} checks passed`);
  expect(told).not.toContain('\u001b');
});
