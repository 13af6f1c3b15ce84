import { ServiceError } from '../../core/errors.ts';

export function invalid(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

export function shardNotFound(shard: string, stream: string): ServiceError {
  return new ServiceError(
    'ResourceNotFoundException',
    `Requested resource not found: Shard ${shard} of Stream ${stream} not found`,
  );
}

export function expiredIterator(): ServiceError {
  return new ServiceError(
    'ExpiredIteratorException',
    'The shard iterator is expired: iterators are valid for 15 minutes',
  );
}

export function trimmedDataAccess(): ServiceError {
  return new ServiceError(
    'TrimmedDataAccessException',
    'The operation attempted to read past the oldest stream record in a shard.',
  );
}
