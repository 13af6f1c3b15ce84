import type { EdgeBody, EdgeContext, EdgeRequest, EdgeResponse } from '../../../contract/edge.ts';
import type { Host } from '../../../contract/host.ts';
import {
  createLambdaCalls,
  headerFields,
  type LambdaCalls,
  own,
  TokenBuckets,
} from '../../apigateway/port.ts';
import type { KeySets } from '../../iam/port.ts';
import { RouteAuthorizers } from './authorizers.ts';
import { type CallPlace, HttpFault, type HttpCall } from './call.ts';
import { corsHeaders, preflight } from './cors.ts';
import { integrate } from './integrations.ts';
import { routeOf } from './routes.ts';

export interface HttpCallParts {
  readonly host: Pick<Host, 'pause'>;
  readonly keySets: KeySets;
}

export const BODY_BYTES_MAX = 10_485_760;
const ACCOUNT_RATE = { rate: 10_000, burst: 5_000 };

interface Arrived {
  readonly request: EdgeRequest;
  readonly body: EdgeBody;
  readonly context: EdgeContext;
}

/** Answers requests to the stages of HTTP APIs. Rates, and what authorizers said, stay on this machine. */
export class HttpCalls {
  readonly #functions: LambdaCalls;
  readonly #authorizers: RouteAuthorizers;
  readonly #buckets = new TokenBuckets();

  constructor({ host, keySets }: HttpCallParts) {
    this.#functions = createLambdaCalls(host);
    this.#authorizers = new RouteAuthorizers({ functions: this.#functions, keySets });
  }

  async answer(place: CallPlace, arrived: Arrived): Promise<EdgeResponse> {
    const { request } = arrived;
    const cors = place.api.CorsConfiguration;
    const headers = headerFields(request.headers);
    const requestId = `${Buffer.from(request.id, 'hex').toString('base64url').slice(0, 15)}=`;
    const early = preflight(cors, request.method, headers);
    const response = early ?? (await this.#answered(place, arrived, requestId));
    // What a back end says of other origins counts for nothing where the API itself says it.
    const said =
      cors === undefined || early !== undefined
        ? response.headers
        : response.headers.filter(([name]) => !name.toLowerCase().startsWith('access-control-'));
    const allowed = early === undefined ? corsHeaders(cors, headers) : [];
    return { ...response, headers: [...said, ...allowed, ['apigw-requestid', requestId]] };
  }

  async #answered(
    place: CallPlace,
    { request, body, context }: Arrived,
    requestId: string,
  ): Promise<EdgeResponse> {
    try {
      const route = routeOf(place.definition, request.method, place.path);
      if (route === 'malformed') throw new HttpFault(400, 'Bad Request');
      if (route === undefined) throw new HttpFault(404, 'Not Found');
      const at = request.target.indexOf('?');
      const call: HttpCall = {
        ...place,
        ...route,
        request,
        context,
        requestId,
        now: await context.read(async (_unit, now) => now),
        headers: headerFields(request.headers),
        rawQuery: at < 0 ? '' : request.target.slice(at + 1),
        body: await whole(body),
      };
      const vouched = await this.#authorizers.admit(call);
      this.#throttle(call);
      return await integrate(this.#functions, call, vouched);
    } catch (error) {
      if (error instanceof HttpFault) return error.response;
      throw error;
    }
  }

  #throttle({ scope, api, stage, route, request }: HttpCall): void {
    // A route's own settings stand in the place of those of all, each by itself.
    const only = own(stage.RouteSettings ?? {}, route.RouteKey) ?? {};
    const all = stage.DefaultRouteSettings ?? {};
    const isOwn = only.ThrottlingRateLimit !== undefined || only.ThrottlingBurstLimit !== undefined;
    const rate = only.ThrottlingRateLimit ?? all.ThrottlingRateLimit;
    const burst = only.ThrottlingBurstLimit ?? all.ThrottlingBurstLimit;
    const name = `${api.ApiId}/${stage.StageName}/${isOwn ? route.RouteKey : ''}`;
    const limits =
      rate === undefined && burst === undefined
        ? []
        : [
            [
              name,
              { rate: rate ?? ACCOUNT_RATE.rate, burst: burst ?? ACCOUNT_RATE.burst },
            ] as const,
          ];
    const account = `${scope.account}/${scope.region}`;
    if (!this.#buckets.take([...limits, [account, ACCOUNT_RATE]], request.arrived)) {
      throw new HttpFault(429, 'Too Many Requests');
    }
  }
}

/** The edge ends bodies that are too large before this does. */
async function whole(body: EdgeBody): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of body) {
    size += bytes.length;
    if (size > BODY_BYTES_MAX) throw new HttpFault(413, 'Request Entity Too Large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
