import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const PAGES = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));
/** `src/services/<id>/state.ts` stands for each service that has a state. */
const ANY_SERVICE = '<id>';

/** Paths in code spans of a page: `src/policy/combine.ts`, `policy/`. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/`([\w<>./-]+\/[\w<>./-]*)`/g)].map((found) => found[1] ?? '');
}

function exists(path: string): boolean {
  if (!path.includes(ANY_SERVICE)) return existsSync(join(root, path));
  const services = readdirSync(join(root, 'src', 'services')).filter((name) => !name.includes('.'));
  return services.some((id) => existsSync(join(root, path.replace(ANY_SERVICE, id))));
}

describe('the documents', () => {
  test('ARCHITECTURE.md: every path it names is there', () => {
    const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const paths = pathsIn(text);
    // The table of stages names folders and files of src.
    const missing = paths.filter((path) => !exists(path) && !exists(`src/${path}`));
    expect(missing).toEqual([]);
    expect(paths.length).toBeGreaterThan(40);
  });

  test('every link within the repository leads somewhere', () => {
    let links = 0;
    for (const page of PAGES) {
      const text = readFileSync(join(root, page), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        links += 1;
        expect(existsSync(join(root, dirname(page), target)), `${page}: ${target}`).toBe(true);
      }
    }
    expect(links).toBeGreaterThan(15);
  });

  test('every npm script that a page names is there', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    let named = 0;
    for (const page of PAGES) {
      const text = readFileSync(join(root, page), 'utf8');
      for (const [, script = ''] of text.matchAll(/npm run ([\w-]+)/g)) {
        named += 1;
        expect(Object.keys(scripts), page).toContain(script);
      }
    }
    expect(named).toBeGreaterThan(5);
  });

  test('docs/operating.md: tells every flag of holdfast up', async () => {
    const { UP_HELP } = await import('../../src/config/up-config.ts');
    const text = readFileSync(join(root, 'docs', 'operating.md'), 'utf8');
    const flags = new Set(UP_HELP.match(/--[a-z-]+/g));
    for (const flag of flags) expect(text).toContain(flag);
    expect(flags.size).toBeGreaterThan(10);
  });
});
