import { ServiceError } from '../../core/errors.ts';

export function noSuchService(): ServiceError {
  return new ServiceError(
    'NoSuchResourceException',
    'The request failed because the specified service does not exist.',
  );
}

export function noSuchQuota(): ServiceError {
  return new ServiceError(
    'NoSuchResourceException',
    'The request failed because the specified quota does not exist.',
  );
}

export function noSuchRequest(): ServiceError {
  return new ServiceError(
    'NoSuchResourceException',
    'The request failed because the specified request does not exist.',
  );
}

export function illegalArgument(text: string): ServiceError {
  return new ServiceError('IllegalArgumentException', text);
}

export function alreadyRequested(): ServiceError {
  return new ServiceError(
    'ResourceAlreadyExistsException',
    'Only one open service quota increase request is allowed per quota.',
  );
}

export function badToken(): ServiceError {
  return new ServiceError('InvalidPaginationTokenException', 'The pagination token is not valid.');
}
