import { ServiceError } from '../../core/errors.ts';
import type { OperationModel } from '../../model/types.ts';
import { formText, parseForm, readForm, type FormDialect } from '../codecs/query.ts';
import { structureContent } from '../codecs/xml.ts';
import { escapeXml } from '../codecs/xml-document.ts';
import type { WireRequest, WireResponse } from '../request.ts';
import {
  decoding,
  settle,
  type Protocol,
  type ResponseInfo,
  type SettledError,
} from './protocol.ts';

/** The content type of every XML answer but S3's. */
export const XML_TYPE = 'text/xml;charset=UTF-8';

/** Reads a form from the body, or from the query string of a presigned GET. */
export function decodeForm(
  operation: OperationModel,
  request: WireRequest,
  dialect: FormDialect,
): unknown {
  return decoding(malformedInput, () => {
    const text =
      request.method === 'POST' && request.body.length > 0
        ? formText(request.body)
        : request.rawQuery;
    return readForm(operation.input, parseForm(text), dialect);
  });
}

function malformedInput(message: string): ServiceError {
  return new ServiceError('MalformedInput', message, { status: 400 });
}

/** The awsQuery protocol: a form in, `<OpResponse><OpResult>` out. */
export const awsQuery: Protocol = {
  name: 'awsQuery',
  decode: (operation, request) => decodeForm(operation, request, 'aws'),
  encode: (service, operation, output, info) => {
    const { name } = operation;
    const wrapper = operation.resultWrapper ?? `${name}Result`;
    const result = structureContent(operation.output.members, output);
    const namespace = escapeXml(service.xmlNamespace ?? '');
    return xmlResponse(
      200,
      info,
      'x-amzn-RequestId',
      `<${name}Response xmlns="${namespace}">` +
        `<${wrapper}>${result.inside}</${wrapper}><ResponseMetadata>` +
        `<RequestId>${escapeXml(info.requestId)}</RequestId></ResponseMetadata></${name}Response>`,
    );
  },
  encodeError: (service, error, info) => {
    const settled = settle(service, error);
    return wrappedError(settled, info, service?.xmlNamespace);
  },
};

/** `<ErrorResponse>`: awsQuery, and every restXml service but S3. */
export function wrappedError(
  settled: SettledError,
  info: ResponseInfo,
  namespace: string | undefined,
): WireResponse {
  const xmlns = namespace === undefined ? '' : ` xmlns="${escapeXml(namespace)}"`;
  const side = settled.sender ? 'Sender' : 'Receiver';
  return xmlResponse(
    settled.status,
    info,
    'x-amzn-RequestId',
    `<ErrorResponse${xmlns}><Error>` +
      `<Type>${side}</Type><Code>${escapeXml(settled.queryCode)}</Code>` +
      `<Message>${escapeXml(settled.message)}</Message>${errorMembers(settled)}</Error>` +
      `<RequestId>${escapeXml(info.requestId)}</RequestId></ErrorResponse>`,
  );
}

/** Modelled members of an error; those outside a model only when they are text or numbers. */
export function errorMembers(settled: SettledError): string {
  if (settled.shape !== undefined) {
    const members = settled.shape.members.filter(
      ({ name, binding }) => name !== settled.messageMember && binding.in === 'body',
    );
    return structureContent(members, settled.members).inside;
  }
  let out = '';
  for (const [name, value] of Object.entries(settled.members)) {
    if (!/^[A-Za-z]\w{0,63}$/.test(name)) continue;
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    out += `<${name}>${escapeXml(String(value))}</${name}>`;
  }
  return out;
}

export function xmlResponse(
  status: number,
  info: ResponseInfo,
  idHeader: string,
  body: string,
): WireResponse {
  return {
    status,
    headers: [
      [idHeader, info.requestId],
      ['Content-Type', XML_TYPE],
    ],
    body: info.isHead ? '' : body,
  };
}
