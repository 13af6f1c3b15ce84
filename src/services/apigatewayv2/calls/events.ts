import type { EdgeResponse } from '../../../contract/edge.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { decoded, isHeader, timeOf, valueOf } from '../../apigateway/port.ts';
import { HttpFault, type HttpCall, type Vouched } from './call.ts';

const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|x-www-form-urlencoded|[\w.]+\+json))/;

/** What a request is to a function: AWS's payload format 2.0. */
export function httpEvent(call: HttpCall, authorizer: Vouched): JsonObject {
  const { route, headers, rawQuery, parameters, stage, body } = call;
  const cookies = [...headers]
    .filter(([name]) => name.toLowerCase() === 'cookie')
    .flatMap(([, values]) => values.flatMap((value) => value.split(/;\s*/)));
  const query = queryOf(rawQuery);
  const isText = TEXT.test(valueOf(headers, 'content-type') ?? '');
  return {
    version: '2.0',
    routeKey: route.RouteKey,
    rawPath: rawPathOf(call),
    rawQueryString: rawQuery,
    ...(cookies.length === 0 ? {} : { cookies }),
    headers: headersOf(call),
    ...(rawQuery === '' ? {} : { queryStringParameters: query }),
    requestContext: requestContextOf(call, authorizer),
    ...(Object.keys(parameters).length === 0 ? {} : { pathParameters: parameters }),
    ...(Object.keys(stage.StageVariables ?? {}).length === 0
      ? {}
      : { stageVariables: stage.StageVariables ?? {} }),
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** With the stage's name, unless it is the default one. */
function rawPathOf({ request }: HttpCall): string {
  const [path = '/'] = request.target.split('?', 1);
  return decoded(path) ?? path;
}

function headersOf({ headers, request, now }: HttpCall): JsonObject {
  const joined = [...headers]
    .filter(([name]) => name.toLowerCase() !== 'cookie')
    .map(([name, values]) => [name.toLowerCase(), values.join(',')] as const);
  const seconds = Math.floor(now / 1_000).toString(16);
  return {
    ...Object.fromEntries(joined),
    'x-amzn-trace-id': `Root=1-${seconds}-${request.id.slice(0, 24)}`,
    'x-forwarded-for': request.sourceIp,
    'x-forwarded-port': String(request.port),
    'x-forwarded-proto': 'https',
  };
}

function queryOf(rawQuery: string): JsonObject {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    joined[name] = Object.hasOwn(joined, name) ? `${joined[name]},${value}` : value;
  }
  return joined;
}

export function requestContextOf(call: HttpCall, authorizer: Vouched): JsonObject {
  const { scope, api, request, route, stage, now, headers } = call;
  return {
    accountId: scope.account,
    apiId: api.ApiId,
    ...(authorizer === undefined ? {} : { authorizer }),
    domainName: request.host,
    domainPrefix: request.host.split('.')[0] ?? '',
    http: {
      method: request.method,
      path: rawPathOf(call),
      protocol: 'HTTP/1.1',
      sourceIp: request.sourceIp,
      userAgent: valueOf(headers, 'user-agent') ?? '',
    },
    requestId: call.requestId,
    routeKey: route.RouteKey,
    stage: stage.StageName,
    time: timeOf(now),
    timeEpoch: now,
  };
}

/** What a function's answer is over HTTP: without a `statusCode` it is a body of JSON. */
export function httpAnswer(value: JsonValue): EdgeResponse {
  if (!isJsonObject(value) || value['statusCode'] === undefined) {
    const body = typeof value === 'string' ? value : JSON.stringify(value);
    return { status: 200, headers: [['content-type', 'application/json']], body };
  }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded } = value;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) throw internal();
  const pairs = isJsonObject(headers)
    ? Object.entries(headers).map(([name, one]) => [name.toLowerCase(), String(one)] as const)
    : [];
  const set = Array.isArray(cookies)
    ? cookies.map((cookie: JsonValue) => ['set-cookie', String(cookie)] as const)
    : [];
  const good = [...pairs, ...set].filter(
    ([name, one]) => isHeader(name, one) && !DROPPED.has(name),
  );
  const hasType = good.some(([name]) => name === 'content-type');
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  return {
    status,
    headers: hasType ? good : [['content-type', 'text/plain;charset=utf-8'], ...good],
    body: isBase64Encoded === true ? Buffer.from(text, 'base64') : text,
  };
}

const DROPPED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
]);

export function internal(): HttpFault {
  return new HttpFault(500, 'Internal Server Error');
}
