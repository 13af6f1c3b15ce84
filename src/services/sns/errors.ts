import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** SNS's codes as they stand on the wire: without `Exception`. */
export function invalidParameter(text: string): ServiceError {
  return new ServiceError('InvalidParameter', `Invalid parameter: ${text}`, { status: 400 });
}

export function notFound(what: string): ServiceError {
  return new ServiceError('NotFound', `${what} does not exist`, { status: 404 });
}

export function resourceNotFound(): ServiceError {
  return new ServiceError('ResourceNotFound', 'Resource does not exist', { status: 404 });
}

export function authorizationError(text: string): ServiceError {
  return new ServiceError('AuthorizationError', text, { status: 403 });
}

export function subscriptionLimitExceeded(): ServiceError {
  const text = 'Subscription limit exceeded for this topic.';
  return new ServiceError('SubscriptionLimitExceeded', text, { status: 403 });
}

export function tagLimitExceeded(): ServiceError {
  const text = 'Could not complete request: tag quota of per resource exceeded';
  return new ServiceError('TagLimitExceeded', text, { status: 400 });
}

export function emptyBatch(): ServiceError {
  const text = "The batch request doesn't contain any entries.";
  return new ServiceError('EmptyBatchRequest', text, { status: 400 });
}

export function tooManyEntries(): ServiceError {
  const text = 'The batch request contains more entries than permissible.';
  return new ServiceError('TooManyEntriesInBatchRequest', text, { status: 400 });
}

export function idsNotDistinct(): ServiceError {
  const text = 'Two or more batch entries in the request have the same Id.';
  return new ServiceError('BatchEntryIdsNotDistinct', text, { status: 400 });
}

export function invalidBatchEntryId(): ServiceError {
  const text = "The Id of a batch entry in a batch request doesn't abide by the specification. ";
  return new ServiceError('InvalidBatchEntryId', text.trim(), { status: 400 });
}

export function batchTooLong(): ServiceError {
  const text = 'The length of all the batch messages put together is more than the limit.';
  return new ServiceError('BatchRequestTooLong', text, { status: 400 });
}

export const unbuilt = unbuiltIn('sns', 'NotImplemented');
