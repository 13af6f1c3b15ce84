import { ServiceError } from '../core/errors.ts';

/**
 * The one conversion from whatever was thrown to what a client may see. Unexpected errors keep their detail for the
 * log; the client gets the internal error and a request id.
 */
export function toServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  return new ServiceError('InternalFailure', INTERNAL_TEXT, { status: 500, fault: 'server' });
}

const INTERNAL_TEXT =
  'The request processing has failed because of an unknown error, exception or failure.';
