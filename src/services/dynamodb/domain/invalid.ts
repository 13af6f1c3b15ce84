import { ServiceError } from '../../../core/errors.ts';

/** What DynamoDB answers to a request it can't make sense of. */
export function invalid(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

/** As `invalid`, with the words that most refusals of values begin with. */
export function invalidParameter(text: string): ServiceError {
  return invalid(`One or more parameter values were invalid: ${text}`);
}
