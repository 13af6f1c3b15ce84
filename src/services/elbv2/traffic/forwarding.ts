import type { Action } from '../../../../models/elbv2/types.ts';
import {
  type EdgeBody,
  type EdgeContext,
  type EdgeRequest,
  type EdgeResponse,
  EdgeTargetFault,
} from '../../../contract/edge.ts';
import { ServiceError } from '../../../core/errors.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { groupByArn } from '../actions.ts';
import { APPLICATION, LAMBDA_GROUP, valueOf } from '../domain/attributes.ts';
import { invokerOf, lambdaInvoke } from '../function-targets.ts';
import {
  forwardedTo,
  type ListenerDocument,
  type LoadBalancerDocument,
  type TargetDocument,
  type TargetGroupDocument,
  targetSets,
} from '../state.ts';
import { type Balance, weighed } from './balance.ts';
import {
  cookiesOf,
  groupCookies,
  type SetCookie,
  stuckGroup,
  stuckTarget,
  targetCookies,
} from './cookies.ts';
import { functionAnswer, functionEvent } from './function-event.ts';
import { failed } from './own-answers.ts';
import { headersFor, valuesOf } from './request-headers.ts';

export interface Balancer {
  readonly owner: LoadBalancerDocument;
  readonly listener: ListenerDocument;
  readonly balance: Balance;
}

/** Bytes of a request's body, and of an answer's, that a function may have. */
const FUNCTION_BYTES_MAX = 1_048_576;

export async function forwarded(
  action: Action,
  balancer: Balancer,
  request: EdgeRequest,
  body: EdgeBody,
  context: EdgeContext,
): Promise<EdgeResponse> {
  const groups = forwardedTo(action);
  const cookies = cookiesOf(valuesOf(request, 'cookie'));
  const sticky = action.ForwardConfig?.TargetGroupStickinessConfig;
  const { Enabled: isSticky = false, DurationSeconds: seconds = 0 } = sticky ?? {};
  const { id } = balancer.listener;
  const chosen = (isSticky ? stuckGroup(groups, id, cookies) : undefined) ?? weighed(groups);
  if (chosen === undefined) return failed(503);
  const found = await context.read(async (unit) => {
    const view = unit.view(balancer.owner.scope);
    const group = await groupByArn(view, chosen.arn);
    const set = group === undefined ? undefined : await view.get(targetSets, group.id);
    return { group, targets: set?.targets ?? [] };
  });
  const { group, targets } = found;
  if (group === undefined) return failed(503);
  const target = stuckTarget(group, targets, cookies) ?? balancer.balance.next(group, targets);
  if (target === undefined) return failed(503);
  const exchange = { ...balancer, group, target, request, body, context };
  const answer = await (group.targetType === 'lambda' ? invoked(exchange) : passedOn(exchange));
  const more = [
    ...ownCookies(group, target, answer, request.arrived),
    ...(isSticky ? groupCookies(id, chosen, seconds, request.arrived) : []),
  ];
  return more.length === 0 ? answer : { ...answer, headers: [...answer.headers, ...more] };
}

function ownCookies(
  group: TargetGroupDocument,
  target: TargetDocument,
  { headers }: EdgeResponse,
  now: number,
): readonly SetCookie[] {
  const set = headers.filter(([name]) => name.toLowerCase() === 'set-cookie');
  return targetCookies(
    group,
    target,
    set.map(([, value]) => value),
    now,
  );
}

interface Exchange extends Balancer {
  readonly group: TargetGroupDocument;
  readonly target: TargetDocument;
  readonly request: EdgeRequest;
  readonly body: EdgeBody;
  readonly context: EdgeContext;
}

async function passedOn(exchange: Exchange): Promise<EdgeResponse> {
  const { owner, listener, balance, group, target, request, body, context } = exchange;
  // No machine runs behind an instance: whoever connected would wait in vain.
  if (group.targetType === 'instance') return failed(504);
  const idle = valueOf(APPLICATION, owner.attributes, 'idle_timeout.timeout_seconds');
  const idleMs = Number(idle) * SECOND_MS;
  const end = balance.begin(group, target);
  try {
    return await context.forward(
      {
        origin: `${group.protocol === 'HTTPS' ? 'https' : 'http'}://${target.id}:${target.port}`,
        method: request.method,
        target: request.target,
        headers: headersFor(owner, listener, request),
        timeoutMs: idleMs,
        idleMs,
        trustsAnyCertificate: true,
      },
      body,
    );
  } catch (error) {
    if (!(error instanceof EdgeTargetFault)) throw error;
    return failed(error.reason === 'timedOut' ? 504 : 502);
  } finally {
    end();
  }
}

async function invoked(exchange: Exchange): Promise<EdgeResponse> {
  const { owner, listener, balance, group, target, request, context } = exchange;
  const body = await wholeBody(exchange.body);
  if (body === undefined) return failed(413);
  const hasMultipleValues =
    valueOf(LAMBDA_GROUP, group.attributes, 'lambda.multi_value_headers.enabled') === 'true';
  const headers = headersFor(owner, listener, request);
  const event = functionEvent({ groupArn: group.arn, request, headers, body, hasMultipleValues });
  const end = balance.begin(group, target);
  try {
    const { Payload, FunctionError } = await context.call(
      owner.scope,
      lambdaInvoke,
      { FunctionName: target.id, Payload: Buffer.from(event) },
      invokerOf(group.arn, owner.scope.account),
    );
    const answer = FunctionError === undefined ? functionAnswer(bytesOf(Payload)) : undefined;
    const isLarge = bytesOf(Payload).length > FUNCTION_BYTES_MAX;
    return answer === undefined || isLarge ? failed(502) : answer;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return failed(502);
  } finally {
    end();
  }
}

function bytesOf(payload: unknown): Uint8Array {
  return payload instanceof Uint8Array ? payload : Buffer.alloc(0);
}

/** Undefined: it is larger than a function may be given. */
async function wholeBody(body: EdgeBody): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > FUNCTION_BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
