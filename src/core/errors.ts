export type Fault = 'client' | 'server';

export interface ErrorMembers {
  readonly [name: string]: unknown;
}

export interface ServiceErrorOptions {
  readonly status?: number;
  readonly fault?: Fault;
  /** Further modelled members of the error shape, by member name: values as answers hold them, with bytes for blobs. */
  readonly members?: ErrorMembers;
  /** Headers of the answer, by name, for protocols of REST. */
  readonly headers?: Readonly<Record<string, string>>;
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
  readonly headers: Readonly<Record<string, string>>;
  readonly queryCode: string | undefined;

  constructor(code: string, message: string, options: ServiceErrorOptions = {}) {
    // An answer has no stack: to capture one costs more than all else here, and keeps what its functions held.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'ServiceError';
    this.code = code;
    this.status = options.status;
    this.fault = options.fault ?? 'client';
    this.members = options.members ?? {};
    this.headers = options.headers ?? {};
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
