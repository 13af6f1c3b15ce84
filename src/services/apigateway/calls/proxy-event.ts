import type { JsonObject } from '../../../core/json.ts';
import { type Fields, multiple, single, valueOf } from '../domain/fields.ts';
import type { Admission, ApiCall } from './call.ts';
import { requestContextOf, traceIdOf } from './request-context.ts';

/** What a request is to a function: AWS's proxy event of version 1.0. */
export function proxyEvent(call: ApiCall, admission: Admission): JsonObject {
  const { resource, parameters, stage, body, query } = call;
  const isBinary = body.length > 0 && isBinaryType(call, valueOf(call.headers, 'content-type'));
  const headers = withForwarding(call);
  return {
    resource: resource.path,
    path: eventPath(call),
    httpMethod: call.request.method,
    headers: single(headers),
    multiValueHeaders: multiple(headers),
    queryStringParameters: single(query),
    multiValueQueryStringParameters: multiple(query),
    pathParameters: Object.keys(parameters).length === 0 ? null : parameters,
    stageVariables: stage.variables ?? null,
    requestContext: requestContextOf(call, admission),
    body: body.length === 0 ? null : body.toString(isBinary ? 'base64' : 'utf8'),
    isBase64Encoded: isBinary,
  };
}

/** With a name of the customer's own it begins with the base path; else it is below the stage. */
function eventPath({ fullPath, path, request, api }: ApiCall): string {
  return request.host.startsWith(`${api.id}.`) ? path : fullPath;
}

/** What the gateway adds to what came. */
export function withForwarding(call: ApiCall): Fields {
  const { request } = call;
  const headers = new Map(call.headers);
  const set = (name: string, value: string): void => {
    for (const key of headers.keys()) {
      if (key.toLowerCase() === name.toLowerCase()) headers.delete(key);
    }
    headers.set(name, [value]);
  };
  const before = valueOf(call.headers, 'x-forwarded-for');
  set('X-Forwarded-For', [before, request.sourceIp].filter((one) => one !== undefined).join(', '));
  set('X-Forwarded-Port', String(request.port));
  set('X-Forwarded-Proto', request.tls === undefined && request.port !== 443 ? 'http' : 'https');
  set('X-Amzn-Trace-Id', valueOf(call.headers, 'x-amzn-trace-id') ?? traceIdOf(call));
  return headers;
}

/** Whether bodies of a media type are binary to this API. */
export function isBinaryType(
  { snapshot }: Pick<ApiCall, 'snapshot'>,
  contentType: string | undefined,
): boolean {
  const type = (contentType ?? 'application/json').split(';')[0]?.trim().toLowerCase();
  return snapshot.binaryMediaTypes.some((one) => one === '*/*' || one.toLowerCase() === type);
}
