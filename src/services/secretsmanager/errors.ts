import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** Secrets Manager's errors with AWS's texts. All are client errors with status 400. */
export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

export function invalidName(): ServiceError {
  return validation(
    'Invalid name. Must be a valid name containing alphanumeric characters, or any of the ' +
      'following: -/_+=.@!',
  );
}

export function accessDenied(text: string): ServiceError {
  return new ServiceError('AccessDeniedException', text);
}

export function secretNotFound(): ServiceError {
  return resourceNotFound("Secrets Manager can't find the specified secret.");
}

/** `what` names the version: `staging label: AWSCURRENT`, `VersionId: …`. */
export function valueNotFound(what: string): ServiceError {
  return resourceNotFound(`Secrets Manager can't find the specified secret value for ${what}`);
}

function resourceNotFound(text: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', text);
}

export function invalidParameter(text: string): ServiceError {
  return new ServiceError('InvalidParameterException', text);
}

export function invalidRequest(text: string): ServiceError {
  return new ServiceError('InvalidRequestException', text);
}

export function markedForDeletion(): ServiceError {
  return invalidRequest(
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
}

export function managedByService(): ServiceError {
  return invalidRequest(
    'This secret is managed by an AWS service, and you must use that service to update it.',
  );
}

export function replicaSecret(): ServiceError {
  return invalidParameter(
    "Operation not permitted on a replica secret. Call must be made in primary secret's region.",
  );
}

export const TOKEN_NEEDED =
  'You must provide a ClientRequestToken value. We recommend a UUID-type value.';

export function secretExists(name: string): ServiceError {
  return resourceExists(`The operation failed because the secret ${name} already exists.`);
}

export function tokenInUse(token: string, arn: string): ServiceError {
  return resourceExists(
    `You can't use ClientRequestToken ${token} because that value is already in use for a ` +
      `version of secret ${arn}.`,
  );
}

function resourceExists(text: string): ServiceError {
  return new ServiceError('ResourceExistsException', text);
}

export function limitExceeded(text: string): ServiceError {
  return new ServiceError('LimitExceededException', text);
}

export function encryptionFailure(): ServiceError {
  const text =
    "Secrets Manager can't encrypt the protected secret text using the provided KMS key.";
  return new ServiceError('EncryptionFailure', text);
}

export function decryptionFailure(): ServiceError {
  const text =
    "Secrets Manager can't decrypt the protected secret text using the provided KMS key.";
  return new ServiceError('DecryptionFailure', text);
}

export function invalidNextToken(): ServiceError {
  return new ServiceError('InvalidNextTokenException', 'Invalid NextToken.');
}

export function malformedPolicy(text: string): ServiceError {
  return new ServiceError('MalformedPolicyDocumentException', text);
}

export function publicPolicy(text: string): ServiceError {
  return new ServiceError('PublicPolicyException', text);
}

export const unbuilt = unbuiltIn('secretsmanager');
