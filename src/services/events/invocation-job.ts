import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { CallOptions, OperationReference } from '../../contract/operation.ts';
import type { ActContext, ActingJob, JobContext } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { SECOND_MS, type Instant } from '../../core/time.ts';
import { connectionName } from './api-destinations.ts';
import { type Token, tokenIn, tokenRequest } from './connection-authorization.ts';
import type { ConnectionDocument } from './connection-state.ts';
import { INVOKE, orderDelivery } from './deliveries.ts';
import { actingFor } from './delivery-job.ts';
import { settle } from './delivery-end.ts';
import { inputOf } from './domain/target-input.ts';
import { targetKind } from './domain/target-kind.ts';
import { type Failure, failureOf, lasting, passingFailure } from './failures.ts';
import { type Invocation, invocationOf } from './http-parameters.ts';
import { failureOfAnswer } from './http-failures.ts';
import type { SendHttp } from '../../contract/send-http.ts';
import { readPayload, textIn } from './job-payload.ts';
import { apiDestinations, connections, deliveries, type DeliveryDocument, paces } from './state.ts';

type Invoke = LambdaOperations['Invoke'];

const INVOKE_FUNCTION: OperationReference<Invoke['input'], Invoke['output']> = {
  service: 'lambda',
  operation: 'Invoke',
};

type Prepared =
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'function'; readonly input: Invoke['input']; readonly options: CallOptions }
  | { readonly kind: 'http'; readonly invocation: Invocation; readonly now: Instant };

interface Acted {
  readonly failure?: Failure;
  /** A new token of the connection, or none any more. */
  readonly connection?: { readonly name: string; readonly token: Token | undefined };
}

/** Delivers to functions and to web servers. A crash in between may deliver once more. */
export function createInvoke(send: SendHttp): ActingJob<Prepared, Acted> {
  return {
    kind: INVOKE,
    prepare: async (payload, context) => {
      const id = textIn(payload, 'delivery');
      const delivery = await context.unit.view(context.scope).get(deliveries, id);
      if (delivery === undefined) return undefined;
      const isPaced = readPayload(payload)['isPaced'] === true;
      try {
        return await preparedFor(context, { id, delivery, isPaced });
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return { kind: 'failed', failure: failureOf(error) };
      }
    },
    act: (prepared, context) => {
      switch (prepared.kind) {
        case 'failed':
          return Promise.resolve({ failure: prepared.failure });
        case 'function':
          return invoked(prepared, context);
        case 'http':
          return posted(prepared, send);
      }
    },
    handle: async (payload, context, acted) => {
      const id = textIn(payload, 'delivery');
      const view = context.unit.view(context.scope);
      const delivery = await view.get(deliveries, id);
      if (delivery === undefined) return;
      await settle(context, id, delivery, acted.failure);
      if (acted.connection === undefined) return;
      const { name, token } = acted.connection;
      const connection = await view.get(connections, name);
      if (connection === undefined) return;
      const { token: _before, ...rest } = connection;
      view.put(connections, name, token === undefined ? rest : { ...rest, token });
    },
  };
}

interface Due {
  readonly id: string;
  readonly delivery: DeliveryDocument;
  readonly isPaced: boolean;
}

async function preparedFor(context: JobContext, due: Due): Promise<Prepared | undefined> {
  const { target, rule, event, ingested } = due.delivery;
  const to = targetKind(target.Arn);
  const text = inputOf(target, { event, ruleArn: rule.arn, ruleName: rule.name, ingested });
  if (to?.kind === 'function') {
    return {
      kind: 'function',
      input: { FunctionName: target.Arn, InvocationType: 'Event', Payload: Buffer.from(text) },
      options: { ...actingFor(due.delivery, due.id), region: to.scope.region },
    };
  }
  if (to?.kind !== 'apiDestination') return nowhere(target.Arn);
  const view = context.unit.view(context.scope);
  const destination = await view.get(apiDestinations, to.name);
  if (destination?.arn !== target.Arn) return nowhere(target.Arn);
  const connection = await view.get(connections, connectionName(destination.connection));
  if (connection?.secret === undefined || connection.state === 'DEAUTHORIZED') {
    const text = 'Unable to invoke ApiDestination endpoint: its connection is not authorized.';
    return { kind: 'failed', failure: passingFailure('SDK_CLIENT_ERROR', text) };
  }
  if (!due.isPaced && (await mustWait(context, due, destination))) return undefined;
  const { as } = actingFor(due.delivery, due.id);
  if (as !== undefined) {
    const permission = { action: 'events:InvokeApiDestination', resource: destination.arn };
    await context.assertPermitted(permission, as);
  }
  const invocation = { destination, connection, target: target.HttpParameters, input: text, event };
  return { kind: 'http', invocation, now: context.now };
}

function nowhere(arn: string): Prepared {
  const failure = lasting('NO_RESOURCE', `Nothing can be delivered to ${arn}.`);
  return { kind: 'failed', failure };
}

/** Gives each call a turn of its own at the destination's rate; one whose turn is later is put off. */
async function mustWait(
  { unit, scope, now }: JobContext,
  { id, delivery }: Due,
  { name, perSecond }: { readonly name: string; readonly perSecond: number },
): Promise<boolean> {
  const view = unit.view(scope);
  const turn = Math.max(now, (await view.get(paces, name))?.next ?? 0);
  view.put(paces, name, { next: turn + SECOND_MS / perSecond });
  if (turn <= now) return false;
  const due = Math.ceil(turn);
  orderDelivery(unit, scope, { id, target: delivery.target, due, isPaced: true });
  return true;
}

async function invoked(
  { input, options }: Extract<Prepared, { kind: 'function' }>,
  context: ActContext,
): Promise<Acted> {
  try {
    await context.call(INVOKE_FUNCTION, input, options);
    return {};
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { failure: failureOf(error) };
  }
}

async function posted(
  { invocation, now }: Extract<Prepared, { kind: 'http' }>,
  send: SendHttp,
): Promise<Acted> {
  const { connection } = invocation;
  const { name } = connection;
  const token = await tokenOf(connection, now, send);
  if (token !== undefined && 'fault' in token) {
    const text = `Unable to invoke ApiDestination endpoint: ${token.fault}`;
    return { failure: passingFailure('SDK_CLIENT_ERROR', text) };
  }
  const authorized = token === undefined ? connection : { ...connection, token };
  const outcome = await send(invocationOf({ ...invocation, connection: authorized }));
  const failure = failureOfAnswer(outcome, now);
  const isRefused = outcome.kind === 'answered' && outcome.status === 401;
  const isNew = token !== connection.token;
  return {
    ...(failure === undefined ? {} : { failure }),
    ...(token !== undefined && isRefused ? { connection: { name, token: undefined } } : {}),
    ...(isNew && !isRefused ? { connection: { name, token } } : {}),
  };
}

/** The token at hand while it is good, or a new one. */
async function tokenOf(
  { secret, token }: ConnectionDocument,
  now: Instant,
  send: SendHttp,
): Promise<Token | { readonly fault: string } | undefined> {
  if (secret?.kind !== 'oauth') return undefined;
  if (token !== undefined && token.until > now) return token;
  return tokenIn(await send(tokenRequest(secret)), now);
}
