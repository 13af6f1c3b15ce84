import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

export function invalidNextToken(): ServiceError {
  return new ServiceError('InvalidNextTokenException', 'The next token is invalid.');
}

export const unbuilt = unbuiltIn('ce');
