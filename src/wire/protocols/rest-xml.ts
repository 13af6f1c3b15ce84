import { ServiceError } from '../../core/errors.ts';
import type { Member, OperationModel, ServiceModel, StructureShape } from '../../model/types.ts';
import { isRecord } from '../codecs/malformed.ts';
import { bodyMembers } from '../codecs/tree.ts';
import {
  element,
  namespaceText,
  structureContent,
  structureReader,
  xmlReader,
  xmlWriter,
} from '../codecs/xml.ts';
import { escapeXml, parseXml } from '../codecs/xml-document.ts';
import type { WireRequest, WireResponse } from '../request.ts';
import { errorMembers, wrappedError } from './aws-query.ts';
import { readBoundMembers } from './http-input.ts';
import { writeBoundMembers } from './http-output.ts';
import { payloadOf, rawBody, readRawPayload } from './payload.ts';
import {
  decoding,
  settle,
  type Protocol,
  type ResponseInfo,
  type SettledError,
} from './protocol.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const XML_TYPE = 'application/xml';

/** restXml: S3, S3 Control, CloudFront and Route 53. */
export const restXml: Protocol = {
  name: 'restXml',
  decode: (operation, request) => readInput(operation, request),
  encode: (service, operation, output, info) => {
    const answer = writeOutput(service, operation, output);
    const headers = [...idHeaders(service, info), ...answer.headers];
    return { ...answer, headers, body: info.isHead ? '' : answer.body };
  },
  encodeError: (service, error, info) => {
    const settled = settle(service, error);
    if (!isS3(service)) return wrappedError(settled, info, service?.xmlNamespace);
    return s3Error(settled, service, info);
  },
};

function isS3(service: ServiceModel | undefined): boolean {
  return service?.id === 's3';
}

function idHeaders(service: ServiceModel | undefined, info: ResponseInfo): [string, string][] {
  if (!isS3(service)) return [['x-amzn-RequestId', info.requestId]];
  return [
    ['x-amz-request-id', info.requestId],
    ['x-amz-id-2', info.extendedRequestId ?? info.requestId],
  ];
}

function s3Error(
  settled: SettledError,
  service: ServiceModel | undefined,
  info: ResponseInfo,
): WireResponse {
  const body =
    `${DECLARATION}<Error><Code>${escapeXml(settled.queryCode)}</Code>` +
    `<Message>${escapeXml(settled.message)}</Message>${errorMembers(settled)}` +
    `<RequestId>${escapeXml(info.requestId)}</RequestId>` +
    `<HostId>${escapeXml(info.extendedRequestId ?? info.requestId)}</HostId></Error>`;
  const bodiless = info.isHead || settled.status === 304;
  return {
    status: settled.status,
    headers: [
      ...idHeaders(service, info),
      ...Object.entries(settled.headers ?? {}),
      ['Content-Type', XML_TYPE],
    ],
    body: bodiless ? '' : body,
  };
}

function malformedXml(): ServiceError {
  return new ServiceError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
    { status: 400 },
  );
}

function invalidArgument(message: string): ServiceError {
  return new ServiceError('InvalidArgument', message, { status: 400 });
}

function readInput(operation: OperationModel, request: WireRequest): unknown {
  const bound = decoding(invalidArgument, () => readBoundMembers(operation, request));
  const body = decoding(malformedXml, () => readBody(operation, request));
  return Object.assign({}, bound, body);
}

const bodyReaders = new WeakMap<StructureShape, ReturnType<typeof structureReader>>();

function readBody(operation: OperationModel, request: WireRequest): Record<string, unknown> {
  const payload = payloadOf(operation.input);
  if (payload !== undefined) return readPayload(payload, request);
  const members = bodyMembers(operation.input);
  if (request.body.length === 0 || members.length === 0) return {};
  let read = bodyReaders.get(operation.input);
  if (read === undefined) {
    read = structureReader(members);
    bodyReaders.set(operation.input, read);
  }
  const value = read(parseXml(request.body));
  return isRecord(value) ? value : {};
}

function readPayload(payload: Member, request: WireRequest): Record<string, unknown> {
  const raw = readRawPayload(payload, request);
  if (raw !== undefined) return { [payload.name]: raw };
  if (request.body.length === 0) return {};
  return { [payload.name]: xmlReader(payload.shape)(parseXml(request.body)) };
}

function writeOutput(
  service: ServiceModel,
  operation: OperationModel,
  output: unknown,
): WireResponse {
  const shape = operation.output;
  const bound = writeBoundMembers(shape, output);
  const { headers } = bound;
  // A part of a content is told apart from the whole of it.
  const isPart = headers.some(([name]) => name === 'Content-Range');
  const status = bound.status ?? (isPart ? 206 : operation.http.status);
  const payload = payloadOf(shape);
  const addType = (type: string): void => {
    if (!headers.some(([name]) => name.toLowerCase() === 'content-type')) {
      headers.push(['Content-Type', type]);
    }
  };
  const document = (root: string, namespace: string, members: StructureShape, value: unknown) => {
    addType(XML_TYPE);
    const text = element(root, structureContent(bodyMembers(members), value), namespace);
    return { status, headers, body: DECLARATION + text };
  };
  if (payload !== undefined) {
    const value = isRecord(output) ? output[payload.name] : undefined;
    const inner = payload.shape;
    if (inner.type === 'blob' || inner.type === 'string') {
      addType(inner.type === 'blob' ? 'application/octet-stream' : 'text/plain');
      return { status, headers, body: rawBody(value) };
    }
    if (value === undefined) return { status, headers, body: '' };
    const root = inner.type === 'structure' ? (inner.xmlName ?? payload.xmlName) : payload.xmlName;
    const namespace = rootNamespace(service, inner.type === 'structure' ? inner : undefined);
    addType(XML_TYPE);
    const text = element(root, xmlWriter(inner)(value), namespace);
    return { status, headers, body: DECLARATION + text };
  }
  if (bodyMembers(shape).length === 0) return { status, headers, body: '' };
  const root = shape.xmlName ?? shape.name;
  return document(root, rootNamespace(service, shape), shape, output);
}

function rootNamespace(service: ServiceModel, shape: StructureShape | undefined): string {
  if (shape?.xmlNamespace !== undefined) return namespaceText(shape.xmlNamespace);
  return service.xmlNamespace === undefined ? '' : namespaceText({ uri: service.xmlNamespace });
}
