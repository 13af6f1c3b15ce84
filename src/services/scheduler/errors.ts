import { ServiceError } from '../../core/errors.ts';

/** Scheduler's modelled errors. Give each AWS's own text, and take away what is never thrown. */
export function conflict(text: string): ServiceError {
  return new ServiceError('ConflictException', text);
}

export function resourceNotFound(text: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', text);
}

export function serviceQuotaExceeded(text: string): ServiceError {
  return new ServiceError('ServiceQuotaExceededException', text);
}

export function throttling(text: string): ServiceError {
  return new ServiceError('ThrottlingException', text);
}

export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}
