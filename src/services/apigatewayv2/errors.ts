import { type ServiceError, unbuiltIn } from '../../core/errors.ts';
import { notFound } from '../apigateway/port.ts';

/** `API`, `Route`, `Integration`, `Stage` … */
export function invalidIdentifier(noun: string, named?: string): ServiceError {
  return notFound(`Invalid ${noun} identifier specified${named === undefined ? '' : ` ${named}`}`);
}

export const unbuilt = unbuiltIn('apigatewayv2');
