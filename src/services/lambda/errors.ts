import { ServiceError, unbuiltIn } from '../../core/errors.ts';
import type { JsonObject } from '../../core/json.ts';

/** Lambda's modelled errors, with AWS's texts. */
function byUser(code: string, message: string, members: JsonObject = {}): ServiceError {
  return new ServiceError(code, message, { members: { Type: 'User', ...members } });
}

export function invalidParameterValue(text: string): ServiceError {
  return byUser('InvalidParameterValueException', text);
}

export function invalidRequestContent(text: string): ServiceError {
  return byUser('InvalidRequestContentException', text);
}

export function resourceConflict(text: string): ServiceError {
  return byUser('ResourceConflictException', text);
}

export function resourceNotFound(text: string): ServiceError {
  return byUser('ResourceNotFoundException', text);
}

export function functionNotFound(arn: string): ServiceError {
  return resourceNotFound(`Function not found: ${arn}`);
}

export function functionExists(name: string): ServiceError {
  return resourceConflict(`Function already exist: ${name}`);
}

export function roleNotAssumable(): ServiceError {
  return invalidParameterValue('The role defined for the function cannot be assumed by Lambda.');
}

/** The same, when it is to run. */
export function roleRefused(): ServiceError {
  return new ServiceError(
    'AccessDeniedException',
    'The role defined for the function cannot be assumed by Lambda.',
    { status: 403 },
  );
}

export function crossAccountRole(): ServiceError {
  return new ServiceError('AccessDeniedException', 'Cross-account pass role is not allowed.', {
    status: 403,
  });
}

export function requestTooLarge(size: number, most: number): ServiceError {
  return byUser(
    'RequestTooLargeException',
    `${size} byte payload is too large for the invocation type (limit ${most} bytes)`,
  );
}

export function tooManyRequests(reason: string): ServiceError {
  return new ServiceError('TooManyRequestsException', 'Rate Exceeded.', {
    members: { Type: 'User', Reason: reason },
  });
}

/** What the machine lacks, as a sentence. */
export function invalidRuntime(text: string): ServiceError {
  return new ServiceError('InvalidRuntimeException', text, {
    fault: 'server',
    members: { Type: 'Service' },
  });
}

/** A key that does not open the environment. `code` is KMS's own. */
export function environmentLocked(code: string, text: string): ServiceError {
  const [name, reason] = LOCKED.get(code) ?? ['KMSAccessDeniedException', 'KMS access was denied'];
  return new ServiceError(
    name,
    `Lambda was unable to decrypt the environment variables because ${reason}. Please check the ` +
      `function's KMS key settings. KMS Exception: ${code} KMS Message: ${text}`,
    { fault: 'server', members: { Type: 'Service' } },
  );
}

const LOCKED: ReadonlyMap<string, readonly [name: string, reason: string]> = new Map([
  ['DisabledException', ['KMSDisabledException', 'the KMS key used is disabled']],
  [
    'KMSInvalidStateException',
    ['KMSInvalidStateException', 'the state of the KMS key used is not valid for Decrypt'],
  ],
  ['NotFoundException', ['KMSNotFoundException', 'the KMS key was not found']],
]);

export const unbuilt = unbuiltIn('lambda');

/** `call`: what tells the revision that there is. */
export function preconditionFailed(call = 'GetFunction/GetAlias'): ServiceError {
  return byUser(
    'PreconditionFailedException',
    `The RevisionId provided does not match the latest RevisionId. Call the ${call} API to retrieve ` +
      'the latest RevisionId for your resource.',
  );
}

export function policyTooLong(bytes: number, most: number): ServiceError {
  return byUser(
    'PolicyLengthExceededException',
    `The final policy size (${bytes}) is bigger than the limit (${most}).`,
  );
}

export function invalidPrincipal(): ServiceError {
  return invalidParameterValue(
    'The provided principal was invalid. Please check the principal and try again.',
  );
}
