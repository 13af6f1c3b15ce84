import { expect, test } from 'vitest';
import { parseFilterPattern } from '../../../../src/services/logs/domain/filter-pattern.ts';

const CALL = JSON.stringify({
  eventType: 'UpdateTrail',
  sourceIPAddress: '111.111.111.111',
  arrayKey: ['value', 'another value'],
  objectList: [
    { name: 'a', id: 1 },
    { name: 'b', id: 2 },
  ],
  SomeObject: null,
  'cluster.name': 'c',
  latency: 50,
  isRoot: true,
});
const USERS = JSON.stringify({
  user: { id: 1, email: 'John.Stiles@example.com' },
  users: [{ id: 2, email: 'John.Doe@example.com' }],
  actions: ['GET', 'PUT', 'DELETE'],
  coordinates: [[0, 1, 2]],
});
const ACCESS =
  '127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534';
const LINE = 'ERROR 09/25/2014 12:00:02 Failed to process request';

const CASES: readonly (readonly [pattern: string, message: string, matches: boolean])[] = [
  ['', 'anything', true],
  ['" "', 'anything', true],
  ['ERROR', '[ERROR 400] BAD REQUEST', true],
  ['error', '[ERROR 400] BAD REQUEST', false],
  ['ERROR ARGUMENTS', '[ERROR 419] MISSING ARGUMENTS', true],
  ['ERROR ARGUMENTS', '[ERROR 400] BAD REQUEST', false],
  ['?ERROR ?ARGUMENTS', 'MISSING ARGUMENTS', true],
  ['?ERROR ?ARGUMENTS', 'fine', false],
  ['?ERROR ?ARGUMENTS REQUEST', '[INFO] REQUEST FAILED', true],
  ['"INTERNAL SERVER ERROR"', '[ERROR 500] INTERNAL SERVER ERROR', true],
  ['"INTERNAL SERVER ERROR"', 'INTERNAL ERROR', false],
  ['ERROR -ARGUMENTS', '[ERROR 419] MISSING ARGUMENTS', false],
  ['ERROR -"BAD REQUEST"', '[ERROR 419] MISSING', true],
  ['%AUTHORIZED%', 'UNAUTHORIZED', true],
  ['%^[hc]at%', 'the cat', false],
  ['{ $.eventType = "UpdateTrail" }', CALL, true],
  ['{ $.eventType = "Update*" }', CALL, true],
  ['{ $.eventType = Other }', CALL, false],
  ['{ $.eventType = "UpdateTrail" }', 'UpdateTrail', false],
  ['{ $.sourceIPAddress != 123.123.* }', CALL, true],
  ['{ $.sourceIPAddress != 111.111.* }', CALL, false],
  ['{ $.missing != "x" }', CALL, false],
  ['{ $.arrayKey[0] = "value" }', CALL, true],
  ['{ $.arrayKey[1] = "value" }', CALL, false],
  ['{ $.arrayKey = "value" }', CALL, false],
  ['{ $.arrayKey[*] = %val.{2}% }', CALL, true],
  ['{ $.objectList[*].id = 2 }', CALL, true],
  ['{ $.* = %111\\.111\\.111\\.1[0-9]{1,2}% }', CALL, true],
  ['{ $.[\'cluster.name\'] = "c" }', CALL, true],
  ['{ $.SomeObject IS NULL }', CALL, true],
  ['{ $.isRoot IS TRUE }', CALL, true],
  ['{ $.isRoot IS FALSE }', CALL, false],
  ['{ $.SomeOtherObject NOT EXISTS }', CALL, true],
  ['{ $.eventType NOT EXISTS }', CALL, false],
  ['{ $.latency >= 50 && $.latency < 51 }', CALL, true],
  ['{ $.latency > 50 }', CALL, false],
  ['{ $.latency = 5e+1 }', CALL, true],
  ['{ ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }', USERS, true],
  ['{ $.user.id = 1 || $.coordinates[0][1] = 9 && $.actions[2] = "x" }', USERS, true],
  ['{ ($.user.id = 1 || $.coordinates[0][1] = 9) && $.actions[2] = "x" }', USERS, false],
  ['[ip, user, username, timestamp, request =*.html*, status_code = 4*, bytes]', ACCESS, true],
  ['[ip=%127\\.0\\.0\\.[1-9]%, user, username, timestamp, request, status, bytes]', ACCESS, true],
  ['[..., request =*.html*, status_code = 4*, bytes]', ACCESS, true],
  ['[..., status_code = 404 || status_code = 410, bytes > 2000]', ACCESS, false],
  ['[ip, ..., bytes]', ACCESS, true],
  ['[w1=ERROR, w2]', LINE, true],
  ['[w1!=ERROR && w1!=WARNING, w2]', LINE, false],
  ['[w1, w2, w3]', 'only two', false],
];

test('filter patterns: match as the CloudWatch Logs User Guide says', () => {
  let ran = 0;
  for (const [pattern, message, matches] of CASES) {
    const matched = parseFilterPattern(pattern)?.match(message);
    expect(matched !== undefined, `${pattern} on ${message}`).toBe(matches);
    ran += 1;
  }
  expect(ran).toBe(48);
});

test('filter patterns: what is none is refused', () => {
  const none = [
    'a.b',
    '"open',
    '%a(b)%',
    '%something!%',
    '{ $.a }',
    '{ $.a = }',
    '{ a = 1 }',
    '{ $.a EXISTS }',
    '{ $.a[*].b[*] = 1 }',
    '{ ($.a = 1 }',
    '{ $.a = 1 } x',
    '{ $.a = %a% && $.b = %b% && $.c = %c% }',
    `{ ${'('.repeat(60)}$.a = 1${')'.repeat(60)} }`,
    '[a, ..., b, ...]',
    '[a = ]',
    '[a = 1 || b = 2]',
  ];
  for (const pattern of none) expect(parseFilterPattern(pattern), pattern).toBeUndefined();
  expect(none).toHaveLength(16);
});

test('filter patterns: give the values that they name', () => {
  expect(parseFilterPattern('{ $.latency > 1 && $.arrayKey[0] = * }')?.match(CALL)).toEqual({
    '$.latency': '50',
    '$.arrayKey[0]': 'value',
  });
  expect(parseFilterPattern('[ip, ..., bytes]')?.match(ACCESS)).toEqual({
    $ip: '127.0.0.1',
    $bytes: '1534',
  });
  expect(parseFilterPattern('{ $.latency > 1 }')?.value(CALL, '$.objectList[1].id')).toBe('2');
  expect(parseFilterPattern('[ip, ..., bytes]')?.value(ACCESS, '$bytes')).toBe('1534');
  expect(parseFilterPattern('ERROR')?.value('ERROR', '$.a')).toBeUndefined();
});
