import { describe, expect, it } from 'vitest';
import { failureError, type ErrorFamily } from '../../src/authn/failure.ts';
import type { FailureKind } from '../../src/authn/types.ts';

type Row = readonly [FailureKind, ErrorFamily, number, string, string];

const TEXT = 'the text of the failure';
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
const INVALID = 'The security token included in the request is invalid.';
const EXPIRED = 'The security token included in the request is expired';
const EC2 = 'AWS was not able to validate the provided access credentials';

const ROWS: readonly Row[] = [
  [
    'missing',
    'awsJson',
    400,
    'MissingAuthenticationTokenException',
    'Missing Authentication Token',
  ],
  [
    'missing',
    'restJson',
    403,
    'MissingAuthenticationTokenException',
    'Missing Authentication Token',
  ],
  [
    'missing',
    'query',
    403,
    'MissingAuthenticationToken',
    'Request is missing Authentication Token',
  ],
  ['missing', 's3', 403, 'AccessDenied', 'Access Denied'],
  ['incomplete', 'awsJson', 400, 'IncompleteSignatureException', TEXT],
  ['incomplete', 'query', 400, 'IncompleteSignature', TEXT],
  ['incomplete', 's3', 400, 'AuthorizationHeaderMalformed', TEXT],
  ['malformedQuery', 's3', 400, 'AuthorizationQueryParametersError', TEXT],
  ['unknownKey', 'awsJson', 400, 'UnrecognizedClientException', INVALID],
  ['unknownKey', 'restJson', 403, 'UnrecognizedClientException', INVALID],
  ['unknownKey', 'query', 403, 'InvalidClientTokenId', INVALID],
  ['unknownKey', 'ec2', 401, 'AuthFailure', EC2],
  [
    'unknownKey',
    's3',
    403,
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
  ],
  ['inactiveKey', 'query', 403, 'InvalidClientTokenId', INVALID],
  ['mismatch', 'awsJson', 400, 'InvalidSignatureException', MISMATCH],
  ['mismatch', 'query', 403, 'SignatureDoesNotMatch', MISMATCH],
  ['mismatch', 'ec2', 401, 'AuthFailure', EC2],
  [
    'mismatch',
    's3',
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
  ['expired', 'awsJson', 400, 'InvalidSignatureException', TEXT],
  ['expired', 'query', 403, 'SignatureDoesNotMatch', TEXT],
  ['expired', 'ec2', 400, 'RequestExpired', 'Request has expired.'],
  [
    'expired',
    's3',
    403,
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
  ],
  ['expiredUrl', 's3', 403, 'AccessDenied', 'Request has expired'],
  ['expiredToken', 'awsJson', 400, 'ExpiredTokenException', EXPIRED],
  ['expiredToken', 'query', 403, 'ExpiredToken', EXPIRED],
  ['expiredToken', 's3', 400, 'ExpiredToken', 'The provided token has expired.'],
  [
    'invalidToken',
    's3',
    400,
    'InvalidToken',
    'The provided token is malformed or otherwise invalid.',
  ],
  ['wrongService', 'awsJson', 400, 'InvalidSignatureException', TEXT],
  ['wrongService', 's3', 400, 'AuthorizationHeaderMalformed', TEXT],
  [
    'contentHash',
    's3',
    400,
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  ],
  ['contentHash', 'awsJson', 400, 'InvalidSignatureException', MISMATCH],
];

describe('authentication failures', () => {
  it('are spelled as each protocol spells them', () => {
    for (const [kind, family, status, code, text] of ROWS) {
      const error = failureError({ kind, text: TEXT }, family);
      expect([error.status, error.code, error.message], `${kind} ${family}`).toEqual([
        status,
        code,
        text,
      ]);
    }
    expect(ROWS).toHaveLength(31);
  });
});
