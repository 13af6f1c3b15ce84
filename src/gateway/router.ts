import { ServiceError } from '../core/errors.ts';
import type { ProtocolName } from '../model/types.ts';
import type { WireError } from '../wire/protocols/protocol.ts';
import type { RouteInput, WireHead } from '../wire/request.ts';
import { signingScopeOf } from '../wire/route-evidence.ts';
import { route, type Route, type RoutingIndex } from '../wire/route.ts';
import type { RegisteredOperation, RegisteredService } from './registry.ts';

/** Where a request goes, and in which protocol its answer is spelled. */
export interface Destination {
  readonly protocol: ProtocolName;
  readonly service: RegisteredService | undefined;
  /** Undefined: nothing is served under that name; `error` says so. */
  readonly operation: RegisteredOperation | undefined;
  readonly error: ServiceError | undefined;
  /** The path the operation's template matches; a virtual-hosted bucket stands in front. */
  readonly rawPath: string;
}

/** The body matters to forms alone, and may be unread otherwise. */
export type Router = (request: WireHead & Pick<RouteInput, 'body'>) => Destination;

/** `serviceOf` gives a registered service by its id, registering it on its first request. */
export function createRouter(
  index: RoutingIndex,
  serviceOf: (id: string) => RegisteredService,
): Router {
  const resolve: Router = (request) => toDestination(route(index, request), request, serviceOf);
  const known = new Map<string, Destination>();
  return (request) => {
    const name = targetName(request);
    if (name === undefined) return resolve(request);
    const found = known.get(name);
    if (found !== undefined) return found;
    const made = resolve(request);
    // Only what is served is kept, so clients can't make it grow.
    if (made.operation !== undefined) known.set(name, made);
    return made;
  };
}

/**
 * What alone decides where a request goes that names its operation in `x-amz-target`: the target, the protocol's
 * version and the signed service. Undefined for all other requests.
 */
function targetName(request: WireHead): string | undefined {
  if (request.rawPath !== '/' || request.rawQuery !== '') return undefined;
  const target = request.header('x-amz-target');
  const type = request.header('content-type');
  if (target === undefined || (type !== JSON_1_0 && type !== JSON_1_1)) return undefined;
  const scope = signingScopeOf(request);
  return scope === undefined ? undefined : `${target}\n${type}\n${scope}`;
}

const JSON_1_0 = 'application/x-amz-json-1.0';
const JSON_1_1 = 'application/x-amz-json-1.1';

function toDestination(
  found: Route,
  head: WireHead,
  serviceOf: (id: string) => RegisteredService,
): Destination {
  const service = found.serviceId === undefined ? undefined : serviceOf(found.serviceId);
  const { protocol } = found;
  switch (found.kind) {
    case 'match': {
      const operation = service?.operations.get(found.operation);
      const error = operation === undefined ? unknownOperation() : undefined;
      return { protocol, service, operation, error, rawPath: found.rawPath };
    }
    case 'failure': {
      const error = asServiceError(found.error);
      return { protocol, service, operation: undefined, error, rawPath: head.rawPath };
    }
    case 'pending':
      // The body was read, so a form that is still unread has no Action.
      return {
        protocol,
        service,
        operation: undefined,
        error: unknownOperation(),
        rawPath: head.rawPath,
      };
  }
}

function unknownOperation(): ServiceError {
  return new ServiceError('UnknownOperationException', '', { status: 404 });
}

function asServiceError(error: WireError): ServiceError {
  const { fault } = error;
  return new ServiceError(error.code, error.message, {
    fault,
    ...(error.status === undefined ? {} : { status: error.status }),
  });
}
