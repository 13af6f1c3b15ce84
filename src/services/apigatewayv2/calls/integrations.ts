import { CONNECTION_HEADERS } from '../../../core/header-list.ts';
import type { Integration } from '../../../../models/apigatewayv2/types.ts';
import { EdgeTargetFault, type EdgeResponse } from '../../../contract/edge.ts';
import {
  executeArn,
  filledUri,
  type LambdaCalls,
  own,
  variableOf,
  withVariables,
} from '../../apigateway/port.ts';
import { lambdaOf } from '../integrations.ts';
import { HttpFault, type HttpCall, type Vouched } from './call.ts';
import { httpAnswer, httpEvent, internal } from './events.ts';

const TIMEOUT_MS = 30_000;

/** Asks what stands behind a route. Errors: HttpFault. */
export async function integrate(
  functions: LambdaCalls,
  call: HttpCall,
  vouched: Vouched,
): Promise<EdgeResponse> {
  const [, id = ''] = /^integrations\/(\w+)$/.exec(call.route.Target ?? '') ?? [];
  const integration = own(call.definition.integrations, id);
  if (integration === undefined) throw internal();
  return integration.IntegrationType === 'AWS_PROXY'
    ? invoked(functions, call, vouched, integration)
    : forwarded(call, integration);
}

async function invoked(
  functions: LambdaCalls,
  call: HttpCall,
  vouched: Vouched,
  { IntegrationUri = '', CredentialsArn, TimeoutInMillis: timeoutMs = TIMEOUT_MS }: Integration,
): Promise<EdgeResponse> {
  const { scope, api, stage, context, route } = call;
  const functionArn = lambdaOf(withVariables(IntegrationUri, stage.StageVariables));
  if (functionArn === undefined) throw internal();
  const outcome = await functions.invoke(context, {
    scope,
    functionArn,
    sourceArn: `${executeArn(scope, api.ApiId)}/${stage.StageName}/${sourceRoute(route.RouteKey)}`,
    role: CredentialsArn,
    payload: httpEvent(call, vouched),
    timeoutMs,
  });
  switch (outcome.kind) {
    case 'answered':
      return httpAnswer(outcome.value);
    case 'timedOut':
      throw new HttpFault(503, 'Service Unavailable');
    default:
      throw internal();
  }
}

/** `GET /pets/{id}` is `GET/pets/{id}`; every other route is `$default`. */
function sourceRoute(key: string): string {
  return key === '$default' ? '$default' : key.replace(/^ANY /, '*').replace(' ', '');
}

const OWN_HEADERS: ReadonlySet<string> = new Set([
  ...CONNECTION_HEADERS,
  'content-length',
  'expect',
  'host',
]);

async function forwarded(call: HttpCall, integration: Integration): Promise<EdgeResponse> {
  const { context, request, headers, body, parameters, stage, rawQuery } = call;
  const last = variableOf(call.route.RouteKey.split('/').at(-1) ?? '');
  const uri = withVariables(integration.IntegrationUri ?? '', stage.StageVariables);
  const filled = filledUri(uri, (name) => ({
    text: own(parameters, name) ?? '',
    isGreedy: last?.isGreedy === true && last.name === name,
  }));
  if (filled === undefined) throw new HttpFault(400, 'Bad Request');
  if (!URL.canParse(filled)) throw internal();
  const url = new URL(filled);
  const search = [url.search.slice(1), rawQuery].filter((part) => part !== '').join('&');
  const method =
    integration.IntegrationMethod === 'ANY' ? request.method : integration.IntegrationMethod;
  const sent = [...headers].filter(([name]) => !OWN_HEADERS.has(name.toLowerCase()));
  const timeoutMs = integration.TimeoutInMillis ?? TIMEOUT_MS;
  try {
    return await context.forward(
      {
        origin: url.origin,
        method: method ?? request.method,
        target: `${url.pathname}${search === '' ? '' : `?${search}`}`,
        headers: [
          ...sent.flatMap(([name, values]) => values.flatMap((value) => [name, value])),
          'Forwarded',
          `for=${request.sourceIp};host=${request.host};proto=https`,
          'Host',
          url.host,
          ...(body.length === 0 ? [] : ['Content-Length', String(body.length)]),
        ],
        timeoutMs,
        idleMs: timeoutMs,
      },
      once(body),
    );
  } catch (error) {
    if (!(error instanceof EdgeTargetFault)) throw error;
    throw new HttpFault(503, 'Service Unavailable');
  }
}

async function* once(body: Buffer): AsyncGenerator<Uint8Array> {
  if (body.length > 0) yield body;
}
