import { gunzipSync } from 'node:zlib';
import { ServiceError } from '../core/errors.ts';
import type { OperationModel, ProtocolName, ServiceModel } from '../model/types.ts';
import { MAX_INFLATED_BYTES } from './limits.ts';
import type { ResponseInfo, WireError } from './protocols/protocol.ts';
import { protocols } from './protocols/table.ts';
import type { WireRequest, WireResponse } from './request.ts';

/**
 * The typed input of a routed request. `rawPath` is the route's: it names a virtual-hosted bucket.
 * Throws ServiceError for whatever does not have the declared form; constraints are the
 * validator's.
 */
export function decodeRequest(
  operation: OperationModel,
  protocol: ProtocolName,
  request: WireRequest,
  rawPath: string = request.rawPath,
): unknown {
  let plain = inflated(protocol, request);
  if (rawPath !== request.rawPath) plain = { ...plain, rawPath };
  return protocols[protocol].decode(operation, plain);
}

export function encodeResponse(
  service: ServiceModel,
  operation: OperationModel,
  protocol: ProtocolName,
  output: unknown,
  info: ResponseInfo,
): WireResponse {
  return protocols[protocol].encode(service, operation, output, info);
}

export function encodeError(
  service: ServiceModel | undefined,
  protocol: ProtocolName,
  error: WireError,
  info: ResponseInfo,
): WireResponse {
  return protocols[protocol].encodeError(service, error, info);
}

/**
 * CloudWatch clients compress large bodies. REST services do not: there the encoding belongs to the
 * stored object.
 */
function inflated(protocol: ProtocolName, request: WireRequest): WireRequest {
  if (protocol === 'restXml' || protocol === 'restJson1' || request.body.length === 0)
    return request;
  const encoding = request.header('content-encoding');
  if (encoding === undefined || encoding.toLowerCase() !== 'gzip') return request;
  try {
    const body = gunzipSync(request.body, { maxOutputLength: MAX_INFLATED_BYTES });
    return { ...request, body };
  } catch {
    throw new ServiceError('SerializationException', 'The compressed body can not be read', {
      status: 400,
    });
  }
}
