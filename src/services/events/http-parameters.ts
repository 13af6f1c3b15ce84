import type { HttpParameters } from '../../../models/events/types.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { ApiDestinationDocument } from './state.ts';
import type { ConnectionDocument } from './connection-state.ts';
import { parseJsonPath } from './domain/json-path.ts';
import type { HttpMessage } from '../../contract/send-http.ts';

interface Parameter {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** Keys with values; those without either are left out. */
export function pairsOf(parameters: readonly Parameter[] | undefined): [string, string][] {
  return (parameters ?? []).flatMap(({ Key, Value }) =>
    Key === undefined || Value === undefined ? [] : [[Key, Value] as [string, string]],
  );
}

export interface Invocation {
  readonly destination: ApiDestinationDocument;
  readonly connection: ConnectionDocument;
  readonly target: HttpParameters | undefined;
  /** What the target gets. */
  readonly input: string;
  /** The event's JSON text, which parameters may point into. */
  readonly event: string;
}

/** The request of an API destination, but for a token that must be asked for. The connection's parameters win. */
export function invocationOf({
  destination,
  connection,
  target,
  input,
  event,
}: Invocation): HttpMessage {
  const own = connection.parameters;
  const resolved = resolver(event);
  const headers = {
    ...Object.fromEntries(entriesOf(target?.HeaderParameters, resolved)),
    ...Object.fromEntries(pairsOf(own?.HeaderParameters)),
    ...authorizationOf(connection),
    'user-agent': 'Amazon/EventBridge/ApiDestinations',
    'content-type': 'application/json; charset=utf-8',
  };
  const url = new URL(withPath(destination.endpoint, target?.PathParameterValues ?? [], resolved));
  const query = [
    ...entriesOf(target?.QueryStringParameters, resolved),
    ...pairsOf(own?.QueryStringParameters),
  ];
  for (const [key, value] of query) url.searchParams.set(key, value);
  const { method } = destination;
  const message = { method, url: url.href, headers };
  if (method === 'GET' || method === 'HEAD') return message;
  return { ...message, body: withFields(input, pairsOf(own?.BodyParameters)) };
}

/** A value that begins with `$.` stands for what is there in the event. */
function resolver(event: string): (value: string) => string {
  return (value) => {
    const path = value.startsWith('$.') ? parseJsonPath(value) : undefined;
    if (path === undefined) return value;
    const found = path.read(JSON.parse(event));
    return typeof found === 'string' ? found : JSON.stringify(found ?? '');
  };
}

function entriesOf(
  parameters: Readonly<Record<string, string>> | undefined,
  resolved: (value: string) => string,
): [string, string][] {
  return Object.entries(parameters ?? {}).map(([key, value]) => [key, resolved(value)]);
}

/** Each `*` of an endpoint is one of the values, in order. */
function withPath(
  endpoint: string,
  values: readonly string[],
  resolved: (value: string) => string,
): string {
  let at = 0;
  return endpoint.replaceAll('*', () => {
    const value = values[at] ?? '*';
    at += 1;
    return encodeURIComponent(resolved(value));
  });
}

function authorizationOf({ secret, token }: ConnectionDocument): Record<string, string> {
  switch (secret?.kind) {
    case 'basic': {
      const text = Buffer.from(`${secret.username}:${secret.password}`).toString('base64');
      return { authorization: `Basic ${text}` };
    }
    case 'apiKey':
      return { [secret.name.toLowerCase()]: secret.value };
    default:
      return token === undefined ? {} : { authorization: `${token.type} ${token.text}` };
  }
}

/** Fields that a connection adds to a body that is an object. */
function withFields(input: string, fields: readonly [string, string][]): string {
  if (fields.length === 0) return input;
  const body: JsonValue = JSON.parse(input);
  return isJsonObject(body) ? JSON.stringify({ ...body, ...Object.fromEntries(fields) }) : input;
}
