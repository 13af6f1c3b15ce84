import { uuid } from '../../../core/ids.ts';
import { ServiceError } from '../../../core/errors.ts';
import { invalid } from '../domain/invalid.ts';

/** Errors of KMS that the SDK DynamoDB speaks to it with has a class for. */
const NAMED: ReadonlySet<string> = new Set([
  'DisabledException',
  'InvalidArnException',
  'InvalidGrantTokenException',
  'InvalidKeyUsageException',
  'KMSInvalidStateException',
  'KeyUnavailableException',
  'LimitExceededException',
  'NotFoundException',
]);

/** The only answer to a key of another kind, as AWS gives it: it expects a key that takes an encryption context. */
const INTERNAL: ReadonlySet<string> = new Set(['ValidationException', 'InvalidKeyUsageException']);

/** An error of KMS as DynamoDB passes it on. Anything else is given back as it is. */
export function kmsRefusal(error: unknown): unknown {
  if (!(error instanceof ServiceError)) return error;
  const text = sdkText(error);
  if (error.code === 'AccessDeniedException') {
    return new ServiceError('AccessDeniedException', `KMS key access denied error: ${text}`);
  }
  if (error.code === 'DisabledException') return invalid(`KMS key disabled error: ${text}`);
  if (INTERNAL.has(error.code)) {
    return new ServiceError('InternalServerError', `KMS internal error: ${text}`, {
      status: 500,
      fault: 'server',
    });
  }
  if (NAMED.has(error.code)) return invalid(`KMS validation error: ${text}`);
  return error;
}

function sdkText({ code, message }: ServiceError): string {
  const name = NAMED.has(code) ? code : 'AWSKMSException';
  return (
    `com.amazonaws.services.kms.model.${name}: ${message} (Service: AWSKMS; Status Code: 400; ` +
    `Error Code: ${code}; Request ID: ${uuid()}; Proxy: null)`
  );
}
