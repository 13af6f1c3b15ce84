import type { OperationModel } from '../../model/types.ts';
import { jsonCodec, parseJson } from '../codecs/json.ts';
import { isRecord } from '../codecs/malformed.ts';
import { bodyMembers } from '../codecs/tree.ts';
import type { WireRequest, WireResponse } from '../request.ts';
import { jsonError } from './aws-json.ts';
import { readBoundMembers } from './http-input.ts';
import { writeBoundMembers } from './http-output.ts';
import { payloadOf, rawBody, readRawPayload } from './payload.ts';
import { decoding, serializationError, type Protocol } from './protocol.ts';

const JSON_TYPE = 'application/json';

/** restJson1: members in path, query and headers; the rest is a JSON body or the payload member. */
export const restJson1: Protocol = {
  name: 'restJson1',
  decode: (operation, request) => decoding(serializationError, () => readInput(operation, request)),
  encode: (_service, operation, output, info) => {
    const answer = writeOutput(operation, output);
    const headers = [['x-amzn-RequestId', info.requestId] as const, ...answer.headers];
    return { ...answer, headers, body: info.isHead ? '' : answer.body };
  },
  encodeError: (service, error, info) => jsonError(service, error, info, JSON_TYPE),
};

function readInput(operation: OperationModel, request: WireRequest): unknown {
  const input = readBoundMembers(operation, request);
  const payload = payloadOf(operation.input);
  if (payload !== undefined) {
    const raw = readRawPayload(payload, request);
    if (raw !== undefined) input[payload.name] = raw;
    else if (request.body.length > 0) {
      input[payload.name] = jsonCodec.reader(payload.shape)(parseJson(request.body));
    }
    return input;
  }
  if (request.body.length === 0 || bodyMembers(operation.input).length === 0) return input;
  const body = jsonCodec.bodyReader(operation.input)(parseJson(request.body));
  return Object.assign(input, body);
}

function writeOutput(operation: OperationModel, output: unknown): WireResponse {
  const shape = operation.output;
  const bound = writeBoundMembers(shape, output);
  const status = bound.status ?? operation.http.status;
  const { headers } = bound;
  const payload = payloadOf(shape);
  const typed = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const addType = (type: string): void => {
    if (!typed) headers.push(['Content-Type', type]);
  };
  if (payload !== undefined) {
    const value = isRecord(output) ? output[payload.name] : undefined;
    if (payload.shape.type === 'blob' || payload.shape.type === 'string') {
      addType(payload.shape.type === 'blob' ? 'application/octet-stream' : 'text/plain');
      return { status, headers, body: rawBody(value) };
    }
    addType(JSON_TYPE);
    const written = value === undefined ? {} : jsonCodec.writer(payload.shape)(value);
    return { status, headers, body: JSON.stringify(written) };
  }
  if (status === 204) return { status, headers, body: '' };
  addType(JSON_TYPE);
  return { status, headers, body: JSON.stringify(jsonCodec.bodyWriter(shape)(output)) };
}
