import { join } from 'node:path';
import { expect } from 'vitest';
import { type Lab, type LabReport, runLab } from '../../labs/lab.ts';
import { Narrator } from '../../labs/narration.ts';

/** Runs a lab small and on a server of its own; every claim it makes must be so. */
export async function reportOf(lab: Lab): Promise<LabReport> {
  let told = '';
  const report = await runLab(lab, {
    narrator: new Narrator({ colours: false, write: (text) => (told += text) }),
    program: join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js'),
    megabytes: 1,
    running: undefined,
  });
  expect(report.failed, told).toEqual([]);
  return report;
}
