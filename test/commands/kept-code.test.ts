import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const dist = join(import.meta.dirname, '..', '..', 'dist');
const folder = mkdtempSync(join(tmpdir(), 'holdfast-kept-code-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function helpOf(program: string, ...flags: readonly string[]): string {
  return spawnSync(process.execPath, [...flags, program, '--help'], { encoding: 'utf8' }).stdout;
}

test('the program starts whatever code was kept of it: none, cut short, or of other flags', () => {
  copyFileSync(join(dist, 'holdfast.js'), join(folder, 'holdfast.cjs'));
  copyFileSync(join(dist, 'program.cjs'), join(folder, 'program.cjs'));
  const program = join(folder, 'holdfast.cjs');
  const kept = join(folder, 'program.cjs.code');
  const whole = readFileSync(join(dist, 'program.cjs.code'));
  const help = helpOf(join(dist, 'holdfast.js'));
  expect(help).toContain('start the server');
  expect(helpOf(program)).toBe(help);
  writeFileSync(kept, whole.subarray(0, whole.length / 2));
  expect(helpOf(program)).toBe(help);
  writeFileSync(kept, 'no code');
  expect(helpOf(program)).toBe(help);
  writeFileSync(kept, whole);
  expect(helpOf(program, '--max-semi-space-size=32')).toBe(help);
});
