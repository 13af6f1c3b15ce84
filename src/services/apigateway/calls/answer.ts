import type { EdgeBody, EdgeContext, EdgeRequest, EdgeResponse } from '../../../contract/edge.ts';
import type { Host } from '../../../contract/host.ts';
import { uuid } from '../../../core/ids.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { MetricWriter } from '../../cloudwatch/port.ts';
import { headerFields, queryFields } from '../domain/fields.ts';
import { GatewayFault, malformedRequest } from '../domain/gateway-fault.ts';
import { routeOf } from '../domain/routes.ts';
import { TokenBuckets } from '../domain/token-bucket.ts';
import { admitted } from './authorization.ts';
import type { Admission, ApiCall, CallPlace } from './call.ts';
import { faultAnswer } from './gateway-answers.ts';
import { integrate } from './integration-calls.ts';
import { LambdaAuthorizers } from './lambda-authorizers.ts';
import { createLambdaCalls, type LambdaCalls } from './lambda-calls.ts';
import { measure } from './metrics.ts';
import { keyOf, type PlannedKey, spend, throttle } from './plans.ts';
import { extendedIdOf, requestContextOf, traceIdOf } from './request-context.ts';
import { assertRequest } from './validation.ts';

export interface CallParts {
  readonly host: Pick<Host, 'pause' | 'realTime'>;
  readonly metrics: MetricWriter;
}

export const BODY_BYTES_MAX = 10_485_760;

interface Arrived {
  readonly request: EdgeRequest;
  readonly body: EdgeBody;
  readonly context: EdgeContext;
}

/** Answers requests to stages. What it remembers between them stays on this machine: rates, and what authorizers said. */
export class StageCalls {
  readonly #parts: CallParts;
  readonly #functions: LambdaCalls;
  readonly #authorizers: LambdaAuthorizers;
  readonly #buckets = new TokenBuckets();

  constructor(parts: CallParts) {
    this.#parts = parts;
    this.#functions = createLambdaCalls(parts.host);
    this.#authorizers = new LambdaAuthorizers(this.#functions);
  }

  async answer(place: CallPlace, arrived: Arrived): Promise<EdgeResponse> {
    const { host, metrics } = this.#parts;
    const requestId = uuid();
    const began = host.realTime();
    const { request, context } = arrived;
    const now = await context.read(async (_unit, at) => at);
    let known: JsonObject = { requestId };
    let response: EdgeResponse;
    try {
      const call = await callOf(place, arrived, { requestId, now });
      known = requestContextOf(call, {});
      response = await this.#run(call);
    } catch (error) {
      if (!(error instanceof GatewayFault)) throw error;
      response = faultAnswer(error, place.snapshot.definition, known);
    }
    const latency = host.realTime() - began;
    await measure(metrics, { place, context, status: response.status, latency });
    return {
      ...response,
      headers: [
        ...response.headers,
        ['x-amzn-RequestId', requestId],
        ['x-amz-apigw-id', extendedIdOf({ request })],
        ['X-Amzn-Trace-Id', traceIdOf({ request, now })],
      ],
    };
  }

  async #run(call: ApiCall): Promise<EdgeResponse> {
    const who = await admitted(call, this.#authorizers);
    const planned = await keyOf(call, who.usageKey);
    throttle(this.#buckets, call, planned);
    if (planned !== undefined) await spend(call, planned, call.scope);
    assertRequest(call);
    return integrate(this.#functions, call, withKey(who, planned));
  }
}

function withKey(
  { usageKey: _named, ...who }: Admission,
  planned: PlannedKey | undefined,
): Admission {
  if (planned === undefined) return who;
  const { id, value } = planned.key;
  return { ...who, apiKey: { id, value } };
}

async function callOf(
  place: CallPlace,
  { request, body, context }: Arrived,
  made: { readonly requestId: string; readonly now: number },
): Promise<ApiCall> {
  const route = routeOf(place.snapshot.definition, request.method, place.path);
  if (route === 'malformed') throw malformedRequest();
  if (route === undefined) {
    throw new GatewayFault('MISSING_AUTHENTICATION_TOKEN', 'Missing Authentication Token');
  }
  const at = request.target.indexOf('?');
  return {
    ...place,
    ...route,
    ...made,
    request,
    context,
    headers: headerFields(request.headers),
    query: queryFields(at < 0 ? '' : request.target.slice(at + 1)),
    body: await whole(body),
  };
}

/** The edge ends bodies that are too large before this does. */
async function whole(body: EdgeBody): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of body) {
    size += bytes.length;
    if (size > BODY_BYTES_MAX) {
      throw new GatewayFault('REQUEST_TOO_LARGE', 'Request Too Long');
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
