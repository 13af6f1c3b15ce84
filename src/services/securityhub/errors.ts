import { ServiceError } from '../../core/errors.ts';

function error(Code: string, text: string): ServiceError {
  return new ServiceError(Code, text, { members: { Code } });
}

export function notSubscribed(account: string): ServiceError {
  return error(
    'InvalidAccessException',
    `Account ${account} is not subscribed to AWS Security Hub`,
  );
}

export const alreadySubscribed = (): ServiceError =>
  error('ResourceConflictException', 'Account is already subscribed to Security Hub');

export const conflict = (text: string): ServiceError => error('ResourceConflictException', text);

export const invalidInput = (text: string): ServiceError => error('InvalidInputException', text);

export const notFound = (text: string): ServiceError => error('ResourceNotFoundException', text);

export const limitExceeded = (text: string): ServiceError => error('LimitExceededException', text);
