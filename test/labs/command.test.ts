import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LABS } from '../../labs/catalogue.ts';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');
const folder = mkdtempSync(join(tmpdir(), 'holdfast-lab-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(program: string, ...argv: readonly string[]) {
  const { AWS_ENDPOINT_URL: _none, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

describe('holdfast lab', () => {
  const program = join(dist, 'holdfast.js');

  test('lists every lab, and each has its page', () => {
    const { status, stdout } = run(program, 'lab', 'list');
    expect(status).toBe(0);
    for (const { name } of LABS) {
      expect(stdout).toContain(name);
      expect(readdirSync(join(root, 'labs', name))).toContain('README.md');
    }
    expect(LABS.length).toBeGreaterThan(0);
  });

  test('teaches: help, and what to write instead', () => {
    const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
      [[], 0, /holdfast lab run NAME/],
      [['--help'], 0, /--use-running/],
      [['run'], 2, /run wants a name/],
      [['run', 'nothing'], 2, /no lab 'nothing'[^]*encryption/],
      [['walk'], 2, /use lab list or lab run/],
      [['run', 'encryption', '--size', 'huge'], 2, /--size wants a number of megabytes/],
      [['run', 'encryption', '--use-running'], 2, /eval "\$\(\.\/holdfast env\)"/],
    ];
    for (const [argv, status, text] of cases) {
      const done = run(program, 'lab', ...argv);
      expect(done.status, done.stderr).toBe(status);
      expect(done.stdout + done.stderr).toMatch(text);
    }
    expect(cases).toHaveLength(7);
  });

  test('without the AWS clients it names the command that installs them', () => {
    copyFileSync(join(dist, 'labs.mjs'), join(folder, 'labs.mjs'));
    cpSync(join(dist, 'labs'), join(folder, 'labs'), { recursive: true });
    const { status, stderr } = run(join(folder, 'labs.mjs'), 'run', 'encryption');
    expect(status).toBe(1);
    expect(stderr).toContain('npm install --include=dev');
  });
});
