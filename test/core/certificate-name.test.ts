import { expect, test } from 'vitest';
import { coversDomain } from '../../src/core/certificate-name.ts';

const CASES: readonly (readonly [name: string, domain: string, covers: boolean])[] = [
  ['example.com', 'Example.com', true],
  ['*.example.com', 'a.example.com', true],
  ['*.Example.com', '*.example.com', true],
  ['*.example.com', 'a.b.example.com', false],
  ['*.example.com', 'example.com', false],
  ['*example.com', 'aexample.com', false],
  ['a.example.com', 'b.example.com', false],
  ['*.', 'localhost', false],
];

test('names of certificates: a star stands for one whole label, in whatever case', () => {
  for (const [name, domain, covers] of CASES) {
    expect([name, domain, coversDomain(name, domain)]).toEqual([name, domain, covers]);
  }
  expect(CASES).toHaveLength(8);
});
