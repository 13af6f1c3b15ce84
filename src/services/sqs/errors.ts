import { ServiceError } from '../../core/errors.ts';

/** SQS's legacy codes, which query clients read and JSON clients are told in a header. */
function legacy(code: string, text: string, queryCode = `AWS.SimpleQueueService.${code}`) {
  return new ServiceError(code, text, { queryCode });
}

export function queueDoesNotExist(): ServiceError {
  const text = 'The specified queue does not exist.';
  return legacy('QueueDoesNotExist', text, 'AWS.SimpleQueueService.NonExistentQueue');
}

export function queueNameExists(attribute: string): ServiceError {
  const text = `A queue already exists with the same name and a different value for attribute ${attribute}`;
  return legacy('QueueNameExists', text, 'QueueAlreadyExists');
}

export function queueDeletedRecently(): ServiceError {
  const text =
    'You must wait 60 seconds after deleting a queue before you can create another with the same name.';
  return legacy('QueueDeletedRecently', text);
}

export function purgeQueueInProgress(name: string): ServiceError {
  const text = `Only one PurgeQueue operation on ${name} is allowed every 60 seconds.`;
  return legacy('PurgeQueueInProgress', text);
}

export function invalidAttributeName(text: string): ServiceError {
  return new ServiceError('InvalidAttributeName', text);
}

export function invalidAttributeValue(text: string): ServiceError {
  return new ServiceError('InvalidAttributeValue', text);
}

export function invalidParameter(text: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', text, {
    queryCode: 'InvalidParameterValue',
  });
}

export function invalidValue(value: string | number, name: string, reason: string): ServiceError {
  return invalidParameter(`Value ${value} for parameter ${name} is invalid. Reason: ${reason}`);
}

export function missingParameter(name: string): ServiceError {
  const text = `The request must contain the parameter ${name}.`;
  return new ServiceError('MissingParameterException', text, { queryCode: 'MissingParameter' });
}

export function invalidAddress(url: string): ServiceError {
  return new ServiceError('InvalidAddress', `The address ${url} is not valid for this endpoint.`);
}

export function invalidMessageContents(character: string): ServiceError {
  const text =
    `Invalid binary character '${character}' was found in the message body, the set of allowed ` +
    'characters is #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF';
  return new ServiceError('InvalidMessageContents', text);
}

export function receiptHandleIsInvalid(handle: string): ServiceError {
  const text = `The input receipt handle "${handle}" is not a valid receipt handle.`;
  return new ServiceError('ReceiptHandleIsInvalid', text);
}

export function receiptHandleExpired(handle: string): ServiceError {
  return invalidValue(handle, 'ReceiptHandle', 'The receipt handle has expired.');
}

export function notAvailableForChange(handle: string): ServiceError {
  const reason = 'Message does not exist or is not available for visibility timeout change.';
  return invalidValue(handle, 'ReceiptHandle', reason);
}

export function emptyBatch(entry: string): ServiceError {
  return legacy('EmptyBatchRequest', `There should be at least one ${entry} in the request.`);
}

export function tooManyEntries(count: number): ServiceError {
  const text = `Maximum number of entries per request are 10. You have sent ${count}.`;
  return legacy('TooManyEntriesInBatchRequest', text);
}

export function idsNotDistinct(id: string): ServiceError {
  return legacy('BatchEntryIdsNotDistinct', `Id ${id} repeated.`);
}

export function invalidBatchEntryId(): ServiceError {
  const text =
    'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at ' +
    'most 80 letters long.';
  return legacy('InvalidBatchEntryId', text);
}

export function batchTooLong(bytes: number, most: number): ServiceError {
  const text = `Batch requests cannot be longer than ${most} bytes. You have sent ${bytes} bytes.`;
  return legacy('BatchRequestTooLong', text);
}

export function unsupportedOperation(text: string): ServiceError {
  return legacy('UnsupportedOperation', text);
}

export function resourceNotFound(text: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', text, {
    status: 404,
    queryCode: 'ResourceNotFoundException',
  });
}

export function overLimit(text: string): ServiceError {
  return new ServiceError('OverLimit', text, { status: 403 });
}
