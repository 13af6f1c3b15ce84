import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** Scheduler's errors with AWS's texts. */
export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

export function conflict(text: string): ServiceError {
  return new ServiceError('ConflictException', text, { status: 409 });
}

export function notFound(text: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', text, { status: 404 });
}

export function scheduleNotFound(name: string): ServiceError {
  return notFound(`Schedule ${name} does not exist.`);
}

export function groupNotFound(name: string): ServiceError {
  return notFound(`Schedule group ${name} does not exist.`);
}

export function quotaExceeded(text: string): ServiceError {
  return new ServiceError('ServiceQuotaExceededException', text, { status: 402 });
}

export const unbuilt = unbuiltIn('scheduler');
