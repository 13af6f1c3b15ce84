import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export const unbuilt = unbuiltIn('shield');

export function noSuch(what: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `The ${what} does not exist.`);
}

export function exists(what: string): ServiceError {
  return new ServiceError('ResourceAlreadyExistsException', `The ${what} already exists.`);
}

export function invalidResource(text: string): ServiceError {
  return new ServiceError('InvalidResourceException', text);
}

export function invalidParameter(name: string, text: string): ServiceError {
  return new ServiceError('InvalidParameterException', text, {
    members: { reason: 'FIELD_VALIDATION_FAILED', fields: [{ name, message: text }] },
  });
}

export function invalidOperation(text: string): ServiceError {
  return new ServiceError('InvalidOperationException', text);
}

/** What is asked for is so already. */
export function noChange(): ServiceError {
  return invalidOperation('The operation would not cause any change to occur.');
}

export function limitExceeded(type: string, limit: number): ServiceError {
  return new ServiceError('LimitsExceededException', `The limit of ${limit} was exceeded.`, {
    members: { Type: type, Limit: limit },
  });
}

export function lockedSubscription(text: string): ServiceError {
  return new ServiceError('LockedSubscriptionException', text);
}

export function noRole(): ServiceError {
  return new ServiceError('NoAssociatedRoleException', 'The ARN of the role does not exist.');
}

export function roleDenied(text: string): ServiceError {
  return new ServiceError('AccessDeniedForDependencyException', text);
}

export function paginationTokenInvalid(): ServiceError {
  return new ServiceError('InvalidPaginationTokenException', 'The pagination token is invalid.');
}

/** Other accounts' attacks are not told from none. */
export function attackUnknown(): ServiceError {
  return new ServiceError('AccessDeniedException', 'The attack does not exist, or is not yours.');
}
