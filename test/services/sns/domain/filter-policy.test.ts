import { expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../src/core/json.ts';
import {
  matchesAttributes,
  matchesBody,
} from '../../../../src/services/sns/domain/filter-match.ts';
import { filterPolicyFault } from '../../../../src/services/sns/domain/filter-policy.ts';

/** Conditions of one key, values it matches, and values it doesn't. */
const CONDITIONS: readonly (readonly [JsonValue, readonly JsonValue[], readonly JsonValue[]])[] = [
  [
    ['a', 'b'],
    ['a', 'b'],
    ['A', 'c', 1],
  ],
  [
    [10, null, true],
    [10, null, true],
    ['10', false],
  ],
  [[{ prefix: 'bas' }], ['baseball', 'bas'], ['rugby', 'Base']],
  [[{ suffix: 'ball' }], ['baseball'], ['rugby']],
  [[{ 'equals-ignore-case': 'TENNIS' }], ['tennis', 'Tennis'], ['tenni']],
  [[{ prefix: { 'equals-ignore-case': 'BAS' } }], ['baseball'], ['rugby']],
  [[{ wildcard: '*ball*' }], ['baseball', 'ball', 'ballet'], ['bal']],
  [[{ 'anything-but': ['rugby', 'tennis'] }], ['baseball'], ['rugby', 'tennis']],
  [[{ 'anything-but': { prefix: 'order-' } }], ['data-1'], ['order-1']],
  [[{ 'anything-but': [100, 500] }], [101, 'x'], [100, 500]],
  [[{ 'anything-but': { suffix: ['a', 'b'] } }], ['c'], ['xa', 'xb']],
  [[{ numeric: ['=', 301.5] }], [301.5, 3.015e2], [301, '301.5']],
  [[{ numeric: ['>', 0, '<=', 150] }], [1, 150], [0, 151]],
  [[{ cidr: '10.0.0.0/24' }], ['10.0.0.0', '10.0.0.255'], ['10.1.1.0', 'x', '2001:db8::1']],
  [[{ cidr: '2001:db8::/32' }], ['2001:db8:1::5'], ['2001:db9::5', '10.0.0.1']],
  ['x'.split(''), ['x'], ['y']],
];

test('filter policies: each operator matches what it names and nothing else', () => {
  let judged = 0;
  for (const [conditions, matching, others] of CONDITIONS) {
    const policy: JsonObject = { key: conditions };
    expect(
      filterPolicyFault(JSON.stringify(policy), 'MessageAttributes'),
      JSON.stringify(policy),
    ).toBeUndefined();
    for (const value of matching) {
      expect(matchesAttributes(policy, { key: [value] }), JSON.stringify([policy, value])).toBe(
        true,
      );
      judged += 1;
    }
    for (const value of others) {
      expect(matchesAttributes(policy, { key: [value] }), JSON.stringify([policy, value])).toBe(
        false,
      );
      judged += 1;
    }
  }
  expect(judged).toBe(55);
});

test('filter policies: keys must all match, an array by any of its values, and $or by one of its own', () => {
  const policy: JsonObject = {
    source: ['aws'],
    $or: [{ size: [{ numeric: ['>', 5] }] }, { color: ['red'] }],
  };
  const judge = (values: Record<string, JsonValue[]>) => matchesAttributes(policy, values);
  expect(judge({ source: ['aws'], size: [6] })).toBe(true);
  expect(judge({ source: ['aws'], color: ['blue', 'red'] })).toBe(true);
  expect(judge({ source: ['aws'], size: [5], color: ['blue'] })).toBe(false);
  expect(judge({ size: [6] })).toBe(false);
  expect(matchesAttributes({ key: [{ exists: true }] }, { key: ['x'] })).toBe(true);
  expect(matchesAttributes({ key: [{ exists: false }] }, {})).toBe(true);
  expect(matchesAttributes({ key: [{ exists: false }, 'x'] }, { key: ['x'] })).toBe(true);
  expect(matchesAttributes({ key: [{ 'anything-but': 'x' }] }, {})).toBe(false);
  expect(matchesAttributes({ constructor: [{ exists: true }] }, {})).toBe(false);
});

test('filter policies: bodies are matched through their objects and lists', () => {
  const policy: JsonObject = { person: { name: ['Ann'], pets: { kind: [{ prefix: 'c' }] } } };
  const body = { person: { name: 'Ann', pets: [{ kind: 'dog' }, { kind: 'cat' }] } };
  expect(matchesBody(policy, body)).toBe(true);
  expect(matchesBody(policy, { person: { name: 'Ann', pets: [] } })).toBe(false);
  expect(matchesBody({ a: { b: [{ exists: false }] } }, { a: {} })).toBe(true);
  expect(matchesBody({ a: { b: [{ exists: false }] } }, {})).toBe(true);
  expect(matchesBody({ tags: ['x'] }, { tags: ['y', ['x']] })).toBe(true);
});

const FAULTS = [
  ['[', 'FilterPolicy: failed to parse JSON.'],
  ['[]', 'FilterPolicy: Filter policy must be an object'],
  ['{"a":"b"}', 'FilterPolicy: "a" must be an object or an array'],
  ['{"a":[]}', 'FilterPolicy: Empty arrays are not allowed'],
  [
    '{"a":{"b":["c"]}}',
    'FilterPolicy: Filter policy scope MessageAttributes does not support nested filter policy',
  ],
  ['{"a":[{"near":"b"}]}', 'FilterPolicy: Unrecognized match type near'],
  ['{"a":[{"prefix":"b","suffix":"c"}]}', 'FilterPolicy: Only one key allowed in match expression'],
  ['{"a":[{"numeric":["~",1]}]}', 'FilterPolicy: Value of numeric must be of the right type'],
  [
    '{"a":["1"],"b":["1"],"c":["1"],"d":["1"],"e":["1"],"f":["1"]}',
    'FilterPolicy: Filter policy can not have more than 5 keys',
  ],
  [
    JSON.stringify({ a: Array.from({ length: 151 }, String) }),
    'FilterPolicy: Filter policy is too complex',
  ],
] as const;

test('filter policies: what is not one is refused', () => {
  let refused = 0;
  for (const [text, fault] of FAULTS) {
    expect(filterPolicyFault(text, 'MessageAttributes')).toBe(fault);
    refused += 1;
  }
  expect(refused).toBe(10);
});
