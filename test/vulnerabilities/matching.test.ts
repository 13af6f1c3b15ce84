import { expect, test } from 'vitest';
import { VulnerabilityDatabase } from '../../src/vulnerabilities/database.ts';
import type { Ecosystem } from '../../src/vulnerabilities/ecosystems.ts';
import { advisoriesIn } from '../../src/vulnerabilities/reading-osv.ts';

type Events = readonly Readonly<Record<string, string>>[];

interface Case {
  readonly ecosystem: Ecosystem;
  readonly type?: string;
  readonly events?: Events;
  readonly versions?: readonly string[];
  readonly affected: readonly (readonly [version: string, fixedIn: string | undefined])[];
  readonly safe: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'from the beginning to a fix': {
    ecosystem: 'npm',
    type: 'SEMVER',
    events: [{ introduced: '0' }, { fixed: '4.17.21' }],
    affected: [
      ['0.0.1-alpha', '4.17.21'],
      ['4.17.15', '4.17.21'],
      ['4.17.21-rc.1', '4.17.21'],
    ],
    safe: ['4.17.21', '5.0.0', 'latest'],
  },
  'two lines with fixes of their own, in whatever order': {
    ecosystem: 'npm',
    type: 'SEMVER',
    events: [
      { introduced: '2.0.0' },
      { fixed: '1.2.3' },
      { introduced: '1.0.0' },
      { fixed: '2.5.0' },
    ],
    affected: [
      ['1.0.0', '1.2.3'],
      ['1.2.2', '1.2.3'],
      ['2.0.0', '2.5.0'],
    ],
    safe: ['0.9.9', '1.2.3', '1.9.0', '2.5.0'],
  },
  'no fix': {
    ecosystem: 'PyPI',
    type: 'ECOSYSTEM',
    events: [{ introduced: '1.5' }],
    affected: [
      ['1.5.0', undefined],
      ['99', undefined],
    ],
    safe: ['1.4', '1.5rc1'],
  },
  'the last affected one is affected': {
    ecosystem: 'PyPI',
    type: 'ECOSYSTEM',
    events: [{ introduced: '0' }, { last_affected: '2.0' }],
    affected: [
      ['2.0.0', undefined],
      ['1.0.dev1', undefined],
    ],
    safe: ['2.0.post1', '2.0.1'],
  },
  'the order of Python': {
    ecosystem: 'PyPI',
    type: 'ECOSYSTEM',
    events: [{ introduced: '0' }, { fixed: '2.3.2' }],
    affected: [
      ['2.0.0', '2.3.2'],
      ['2.3.2rc1', '2.3.2'],
    ],
    safe: ['2.3.2', '2.3.2.post1', '2.10'],
  },
  'a limit': {
    ecosystem: 'npm',
    type: 'SEMVER',
    events: [{ introduced: '1.0.0' }, { limit: '2.0.0' }],
    affected: [['1.9.9', undefined]],
    safe: ['2.0.0', '2.1.0'],
  },
  'a limit that is none': {
    ecosystem: 'npm',
    type: 'SEMVER',
    events: [{ introduced: '1.0.0' }, { limit: '*' }],
    affected: [['7.0.0', undefined]],
    safe: ['0.1.0'],
  },
  'listed versions alone': {
    ecosystem: 'PyPI',
    versions: ['1.0', '1.1'],
    affected: [
      ['1.0', undefined],
      ['1.1.0', undefined],
    ],
    safe: ['1.2'],
  },
  'listed beside a range that lacks it': {
    ecosystem: 'PyPI',
    type: 'ECOSYSTEM',
    events: [{ introduced: '2.0' }, { fixed: '2.1' }],
    versions: ['1.0'],
    affected: [
      ['1.0', '2.1'],
      ['2.0', '2.1'],
    ],
    safe: ['1.5'],
  },
  'commits say nothing of versions': {
    ecosystem: 'npm',
    type: 'GIT',
    events: [{ introduced: '0' }],
    affected: [],
    safe: ['1.0.0'],
  },
  'a range of what are no versions says nothing': {
    ecosystem: 'npm',
    type: 'SEMVER',
    events: [{ introduced: '0' }, { fixed: 'soon' }],
    affected: [],
    safe: ['1.0.0'],
  },
};

test('versions are affected as OSV says', () => {
  let count = 0;
  for (const [title, { ecosystem, type, events = [], versions, affected, safe }] of Object.entries(
    CASES,
  )) {
    const record = {
      id: 'GHSA-1',
      affected: [
        {
          package: { ecosystem, name: 'one' },
          ...(type === undefined ? {} : { ranges: [{ type, events }] }),
          ...(versions === undefined ? {} : { versions }),
        },
      ],
    };
    const database = new VulnerabilityDatabase(advisoriesIn(JSON.stringify(record)));
    const of = (version: string) =>
      database.matches({ ecosystem, name: 'one', version }).map(({ fixedIn }) => fixedIn);
    for (const [version, fixedIn] of affected) {
      expect([title, version, of(version)]).toEqual([title, version, [fixedIn]]);
      count += 1;
    }
    for (const version of safe) {
      expect([title, version, of(version)]).toEqual([title, version, []]);
      count += 1;
    }
  }
  expect(count).toBe(39);
});

test('packages are told apart by ecosystem, and spellings of Python names are one', () => {
  const record = (ecosystem: string, name: string) => ({
    id: `X-${ecosystem}-${name}`,
    affected: [{ package: { ecosystem, name }, versions: ['1.0.0'] }],
  });
  const database = new VulnerabilityDatabase(
    advisoriesIn(
      JSON.stringify([record('PyPI', 'Ruamel.YAML'), record('npm', 'Flask'), record('Go', 'x')]),
    ),
  );
  expect(database.size).toBe(2);
  const count = (ecosystem: Ecosystem, name: string) =>
    database.matches({ ecosystem, name, version: '1.0.0' }).length;
  expect(count('PyPI', 'ruamel_yaml')).toBe(1);
  expect(count('npm', 'ruamel_yaml')).toBe(0);
  expect(count('npm', 'Flask')).toBe(1);
  expect(count('npm', 'flask')).toBe(0);
  expect(count('PyPI', 'flask')).toBe(0);
});

test('a file is one advisory, a list of them, or one a line; what was withdrawn is left out', () => {
  const one = { id: 'A-1', affected: [{ package: { ecosystem: 'npm', name: 'a' } }] };
  const gone = { ...one, id: 'A-2', withdrawn: '2026-01-01T00:00:00Z' };
  const ids = (text: string) => advisoriesIn(text).map(({ id }) => id);
  expect(ids(JSON.stringify(one))).toEqual(['A-1']);
  expect(ids(JSON.stringify([one, gone, { ...one, id: 'A-3' }]))).toEqual(['A-1', 'A-3']);
  expect(ids(`${JSON.stringify(one)}\n\n${JSON.stringify({ ...one, id: 'A-4' })}\n`)).toEqual([
    'A-1',
    'A-4',
  ]);
});

test('what is no advisory is refused, by its name', () => {
  const told = (text: string) => {
    try {
      return advisoriesIn(text).length;
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };
  expect(told('{"id":"A"}\nnope')).toBe('line 2 is no JSON');
  expect(told('[1]')).toBe('an advisory is no object');
  expect(told('{}')).toBe('an advisory has no id');
  expect(told('{"id":"A","affected":{}}')).toBe('A: affected is no list');
  expect(told('{"id":"A","affected":[],"withdrawn":"never"}')).toBe('A: withdrawn is no time');
  const many = JSON.stringify({ id: 'A', affected: Array.from({ length: 20_001 }, () => ({})) });
  expect(told(many)).toBe('A: affected has more than 20000 entries');
});
