export type Fault = 'client' | 'server';

export interface ErrorMembers {
  readonly [name: string]: unknown;
}

export interface ServiceErrorOptions {
  readonly status?: number;
  readonly fault?: Fault;
  /** Further modelled members of the error shape, by member name: values as answers hold them, with bytes for blobs. */
  readonly members?: ErrorMembers;
  /** The legacy code that awsQuery-compatible services send in `x-amzn-query-error`. */
  readonly queryCode?: string;
  readonly cause?: unknown;
}

/**
 * An error an AWS client is meant to see: the service's code, AWS's text, an HTTP status. The protocol
 * decides how it is spelled on the wire. Anything else thrown becomes the protocol's internal error.
 */
export class ServiceError extends Error {
  readonly code: string;
  /** Undefined: the model's status for this code decides, else 400 for client and 500 for server faults. */
  readonly status: number | undefined;
  readonly fault: Fault;
  readonly members: ErrorMembers;
  readonly queryCode: string | undefined;

  constructor(code: string, message: string, options: ServiceErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ServiceError';
    this.code = code;
    this.status = options.status;
    this.fault = options.fault ?? 'client';
    this.members = options.members ?? {};
    this.queryCode = options.queryCode;
  }
}

/**
 * For a service's `errors.ts`: says of a choice within a built operation that it is not built. It is named, never guessed
 * at. `what` completes "is not implemented for …".
 */
export function unbuiltIn(
  service: string,
  code = 'NotImplementedException',
): (operation: string, what: string) => ServiceError {
  return (operation, what) =>
    new ServiceError(code, `${service}:${operation} is not implemented for ${what}`, {
      status: 501,
    });
}
