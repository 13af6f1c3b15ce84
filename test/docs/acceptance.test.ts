import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface Row {
  readonly number: number;
  /** `partly: …` or `not built: …`; undefined for what is proved. */
  readonly shortcoming: string | undefined;
  readonly proofs: readonly { readonly file: string; readonly title: string }[];
}

function rowsIn(text: string): readonly Row[] {
  return [...text.matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, number = '', , cell = '']): Row => ({
      number: Number(number),
      shortcoming: /^\*\*((?:partly|not built): [^*]+)\*\*/.exec(cell)?.[1],
      proofs: [...cell.matchAll(/`(test\/[\w./-]+\.test\.ts)`: (.+?)(?=<br>|$)/g)].map(
        ([, file = '', title = '']) => ({ file, title }),
      ),
    }),
  );
}

/** Whether a test has this title: the whole of the string that follows `test(`, `it(`, or the `)(` of a table. */
function hasTest(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => {
    const at = source.indexOf(`${quote}${title}${quote}`);
    return at > 0 && /(?:\b(?:test|it)|\))\(\s*$/.test(source.slice(0, at));
  });
}

const PAGES = [
  { page: 'acceptance.md', checks: 60 },
  { page: 'acceptance-secrets.md', checks: 35 },
] as const;

describe.each(PAGES)('docs/$page', ({ page, checks }) => {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  const rows = rowsIn(text);

  test('every check has its row, once', () => {
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: checks }, (_, index) => index + 1),
    );
  });

  test('every test that is named is there', () => {
    const missing = rows
      .flatMap(({ proofs }) => proofs)
      .filter(({ file, title }) => !hasTest(readFileSync(join(root, file), 'utf8'), title));
    expect(missing).toEqual([]);
    const named = rows.flatMap(({ proofs }) => proofs).length;
    expect(named).toBe(text.split('.test.ts`: ').length - 1);
    expect(named).toBeGreaterThanOrEqual(checks);
  });

  test('what is not proved says so, and the counts are right', () => {
    const proved = rows.filter(({ shortcoming }) => shortcoming === undefined);
    const partly = rows.filter(({ shortcoming }) => shortcoming?.startsWith('partly') === true);
    for (const { number, proofs } of [...proved, ...partly]) {
      expect(proofs.length, `check ${number}`).toBeGreaterThan(0);
    }
    const counts = [proved.length, partly.length, checks - proved.length - partly.length];
    const told = /(\d+) are proved, (\d+) in part, (\d+) belong/.exec(text)?.slice(1).map(Number);
    expect(told).toEqual(counts);
  });

  test('a title that is not there is noticed', () => {
    const source = readFileSync(join(root, 'test', 'docs', 'acceptance.test.ts'), 'utf8');
    expect(hasTest(source, 'every check has its row, once')).toBe(true);
    expect(hasTest(source, 'every check has its row')).toBe(false);
  });
});
