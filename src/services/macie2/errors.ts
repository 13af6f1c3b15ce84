import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export const notEnabled = (): ServiceError =>
  new ServiceError('AccessDeniedException', 'Macie is not enabled', { status: 403 });

export const alreadyEnabled = (): ServiceError => conflict('Macie has already been enabled');

export function conflict(text: string): ServiceError {
  return new ServiceError('ConflictException', text, { status: 409 });
}

export const notFound = (): ServiceError =>
  new ServiceError(
    'ResourceNotFoundException',
    'The request failed because the specified resource does not exist',
    { status: 404 },
  );

export function quotaExceeded(text: string): ServiceError {
  return new ServiceError('ServiceQuotaExceededException', text, { status: 402 });
}

export function invalid(text: string): ServiceError {
  return new ServiceError('ValidationException', text, { status: 400 });
}

export const unbuilt = unbuiltIn('macie2');

export function unprocessable(text: string): ServiceError {
  return new ServiceError('UnprocessableEntityException', text, { status: 422 });
}
