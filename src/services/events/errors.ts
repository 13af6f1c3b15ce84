import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** EventBridge's errors with AWS's texts. All are client errors with status 400. */
export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

export function invalidParameter(name: string, reason?: string): ServiceError {
  return validation(
    `Parameter ${name} is not valid.${reason === undefined ? '' : ` Reason: ${reason}`}`,
  );
}

export function invalidEventPattern(reason: string): ServiceError {
  const text = `Event pattern is not valid. Reason: ${reason}`;
  return new ServiceError('InvalidEventPatternException', text);
}

export function notFound(text: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', text);
}

export function busNotFound(name: string): ServiceError {
  return notFound(`Event bus ${name} does not exist.`);
}

export function ruleNotFound(name: string, bus: string): ServiceError {
  return notFound(`Rule ${name} does not exist on EventBus ${bus}.`);
}

export function alreadyExists(what: string): ServiceError {
  return new ServiceError('ResourceAlreadyExistsException', `${what} already exists.`);
}

export function limitExceeded(
  text = 'The requested resource exceeds the maximum number allowed.',
): ServiceError {
  return new ServiceError('LimitExceededException', text);
}

export function policyTooLong(): ServiceError {
  const text = 'The event bus policy is too long.';
  return new ServiceError('PolicyLengthExceededException', text);
}

export function illegalStatus(text: string): ServiceError {
  return new ServiceError('IllegalStatusException', text);
}

export const unbuilt = unbuiltIn('events');
