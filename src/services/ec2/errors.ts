import { ServiceError, unbuiltIn } from '../../core/errors.ts';
import type { Violation } from '../../model/validate.ts';

/** Names a choice of a built operation that is not built. */
export const unbuilt = unbuiltIn('ec2', 'NotImplemented');

/** The model has no errors: their codes stand in AWS's documentation. */
export function ec2Error(code: string, text: string, status = 400): ServiceError {
  return new ServiceError(code, text, { status });
}

/** What EC2 says of input that its model does not allow. */
export function inputFault([first]: readonly Violation[]): ServiceError {
  if (first === undefined) return ec2Error('InvalidRequest', 'The request is not valid.');
  if (first.value === null) return missingParameter(first.path);
  const text = `Value (${first.value ?? 'hidden'}) for parameter ${first.path} is invalid.`;
  // Some sets of values are a page long.
  const isSet = first.constraint.startsWith('Member must satisfy enum value set');
  return invalidParameterValue(isSet ? text : `${text} ${first.constraint}`);
}

export function missingParameter(name: string): ServiceError {
  return ec2Error('MissingParameter', `The request must contain the parameter ${name}`);
}

export function invalidParameterValue(text: string): ServiceError {
  return ec2Error('InvalidParameterValue', text);
}

export function invalidCombination(text: string): ServiceError {
  return ec2Error('InvalidParameterCombination', text);
}

export function dryRun(): ServiceError {
  const text = 'Request would have succeeded, but DryRun flag is set.';
  return ec2Error('DryRunOperation', text, 412);
}

export function idempotentMismatch(): ServiceError {
  const text =
    'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).';
  return ec2Error('IdempotentParameterMismatch', text);
}

/** `sg-...` is how an id of the kind begins. */
export function malformedId(code: string, id: string, prefix: string): ServiceError {
  return ec2Error(code, `Invalid id: "${id}" (expecting "${prefix}-...")`);
}

export function invalidId(id: string): ServiceError {
  return ec2Error('InvalidID', `The ID '${id}' is not valid`);
}

export function invalidNextToken(): ServiceError {
  return ec2Error('InvalidNextToken', 'The specified NextToken is not valid.');
}

export function invalidFilter(name: string): ServiceError {
  return invalidParameterValue(`The filter '${name}' is invalid`);
}

export function filterLimitExceeded(most: number): ServiceError {
  const text = `The maximum number of filter values specified on a single call is ${most}`;
  return ec2Error('FilterLimitExceeded', text);
}

export function tagLimitExceeded(): ServiceError {
  return ec2Error('TagLimitExceeded', 'The maximum number of tags per resource has been reached');
}
