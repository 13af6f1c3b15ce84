import { ServiceError, unbuiltIn } from '../../core/errors.ts';
import { notFound } from '../apigateway/port.ts';

/** `API`, `Route`, `Integration`, `Stage` … */
export function invalidIdentifier(noun: string, named?: string): ServiceError {
  return notFound(`Invalid ${noun} identifier specified${named === undefined ? '' : ` ${named}`}`);
}

/** `Routes`. Its code and status are AWS's. */
export function limitExceeded(
  nouns: string,
  where: '' | ' for this API' = ' for this API',
): ServiceError {
  const text = `Maximum number of ${nouns}${where} has been reached. Please contact AWS if you need additional ${nouns}.`;
  return new ServiceError('ConflictException', text, { status: 429 });
}

export const unbuilt = unbuiltIn('apigatewayv2');
