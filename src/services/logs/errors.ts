import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export function invalidParameter(text: string): ServiceError {
  return new ServiceError('InvalidParameterException', text);
}

export function groupNotFound(): ServiceError {
  return notFound('The specified log group does not exist.');
}

export function streamNotFound(): ServiceError {
  return notFound('The specified log stream does not exist.');
}

export function notFound(text: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', text);
}

export function groupExists(): ServiceError {
  return alreadyExists('The specified log group already exists');
}

export function streamExists(): ServiceError {
  return alreadyExists('The specified log stream already exists');
}

function alreadyExists(text: string): ServiceError {
  return new ServiceError('ResourceAlreadyExistsException', text);
}

export function invalidNextToken(): ServiceError {
  return invalidParameter('The specified nextToken is invalid.');
}

export function limitExceeded(): ServiceError {
  return new ServiceError('LimitExceededException', 'Resource limit exceeded.');
}

export function tooManyTags(most: number): ServiceError {
  const text = `The resource can have no more than ${most} tags.`;
  return new ServiceError('TooManyTagsException', text);
}

export function malformedQuery(fault: string): ServiceError {
  return new ServiceError('MalformedQueryException', fault);
}

export function keyNotUsable(groupArn: string): ServiceError {
  const text = `The specified KMS key does not exist or is not allowed to be used with LogGroup '${groupArn}'`;
  return new ServiceError('AccessDeniedException', text);
}

export function keyNotThere(): ServiceError {
  return invalidParameter('The specified KMS key does not exist or is disabled.');
}

export function deletionProtected(): ServiceError {
  const text = 'The log group is protected from deletion. Turn its deletion protection off first.';
  return new ServiceError('ValidationException', text);
}

export const unbuilt = unbuiltIn('logs');
