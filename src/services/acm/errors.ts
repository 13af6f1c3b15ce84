import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** ACM's errors with AWS's texts. All are client errors with status 400. */
export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

export function invalidArn(text: string): ServiceError {
  return new ServiceError('InvalidArnException', text);
}

export function certificateNotFound(arn: string, account: string): ServiceError {
  return new ServiceError(
    'ResourceNotFoundException',
    `Certificate with arn ${arn} not found in account ${account}`,
  );
}

export function certificateInUse(arn: string, account: string): ServiceError {
  return new ServiceError(
    'ResourceInUseException',
    `Certificate ${arn} in account ${account} is in use.`,
  );
}

export function requestInProgress(text: string): ServiceError {
  return new ServiceError('RequestInProgressException', text);
}

export function invalidState(text: string): ServiceError {
  return new ServiceError('InvalidStateException', text);
}

export function invalidParameter(text: string): ServiceError {
  return new ServiceError('InvalidParameterException', text);
}

export function invalidArguments(text: string): ServiceError {
  return new ServiceError('InvalidArgsException', text);
}

export function invalidValidationOptions(text: string): ServiceError {
  return new ServiceError('InvalidDomainValidationOptionsException', text);
}

export function limitExceeded(text: string): ServiceError {
  return new ServiceError('LimitExceededException', text);
}

export function conflict(text: string): ServiceError {
  return new ServiceError('ConflictException', text);
}

export function invalidTag(text: string): ServiceError {
  return new ServiceError('InvalidTagException', text);
}

export function tooManyTags(text: string): ServiceError {
  return new ServiceError('TooManyTagsException', text);
}

export const unbuilt = unbuiltIn('acm');
