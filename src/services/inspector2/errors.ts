import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export const unbuilt = unbuiltIn('inspector2');

export const notFound = (): ServiceError =>
  new ServiceError('ResourceNotFoundException', 'The resource was not found.', { status: 404 });

export function denied(text: string): ServiceError {
  return new ServiceError('AccessDeniedException', text, { status: 403 });
}

export function badRequest(text: string): ServiceError {
  return new ServiceError('BadRequestException', text, { status: 400 });
}

export function invalid(text: string, field?: string): ServiceError {
  const fields = field === undefined ? {} : { fields: [{ name: field, message: text }] };
  return new ServiceError('ValidationException', text, {
    status: 400,
    members: { reason: 'FIELD_VALIDATION_FAILED', ...fields },
  });
}

export function quotaExceeded(text: string, resourceId: string): ServiceError {
  return new ServiceError('ServiceQuotaExceededException', text, {
    status: 402,
    members: { resourceId },
  });
}
