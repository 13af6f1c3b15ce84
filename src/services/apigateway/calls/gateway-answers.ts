import type { GatewayResponse } from '../../../../models/apigateway/types.ts';
import type { EdgeResponse } from '../../../contract/edge.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { own } from '../definitions.ts';
import { defaultResponse, MESSAGE_TEMPLATE } from '../domain/gateway-response-types.ts';
import { filledIn } from '../domain/mapping-template.ts';
import type { GatewayFault } from '../domain/gateway-fault.ts';
import type { Definition } from '../state.ts';

export type Pairs = readonly (readonly [name: string, value: string])[];

/** What a fault is over HTTP, by the API's own words where it has some. */
export function faultAnswer(
  fault: GatewayFault,
  definition: Pick<Definition, 'gatewayResponses'> | undefined,
  context: JsonObject,
): EdgeResponse {
  const set = responseOf(fault, definition);
  const status = fault.status ?? statusOf(fault, set);
  const error: JsonObject = {
    message: fault.text ?? '',
    messageString: JSON.stringify(fault.text ?? null),
    responseType: fault.type,
  };
  const known = { ...context, error };
  const template = set.responseTemplates?.['application/json'] ?? MESSAGE_TEMPLATE;
  const isPlain = set.defaultResponse === true || template === MESSAGE_TEMPLATE;
  const body = isPlain
    ? JSON.stringify({ [fault.member]: fault.text ?? null })
    : filledIn(template, /\$context\.([\w.]+)/g, (_all, path = '') => textAt(known, path));
  return {
    status: fault.status !== undefined && set.defaultResponse === true ? fault.status : status,
    headers: [
      ['Content-Type', 'application/json'],
      ['x-amzn-ErrorType', fault.errorType],
      ...headersOf(set, known),
    ],
    body,
  };
}

function responseOf(
  { type }: GatewayFault,
  definition: Pick<Definition, 'gatewayResponses'> | undefined,
): GatewayResponse {
  const base = defaultResponse(type);
  const set = definition?.gatewayResponses ?? {};
  const wide = Number(base.statusCode ?? 500) >= 500 ? 'DEFAULT_5XX' : 'DEFAULT_4XX';
  const own_ = own(set, type);
  const fallback = own(set, wide);
  if (own_ !== undefined) return own_;
  // The common one keeps each kind's status, unless it has one of its own.
  return fallback === undefined
    ? base
    : { ...fallback, statusCode: fallback.statusCode ?? base.statusCode };
}

function statusOf({ type }: GatewayFault, { statusCode }: GatewayResponse): number {
  return Number(statusCode ?? defaultResponse(type).statusCode ?? 500);
}

/** `gatewayresponse.header.Access-Control-Allow-Origin`: `'*'`, or something of the context. */
function headersOf({ responseParameters }: GatewayResponse, context: JsonObject): Pairs {
  return Object.entries(responseParameters ?? {}).flatMap(([parameter, source]) => {
    const name = parameter.replace(/^gatewayresponse\.header\./, '');
    const value = /^'.*'$/s.test(source)
      ? source.slice(1, -1)
      : textAt(context, source.replace(/^context\./, ''));
    return isHeader(name, value) ? [[name, value] as const] : [];
  });
}

function textAt(context: JsonObject, path: string): string {
  let value: JsonValue | undefined = context;
  for (const part of path.split('.')) {
    if (!isJsonObject(value) || !Object.hasOwn(value, part)) return '';
    value = value[part];
  }
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** What is put together here may not split the answer it is part of. */
export function isHeader(name: string, value: string): boolean {
  return NAME.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
