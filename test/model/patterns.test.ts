import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../src/model/patterns.ts';
import { compactModels } from './compact-models.ts';

const CASES: readonly (readonly [
  pattern: string,
  good: readonly string[],
  bad: readonly string[],
])[] = [
  ['[a-z]+', ['abc'], ['', 'abc1', '1abc', 'ab\n']],
  [String.raw`[\u0009\u000A\u000D\u0020-\u00FF]+`, ['a\tb\r\nÿ'], ['Ā', '\u0000', '']],
  [
    String.raw`[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*`,
    ['', 'a😀'],
    ['\n', '\uFFFF'],
  ],
  [String.raw`[\u0009\u0085\uE000-\uFFFD\u10000-\u10FFFF]+`, ['😀'], ['0', 'F']],
  [String.raw`\p{ASCII}*`, ['', 'a~\u0000'], ['é']],
  [String.raw`\p{Print}+`, ['a b~'], ['', '\u0007']],
  [String.raw`^(?!\s*$).+`, ['a', ' a '], ['', ' ', '\t']],
  ['^(?!aws:)[a-z:]*$', ['', 'aw:s', 'x:aws:'], ['aws:', 'aws:x']],
  [String.raw`^(?! )[\p{L}\p{N}\p{Z}-_]*(?<! )$`, ['', 'a b'], [' a', 'a ']],
  [String.raw`[0-9a-z\.\-_]*(?<!\.)`, ['a.b', ''], ['a.', '.']],
  ['^(?=.*[a-z])[a-z0-9]+$', ['1a', 'a1'], ['11', '']],
  ['^.{1,100000}$', ['a'.repeat(2_000)], ['']],
  [
    String.raw`(\*\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])`,
    ['a.example', '*.example.com', `${'a'.repeat(63)}.com`],
    ['com', '-a.com', 'a-.com', 'a.c', `${'a'.repeat(64)}.com`, '*.com', '*a.com'],
  ],
  [
    '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$',
    ['abc', 'a-b', 'a-b-c0'],
    ['a--b', '-ab', 'ab-', 'aB'],
  ],
  [String.raw`((?!^\d+$)^[0-9a-zA-Z-_]+$)`, ['1a', 'a', '-'], ['1', '12', '', 'a b']],
];

describe('a pattern of a model', () => {
  test('accepts and refuses what AWS does', () => {
    let judged = 0;
    for (const [pattern, good, bad] of CASES) {
      const matches = compilePattern(pattern);
      for (const text of good) expect(matches?.(text), `${pattern} ⊢ ${text}`).toBe(true);
      for (const text of bad) expect(matches?.(text), `${pattern} ⊬ ${text}`).toBe(false);
      judged += good.length + bad.length;
    }
    expect([CASES.length, judged]).toEqual([15, 70]);
  });

  test('is refused rather than half understood where alternatives follow look-ahead', () => {
    expect(compilePattern('(?!a)b|c')).toBeUndefined();
  });

  test('agrees with JavaScript wherever both understand it', () => {
    const label = '(?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9]';
    const ours = compilePattern(label);
    const theirs = new RegExp(`^(?:${label})$`);
    const texts = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '_'), maxLength: 70 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(ours?.(text)).toBe(theirs.test(text));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test('takes linear time: the classic catastrophes end at once', () => {
    const evil = [
      [String.raw`^(a+)+$`, `${'a'.repeat(50_000)}!`],
      [String.raw`^(a|aa)+$`, `${'a'.repeat(50_000)}!`],
      [String.raw`^(.*a){20}$`, `${'a'.repeat(5_000)}!`],
      [String.raw`^(?!\s*$).+`, `${' '.repeat(100_000)}\n`],
    ] as const;
    for (const [pattern, text] of evil) expect(compilePattern(pattern)?.(text)).toBe(false);
  });

  test('can be had for all but seven of the models', () => {
    let compiled = 0;
    const lost: string[] = [];
    for (const model of compactModels()) {
      for (const [name, { pat }] of Object.entries(model.shapes)) {
        if (pat === undefined) continue;
        if (compilePattern(pat) === undefined) lost.push(`${model.id} ${name}`);
        else compiled += 1;
      }
    }
    expect({ compiled, lost: lost.toSorted() }).toEqual({ compiled: 1_109, lost: LOST });
  });
});

/** Look-around in the middle; these are checked by length alone. */
const LOST = [
  'fms ManagedServiceData',
  'lambda CollectionName',
  'rds TargetDBClusterParameterGroupName',
  'rds TargetDBParameterGroupName',
  'scheduler Source',
  'shield LogBucket',
  'ssm StringDateTime',
];
