import type { PlainRequest, PlainResponse } from '../../../contract/functions.ts';
import type { Call } from '../../../contract/operation.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';

/** What a request to a function's URL is to the function: AWS's payload format 2.0. */
export function urlEvent(
  { id, authType }: { readonly id: string; readonly authType: 'AWS_IAM' | 'NONE' },
  request: PlainRequest,
  call: Call,
): JsonObject {
  const { headers, cookies } = headersOf(request.headers);
  const query = [...new URLSearchParams(request.rawQuery)];
  const { identity, accessKeyId } = call.caller;
  const isText = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded))/.test(
    headers['content-type'] ?? '',
  );
  const body = Buffer.from(request.body);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: decoded(request.rawPath),
    rawQueryString: request.rawQuery,
    ...(cookies.length === 0 ? {} : { cookies }),
    headers,
    ...(query.length === 0 ? {} : { queryStringParameters: joinedByName(query) }),
    requestContext: {
      accountId: authType === 'NONE' ? 'anonymous' : identity.account,
      apiId: id,
      domainName: request.host,
      domainPrefix: id,
      ...(authType === 'NONE'
        ? {}
        : {
            authorizer: {
              iam: {
                accessKey: accessKeyId ?? '',
                accountId: identity.account,
                callerId: identity.principalId,
                cognitoIdentity: null,
                principalOrgId: null,
                userArn: identity.arn,
                userId: identity.principalId,
              },
            },
          }),
      http: {
        method: request.method,
        path: decoded(request.rawPath),
        protocol: 'HTTP/1.1',
        sourceIp: call.sourceIp,
        userAgent: call.userAgent,
      },
      requestId: call.requestId,
      routeKey: '$default',
      stage: '$default',
      time: timeOf(call.now),
      timeEpoch: call.now,
    },
    ...(body.length === 0 ? {} : { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

function headersOf(raw: readonly string[]) {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const value = raw[at + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/;\s*/));
    else headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`;
  }
  return { headers, cookies };
}

function joinedByName(pairs: readonly (readonly [string, string])[]): JsonObject {
  const joined: Record<string, string> = {};
  for (const [name, value] of pairs) {
    joined[name] = joined[name] === undefined ? value : `${joined[name]},${value}`;
  }
  return joined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `12/Mar/2026:19:03:58 +0000`. */
function timeOf(instant: number): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(new Date(instant).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}

const FAILED: PlainResponse = {
  status: 502,
  headers: [['content-type', 'application/json']],
  body: '{"Message":"Internal Server Error"}',
};

/** What a function's answer is over HTTP; without a `statusCode` it is a body of JSON. */
export function urlResponse(payload: Uint8Array, hasFailed: boolean): PlainResponse {
  if (hasFailed) return FAILED;
  const text = Buffer.from(payload).toString('utf8');
  const value = readJson(text);
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    !('statusCode' in value)
  ) {
    return { status: 200, headers: [['content-type', 'application/json']], body: text };
  }
  const status = Number(value['statusCode']);
  if (!Number.isInteger(status) || status < 100 || status > 599) return FAILED;
  const { body = '', headers = {}, cookies = [], isBase64Encoded: isBase64 } = value;
  const content = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    headers: [...headerPairs(headers), ...cookiePairs(cookies)],
    body: isBase64 === true ? Buffer.from(content, 'base64') : content,
  };
}

/** Of the connection itself, and of the length, this server speaks alone. */
const OWN_HEADERS = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

function headerPairs(headers: JsonValue): readonly (readonly [string, string])[] {
  if (typeof headers !== 'object' || headers === null || Array.isArray(headers)) return [];
  const pairs = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
    .filter(([name, value]) => isHeader(name, value) && !OWN_HEADERS.has(name));
  const hasType = pairs.some(([name]) => name === 'content-type');
  return hasType ? pairs : [...pairs, ['content-type', 'application/json']];
}

function cookiePairs(cookies: JsonValue): readonly (readonly [string, string])[] {
  if (!Array.isArray(cookies)) return [];
  return cookies
    .map((cookie) => ['set-cookie', String(cookie)] as const)
    .filter(([name, value]) => isHeader(name, value));
}

/** A function may not split the answer it is part of. */
function isHeader(name: string, value: string): boolean {
  return HEADER_NAME.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

function readJson(text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
