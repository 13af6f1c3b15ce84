import { expect, test } from 'vitest';
import { listedTagConditions, tagConditions } from '../../src/core/tags.ts';

const BOTH = new Map([
  ['aws:tagkeys', ['Team', 'tier']],
  ['aws:requesttag/team', ['Night']],
  ['aws:requesttag/tier', ['1']],
]);

test('tags of a request: keys as given, and values by key in lower case, whatever form they have', () => {
  expect(tagConditions({ Team: 'Night', tier: '1' })).toEqual(BOTH);
  expect(
    listedTagConditions([
      { Key: 'Team', Value: 'Night' },
      { Key: 'tier', Value: '1' },
    ]),
  ).toEqual(BOTH);
});

test('tags of a request: none give no keys, and those taken away no values', () => {
  expect(tagConditions(undefined)).toEqual(new Map());
  expect(listedTagConditions([])).toEqual(new Map());
  expect(listedTagConditions([{ Key: 'a' }], ['b'])).toEqual(
    new Map([
      ['aws:tagkeys', ['a', 'b']],
      ['aws:requesttag/a', ['']],
    ]),
  );
});
