import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** AWS Private CA's errors. All are client errors with status 400. */
export function authorityNotFound(arn: string): ServiceError {
  return new ServiceError(
    'ResourceNotFoundException',
    `Could not find Certificate Authority with ARN: ${arn}`,
  );
}

export function certificateNotFound(arn: string): ServiceError {
  return new ServiceError(
    'ResourceNotFoundException',
    `Could not find certificate with ARN: ${arn}`,
  );
}

export function notFound(text: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', text);
}

export function invalidArn(arn: string): ServiceError {
  return new ServiceError('InvalidArnException', `The ARN ${arn} is not valid.`);
}

export function invalidArguments(text: string): ServiceError {
  return new ServiceError('InvalidArgsException', text);
}

/** What the model has no error for. */
export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

export function invalidRequest(text: string): ServiceError {
  return new ServiceError('InvalidRequestException', text);
}

export function invalidState(text: string): ServiceError {
  return new ServiceError('InvalidStateException', text);
}

export function malformedCsr(text: string): ServiceError {
  return new ServiceError('MalformedCSRException', text);
}

export function malformedCertificate(text: string): ServiceError {
  return new ServiceError('MalformedCertificateException', text);
}

export function certificateMismatch(text: string): ServiceError {
  return new ServiceError('CertificateMismatchException', text);
}

export function requestInProgress(text: string): ServiceError {
  return new ServiceError('RequestInProgressException', text);
}

export function requestAlreadyProcessed(text: string): ServiceError {
  return new ServiceError('RequestAlreadyProcessedException', text);
}

export function requestFailed(text: string): ServiceError {
  return new ServiceError('RequestFailedException', text);
}

export function permissionExists(): ServiceError {
  return new ServiceError(
    'PermissionAlreadyExistsException',
    'The designated permission has already been given to the user.',
  );
}

export function invalidNextToken(): ServiceError {
  return new ServiceError('InvalidNextTokenException', 'The token is not valid.');
}

export function invalidPolicy(text: string): ServiceError {
  return new ServiceError('InvalidPolicyException', text);
}

export function invalidTag(text: string): ServiceError {
  return new ServiceError('InvalidTagException', text);
}

export function tooManyTags(text: string): ServiceError {
  return new ServiceError('TooManyTagsException', text);
}

export const unbuilt = unbuiltIn('acm-pca');
