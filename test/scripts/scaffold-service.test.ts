import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaches, sourcesBelow } from '../architecture/law.ts';

const root = join(import.meta.dirname, '..', '..');
/** One whose list of operations fits a line each, and the largest there is. */
const SCAFFOLDED = ['acm-pca', 'ec2'];
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'holdfast-scaffold-'));
  for (const name of [
    'src',
    'models',
    'scripts',
    'tsconfig.json',
    'biome.json',
    '.oxlintrc.json',
  ]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  for (const id of SCAFFOLDED) {
    for (const folder of ['src', 'test']) {
      rmSync(join(copy, folder, 'services', id), { recursive: true, force: true });
    }
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function scaffold(...argv: readonly string[]) {
  const program = join(copy, 'scripts', 'scaffold-service.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function tool(name: string, ...argv: readonly string[]): void {
  execFileSync(join(root, 'node_modules', '.bin', name), argv, { cwd: copy, encoding: 'utf8' });
}

describe('scaffold-service', { timeout: 300_000 }, () => {
  test('makes what passes types, lint, format, the law and its own test', () => {
    for (const id of SCAFFOLDED) {
      const { status, stdout } = scaffold(id);
      expect(status).toBe(0);
      expect(stdout).toContain(`made src/services/${id}/service.ts`);
    }
    expect(scaffold('acm-pca').stderr).toMatch(/^src\/services\/acm-pca exists already\. Choose/);
    const folders = SCAFFOLDED.flatMap((id) => [`src/services/${id}`, `test/services/${id}`]);
    const config = { extends: './tsconfig.json', include: folders };
    writeFileSync(join(copy, 'tsconfig.scaffold.json'), JSON.stringify(config));
    tool('tsc', '-p', 'tsconfig.scaffold.json');
    tool('oxlint', '--type-aware', ...folders);
    tool('biome', 'format', ...folders);
    expect(breaches(sourcesBelow(copy, 'src'))).toEqual([]);
    tool('vitest', 'run', '--root', copy, ...SCAFFOLDED.map((id) => `test/services/${id}`));
  });

  test('prints the one line that registers it', () => {
    expect(scaffold('ec2').status).toBe(2);
    rmSync(join(copy, 'src', 'services', 'acm-pca'), { recursive: true });
    rmSync(join(copy, 'test', 'services', 'acm-pca'), { recursive: true });
    const { stdout } = scaffold('acm-pca');
    expect(stdout).toContain("import { acmPcaService } from './acm-pca/service.ts';");
    expect(stdout).toContain('one line in its list:  acmPcaService,');
    const errors = readFileSync(join(copy, 'src', 'services', 'acm-pca', 'errors.ts'), 'utf8');
    expect(errors).toContain("new ServiceError('InvalidNextTokenException', text)");
  });

  test('refuses in a sentence that lists what can be made', () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^scaffold-service wants one service id\. Choose one of: .*stepfunctions/],
      [['wafv2', 'shield'], /^scaffold-service wants one service id\. Choose/],
      [['nothing'], /^There is no model of a service 'nothing'\. Choose one of: .*stepfunctions/],
      [['../kms'], /^There is no model of a service '\.\.\/kms'\./],
      [['kms'], /^src\/services\/kms exists already\. Choose one of: .*stepfunctions/],
    ];
    for (const [argv, text] of cases) {
      const { status, stderr } = scaffold(...argv);
      expect(status).toBe(2);
      expect(stderr).toMatch(text);
    }
    expect(cases).toHaveLength(5);
    expect(existsSync(join(copy, 'src', 'services', 'nothing'))).toBe(false);
  });

  test('--help: tells what it makes', () => {
    const { status, stdout } = scaffold('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('test/services/ID/service.test.ts');
  });
});
