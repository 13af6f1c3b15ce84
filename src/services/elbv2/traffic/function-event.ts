// What a function behind a load balancer is given, and what its answer means.
import type { EdgeRequest, EdgeResponse } from '../../../contract/edge.ts';
import { CONNECTION_HEADERS, headerPairs } from '../../../core/header-list.ts';

type Several = Readonly<Record<string, readonly string[]>>;

export interface FunctionRequest {
  readonly groupArn: string;
  readonly request: EdgeRequest;
  /** Names and values in turn, as a target would get them. */
  readonly headers: readonly string[];
  readonly body: Uint8Array;
  readonly hasMultipleValues: boolean;
}

/** JSON text. */
export function functionEvent(given: FunctionRequest): string {
  const { groupArn, request, headers, body, hasMultipleValues } = given;
  const [path = '/', ...rest] = request.target.split('?');
  const values = severalOf(
    headerPairs(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const query = severalOf(
    rest
      .join('?')
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const [key = '', ...value] = part.split('=');
        return [key, value.join('=')];
      }),
  );
  const isText = isTextual(values);
  return JSON.stringify({
    requestContext: { elb: { targetGroupArn: groupArn } },
    httpMethod: request.method,
    path,
    ...(hasMultipleValues
      ? { multiValueQueryStringParameters: query, multiValueHeaders: values }
      : { queryStringParameters: lastOf(query), headers: lastOf(values) }),
    body: Buffer.from(body).toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  });
}

function severalOf(pairs: readonly (readonly [string, string])[]): Several {
  const found = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const list = found.get(name);
    if (list === undefined) found.set(name, [value]);
    else list.push(value);
  }
  return Object.fromEntries(found);
}

function lastOf(values: Several): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, list]) => [name, list.at(-1) ?? '']),
  );
}

const TEXTUAL = /^(text\/|application\/(json|javascript|xml)\b)/i;

function isTextual(headers: Several): boolean {
  const [type] = headers['content-type'] ?? [];
  if (headers['content-encoding'] !== undefined) return false;
  return type === undefined || TEXTUAL.test(type);
}

/** Undefined: a function may say what it likes, but this is no answer. */
export function functionAnswer(payload: Uint8Array): EdgeResponse | undefined {
  const fields = fieldsOf(payload);
  const status = Number(fields?.get('statusCode'));
  if (fields === undefined || !Number.isInteger(status) || status < 200 || status > 599) {
    return undefined;
  }
  const headers = answerHeaders(fields.get('multiValueHeaders') ?? fields.get('headers') ?? {});
  if (headers === undefined) return undefined;
  const body = fields.get('body') ?? '';
  if (typeof body !== 'string') return undefined;
  const isEncoded = fields.get('isBase64Encoded') === true;
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    status,
    headers: hasType ? headers : [...headers, ['Content-Type', 'application/octet-stream']],
    body: isEncoded ? Buffer.from(body, 'base64') : body,
  };
}

function fieldsOf(payload: Uint8Array): ReadonlyMap<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    return new Map(Object.entries(parsed));
  } catch {
    return undefined;
  }
}

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/;
const VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

/** How an answer is cut and carried is not the function's to say: a wrong length would end in the next answer, or hold it back. */
const FRAMING: ReadonlySet<string> = new Set([...CONNECTION_HEADERS, 'content-length']);

function answerHeaders(given: unknown): EdgeResponse['headers'] | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const headers: (readonly [string, string])[] = [];
  for (const [name, value] of Object.entries(given)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const one of values) {
      const text = String(one);
      // A line break in a header would begin another one.
      if (!NAME.test(name) || !VALUE.test(text)) return undefined;
      if (!FRAMING.has(name.toLowerCase())) headers.push([name, text]);
    }
  }
  return headers;
}
