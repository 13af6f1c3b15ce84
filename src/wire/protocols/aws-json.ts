import type { ProtocolName, ServiceModel, StructureShape } from '../../model/types.ts';
import { jsonCodec, parseJson } from '../codecs/json.ts';
import { isRecord } from '../codecs/malformed.ts';
import type { WireResponse } from '../request.ts';
import {
  decoding,
  serializationError,
  settle,
  type Protocol,
  type ResponseInfo,
  type SettledError,
  type WireError,
} from './protocol.ts';

/** awsJson 1.0 and 1.1: `POST /`, `x-amz-target`, one JSON object each way. */
function awsJson(name: ProtocolName, contentType: string): Protocol {
  const typeHeader = ['Content-Type', contentType] as const;
  return {
    name,
    decode: (operation, request) =>
      decoding(serializationError, () => {
        // Clients leave the body out where an operation has no members.
        if (request.body.length === 0) return {};
        return jsonCodec.reader(operation.input)(parseJson(request.body));
      }),
    encode: (_service, operation, output, info) => ({
      status: 200,
      headers: [['x-amzn-RequestId', info.requestId], typeHeader],
      body:
        operation.output.members.length === 0
          ? '{}'
          : JSON.stringify(jsonCodec.writer(operation.output)(output)),
    }),
    encodeError: (service, error, info) => jsonError(service, error, info, contentType),
  };
}

export const awsJson1_0 = awsJson('awsJson1_0', 'application/x-amz-json-1.0');
export const awsJson1_1 = awsJson('awsJson1_1', 'application/x-amz-json-1.1');

/**
 * Clients read the code from the body (`__type`) or from the header, and some from one of them
 * only, so both are sent. The message is spelled as the error's model spells it.
 */
export function jsonError(
  service: ServiceModel | undefined,
  error: WireError,
  info: ResponseInfo,
  contentType: string,
): WireResponse {
  const settled = settle(service, error);
  const headers: [string, string][] = [
    ['x-amzn-RequestId', info.requestId],
    ['x-amzn-ErrorType', settled.name],
    ['Content-Type', contentType],
  ];
  if (service?.queryCompatible === true) {
    const side = settled.sender ? 'Sender' : 'Receiver';
    headers.push(['x-amzn-query-error', `${settled.queryCode};${side}`]);
  }
  const body = info.isHead ? '' : JSON.stringify({ __type: settled.name, ...errorBody(settled) });
  return { status: settled.status, headers, body };
}

/** Modelled members and the message, as plain JSON. */
export function errorBody(settled: SettledError): Record<string, unknown> {
  const members = memberValues(settled.shape, settled.members);
  if (settled.message !== '') members[settled.messageMember] = settled.message;
  return members;
}

function memberValues(
  shape: StructureShape | undefined,
  members: unknown,
): Record<string, unknown> {
  if (shape === undefined) return isRecord(members) ? { ...members } : {};
  const written = jsonCodec.bodyWriter(shape)(members);
  return isRecord(written) ? written : {};
}
