import { ServiceError } from '../../core/errors.ts';
import type { StateRefusal } from './domain/key-state.ts';

/** KMS's modelled errors with AWS's texts. All are client errors with status 400. */
export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

export function notFound(text: string): ServiceError {
  return new ServiceError('NotFoundException', text);
}

export function keyNotFound(arn: string): ServiceError {
  return notFound(`Key '${arn}' does not exist`);
}

export function aliasNotFound(arn: string): ServiceError {
  return notFound(`Alias ${arn} is not found.`);
}

export function invalidKeyId(keyId: string): ServiceError {
  return notFound(`Invalid keyId '${keyId}'`);
}

export function invalidArn(text: string): ServiceError {
  return new ServiceError('InvalidArnException', `Invalid arn ${text}`);
}

/** The error of a key whose state refuses what was asked. */
export function stateError(arn: string, refusal: StateRefusal): ServiceError {
  const code = refusal === 'disabled' ? 'DisabledException' : 'KMSInvalidStateException';
  return new ServiceError(code, `${arn} is ${refusal}.`);
}

/** Says nothing more: which part was wrong would help whoever alters ciphertexts. */
export function invalidCiphertext(): ServiceError {
  return new ServiceError('InvalidCiphertextException', '');
}

export function incorrectKey(): ServiceError {
  const text = 'The key ID in the request does not identify a CMK that can perform this operation.';
  return new ServiceError('IncorrectKeyException', text);
}

export function invalidKeyUsage(text: string): ServiceError {
  return new ServiceError('InvalidKeyUsageException', text);
}

export function dryRunSucceeded(): ServiceError {
  const text = 'The request would have succeeded, but the DryRun option is set.';
  return new ServiceError('DryRunOperationException', text);
}

export function unsupported(text = ''): ServiceError {
  return new ServiceError('UnsupportedOperationException', text);
}

export function invalidMarker(marker: string): ServiceError {
  return new ServiceError('InvalidMarkerException', `Could not deserialize marker '${marker}'`);
}

export function invalidAliasName(text: string): ServiceError {
  return new ServiceError('InvalidAliasNameException', text);
}

export function aliasExists(arn: string): ServiceError {
  return new ServiceError('AlreadyExistsException', `An alias with the name ${arn} already exists`);
}

export function limitExceeded(text: string): ServiceError {
  return new ServiceError('LimitExceededException', text);
}

export function conflict(text: string): ServiceError {
  return new ServiceError('ConflictException', text);
}

export function tagError(text: string): ServiceError {
  return new ServiceError('TagException', text);
}

export function malformedPolicy(text: string): ServiceError {
  return new ServiceError('MalformedPolicyDocumentException', text);
}

export function incompatibleAlgorithm(algorithm: string, spec: string): ServiceError {
  return invalidKeyUsage(`Algorithm ${algorithm} is incompatible with key spec ${spec}.`);
}

export function invalidSignature(): ServiceError {
  return new ServiceError('KMSInvalidSignatureException', '');
}

export function invalidMac(): ServiceError {
  return new ServiceError('KMSInvalidMacException', '');
}

/** A choice within a built operation that is not built: named, never guessed at. */
export function unbuilt(operation: string, what: string): ServiceError {
  const text = `kms:${operation} is not implemented for ${what}`;
  return new ServiceError('NotImplementedException', text, { status: 501 });
}
