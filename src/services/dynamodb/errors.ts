import { ServiceError, unbuiltIn } from '../../core/errors.ts';
import type { JsonObject } from '../../core/json.ts';

/** What a request asks for that is not built. */
export const unbuilt = unbuiltIn('dynamodb');

/** As the control plane says it. */
export function tableNotFound(name: string): ServiceError {
  return resourceNotFound(`Requested resource not found: Table: ${name} not found`);
}

/** As calls on items say it. */
export function noSuchResource(): ServiceError {
  return resourceNotFound('Requested resource not found');
}

export function resourceNotFound(text: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', text);
}

export function resourceInUse(text: string): ServiceError {
  return new ServiceError('ResourceInUseException', text);
}

export function limitExceeded(text: string): ServiceError {
  return new ServiceError('LimitExceededException', text);
}

/** `item`: the item as it is, in its JSON form, where the request wants to know. */
export function conditionalCheckFailed(item?: JsonObject): ServiceError {
  return new ServiceError('ConditionalCheckFailedException', 'The conditional request failed', {
    members: item === undefined ? {} : { Item: item },
  });
}

/** `expected`: the revision that the policy should have had. */
export function policyNotFound(arn: string, expected?: string): ServiceError {
  return new ServiceError(
    'PolicyNotFoundException',
    expected === undefined
      ? `Resource-based policy not found for the provided ResourceArn: ${arn}`
      : `The provided ExpectedRevisionId ${expected} does not match that of the policy of ${arn}`,
  );
}
