import { describe, expect, it } from 'vitest';
import { parseSignature } from '../../src/authn/parse.ts';
import type { SignedRequest } from '../../src/authn/types.ts';
import { checkForm } from '../../src/authn/verify.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const CREDENTIAL = 'Credential=AKIDEXAMPLE/20261124/eu-west-1/kms/aws4_request';
const SIGNED = 'SignedHeaders=host;x-amz-date';
const SIGNATURE = `Signature=${'0'.repeat(64)}`;
const GOOD = `AWS4-HMAC-SHA256 ${CREDENTIAL}, ${SIGNED}, ${SIGNATURE}`;
const QUERY =
  'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261124%2Feu-west-1%2Fkms%2Faws4_request' +
  `&X-Amz-Date=20261124T120000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-${SIGNATURE}`;

interface Case {
  readonly authorization?: string;
  readonly query?: string;
  readonly date?: string;
  readonly headers?: readonly string[];
  readonly kind: string;
  readonly text: string;
}

const CASES: readonly Case[] = [
  {
    authorization: 'Bearer x',
    kind: 'unsupported',
    text: "Unsupported AWS 'algorithm': 'Bearer'.",
  },
  {
    authorization: `AWS4-HMAC-SHA256 ${CREDENTIAL}, ${SIGNED}`,
    kind: 'incomplete',
    text: "Authorization header requires 'Signature' parameter.",
  },
  {
    authorization: `AWS4-HMAC-SHA256 ${SIGNED}, ${SIGNATURE}`,
    kind: 'incomplete',
    text: "Authorization header requires 'Credential' parameter.",
  },
  {
    authorization: `AWS4-HMAC-SHA256 ${CREDENTIAL}, ${SIGNATURE}`,
    kind: 'incomplete',
    text: "Authorization header requires 'SignedHeaders' parameter.",
  },
  {
    authorization: `AWS4-HMAC-SHA256 what, ${CREDENTIAL}, ${SIGNED}, ${SIGNATURE}`,
    kind: 'incomplete',
    text: "'what' not a valid key=value pair (missing equal-sign) in Authorization header.",
  },
  {
    authorization: GOOD.replace('host;', ''),
    kind: 'incomplete',
    text: "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
  },
  {
    authorization: GOOD.replace('/aws4_request', ''),
    kind: 'malformedScope',
    text: 'Credential must have at least 5 slash-delimited elements, not 4',
  },
  {
    authorization: GOOD.replace('aws4_request', 'aws5'),
    kind: 'malformedScope',
    text: "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5'. ",
  },
  {
    authorization: GOOD.replace('eu-west-1', 'EU'),
    kind: 'malformedScope',
    text: "Credential should be scoped to a valid Region, not 'EU'. ",
  },
  {
    authorization: GOOD.replace('20261124', '20261123'),
    kind: 'malformedScope',
    text: "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261123' != '20261124', from '20261124T120000Z'.",
  },
  {
    authorization: GOOD.replace('kms', 'sqs'),
    kind: 'wrongService',
    text: "Credential should be scoped to correct service: 'kms'. ",
  },
  {
    authorization: GOOD,
    date: '',
    kind: 'incomplete',
    text: "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
  },
  {
    authorization: GOOD,
    date: '20261131T120000Z',
    kind: 'incomplete',
    text: "Date must be in ISO-8601 'basic format'. Got '20261131T120000Z'. See http://en.wikipedia.org/wiki/ISO_8601",
  },
  {
    authorization: GOOD,
    date: '20261124T115459Z',
    kind: 'expired',
    text: 'Signature expired: 20261124T115459Z is now earlier than 20261124T115500Z (20261124T120000Z - 5 min.)',
  },
  {
    authorization: GOOD,
    date: '20261124T120501Z',
    kind: 'notYetCurrent',
    text: 'Signature not yet current: 20261124T120501Z is still later than 20261124T120500Z (20261124T120000Z + 5 min.)',
  },
  {
    authorization: GOOD,
    headers: ['X-Amz-Target', 'TrentService.Decrypt'],
    kind: 'unsignedHeader',
    text: "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.",
  },
  {
    query: QUERY.replace('Expires=60', 'Expires=604801'),
    kind: 'malformedQuery',
    text: 'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
  },
  {
    query: QUERY.replace('Expires=60', 'Expires=-1'),
    kind: 'malformedQuery',
    text: 'X-Amz-Expires must be non-negative',
  },
  {
    query: QUERY.replace('Expires=60', 'Expires=x'),
    kind: 'malformedQuery',
    text: 'X-Amz-Expires should be a number',
  },
  {
    query: `${QUERY}&X-Amz-Expires=60`,
    kind: 'malformedQuery',
    text: 'Duplicate parameter X-Amz-Expires',
  },
  {
    query: QUERY.replace('SHA256', 'SHA1'),
    kind: 'malformedQuery',
    text: 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"',
  },
  {
    query: QUERY,
    authorization: GOOD,
    kind: 'severalMechanisms',
    text: 'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
  },
];

function judge(given: Case): readonly [string, string] {
  const date = given.date ?? '20261124T120000Z';
  const request: SignedRequest = {
    method: 'POST',
    rawPath: '/',
    rawQuery: given.query ?? '',
    body: new Uint8Array(0),
    headers: [
      'Host',
      'localhost',
      ...(date === '' || given.query !== undefined ? [] : ['X-Amz-Date', date]),
      ...(given.authorization === undefined ? [] : ['Authorization', given.authorization]),
      ...(given.headers ?? []),
    ],
  };
  const parsed = parseSignature(request);
  if (parsed.kind === 'anonymous') return ['anonymous', ''];
  const failure =
    parsed.kind === 'failure' ? parsed.failure : checkForm(request, parsed.signature, ['kms'], NOW);
  return failure === undefined ? ['good', ''] : [failure.kind, failure.text];
}

describe('a signature that is malformed, misplaced or out of time', () => {
  it('is refused for its own reason', () => {
    for (const given of CASES) expect(judge(given)).toEqual([given.kind, given.text]);
    expect(CASES).toHaveLength(22);
  });

  it('is told from a good one and from none', () => {
    expect(judge({ authorization: GOOD, kind: '', text: '' })).toEqual(['good', '']);
    expect(judge({ query: QUERY, kind: '', text: '' })).toEqual(['good', '']);
    expect(judge({ kind: '', text: '' })).toEqual(['anonymous', '']);
  });
});
