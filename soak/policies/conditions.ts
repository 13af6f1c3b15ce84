import type { ConditionBlock, ConditionValue, OneOrMore } from '../../test/policy/plain-request.ts';
import type { Random } from '../random.ts';

/** Operators of one type, the values that policies name, and the keys that requests bring with their values. */
interface Family {
  readonly operators: readonly string[];
  readonly wanted: readonly ConditionValue[];
  readonly keys: readonly string[];
  readonly given: readonly string[];
}

const ORDERS = ['', 'Not', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];
const ordered = (type: string): readonly string[] =>
  ORDERS.map((order) => (/Than/.test(order) ? `${type}${order}` : `${type}${order}Equals`));

const FAMILIES: readonly Family[] = [
  {
    operators: [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
    ],
    wanted: [
      'red',
      'RED',
      'r*',
      '?ed',
      '*',
      '',
      'a*b',
      'a${*}b',
      '${?}',
      '${$}x',
      'ann',
      '${aws:username}',
      '${AWS:UserName}*',
      "${aws:PrincipalTag/team, 'red'}",
      "*${aws:PrincipalTag/none, 'b'}",
      '${aws:PrincipalTag/team}',
      '${aws:TagKeys}',
      '${',
    ],
    keys: ['aws:username', 'aws:PrincipalTag/team', 'aws:TagKeys', 'kms:EncryptionContext:env'],
    given: ['red', 'Red', 'ann', '', 'a*b', 'aXb', '*', '?', '$x', 'b', '${', 'bob'],
  },
  {
    operators: ordered('Numeric'),
    wanted: ['10', 10, '10.5', '-3', 0],
    keys: ['aws:MultiFactorAuthAge', 'kms:RotationPeriodInDays'],
    given: ['10', '10.0', '11', '-3', '0', 'ten', ''],
  },
  {
    operators: ordered('Date'),
    wanted: ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', '2026-01-01', '1767225600'],
    keys: ['aws:CurrentTime', 'aws:EpochTime', 'aws:TokenIssueTime'],
    given: ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', '1767225601', '2026-06-01', 'soon'],
  },
  {
    operators: ['Bool'],
    wanted: ['true', 'false', true, false],
    keys: ['aws:SecureTransport', 'aws:ViaAWSService'],
    given: ['true', 'false', 'True', 'maybe'],
  },
  {
    operators: ['BinaryEquals'],
    wanted: ['QUI=', 'AAEC', ''],
    keys: ['test:Binary'],
    given: ['QUI=', 'QUI', 'AAEC', 'AAED', ''],
  },
  {
    operators: ['IpAddress', 'NotIpAddress'],
    wanted: [
      '203.0.113.0/24',
      '203.0.113.7',
      '10.0.0.0/9',
      '0.0.0.0/0',
      '2001:db8::/33',
      '::1',
      '::/0',
    ],
    keys: ['aws:SourceIp', 'aws:VpcSourceIp'],
    given: ['203.0.113.7', '203.0.114.7', '10.128.0.0', '10.1.2.3', '2001:db8:7fff::1'].concat([
      '2001:db8:8000::1',
      '::1',
      '::ffff:203.0.113.7',
      'name',
      '',
    ]),
  },
  {
    operators: ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike'],
    wanted: [
      'arn:aws:s3:::logs',
      'arn:aws:s3:::*',
      'arn:aws:*:topic',
      'arn:aws:s3:*',
      'arn:aws:sns:*:111122223333:t*',
      'arn:aws:iam::111122223333:user/${aws:username}',
      'arn:aws:iam::*:role/*',
      'arn:aws:iam::1111222?3333:*',
      '*',
    ],
    keys: ['aws:SourceArn', 'aws:PrincipalArn'],
    given: [
      'arn:aws:s3:::logs',
      'arn:aws:s3:::logs/x:y',
      'arn:aws:sns:us-east-1:111122223333:topic',
      'arn:aws:iam::111122223333:user/ann',
      'arn:aws:iam::444455556666:role/path/app',
      'logs',
      '',
    ],
  },
];

const KEYS = FAMILIES.flatMap(({ keys }) => keys);
/** Every operator, in the forms with a set and with IfExists. */
export const OPERATOR_FORMS: readonly string[] = ['', 'ForAllValues:', 'ForAnyValue:'].flatMap(
  (set) => [
    ...FAMILIES.flatMap(({ operators }) => operators).flatMap((operator) => [
      `${set}${operator}`,
      `${set}${operator}IfExists`,
    ]),
    `${set}Null`,
  ],
);

/** What the request says of itself: a key may be absent, empty, single or multivalued. */
export function makeContext(random: Random): Readonly<Record<string, readonly string[]>> {
  const entries: [string, readonly string[]][] = [];
  for (const { keys, given } of FAMILIES) {
    for (const key of keys) {
      if (random.oneIn(3)) continue;
      const count = random.oneIn(4) ? random.between(0, 3) : 1;
      entries.push([key.toLowerCase(), Array.from({ length: count }, () => random.pick(given))]);
    }
  }
  return Object.fromEntries(entries);
}

export function makeConditions(random: Random): ConditionBlock {
  const block: Record<string, Record<string, OneOrMore<ConditionValue>>> = {};
  const count = random.oneIn(4) ? 2 : 1;
  for (let at = 0; at < count; at += 1) {
    const family = random.pick(FAMILIES);
    const key = respelt(random, random.pick(random.oneIn(8) ? KEYS : family.keys));
    const set = random.oneIn(2) ? '' : random.pick(['ForAllValues:', 'ForAnyValue:']);
    if (random.oneIn(12)) {
      block[`${set}Null`] = { [key]: random.pick(['true', 'false', true, false]) };
      continue;
    }
    const suffix = random.oneIn(3) ? 'IfExists' : '';
    const operator = `${set}${random.pick(family.operators)}${suffix}`;
    block[operator] = { ...block[operator], [key]: makeValues(random, family) };
  }
  return block;
}

function makeValues(random: Random, { wanted }: Family): OneOrMore<ConditionValue> {
  if (random.oneIn(2)) return random.pick(wanted);
  return Array.from({ length: random.between(1, 3) }, () => random.pick(wanted));
}

/** Names of keys have no case. */
function respelt(random: Random, key: string): string {
  return random.oneIn(8) ? key.toUpperCase() : key;
}
