import { expect, test } from 'vitest';
import type { JsonValue } from '../../../src/core/json.ts';
import { readEvent } from '../../../src/services/events/domain/event-text.ts';
import { compilePattern, matchesPattern } from '../../../src/services/events/domain/pattern.ts';
import { PatternSyntaxError } from '../../../src/services/events/domain/pattern-reader.ts';

type Json = JsonValue | Readonly<Record<string, unknown>>;

function matches(pattern: Json, event: Json): boolean {
  const read = readEvent(JSON.stringify(event));
  if (read === undefined) throw new Error('the event is no object');
  return matchesPattern(compilePattern(JSON.stringify(pattern)), read);
}

const STATE = (state: JsonValue) => ({ detail: { state } });

/** What is asked, of what, and whether it matches. */
const CASES: readonly (readonly [what: string, pattern: Json, event: Json, expected: boolean])[] = [
  ['a text', { source: ['aws.kms'] }, { source: 'aws.kms' }, true],
  ['another text', { source: ['aws.kms'] }, { source: 'aws.s3' }, false],
  ['letters of another case', { source: ['aws.kms'] }, { source: 'AWS.KMS' }, false],
  ['a name of another case', { Source: ['aws.kms'] }, { source: 'aws.kms' }, false],
  ['one of several', { source: ['a', 'b'] }, { source: 'b' }, true],
  ['the empty text', STATE(['']), STATE(''), true],
  ['the empty text, of null', STATE(['']), STATE(null), false],
  ['two fields, one wrong', { a: ['1'], b: ['2'] }, { a: '1', b: '3' }, false],
  ['a field that is missing', { a: ['1'], b: ['2'] }, { a: '1' }, false],
  ['deeper fields', { a: { b: { c: ['x'] } } }, { a: { b: { c: 'x', d: 1 } } }, true],
  ['a number', STATE([300]), STATE(300), true],
  ['a number written otherwise', STATE([3.0e2]), STATE(300.0), true],
  ['a number, of a text', STATE([300]), STATE('300'), false],
  ['true', STATE([true]), STATE(true), true],
  ['true, of a text', STATE([true]), STATE('true'), false],
  ['null', STATE([null]), STATE(null), true],
  ['null, of nothing', STATE([null]), { detail: {} }, false],
  ['null, of an empty list', STATE([null]), STATE([]), false],
  ['an entry of a list', { resources: ['b'] }, { resources: ['a', 'b'] }, true],
  ['no entry of a list', { resources: ['c'] }, { resources: ['a', 'b'] }, false],
  ['an entry of a list in a list', { a: ['x'] }, { a: [['y'], ['x']] }, true],
  ['one object of a list', { a: { x: [1], y: [2] } }, { a: [{ x: 1, y: 2 }] }, true],
  ['two objects of a list', { a: { x: [1], y: [2] } }, { a: [{ x: 1 }, { y: 2 }] }, false],
  ['a name with a dot, in the pattern', { 'a.b': ['x'] }, { a: { b: 'x' } }, true],
  ['a name with a dot, in the event', { a: { b: ['x'] } }, { 'a.b': 'x' }, true],
  ['names that every object has', { constructor: [{ exists: true }] }, { a: 1 }, false],
  ['the prototype', { ['__proto__x']: [{ exists: true }] }, { a: 1 }, false],

  ['prefix', STATE([{ prefix: 'run' }]), STATE('running'), true],
  ['prefix, elsewhere', STATE([{ prefix: 'run' }]), STATE('a run'), false],
  ['prefix, of a number', STATE([{ prefix: '1' }]), STATE(12), false],
  ['the empty prefix', STATE([{ prefix: '' }]), STATE(''), true],
  [
    'prefix, any case',
    STATE([{ prefix: { 'equals-ignore-case': 'RUN' } }]),
    STATE('rUnning'),
    true,
  ],
  [
    'prefix, any case, other',
    STATE([{ prefix: { 'equals-ignore-case': 'RUN' } }]),
    STATE('no'),
    false,
  ],
  ['suffix', STATE([{ suffix: '.png' }]), STATE('a.png'), true],
  ['suffix, elsewhere', STATE([{ suffix: '.png' }]), STATE('a.png.txt'), false],
  ['suffix, any case', STATE([{ suffix: { 'equals-ignore-case': '.PNG' } }]), STATE('a.pNg'), true],
  ['any case', STATE([{ 'equals-ignore-case': 'Alice' }]), STATE('ALICE'), true],
  ['any case, other', STATE([{ 'equals-ignore-case': 'Alice' }]), STATE('Alicia'), false],
  ['any case, empty', STATE([{ 'equals-ignore-case': '' }]), STATE(''), true],

  ['wildcard', STATE([{ wildcard: 'dir/*.png' }]), STATE('dir/sub/a.png'), true],
  ['wildcard for nothing', STATE([{ wildcard: 'a*b' }]), STATE('ab'), true],
  ['wildcard that overlaps', STATE([{ wildcard: 'aba*aba' }]), STATE('ababa'), false],
  ['wildcards', STATE([{ wildcard: '*/lib/*' }]), STATE('/usr/lib/x'), true],
  ['wildcards in order', STATE([{ wildcard: 'a*b*c' }]), STATE('acbc'), true],
  ['wildcards, out of order', STATE([{ wildcard: 'a*b*c' }]), STATE('ac'), false],
  ['a plain star', STATE([{ wildcard: '\\**' }]), STATE('*x'), true],
  ['a plain star, missing', STATE([{ wildcard: '\\**' }]), STATE('xx'), false],
  ['a plain backslash', STATE([{ wildcard: 'a\\\\*' }]), STATE('a\\b'), true],
  ['wildcard without one', STATE([{ wildcard: 'same' }]), STATE('same'), true],
  ['a repeating wildcard', STATE([{ wildcard: '/U/*/dir/dir/d' }]), STATE('/U/x/dir/dir/d'), true],

  ['anything but a text', STATE([{ 'anything-but': 'a' }]), STATE('b'), true],
  ['anything but a text, it', STATE([{ 'anything-but': 'a' }]), STATE('a'), false],
  ['anything but a text, null', STATE([{ 'anything-but': 'a' }]), STATE(null), true],
  ['anything but a text, nothing', STATE([{ 'anything-but': 'a' }]), { detail: {} }, false],
  ['anything but a text, in a list', STATE([{ 'anything-but': 'a' }]), STATE(['a', 'b']), true],
  ['anything but texts', STATE([{ 'anything-but': ['a', 'b'] }]), STATE('b'), false],
  ['anything but texts, other', STATE([{ 'anything-but': ['a', 'b'] }]), STATE('c'), true],
  ['anything but a number', STATE([{ 'anything-but': 123 }]), STATE(123), false],
  ['anything but zero', STATE([{ 'anything-but': 0 }]), STATE(1), true],
  ['anything but numbers', STATE([{ 'anything-but': [100, 200] }]), STATE(200), false],
  ['anything but a prefix', STATE([{ 'anything-but': { prefix: 'in' } }]), STATE('init'), false],
  ['anything but a prefix, other', STATE([{ 'anything-but': { prefix: 'in' } }]), STATE('x'), true],
  ['anything but a prefix, number', STATE([{ 'anything-but': { prefix: 'in' } }]), STATE(1), true],
  [
    'anything but prefixes',
    STATE([{ 'anything-but': { prefix: ['a', 'b'] } }]),
    STATE('bc'),
    false,
  ],
  ['anything but a suffix', STATE([{ 'anything-but': { suffix: '.txt' } }]), STATE('a.txt'), false],
  [
    'anything but suffixes',
    STATE([{ 'anything-but': { suffix: ['.a', '.b'] } }]),
    STATE('x.c'),
    true,
  ],
  [
    'anything but any case',
    STATE([{ 'anything-but': { 'equals-ignore-case': 'A' } }]),
    STATE('a'),
    false,
  ],
  [
    'anything but any case, several',
    STATE([{ 'anything-but': { 'equals-ignore-case': ['A', 'b'] } }]),
    STATE('B'),
    false,
  ],
  [
    'anything but a wildcard',
    STATE([{ 'anything-but': { wildcard: '*/a/*' } }]),
    STATE('/a/'),
    false,
  ],
  [
    'anything but wildcards',
    STATE([{ 'anything-but': { wildcard: ['a*', 'b*'] } }]),
    STATE('c'),
    true,
  ],
  [
    'anything but the empty wildcard',
    STATE([{ 'anything-but': { wildcard: '' } }]),
    STATE('c'),
    true,
  ],

  ['numeric =', STATE([{ numeric: ['=', 301.8] }]), STATE(3.018e2), true],
  ['numeric >, at it', STATE([{ numeric: ['>', 0] }]), STATE(0), false],
  ['numeric >=, at it', STATE([{ numeric: ['>=', 0] }]), STATE(0), true],
  ['numeric <, at it', STATE([{ numeric: ['<', 10] }]), STATE(10), false],
  ['numeric <=, at it', STATE([{ numeric: ['<=', 10] }]), STATE(10), true],
  ['a numeric range', STATE([{ numeric: ['>', 0, '<=', 5] }]), STATE(5), true],
  ['a numeric range, beyond', STATE([{ numeric: ['>', 0, '<=', 5] }]), STATE(5.01), false],
  ['numeric, of a text', STATE([{ numeric: ['>', 0] }]), STATE('5'), false],
  ['numeric, of null', STATE([{ numeric: ['>', -1] }]), STATE(null), false],

  ['cidr', STATE([{ cidr: '10.0.0.0/24' }]), STATE('10.0.0.255'), true],
  ['cidr, beyond', STATE([{ cidr: '10.0.0.0/24' }]), STATE('10.0.1.0'), false],
  ['cidr, of no address', STATE([{ cidr: '10.0.0.0/24' }]), STATE('ten'), false],
  ['cidr of version 6', STATE([{ cidr: '2001:db8::/32' }]), STATE('2001:db8:1::5'), true],
  ['cidr of version 6, beyond', STATE([{ cidr: '2001:db8::/32' }]), STATE('2001:db9::'), false],

  ['exists', STATE([{ exists: true }]), STATE(null), true],
  ['exists, nothing', STATE([{ exists: true }]), { detail: {} }, false],
  ['exists, of an object', { detail: [{ exists: true }] }, STATE('x'), false],
  ['exists, of an empty list', { resources: [{ exists: true }] }, { resources: [] }, false],
  ['exists in a list', { a: { id: [{ exists: true }] } }, { a: [{ b: 1 }, { id: 2 }] }, true],
  ['is missing', STATE([{ exists: false }]), { detail: {} }, true],
  ['is missing, with its parent', { a: { b: [{ exists: false }] } }, { c: 1 }, true],
  ['is missing, it is there', STATE([{ exists: false }]), STATE('x'), false],
  [
    'is missing, in some entry',
    { a: { b: [{ exists: false }] } },
    { a: [{ b: 1 }, { c: 1 }] },
    false,
  ],
  ['missing or other', STATE([{ exists: false }, 'x']), { detail: {} }, true],
  ['missing or other, other', STATE([{ exists: false }, 'x']), STATE('x'), true],
  ['missing or other, neither', STATE([{ exists: false }, 'x']), STATE('y'), false],

  ['$or, the first', { $or: [{ a: ['1'] }, { b: ['2'] }] }, { a: '1' }, true],
  ['$or, the second', { $or: [{ a: ['1'] }, { b: ['2'] }] }, { b: '2' }, true],
  ['$or, none', { $or: [{ a: ['1'] }, { b: ['2'] }] }, { a: '2', b: '1' }, false],
  ['$or and more', { c: ['3'], $or: [{ a: ['1'] }, { b: ['2'] }] }, { a: '1' }, false],
  ['$or within', { d: { $or: [{ a: [1] }, { b: [2] }] } }, { d: { b: 2 } }, true],
  [
    '$or within $or',
    { $or: [{ a: [1] }, { $or: [{ b: [2] }, { c: [3] }], d: [4] }] },
    { c: 3, d: 4 },
    true,
  ],
  [
    'two $or',
    { x: { $or: [{ a: [1] }, { b: [1] }] }, y: { $or: [{ a: [1] }, { b: [1] }] } },
    { x: { a: 1 }, y: { b: 1 } },
    true,
  ],
  [
    '$or of what may be missing',
    { $or: [{ a: [{ exists: false }] }, { b: [1] }] },
    { a: 1, b: 1 },
    true,
  ],
];

test('patterns: every operator, alone and combined', () => {
  let run = 0;
  for (const [what, pattern, event, expected] of CASES) {
    expect(matches(pattern, event), what).toBe(expected);
    run += 1;
  }
  expect(run).toBe(105);
});

test('patterns: a name given twice counts as it was given last', () => {
  const pattern = compilePattern('{"source": ["a"], "source": ["b"]}');
  expect(matchesPattern(pattern, { source: 'a' })).toBe(false);
  expect(matchesPattern(pattern, { source: 'b' })).toBe(true);
});

function faultOf(pattern: string): string {
  try {
    compilePattern(pattern);
    return 'none';
  } catch (error) {
    if (error instanceof PatternSyntaxError) return error.message;
    throw error;
  }
}

/** The reason, and the column AWS names; without one, AWS names none. Twice: the place is told twice. */
const FAULTS: readonly (readonly [pattern: string, reason: string, column?: number, times?: 2])[] =
  [
    ['{"int": 42}', '"int" must be an object or an array', 11],
    ['{"string": "my-value"}', '"string" must be an object or an array', 13],
    ['{"resources": []}', 'Empty arrays are not allowed', 17],
    ['{}', 'Empty objects are not allowed', 3],
    ['["a"]', 'Filter is not an object', 2],
    ['{"detail": {"equal": [{"NUMERIC": ["=", 5]}]}}', 'Unrecognized match type NUMERIC', 36],
    ['{"my_key": [{"EXISTS": true}]}', 'Unrecognized match type EXISTS', 28],
    [
      '{"detail": {"c-count": [{"numeric": [">", 0, ">", 0]}]}}',
      'Bad numeric range operator: >',
      49,
    ],
    ['{"detail": {"c-count": [{"numeric": [">", 0, "<"]}]}}', 'Value of < must be numeric', 50],
    ['{"time": [{"prefix": ["2022-07-13"]}]}', 'prefix match pattern must be a string', 23],
    ['{"time": [{"prefix": 123}]}', 'prefix match pattern must be a string', 25],
    ['{"FileName": [{"suffix": [".png"]}]}', 'suffix match pattern must be a string', 27],
    ['{"FileName": [{"suffix": 123}]}', 'suffix match pattern must be a string', 29],
    ['{"EventBusArn": [{"wildcard": 123}]}', 'wildcard match pattern must be a string', 34],
    [
      '{"EventBusArn": [{"wildcard": "arn:aws:events:us-east-1:**:event-bus/*"}]}',
      'Consecutive wildcard characters at pos 26',
      72,
    ],
    ['{"EventBusArn": [{"wildcard": "*:*:*:*:*:event-bus/*"}]}', TOO_COMPLEX()],
    [
      '{"detail-type": [{"equals-ignore-case": {"prefix": "ec2"}}]}',
      'equals-ignore-case match pattern must be a string',
      42,
    ],
    ['{"detail": {"state": [{"anything-but": {"equals-ignore-case": 123}}]}}', NO_NUMBER(), 66],
    [
      '{"detail": {"state": [{"anything-but": {"equals-ignore-case": [123, 456]}}]}}',
      NO_NUMBER(),
      67,
      2,
    ],
    [
      '{"detail": {"state": [{"anything-but": {"wildcard": [123, "*/dir/*"]}}]}}',
      'wildcard match pattern must be a string',
      57,
      2,
    ],
    [
      '{"detail": {"FileName": [{"anything-but": {"suffix": 123}}]}}',
      'prefix/suffix match pattern must be a string',
      57,
    ],
    [
      '{"detail": {"state": [{"anything-but": {"prefix": [123, "test"]}}]}}',
      'prefix/suffix match pattern must be a string',
      55,
      2,
    ],
    [
      '{"detail": {"FileName": [{"anything-but": {"prefix": {"equals-ignore-case": "file"}}}]}}',
      'Value of anything-but must be an array or single string/number value.',
      55,
    ],
    [
      '{"detail": {"sourceIPAddress": [{"cidr": ["bad-type"]}]}}',
      'prefix match pattern must be a string',
      43,
    ],
    ['{"a": [{"cidr": "10.0.0.0"}]}', "Malformed CIDR, one '/' required"],
    ['{"a": [{"cidr": "10.0.0.0/xx"}]}', 'Malformed CIDR, mask bits must be an integer'],
    ['{"a": [{"cidr": "10.0.0.0/-1"}]}', 'Malformed CIDR, mask bits must not be negative'],
    ['{"a": [{"cidr": "10.0.0.0/32"}]}', 'IPv4 mask bits must be < 32'],
    ['{"a": [{"cidr": "::/128"}]}', 'IPv6 mask bits must be < 128'],
    ['{"a": [{"cidr": "xx.11.xx/8"}]}', 'Nonstandard IP address: xx.11.xx'],
    ['{"a": [{"exists": "yes"}]}', 'exists match pattern must be either true or false.', 20],
    ['{"a": [{"prefix": "a", "suffix": "b"}]}', 'Only one key allowed in match expression', 35],
    ['{"$or": {"a": [1]}}', 'It must be an Array followed with $or.', 10],
    ['{"$or": [{"a": [1]}]}', 'There must have at least 2 Objects in $or relationship.', 21],
    ['{"$or": [1, 2]}', 'Only JSON object is allowed in array of $or relationship.', 11],
    [
      '{"$or": [{"prefix": [1]}, {"a": [1]}]}',
      'prefix is Ruler reserved fieldName which cannot be used inside $or.',
      22,
    ],
    ['{"a": [["b"]]}', 'Match value must be String, number, true, false, or null', 9],
    [
      'this is no JSON',
      "Unrecognized token 'this': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
      5,
    ],
    [
      "{'bad': 'quotation'}",
      "Unexpected character (''' (code 39)): was expecting double-quote to start field name",
      2,
    ],
    [
      '{"not": closed mark"',
      "Unrecognized token 'closed': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
      15,
    ],
  ];

function TOO_COMPLEX(): string {
  return (
    'Rule is too complex - try using fewer wildcard characters or fewer repeating character ' +
    'sequences after a wildcard character'
  );
}

function NO_NUMBER(): string {
  return 'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.';
}

test('patterns: what breaks the language is told in AWS’s words, and where', () => {
  let run = 0;
  for (const [pattern, reason, column, times = 1] of FAULTS) {
    const place = `\n at [Source: (String)"${pattern}"; line: 1, column: ${column}]`;
    const told = column === undefined ? reason : `${reason}${place.repeat(times)}`;
    expect(faultOf(pattern), pattern).toBe(told);
    run += 1;
  }
  expect(run).toBe(40);
});

test('patterns: places are told by line, and long sources are cut', () => {
  expect(faultOf('{\n  "a": 1\n}')).toContain('line: 2, column: 9]');
  const long = `{"a": "${'x'.repeat(600)}"}`;
  expect(faultOf(long)).toContain(`${long.slice(0, 500)}"[truncated 109 chars]; line: 1`);
});

test('patterns: $or may not multiply into more than 1,000 ways', () => {
  const either = (name: string) => `"${name}": {"$or": [{"a": [1]}, {"b": [1]}]}`;
  const fields = (count: number) => Array.from({ length: count }, (_, at) => either(`f${at}`));
  expect(faultOf(`{${fields(9).join(',')}}`)).toBe('none');
  expect(faultOf(`{${fields(10).join(',')}}`)).toBe(
    'Rule is too complex - try using fewer $or combinations',
  );
});
