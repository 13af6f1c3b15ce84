// One request at a load balancer: which rule it meets, and what that does.
import type { Action } from '../../../../models/elbv2/types.ts';
import type { EdgeBody, EdgeContext, EdgeRequest, EdgeResponse } from '../../../contract/edge.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { APPLICATION, HTTP_LISTENER, valueOf } from '../domain/attributes.ts';
import { compiled, type RoutedRequest } from '../domain/conditions.ts';
import type { ListenerDocument, RuleDocument } from '../state.ts';
import { forwarded, type Balancer } from './forwarding.ts';
import { failed, fixed, redirected } from './own-answers.ts';
import { valuesOf } from './request-headers.ts';

export async function answerAt(
  balancer: Balancer,
  request: EdgeRequest,
  body: EdgeBody,
  context: EdgeContext,
): Promise<EdgeResponse> {
  const { listener } = balancer;
  const action = chosenAction(listener, request);
  const answer = await performed(action, balancer, request, body, context);
  const said = withListenerHeaders(listener, answer);
  return isOver(balancer, request) ? { ...said, endsConnection: true } : said;
}

/** The request after a connection's time is its last one. */
function isOver({ owner }: Balancer, { arrived, connected = arrived }: EdgeRequest): boolean {
  const seconds = Number(valueOf(APPLICATION, owner.attributes, 'client_keep_alive.seconds'));
  return arrived - connected >= seconds * SECOND_MS;
}

/** Documents are frozen and stay the same while nothing changes, so their conditions are made ready once. */
const ready = new WeakMap<RuleDocument, (request: RoutedRequest) => boolean>();

function chosenAction(
  { rules, defaultActions }: ListenerDocument,
  request: EdgeRequest,
): Action | undefined {
  const routed = routedOf(request);
  for (const rule of rules) {
    let isMet = ready.get(rule);
    if (isMet === undefined) {
      isMet = compiled(rule.conditions);
      ready.set(rule, isMet);
    }
    if (isMet(routed)) return rule.actions[0];
  }
  return defaultActions[0];
}

function routedOf(request: EdgeRequest): RoutedRequest {
  const { host, method, sourceIp, target } = request;
  const mark = target.indexOf('?');
  return {
    host,
    method,
    sourceIp,
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    header: (name) => valuesOf(request, name),
  };
}

function performed(
  action: Action | undefined,
  balancer: Balancer,
  request: EdgeRequest,
  body: EdgeBody,
  context: EdgeContext,
): Promise<EdgeResponse> {
  if (action?.FixedResponseConfig !== undefined) {
    return Promise.resolve(fixed(action.FixedResponseConfig));
  }
  if (action?.RedirectConfig !== undefined) {
    const scheme = balancer.listener.protocol === 'HTTPS' ? 'https' : 'http';
    return Promise.resolve(redirected(action.RedirectConfig, request, scheme));
  }
  if (action === undefined) return Promise.resolve(failed(503));
  return forwarded(action, balancer, request, body, context);
}

const RESPONSE = 'routing.http.response.';
const NAMES: ReadonlyMap<string, string> = new Map(
  [
    'Strict-Transport-Security',
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Methods',
    'Access-Control-Allow-Headers',
    'Access-Control-Allow-Credentials',
    'Access-Control-Expose-Headers',
    'Access-Control-Max-Age',
    'Content-Security-Policy',
    'X-Content-Type-Options',
    'X-Frame-Options',
  ].map((name) => [`${RESPONSE}${name.toLowerCase().replaceAll('-', '_')}.header_value`, name]),
);

/** The listener's own headers are in the place of the target's. */
function withListenerHeaders({ attributes }: ListenerDocument, answer: EdgeResponse): EdgeResponse {
  const put: [string, string][] = [];
  for (const [key, value] of Object.entries(attributes)) {
    const name = NAMES.get(key);
    if (name !== undefined && value !== '') put.push([name, value]);
  }
  const hidesServer = valueOf(HTTP_LISTENER, attributes, `${RESPONSE}server.enabled`) === 'false';
  if (put.length === 0 && !hidesServer) return answer;
  const replaced = new Set(put.map(([name]) => name.toLowerCase()));
  if (hidesServer) replaced.add('server');
  const kept = answer.headers.filter(([name]) => !replaced.has(name.toLowerCase()));
  return { ...answer, headers: [...kept, ...put] };
}
