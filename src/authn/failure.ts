import { ServiceError } from '../core/errors.ts';
import type { AuthenticationFailure, FailureKind } from './types.ts';

/** How a protocol spells authentication errors. */
export type ErrorFamily = 'awsJson' | 'restJson' | 'query' | 'ec2' | 's3';

interface Spelling {
  readonly code: string;
  readonly status: number;
  /** The text where the protocol has one of its own, whatever the failure says. */
  readonly text?: string;
}

type Spellings = Readonly<Record<FailureKind, Spelling>>;

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. ' +
  'Check your AWS Secret Access Key and signing method. ' +
  'Consult the service documentation for details.';
const INVALID_TOKEN = 'The security token included in the request is invalid.';
const EXPIRED_TOKEN = 'The security token included in the request is expired';
const EC2_TEXT = 'AWS was not able to validate the provided access credentials';

/** awsJson services answer 400 to all of them; see `failureError` for REST. */
const JSON_INVALID: Spelling = { code: 'InvalidSignatureException', status: 400 };
const JSON_INCOMPLETE: Spelling = { code: 'IncompleteSignatureException', status: 400 };
const JSON_MISMATCH: Spelling = { ...JSON_INVALID, text: MISMATCH };
const JSON_UNKNOWN: Spelling = {
  code: 'UnrecognizedClientException',
  status: 400,
  text: INVALID_TOKEN,
};

const JSON_CODES: Spellings = {
  missing: {
    code: 'MissingAuthenticationTokenException',
    status: 400,
    text: 'Missing Authentication Token',
  },
  incomplete: JSON_INCOMPLETE,
  unsupported: JSON_INCOMPLETE,
  severalMechanisms: JSON_INCOMPLETE,
  malformedQuery: JSON_INCOMPLETE,
  malformedScope: JSON_INVALID,
  unknownKey: JSON_UNKNOWN,
  inactiveKey: JSON_UNKNOWN,
  invalidToken: JSON_UNKNOWN,
  mismatch: JSON_MISMATCH,
  unsignedHeader: JSON_INVALID,
  expired: JSON_INVALID,
  expiredUrl: JSON_INVALID,
  notYetCurrent: JSON_INVALID,
  expiredToken: { code: 'ExpiredTokenException', status: 400, text: EXPIRED_TOKEN },
  wrongService: JSON_INVALID,
  missingContentHash: JSON_MISMATCH,
  contentHash: JSON_MISMATCH,
};

const QUERY_INVALID: Spelling = { code: 'SignatureDoesNotMatch', status: 403 };
const QUERY_INCOMPLETE: Spelling = { code: 'IncompleteSignature', status: 400 };
const QUERY_MISMATCH: Spelling = { ...QUERY_INVALID, text: MISMATCH };
const QUERY_UNKNOWN: Spelling = { code: 'InvalidClientTokenId', status: 403, text: INVALID_TOKEN };

const QUERY_CODES: Spellings = {
  missing: {
    code: 'MissingAuthenticationToken',
    status: 403,
    text: 'Request is missing Authentication Token',
  },
  incomplete: QUERY_INCOMPLETE,
  unsupported: QUERY_INCOMPLETE,
  severalMechanisms: QUERY_INCOMPLETE,
  malformedQuery: QUERY_INCOMPLETE,
  malformedScope: QUERY_INVALID,
  unknownKey: QUERY_UNKNOWN,
  inactiveKey: QUERY_UNKNOWN,
  invalidToken: QUERY_UNKNOWN,
  mismatch: QUERY_MISMATCH,
  unsignedHeader: QUERY_INVALID,
  expired: QUERY_INVALID,
  expiredUrl: QUERY_INVALID,
  notYetCurrent: QUERY_INVALID,
  expiredToken: { code: 'ExpiredToken', status: 403, text: EXPIRED_TOKEN },
  wrongService: QUERY_INVALID,
  missingContentHash: QUERY_MISMATCH,
  contentHash: QUERY_MISMATCH,
};

const EC2_REFUSED: Spelling = { code: 'AuthFailure', status: 401, text: EC2_TEXT };
const EC2_EXPIRED: Spelling = { code: 'RequestExpired', status: 400, text: 'Request has expired.' };

const EC2_CODES: Spellings = {
  ...QUERY_CODES,
  missing: EC2_REFUSED,
  unknownKey: EC2_REFUSED,
  inactiveKey: EC2_REFUSED,
  invalidToken: EC2_REFUSED,
  mismatch: EC2_REFUSED,
  missingContentHash: EC2_REFUSED,
  contentHash: EC2_REFUSED,
  expired: EC2_EXPIRED,
  expiredUrl: EC2_EXPIRED,
  expiredToken: EC2_EXPIRED,
};

const S3_MALFORMED: Spelling = { code: 'AuthorizationHeaderMalformed', status: 400 };
const S3_SKEWED: Spelling = {
  code: 'RequestTimeTooSkewed',
  status: 403,
  text: 'The difference between the request time and the current time is too large.',
};
const S3_UNKNOWN: Spelling = {
  code: 'InvalidAccessKeyId',
  status: 403,
  text: 'The AWS Access Key Id you provided does not exist in our records.',
};

const S3_CODES: Spellings = {
  missing: { code: 'AccessDenied', status: 403, text: 'Access Denied' },
  incomplete: S3_MALFORMED,
  unsupported: {
    code: 'InvalidRequest',
    status: 400,
    text:
      'The authorization mechanism you have provided is not supported. ' +
      'Please use AWS4-HMAC-SHA256.',
  },
  severalMechanisms: { code: 'InvalidArgument', status: 400 },
  malformedQuery: { code: 'AuthorizationQueryParametersError', status: 400 },
  malformedScope: S3_MALFORMED,
  unknownKey: S3_UNKNOWN,
  inactiveKey: S3_UNKNOWN,
  invalidToken: {
    code: 'InvalidToken',
    status: 400,
    text: 'The provided token is malformed or otherwise invalid.',
  },
  mismatch: {
    code: 'SignatureDoesNotMatch',
    status: 403,
    text:
      'The request signature we calculated does not match the signature you provided. ' +
      'Check your key and signing method.',
  },
  unsignedHeader: {
    code: 'AccessDenied',
    status: 403,
    text: 'There were headers present in the request which were not signed',
  },
  expired: S3_SKEWED,
  expiredUrl: { code: 'AccessDenied', status: 403, text: 'Request has expired' },
  notYetCurrent: S3_SKEWED,
  expiredToken: { code: 'ExpiredToken', status: 400, text: 'The provided token has expired.' },
  wrongService: S3_MALFORMED,
  missingContentHash: { code: 'InvalidRequest', status: 400 },
  contentHash: {
    code: 'XAmzContentSHA256Mismatch',
    status: 400,
    text: "The provided 'x-amz-content-sha256' header does not match what was computed.",
  },
};

const FAMILIES: Readonly<Record<ErrorFamily, Spellings>> = {
  awsJson: JSON_CODES,
  restJson: JSON_CODES,
  query: QUERY_CODES,
  ec2: EC2_CODES,
  s3: S3_CODES,
};

/** AWS's error for a failure. restJson services answer 403 where the JSON ones answer 400. */
export function failureError(failure: AuthenticationFailure, family: ErrorFamily): ServiceError {
  const { code, status, text } = FAMILIES[family][failure.kind];
  return new ServiceError(code, text ?? failure.text, {
    status: family === 'restJson' ? 403 : status,
  });
}
