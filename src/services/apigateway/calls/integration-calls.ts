import { CONNECTION_HEADERS } from '../../../core/header-list.ts';
import type { Integration, IntegrationResponse } from '../../../../models/apigateway/types.ts';
import { EdgeTargetFault, type EdgeResponse } from '../../../contract/edge.ts';
import type { JsonValue } from '../../../core/json.ts';
import { own } from '../definitions.ts';
import { type Fields, valueOf } from '../domain/fields.ts';
import { GatewayFault, internalFault, malformedRequest } from '../domain/gateway-fault.ts';
import { rendered } from '../domain/mapping-template.ts';
import { MatchBudget, TooMuchWork } from '../domain/match-budget.ts';
import { filledUri, variableOf } from '../domain/path-segments.ts';
import { executeArn } from '../endpoints.ts';
import { functionOf } from '../integrations.ts';
import type { Admission, ApiCall } from './call.ts';
import { isHeader, type Pairs } from './gateway-answers.ts';
import { contextValue } from './lambda-authorizers.ts';
import { type FunctionOutcome, type LambdaCalls, withVariables } from './lambda-calls.ts';
import { malformed, objectOf, proxyAnswer } from './proxy-answer.ts';
import { proxyEvent, withForwarding } from './proxy-event.ts';
import { requestContextOf } from './request-context.ts';

const TIMEOUT_MS = 29_000;
const ANSWER_BYTES_MAX = 10_485_760;

/** One call with what its integration is. */
interface Integrated {
  readonly call: ApiCall;
  readonly admission: Admission;
  readonly integration: Integration;
}

/** Asks whatever stands behind a method. Errors: GatewayFault. */
export function integrate(
  functions: LambdaCalls,
  call: ApiCall,
  admission: Admission,
): Promise<EdgeResponse> {
  const integration = call.method.methodIntegration;
  if (integration === undefined) throw internalFault();
  const integrated = { call, admission, integration };
  switch (integration.type) {
    case 'MOCK':
      return Promise.resolve(mock(integrated));
    case 'AWS_PROXY':
      return proxied(functions, integrated);
    case 'AWS':
      return mapped(functions, integrated);
    case 'HTTP_PROXY':
      return forwarded(integrated, call.body);
    case 'HTTP':
      return fetched(integrated);
    default:
      throw internalFault();
  }
}

/** The function's source: variables of a path stand for anything. */
function sourceArn({ call }: Integrated): string {
  const { scope, api, stage, method, resource } = call;
  const path = resource.path.replace(/\{[^}]+\}/g, '*');
  return `${executeArn(scope, api.id)}/${stage.stageName}/${method.httpMethod === 'ANY' ? '*' : method.httpMethod}${path}`;
}

async function invoked(
  functions: LambdaCalls,
  integrated: Integrated,
  payload: JsonValue,
): Promise<Exclude<FunctionOutcome, { kind: 'timedOut' | 'refused' }>> {
  const { call, integration } = integrated;
  const { uri = '', credentials, timeoutInMillis: timeoutMs = TIMEOUT_MS } = integration;
  const functionArn = functionOf(withVariables(uri, call.stage.variables));
  if (functionArn === undefined) throw internalFault();
  const outcome = await functions.invoke(call.context, {
    scope: call.scope,
    functionArn,
    sourceArn: sourceArn(integrated),
    role: credentials,
    payload,
    timeoutMs,
  });
  switch (outcome.kind) {
    case 'timedOut':
      throw timedOut();
    case 'refused':
      throw internalFault();
    default:
      return outcome;
  }
}

function timedOut(): GatewayFault {
  return new GatewayFault('INTEGRATION_TIMEOUT', 'Endpoint request timed out');
}

async function proxied(functions: LambdaCalls, integrated: Integrated): Promise<EdgeResponse> {
  const { call, admission } = integrated;
  const outcome = await invoked(functions, integrated, proxyEvent(call, admission));
  if (outcome.kind === 'failed') throw malformed();
  return proxyAnswer(outcome.value, call);
}

/** A function that is asked in its own words, and whose answer is put into others. */
async function mapped(functions: LambdaCalls, integrated: Integrated): Promise<EdgeResponse> {
  const text = bodyFor(integrated);
  const outcome = await invoked(functions, integrated, text === '' ? {} : readJson(text));
  const said = objectOf(outcome.value)['errorMessage'];
  const matched = outcome.kind === 'failed' ? String(said ?? '') : '';
  const body = JSON.stringify(outcome.value);
  return answered(integrated, { matched, body, headers: new Map() });
}

function readJson(text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    throw new GatewayFault('BAD_REQUEST_BODY', 'Could not parse request body into json');
  }
}

function mock(integrated: Integrated): EdgeResponse {
  const text = bodyFor(integrated);
  const status = objectOf(readMock(text))['statusCode'];
  if (status === undefined) throw internalFault();
  return answered(integrated, { matched: String(status), body: '', headers: new Map() });
}

function readMock(text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    throw internalFault();
  }
}

/** What is sent on: by the template of the body's type, or as it came. Errors: GatewayFault (415). */
function bodyFor(integrated: Integrated): string {
  const { call, integration } = integrated;
  const { requestTemplates: templates = {}, passthroughBehavior } = integration;
  const type = (valueOf(call.headers, 'content-type') ?? 'application/json').split(';')[0]?.trim();
  const template = own(templates, type ?? '') ?? own(templates, '$default');
  if (template !== undefined)
    return rendered(template, templateInput(integrated, call.body.toString('utf8')));
  const hasTemplates = Object.keys(templates).length > 0;
  if (
    passthroughBehavior === 'NEVER' ||
    (hasTemplates && passthroughBehavior === 'WHEN_NO_TEMPLATES')
  ) {
    throw new GatewayFault('UNSUPPORTED_MEDIA_TYPE', 'Unsupported Media Type');
  }
  return call.body.toString('utf8');
}

function templateInput({ call, admission }: Integrated, body: string) {
  return {
    body,
    parameter: (name: string): string | undefined =>
      own(call.parameters, name) ?? call.query.get(name)?.at(-1) ?? valueOf(call.headers, name),
    context: requestContextOf(call, admission),
    stageVariables: call.stage.variables ?? {},
  };
}

interface BackEndAnswer {
  /** What selection patterns are held against. */
  readonly matched: string;
  readonly body: string;
  readonly headers: Fields;
}

/** The first response whose pattern fits, or the one without a pattern. Errors: GatewayFault. */
function answered(integrated: Integrated, { matched, body, headers }: BackEndAnswer): EdgeResponse {
  const response = responseFor(integrated, matched);
  if (response === undefined) throw internalFault();
  const [type, template] = Object.entries(response.responseTemplates ?? {})[0] ?? [];
  const text =
    template === undefined || template === ''
      ? body
      : rendered(template, templateInput(integrated, body));
  return {
    status: Number(response.statusCode ?? 200),
    headers: [
      ['Content-Type', type ?? 'application/json'],
      ...responseHeaders(integrated, response, body, headers),
    ],
    body: text,
  };
}

function responseFor(
  { integration }: Integrated,
  matched: string,
): IntegrationResponse | undefined {
  const all = Object.values(integration.integrationResponses ?? {});
  const budget = new MatchBudget();
  try {
    return (
      all.find(({ selectionPattern: one = '' }) => one !== '' && budget.matches(one, matched)) ??
      all.find(({ selectionPattern: one = '' }) => one === '')
    );
  } catch (error) {
    throw error instanceof TooMuchWork ? internalFault() : error;
  }
}

function responseHeaders(
  integrated: Integrated,
  { responseParameters }: IntegrationResponse,
  body: string,
  headers: Fields,
): Pairs {
  return Object.entries(responseParameters ?? {}).flatMap(([parameter, source]) => {
    const name = parameter.replace(/^method\.response\.header\./, '');
    const value = responseValue(integrated, source, body, headers);
    return value !== undefined && isHeader(name, value) ? [[name, value] as const] : [];
  });
}

function responseValue(
  integrated: Integrated,
  source: string,
  body: string,
  headers: Fields,
): string | undefined {
  if (/^'.*'$/s.test(source)) return source.slice(1, -1);
  const { call, admission } = integrated;
  if (source.startsWith('context.')) {
    return contextValue(requestContextOf(call, admission), source.slice('context.'.length));
  }
  if (source.startsWith('stageVariables.')) {
    return own(call.stage.variables ?? {}, source.slice('stageVariables.'.length));
  }
  const [, name] = /^integration\.response\.header\.(.+)$/.exec(source) ?? [];
  if (name !== undefined) return valueOf(headers, name);
  const [, path] = /^integration\.response\.body\.(.+)$/.exec(source) ?? [];
  if (path === undefined) return undefined;
  return rendered(`$input.path('$.${path}')`, templateInput(integrated, body));
}

interface SentParameter {
  readonly place: string;
  readonly name: string;
  readonly value: string;
  readonly isGreedy: boolean;
}

/** Parameters that go to the back end: `integration.request.path.proxy`, with the values they have. */
function parametersOf({ call, admission, integration }: Integrated): readonly SentParameter[] {
  const greedy = greedyOf(call);
  return Object.entries(integration.requestParameters ?? {}).flatMap(([target, source]) => {
    const [, place, name] =
      /^integration\.request\.(path|querystring|header)\.(.+)$/.exec(target) ?? [];
    const value = requestValue(call, admission, source);
    return place === undefined || name === undefined || value === undefined
      ? []
      : [{ place, name, value, isGreedy: source === `method.request.path.${greedy}` }];
  });
}

/** The variable of the resource that takes the rest of a path. */
function greedyOf({ resource }: ApiCall): string | undefined {
  const variable = variableOf(resource.path.split('/').at(-1) ?? '');
  return variable?.isGreedy === true ? variable.name : undefined;
}

function requestValue(call: ApiCall, admission: Admission, source: string): string | undefined {
  if (/^'.*'$/s.test(source)) return source.slice(1, -1);
  const [, place, name = ''] =
    /^(method\.request\.(?:path|querystring|header)|context|stageVariables)\.(.+)$/.exec(source) ??
    [];
  switch (place) {
    case 'method.request.path':
      return own(call.parameters, name);
    case 'method.request.querystring':
      return call.query.get(name)?.at(-1);
    case 'method.request.header':
      return valueOf(call.headers, name);
    case 'stageVariables':
      return own(call.stage.variables ?? {}, name);
    default:
      return contextValue(requestContextOf(call, admission), name);
  }
}

/** Of the connection, and of the host that was asked, a back end hears nothing. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  ...CONNECTION_HEADERS,
  'content-length',
  'expect',
  'host',
]);

/** Sends the request on to a web server. Errors: GatewayFault. */
async function forwarded(
  integrated: Integrated,
  body: Buffer,
  passes = true,
): Promise<EdgeResponse> {
  const { call, integration } = integrated;
  const parameters = parametersOf(integrated);
  const url = urlOf(integrated, parameters, passes);
  const sent = passes ? withForwarding(call) : new Map<string, readonly string[]>();
  const set = parameters.filter(
    ({ place, name, value }) => place === 'header' && isHeader(name, value),
  );
  const names = new Set(set.map(({ name }) => name.toLowerCase()));
  const kept = [...sent].filter(
    ([name]) => !names.has(name.toLowerCase()) && !OWN_HEADERS.has(name.toLowerCase()),
  );
  const method =
    integration.httpMethod === 'ANY' ? call.request.method : (integration.httpMethod ?? 'GET');
  const headers = [
    ...kept.flatMap(([name, values]) => values.flatMap((value) => [name, value])),
    ...set.flatMap(({ name, value }) => [name, value]),
    ...(passes
      ? []
      : ['Content-Type', valueOf(call.headers, 'content-type') ?? 'application/json']),
    'Host',
    url.host,
    ...(body.length === 0 ? [] : ['Content-Length', String(body.length)]),
  ];
  const timeoutMs = integration.timeoutInMillis ?? TIMEOUT_MS;
  try {
    const answer = await call.context.forward(
      {
        origin: url.origin,
        method,
        target: `${url.pathname}${url.search}`,
        headers,
        timeoutMs,
        idleMs: timeoutMs,
      },
      once(body),
    );
    return { ...answer, headers: answer.headers.map(renamed) };
  } catch (error) {
    if (!(error instanceof EdgeTargetFault)) throw error;
    throw error.reason === 'timedOut' ? timedOut() : malformed();
  }
}

const REMAPPED: ReadonlySet<string> = new Set(['date', 'server', 'www-authenticate']);

function renamed([name, value]: readonly [string, string]): readonly [string, string] {
  return REMAPPED.has(name.toLowerCase()) ? [`x-amzn-Remapped-${name}`, value] : [name, value];
}

async function* once(body: Buffer): AsyncGenerator<Uint8Array> {
  if (body.length > 0) yield body;
}

/** Errors: GatewayFault. */
function urlOf(
  { call, integration }: Integrated,
  parameters: readonly SentParameter[],
  passes: boolean,
): URL {
  const paths = parameters.filter(({ place }) => place === 'path');
  const greedy = greedyOf(call);
  const uri = withVariables(integration.uri ?? '', call.stage.variables);
  const filled = filledUri(uri, (name) => {
    const set = paths.find((one) => one.name === name);
    if (set !== undefined) return { text: set.value, isGreedy: set.isGreedy };
    return { text: own(call.parameters, name) ?? '', isGreedy: name === greedy };
  });
  if (filled === undefined) throw malformedRequest();
  if (!URL.canParse(filled)) throw internalFault();
  const url = new URL(filled);
  if (passes) {
    for (const [name, values] of call.query)
      for (const value of values) url.searchParams.append(name, value);
  }
  for (const { place, name, value } of parameters) {
    if (place === 'querystring') url.searchParams.set(name, value);
  }
  return url;
}

async function fetched(integrated: Integrated): Promise<EdgeResponse> {
  const answer = await forwarded(integrated, Buffer.from(bodyFor(integrated)), false);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const { body } = answer;
  if (typeof body === 'string' || body instanceof Uint8Array) chunks.push(Buffer.from(body));
  else {
    for await (const bytes of body) {
      size += bytes.length;
      if (size > ANSWER_BYTES_MAX) throw malformed();
      chunks.push(bytes);
    }
  }
  const headers = new Map(answer.headers.map(([name, value]) => [name, [value]] as const));
  const text = Buffer.concat(chunks).toString('utf8');
  return answered(integrated, { matched: String(answer.status), body: text, headers });
}
