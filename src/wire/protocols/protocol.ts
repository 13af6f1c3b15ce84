import { type ErrorMembers, ServiceError, type Fault } from '../../core/errors.ts';
import type {
  OperationModel,
  ProtocolName,
  ServiceModel,
  StructureShape,
} from '../../model/types.ts';
import { MalformedValue } from '../codecs/malformed.ts';
import { remembered } from '../codecs/tree.ts';
import type { WireRequest, WireResponse } from '../request.ts';

/** What an encoder needs besides the value. */
export interface ResponseInfo {
  readonly requestId: string;
  /** The request was HEAD: the answer has no body. */
  readonly isHead: boolean;
  /** S3's second id (`x-amz-id-2`). */
  readonly extendedRequestId?: string;
}

/** An error as data; every ServiceError is one. */
export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly status?: number | undefined;
  readonly fault: Fault;
  readonly members?: ErrorMembers;
  readonly headers?: Readonly<Record<string, string>>;
  readonly queryCode?: string | undefined;
}

export interface Protocol {
  readonly name: ProtocolName;
  /** The typed input. Throws ServiceError for anything that does not have the declared form. */
  decode(operation: OperationModel, request: WireRequest): unknown;
  encode(
    service: ServiceModel,
    operation: OperationModel,
    output: unknown,
    info: ResponseInfo,
  ): WireResponse;
  /** `service` is undefined when no service could be told from the request. */
  encodeError(
    service: ServiceModel | undefined,
    error: WireError,
    info: ResponseInfo,
  ): WireResponse;
}

/** An error with everything settled: what the model knows of it, and its status. */
export interface SettledError {
  readonly shape: StructureShape | undefined;
  /** The shape's name, or the code as thrown. */
  readonly name: string;
  /** The code of the query and XML protocols, and the legacy code of query-compatible services. */
  readonly queryCode: string;
  readonly status: number;
  readonly message: string;
  readonly messageMember: string;
  readonly sender: boolean;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly members: ErrorMembers;
}

const errorsByCode = new WeakMap<ServiceModel, ReadonlyMap<string, StructureShape>>();

/** Handlers may name an error by its shape or by its code on the wire. */
function modelledError(
  service: ServiceModel | undefined,
  code: string,
): StructureShape | undefined {
  if (service === undefined) return undefined;
  const byCode = remembered(errorsByCode, service, () => {
    const map = new Map<string, StructureShape>();
    for (const shape of service.errors.values()) {
      if (shape.error?.queryCode !== undefined) map.set(shape.error.queryCode, shape);
    }
    for (const [name, shape] of service.errors) map.set(name, shape);
    return map;
  });
  return byCode.get(code);
}

export function settle(service: ServiceModel | undefined, error: WireError): SettledError {
  const shape = modelledError(service, error.code);
  const trait = shape?.error;
  const fallback = error.fault === 'server' ? 500 : 400;
  const status = error.status ?? trait?.status ?? fallback;
  return {
    shape,
    name: shape?.name ?? error.code,
    queryCode: error.queryCode ?? trait?.queryCode ?? shape?.name ?? error.code,
    status: status >= 300 && status <= 599 ? status : fallback,
    message: error.message,
    messageMember: trait?.messageMember ?? usualMessageMember(service),
    sender: error.fault === 'client',
    members: error.members ?? {},
    headers: error.headers,
  };
}

/** Recorded of Secrets Manager: its own errors say `Message`, those of validation and authorization `message`. */
const UNLIKE_THEIR_OWN: ReadonlySet<string> = new Set(['secretsmanager']);

/** Errors outside the model are spelled as the service spells its own, but for those that do otherwise. */
function usualMessageMember(service: ServiceModel | undefined): string {
  if (service !== undefined && UNLIKE_THEIR_OWN.has(service.id)) return 'message';
  const first = service?.errors.values().next().value;
  return first?.error?.messageMember ?? 'message';
}

/** Runs a decoder; what it calls malformed becomes the protocol's own error. */
export function decoding(
  refuse: (message: string) => ServiceError,
  decode: () => unknown,
): unknown {
  try {
    return decode();
  } catch (error) {
    if (error instanceof MalformedValue) throw refuse(error.message);
    throw error;
  }
}

export function serializationError(message: string): ServiceError {
  return new ServiceError('SerializationException', message, { status: 400 });
}
