import { ServiceError } from '../core/errors.ts';
import type { AuthenticationFailure, FailureKind } from './types.ts';

/** How a protocol spells authentication errors. */
export type ErrorFamily = 'awsJson' | 'restJson' | 'query' | 'ec2' | 's3';

interface Spelling {
  readonly code: string;
  readonly status: number;
  /** The text where the protocol has one of its own. */
  readonly text?: string;
}

const INVALID_TOKEN = 'The security token included in the request is invalid.';
const EXPIRED_TOKEN = 'The security token included in the request is expired';
const EC2_TEXT = 'AWS was not able to validate the provided access credentials';

const JSON_CODES: Readonly<Record<FailureKind, Spelling>> = {
  missing: { code: 'MissingAuthenticationTokenException', status: 400, text: 'Missing Authentication Token' },
  incomplete: { code: 'IncompleteSignatureException', status: 400 },
  malformedScope: { code: 'InvalidSignatureException', status: 400 },
  unknownKey: { code: 'UnrecognizedClientException', status: 400, text: INVALID_TOKEN },
  inactiveKey: { code: 'UnrecognizedClientException', status: 400, text: INVALID_TOKEN },
  mismatch: { code: 'InvalidSignatureException', status: 400 },
  expired: { code: 'InvalidSignatureException', status: 400 },
  notYetCurrent: { code: 'InvalidSignatureException', status: 400 },
  expiredToken: { code: 'ExpiredTokenException', status: 400, text: EXPIRED_TOKEN },
  wrongService: { code: 'InvalidSignatureException', status: 400 },
  contentHash: { code: 'InvalidSignatureException', status: 400 },
};

const QUERY_CODES: Readonly<Record<FailureKind, Spelling>> = {
  missing: { code: 'MissingAuthenticationToken', status: 403, text: 'Request is missing Authentication Token' },
  incomplete: { code: 'IncompleteSignature', status: 400 },
  malformedScope: { code: 'SignatureDoesNotMatch', status: 403 },
  unknownKey: { code: 'InvalidClientTokenId', status: 403, text: INVALID_TOKEN },
  inactiveKey: { code: 'InvalidClientTokenId', status: 403, text: INVALID_TOKEN },
  mismatch: { code: 'SignatureDoesNotMatch', status: 403 },
  expired: { code: 'SignatureDoesNotMatch', status: 403 },
  notYetCurrent: { code: 'SignatureDoesNotMatch', status: 403 },
  expiredToken: { code: 'ExpiredToken', status: 403, text: EXPIRED_TOKEN },
  wrongService: { code: 'SignatureDoesNotMatch', status: 403 },
  contentHash: { code: 'SignatureDoesNotMatch', status: 403 },
};

const EC2_CODES: Readonly<Record<FailureKind, Spelling>> = {
  ...QUERY_CODES,
  missing: { code: 'AuthFailure', status: 401, text: EC2_TEXT },
  unknownKey: { code: 'AuthFailure', status: 401, text: EC2_TEXT },
  inactiveKey: { code: 'AuthFailure', status: 401, text: EC2_TEXT },
  mismatch: { code: 'AuthFailure', status: 401, text: EC2_TEXT },
  expired: { code: 'RequestExpired', status: 400, text: 'Request has expired.' },
  expiredToken: { code: 'RequestExpired', status: 400, text: 'Request has expired.' },
};

const S3_SKEW = 'The difference between the request time and the current time is too large.';
const S3_CODES: Readonly<Record<FailureKind, Spelling>> = {
  ...QUERY_CODES,
  missing: { code: 'AccessDenied', status: 403, text: 'Access Denied' },
  incomplete: { code: 'AuthorizationHeaderMalformed', status: 400 },
  malformedScope: { code: 'AuthorizationHeaderMalformed', status: 400 },
  wrongService: { code: 'AuthorizationHeaderMalformed', status: 400 },
  unknownKey: {
    code: 'InvalidAccessKeyId',
    status: 403,
    text: 'The AWS Access Key Id you provided does not exist in our records.',
  },
  inactiveKey: {
    code: 'InvalidAccessKeyId',
    status: 403,
    text: 'The AWS Access Key Id you provided does not exist in our records.',
  },
  expired: { code: 'RequestTimeTooSkewed', status: 403, text: S3_SKEW },
  notYetCurrent: { code: 'RequestTimeTooSkewed', status: 403, text: S3_SKEW },
  expiredToken: { code: 'ExpiredToken', status: 400, text: 'The provided token has expired.' },
  contentHash: {
    code: 'XAmzContentSHA256Mismatch',
    status: 400,
    text: "The provided 'x-amz-content-sha256' header does not match what was computed.",
  },
};

const FAMILIES: Readonly<Record<ErrorFamily, Readonly<Record<FailureKind, Spelling>>>> = {
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
