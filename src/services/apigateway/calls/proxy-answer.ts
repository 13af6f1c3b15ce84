import type { EdgeResponse } from '../../../contract/edge.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { valueOf } from '../domain/fields.ts';
import { GatewayFault } from '../domain/gateway-fault.ts';
import type { ApiCall } from './call.ts';
import { isHeader, type Pairs } from './gateway-answers.ts';
import { isBinaryType } from './proxy-event.ts';

const MEMBERS: ReadonlySet<string> = new Set([
  'statusCode',
  'headers',
  'multiValueHeaders',
  'body',
  'isBase64Encoded',
]);
/** These the gateway speaks alone: what a function says there goes under another name. */
const REMAPPED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'date',
  'server',
  'www-authenticate',
]);
const DROPPED: ReadonlySet<string> = new Set(['transfer-encoding', 'keep-alive', 'upgrade']);

/** A function that says nothing that is an answer. */
export function malformed(): GatewayFault {
  return new GatewayFault('INTEGRATION_FAILURE', 'Internal server error', {
    status: 502,
    errorType: 'InternalServerErrorException',
  });
}

/** What a function's answer is over HTTP. Errors: GatewayFault (502) for what is none. */
export function proxyAnswer(value: JsonValue, call: ApiCall): EdgeResponse {
  if (!isJsonObject(value) || Object.keys(value).some((name) => !MEMBERS.has(name))) {
    throw malformed();
  }
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded = false } = value;
  const status = Number(statusCode ?? 200);
  if (!Number.isInteger(status) || status < 100 || status > 599) throw malformed();
  if (body !== undefined && body !== null && typeof body !== 'string') throw malformed();
  const several = pairsOf(multiValueHeaders);
  const names = new Set(several.map(([name]) => name.toLowerCase()));
  const one = pairsOf(headers).filter(([name]) => !names.has(name.toLowerCase()));
  const pairs = [...one, ...several].filter(([name, text]) => isHeader(name, text));
  const hasType = pairs.some(([name]) => name.toLowerCase() === 'content-type');
  const text = body ?? '';
  const accepted = (valueOf(call.headers, 'accept') ?? '*/*').split(',')[0];
  const isBinary = isBase64Encoded === true && isBinaryType(call, accepted);
  return {
    status,
    headers: [
      ...(hasType ? [] : [['Content-Type', 'application/json'] as const]),
      ...pairs.filter(([name]) => !DROPPED.has(name.toLowerCase())).map(remapped),
    ],
    body: isBinary ? Buffer.from(text, 'base64') : text,
  };
}

function remapped([name, value]: readonly [string, string]): readonly [string, string] {
  return REMAPPED.has(name.toLowerCase()) ? [`x-amzn-Remapped-${name}`, value] : [name, value];
}

function pairsOf(given: JsonValue | undefined): Pairs {
  if (given === undefined || given === null) return [];
  if (!isJsonObject(given)) throw malformed();
  return Object.entries(given).flatMap(([name, value]) => {
    const values: readonly (JsonValue | undefined)[] = Array.isArray(value) ? value : [value];
    return values
      .filter(
        (one): one is string | number | boolean => typeof one !== 'object' && one !== undefined,
      )
      .map((one) => [name, String(one)] as const);
  });
}

/** Members of an object, when it is one. */
export function objectOf(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : {};
}
