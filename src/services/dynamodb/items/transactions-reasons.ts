import { ServiceError } from '../../../core/errors.ts';

/** What became of one action of a transaction that was given up. */
export interface Reason {
  readonly Code: string;
  readonly Message?: string;
  /** The item as it is, where the action wants to know. */
  readonly Item?: unknown;
}

export const NO_REASON: Reason = { Code: 'None' };

/** What an action's own error is among the reasons of its transaction. Throws what is no fault of the action. */
export function reasonFor(error: unknown): Reason {
  if (!(error instanceof ServiceError)) throw error;
  const { code, message, members } = error;
  if (code === 'ValidationException') return { Code: 'ValidationError', Message: message };
  if (code === 'DuplicateItemException') return { Code: 'DuplicateItem', Message: message };
  if (code !== 'ConditionalCheckFailedException') throw error;
  const { Item: item } = members;
  return {
    Code: 'ConditionalCheckFailed',
    Message: message,
    ...(item === undefined ? {} : { Item: item }),
  };
}
