import { ServiceError, unbuiltIn } from '../../core/errors.ts';
import type { JsonObject } from '../../core/json.ts';

/** What a request asks for that is not built. */
export const unbuilt = unbuiltIn('dynamodb');

export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

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
