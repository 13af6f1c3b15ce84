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

export function invalidPrincipal(arn: string): ServiceError {
  const text = `ARN does not refer to a valid principal: ${arn}`;
  return new ServiceError('InvalidArnException', text);
}

export function invalidGrantToken(): ServiceError {
  return new ServiceError('InvalidGrantTokenException', 'Invalid grant token');
}

export function invalidGrantId(grantId: string): ServiceError {
  return new ServiceError('InvalidGrantIdException', `Invalid grant id '${grantId}'`);
}

export function grantNotFound(grantId: string): ServiceError {
  return notFound(`Grant ID ${grantId} not found`);
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

/** Another key's token, or none at all. */
export function invalidImportToken(): ServiceError {
  return new ServiceError('InvalidImportTokenException', '');
}

export function expiredImportToken(): ServiceError {
  return new ServiceError('ExpiredImportTokenException', '');
}

/** Not the material that was expected: another one, of another size, or one that the key has already. */
export function incorrectKeyMaterial(): ServiceError {
  return new ServiceError('IncorrectKeyMaterialException', '');
}

export function invalidState(text: string): ServiceError {
  return new ServiceError('KMSInvalidStateException', text);
}

export function wrongOrigin(arn: string, origin: string): ServiceError {
  return unsupported(`${arn} origin is ${origin} which is not valid for this operation.`);
}

/** An answer that would take too long to find: the caller may ask again. */
export function dependencyTimeout(): ServiceError {
  const text = 'The system timed out while trying to fulfill the request.';
  return new ServiceError('DependencyTimeoutException', text, { status: 500 });
}

export function keyExists(arn: string): ServiceError {
  return new ServiceError('AlreadyExistsException', `Key '${arn}' already exists`);
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
