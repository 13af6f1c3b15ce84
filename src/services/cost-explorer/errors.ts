import { ServiceError } from '../../core/errors.ts';

export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

export function invalidNextToken(): ServiceError {
  return new ServiceError('InvalidNextTokenException', 'The next token is invalid.');
}

export function unbuilt(operation: string, what: string): ServiceError {
  const text = `ce:${operation} is not implemented for ${what}`;
  return new ServiceError('NotImplementedException', text, { status: 501 });
}
