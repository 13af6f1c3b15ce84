import { ServiceError } from '../../core/errors.ts';

export function accessDenied(text: string): ServiceError {
  return new ServiceError('AccessDenied', text, { status: 403 });
}

export function validationError(text: string): ServiceError {
  return new ServiceError('ValidationError', text, { status: 400 });
}

export function invalidParameter(text: string): ServiceError {
  return new ServiceError('InvalidParameterValue', text, { status: 400 });
}

export function malformedPolicy(text: string): ServiceError {
  return new ServiceError('MalformedPolicyDocument', text, { status: 400 });
}

export function packedPolicyTooLarge(percent: number): ServiceError {
  const text = `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`;
  return new ServiceError('PackedPolicyTooLarge', text, { status: 400 });
}

export function invalidIdentityToken(text: string): ServiceError {
  return new ServiceError('InvalidIdentityToken', text, { status: 400 });
}

export function expiredToken(text: string): ServiceError {
  return new ServiceError('ExpiredTokenException', text, { status: 400 });
}

export function idpRejectedClaim(text: string): ServiceError {
  return new ServiceError('IDPRejectedClaim', text, { status: 403 });
}

export function invalidAuthorizationMessage(): ServiceError {
  const text = 'Message is not valid';
  return new ServiceError('InvalidAuthorizationMessageException', text, { status: 400 });
}
