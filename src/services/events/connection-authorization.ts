import type { ActingJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { SECOND_MS, type Instant } from '../../core/time.ts';
import type { ConnectionDocument, ConnectionSecret } from './connection-state.ts';
import { pairsOf } from './http-parameters.ts';
import { textIn } from './job-payload.ts';
import { connections, jobId } from './state.ts';
import type { HttpMessage, HttpOutcome, SendHttp } from '../../contract/send-http.ts';

const AUTHORIZE = 'events.authorizeConnection';
const TOKEN_SECONDS_DEFAULT = 3_600;

type OAuth = Extract<ConnectionSecret, { kind: 'oauth' }>;

export type Token = NonNullable<ConnectionDocument['token']>;

/** Asks for a first token at once; the other types have nothing to ask. */
export function orderAuthorization(
  unit: Unit,
  scope: Scope,
  { name, type }: ConnectionDocument,
  now: Instant,
): void {
  const id = jobId(AUTHORIZE, scope, name);
  if (type !== 'OAUTH_CLIENT_CREDENTIALS') {
    unit.cancel(id);
    return;
  }
  const payload = JSON.stringify({ connection: name });
  unit.order({ id, kind: AUTHORIZE, scope, due: now, payload });
}

/** What a client sends to be given a token. */
export function tokenRequest(secret: OAuth): HttpMessage {
  const { clientId, clientSecret, endpoint, method, parameters } = secret;
  const fields = new URLSearchParams(pairsOf(parameters?.BodyParameters));
  if (!fields.has('grant_type')) fields.set('grant_type', 'client_credentials');
  fields.set('client_id', clientId);
  fields.set('client_secret', clientSecret);
  const url = new URL(endpoint);
  for (const [key, value] of pairsOf(parameters?.QueryStringParameters)) {
    url.searchParams.set(key, value);
  }
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    ...Object.fromEntries(pairsOf(parameters?.HeaderParameters)),
  };
  if (method !== 'GET') return { method, url: url.href, headers, body: fields.toString() };
  for (const [key, value] of fields) url.searchParams.set(key, value);
  return { method, url: url.href, headers };
}

/** The token of an answer, or what is wrong with the answer. */
export function tokenIn(outcome: HttpOutcome, now: Instant): Token | { readonly fault: string } {
  if (outcome.kind !== 'answered') return { fault: `The endpoint was ${outcome.kind}.` };
  if (outcome.status < 200 || outcome.status > 299) {
    return { fault: `The endpoint answered with status ${outcome.status}.` };
  }
  const answer = read(outcome.body);
  const text = isJsonObject(answer) ? answer['access_token'] : undefined;
  if (!isJsonObject(answer) || typeof text !== 'string') return { fault: 'It gave no token.' };
  const seconds = Number(answer['expires_in'] ?? TOKEN_SECONDS_DEFAULT);
  return {
    text,
    // Names of token types are the same in any case.
    type: 'Bearer',
    until: now + (Number.isFinite(seconds) ? seconds : TOKEN_SECONDS_DEFAULT) * SECOND_MS,
  };
}

function read(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function createAuthorizeConnection(send: SendHttp): ActingJob<OAuth, HttpOutcome> {
  return {
    kind: AUTHORIZE,
    prepare: async (payload, { unit, scope }) => {
      const connection = await unit.view(scope).get(connections, textIn(payload, 'connection'));
      return connection?.secret?.kind === 'oauth' ? connection.secret : undefined;
    },
    act: (secret) => send(tokenRequest(secret)),
    handle: async (payload, { unit, scope, now }, outcome) => {
      const view = unit.view(scope);
      const connection = await view.get(connections, textIn(payload, 'connection'));
      if (connection?.secret?.kind !== 'oauth') return;
      const token = tokenIn(outcome, now);
      view.put(
        connections,
        connection.name,
        'fault' in token
          ? { ...connection, state: 'DEAUTHORIZED', stateReason: token.fault }
          : { ...connection, state: 'AUTHORIZED', token, authorized: now },
      );
    },
  };
}
