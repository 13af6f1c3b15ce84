import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePython } from '../../src/vulnerabilities/versions/python.ts';
import { compareSemantic } from '../../src/vulnerabilities/versions/semantic.ts';

/** Each comes before the next. */
const SEMANTIC = [
  '0.0.1-0',
  '0.0.1',
  '0.1.0',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
  '1.2.0',
  '1.10.0',
  '2.0.0-0.3.7',
  '2.0.0-x.7.z.92',
  '2.0.0',
  '4.17.15',
  '4.17.21',
  '10.0.0',
  '99999999999999999999.0.0',
];

/** The order that PEP 440 writes down, and what else it says. */
const PYTHON = [
  '1.dev0',
  '1.0.dev456',
  '1.0a1',
  '1.0a2.dev456',
  '1.0a12.dev456',
  '1.0a12',
  '1.0b1.dev456',
  '1.0b2',
  '1.0b2.post345.dev456',
  '1.0b2.post345',
  '1.0rc1.dev456',
  '1.0rc1',
  '1.0',
  '1.0+abc.5',
  '1.0+abc.7',
  '1.0+5',
  '1.0.post456.dev34',
  '1.0.post456',
  '1.0.15',
  '1.1.dev1',
  '1.1',
  '2.0.0',
  '2.3.2',
  '2.10',
  '2013.10',
  '1!0.5',
];

test.each([
  ['semantic', SEMANTIC, compareSemantic, 441],
  ['Python', PYTHON, comparePython, 676],
] as const)('%s versions: every pair is ordered as the list is', (_kind, list, compare, count) => {
  let pairs = 0;
  for (const [at, left] of list.entries()) {
    for (const [other, right] of list.entries()) {
      expect([left, right, Math.sign(compare(left, right) ?? Number.NaN)]).toEqual([
        left,
        right,
        Math.sign(at - other),
      ]);
      pairs += 1;
    }
  }
  expect(pairs).toBe(count);
});

test('semantic versions: builds, prefixes and what is left out change nothing', () => {
  const same = [
    ['1.2.3+build.5', '1.2.3'],
    ['v1.2.3', '1.2.3'],
    ['=1.2.3', '1.2.3'],
    ['1.2', '1.2.0'],
    ['1', '1.0.0'],
  ] as const;
  for (const [left, right] of same) expect([left, compareSemantic(left, right)]).toEqual([left, 0]);
  expect(same).toHaveLength(5);
});

test('Python versions: spellings of one version are the same', () => {
  const same = [
    ['1.0', '1'],
    ['1.0.0', '1.0'],
    ['v1.0', '1.0'],
    ['1.0-ALPHA.1', '1.0a1'],
    ['1.0c1', '1.0rc1'],
    ['1.0preview1', '1.0rc1'],
    ['1.0-1', '1.0.post1'],
    ['1.0rev2', '1.0.post2'],
    ['1.0.post', '1.0.post0'],
    ['1.0.DEV', '1.0.dev0'],
    ['0!1.0', '1.0'],
    ['1.0+Ubuntu-1', '1.0+ubuntu.1'],
    ['01.02', '1.2'],
  ] as const;
  for (const [left, right] of same) expect([left, comparePython(left, right)]).toEqual([left, 0]);
  expect(same).toHaveLength(13);
});

test('what is no version is not compared', () => {
  const none = ['', 'latest', '1..2', '1.0.0-', '1.2.3.4', 'x.1.0', '1.0.0-a..b', '1'.repeat(300)];
  for (const text of none)
    expect([text, compareSemantic(text, '1.0.0')]).toEqual([text, undefined]);
  const nonePython = ['', 'latest', '1..2', '1.0-', '1.0+', '1.0x1', '1'.repeat(300)];
  for (const text of nonePython)
    expect([text, comparePython(text, '1')]).toEqual([text, undefined]);
  expect([none.length, nonePython.length]).toEqual([8, 7]);
});

const number = fc.nat({ max: 30 });
const semantic = fc
  .tuple(
    number,
    number,
    number,
    fc.array(fc.constantFrom('a', 'beta', '1', '11', '2'), { maxLength: 3 }),
  )
  .map(([major, minor, patch, before]) => {
    const release = `${major}.${minor}.${patch}`;
    return before.length === 0 ? release : `${release}-${before.join('.')}`;
  });
const python = fc
  .record({
    epoch: fc.constantFrom('', '1!'),
    release: fc.array(number, { minLength: 1, maxLength: 4 }),
    pre: fc.constantFrom('', 'a1', 'b2', 'rc1', 'rc11'),
    post: fc.constantFrom('', '.post1', '.post11'),
    dev: fc.constantFrom('', '.dev0', '.dev3'),
    local: fc.constantFrom('', '+1', '+ubuntu.2'),
  })
  .map(({ epoch, release, pre, post, dev, local }) =>
    [epoch, release.join('.'), pre, post, dev, local].join(''),
  );

test.each([
  ['semantic', semantic, compareSemantic],
  ['Python', python, comparePython],
] as const)('%s versions: the order is total', (_kind, versions, compare) => {
  const of = (left: string, right: string): number => Math.sign(compare(left, right) ?? Number.NaN);
  let runs = 0;
  fc.assert(
    fc.property(versions, versions, versions, (one, two, three) => {
      runs += 1;
      expect(of(one, one)).toBe(0);
      expect(of(one, two) + of(two, one)).toBe(0);
      if (of(one, two) <= 0 && of(two, three) <= 0) expect(of(one, three)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 3_000 },
  );
  expect(runs).toBe(3_000);
});
