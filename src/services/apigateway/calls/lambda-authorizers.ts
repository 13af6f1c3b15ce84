import type { Authorizer } from '../../../../models/apigateway/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { RecencyCache } from '../../../core/recency-cache.ts';
import { SECOND_MS, type Instant } from '../../../core/time.ts';
import { compileCached } from '../../../policy/cache.ts';
import { evaluate } from '../../../policy/evaluate.ts';
import { PolicySyntaxError } from '../../../policy/syntax-error.ts';
import type { CompiledPolicy, Decision, SourcedPolicy } from '../../../policy/types.ts';
import { sourcesOf } from '../authorizers.ts';
import { own } from '../definitions.ts';
import { valueOf, valuesOf } from '../domain/fields.ts';
import { GatewayFault } from '../domain/gateway-fault.ts';
import { MatchBudget, TooMuchWork } from '../domain/match-budget.ts';
import { executeArn } from '../endpoints.ts';
import { functionOf } from '../integrations.ts';
import { networkConditions } from './authorization.ts';
import { type ApiCall, methodArn } from './call.ts';
import { type LambdaCalls, withVariables } from './lambda-calls.ts';
import { proxyEvent } from './proxy-event.ts';
import { requestContextOf } from './request-context.ts';

const TTL_DEFAULT = 300;
const TIMEOUT_MS = 29_000;
const KEPT_MAX = 10_000;
const POLICY_BYTES_MAX = 8_192;
const ACTION = 'execute-api:Invoke';

/** What an authorizer said of a caller. */
interface Verdict {
  readonly policy: CompiledPolicy;
  readonly vouched: Vouched;
}

export interface Vouched {
  /** What functions are told of it, with `principalId`. */
  readonly authorizer: JsonObject;
  /** The value of the API key that the call counts to. */
  readonly usageKey?: string;
}

interface Kept {
  readonly verdict: Verdict;
  readonly until: Instant;
}

/** Asks customers' functions who a caller is and what they may, and remembers it for as long as the authorizer says. */
export class LambdaAuthorizers {
  readonly #kept = new RecencyCache<Kept>(KEPT_MAX);
  readonly #functions: LambdaCalls;

  constructor(functions: LambdaCalls) {
    this.#functions = functions;
  }

  /** Errors: GatewayFault. */
  async ask(call: ApiCall): Promise<Vouched> {
    const { snapshot, method, now } = call;
    const authorizer = own(snapshot.definition.authorizers, method.authorizerId ?? '');
    if (authorizer === undefined) throw misconfigured();
    const identity = identityOf(call, authorizer);
    const ttl = authorizer.authorizerResultTtlInSeconds ?? TTL_DEFAULT;
    const key = keyOf(call, authorizer, identity);
    const known = ttl === 0 ? undefined : this.#kept.get(key);
    let verdict = known !== undefined && known.until > now ? known.verdict : undefined;
    if (verdict === undefined) {
      assertNotDenied(call);
      verdict = await this.#verdict(call, authorizer, identity);
      if (ttl > 0) this.#kept.set(key, { verdict, until: now + ttl * SECOND_MS });
    }
    assertAllowed(call, verdict.policy);
    return verdict.vouched;
  }

  async #verdict(
    call: ApiCall,
    authorizer: Authorizer,
    identity: readonly string[],
  ): Promise<Verdict> {
    const { scope, api, stage, context } = call;
    const uri = withVariables(authorizer.authorizerUri ?? '', stage.variables);
    const functionArn = functionOf(uri);
    if (functionArn === undefined) throw misconfigured();
    const arn = executeArn(scope, api.id);
    const outcome = await this.#functions.invoke(context, {
      scope,
      functionArn,
      sourceArn: `${arn}/authorizers/${authorizer.id}`,
      role: authorizer.authorizerCredentials,
      payload: eventOf(call, authorizer, identity),
      timeoutMs: TIMEOUT_MS,
    });
    switch (outcome.kind) {
      case 'answered':
        return verdictOf(outcome.value);
      case 'failed':
        // What the function throws by this name is its way to say who calls is nobody.
        if (isJsonObject(outcome.value) && outcome.value['errorMessage'] === 'Unauthorized') {
          throw unauthorized();
        }
        throw new GatewayFault('AUTHORIZER_FAILURE', undefined, {
          errorType: 'AuthorizerFailureException',
        });
      case 'refused':
        throw misconfigured();
      case 'timedOut':
        throw new GatewayFault('AUTHORIZER_FAILURE', undefined, {
          errorType: 'AuthorizerFailureException',
        });
    }
  }
}

export function unauthorized(): GatewayFault {
  return new GatewayFault('UNAUTHORIZED', 'Unauthorized');
}

function misconfigured(): GatewayFault {
  return new GatewayFault('AUTHORIZER_CONFIGURATION_ERROR', undefined);
}

/** The values of the identity sources. Errors: GatewayFault when one is missing, so that no function is called. */
function identityOf(call: ApiCall, authorizer: Authorizer): readonly string[] {
  const { type, identitySource, identityValidationExpression: form } = authorizer;
  const values = sourcesOf(identitySource).map((source) => sourceValue(call, source));
  const found = values.filter((value) => value !== undefined && value !== '');
  if (found.length < values.length) throw unauthorized();
  const identity = found.map(String);
  if (type === 'TOKEN' && form !== undefined && form !== '') {
    if (!isOfForm(identity[0] ?? '', form)) throw unauthorized();
  }
  return identity;
}

function isOfForm(token: string, form: string): boolean {
  try {
    return new MatchBudget().matches(form, token);
  } catch (error) {
    if (error instanceof TooMuchWork) return false;
    throw error;
  }
}

function sourceValue(call: ApiCall, source: string): string | undefined {
  const [, place, name = ''] =
    /^(method\.request\.(?:multivalue)?(?:header|querystring|path)|context|stageVariables)\.(.+)$/.exec(
      source,
    ) ?? [];
  switch (place) {
    case 'method.request.header':
      return valueOf(call.headers, name);
    case 'method.request.multivalueheader':
      return valuesOf(call.headers, name).join(',');
    case 'method.request.querystring':
      return call.query.get(name)?.at(-1);
    case 'method.request.multivaluequerystring':
      return call.query.get(name)?.join(',');
    case 'method.request.path':
      return own(call.parameters, name);
    case 'stageVariables':
      return own(call.stage.variables ?? {}, name);
    default:
      return contextValue(requestContextOf(call, {}), name);
  }
}

export function contextValue(context: JsonObject, name: string): string | undefined {
  let value: JsonValue | undefined = context;
  for (const part of name.split('.')) {
    if (!isJsonObject(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value === undefined || value === null || typeof value === 'object'
    ? undefined
    : String(value);
}

/** What was said of one caller holds for the whole stage, until it is flushed or deployed anew. */
function keyOf(
  { scope, api, stage }: ApiCall,
  authorizer: Authorizer,
  identity: readonly string[],
): string {
  const place = [scope.account, scope.region, api.id, stage.stageName, stage.flushes];
  return JSON.stringify([...place, stage.deploymentId, stage.created, authorizer.id, ...identity]);
}

function eventOf(call: ApiCall, authorizer: Authorizer, identity: readonly string[]): JsonObject {
  const arn = methodArn(executeArn(call.scope, call.api.id), call);
  if (authorizer.type === 'TOKEN') {
    return { type: 'TOKEN', methodArn: arn, authorizationToken: identity[0] ?? '' };
  }
  const { body: _body, isBase64Encoded: _coded, ...event } = proxyEvent(call, {});
  return { type: 'REQUEST', methodArn: arn, ...event };
}

/** `{principalId, policyDocument, context, usageIdentifierKey}`. Errors: GatewayFault. */
function verdictOf(value: JsonValue): Verdict {
  if (!isJsonObject(value)) throw misconfigured();
  const { principalId, policyDocument, context = {}, usageIdentifierKey } = value;
  if (typeof principalId !== 'string' || !isJsonObject(policyDocument)) throw misconfigured();
  if (!isJsonObject(context)) throw misconfigured();
  const simple = Object.entries(context).map(([name, one]) => {
    if (one === undefined || one === null || typeof one === 'object') throw misconfigured();
    return [name, String(one)] as const;
  });
  const text = JSON.stringify(policyDocument);
  if (Buffer.byteLength(text) > POLICY_BYTES_MAX) throw misconfigured();
  return {
    policy: compiled(text, 'endpoint'),
    vouched: {
      authorizer: { ...Object.fromEntries(simple), principalId },
      ...(typeof usageIdentifierKey === 'string' ? { usageKey: usageIdentifierKey } : {}),
    },
  };
}

function compiled(text: string, grammar: 'endpoint' | 'resource'): CompiledPolicy {
  try {
    return compileCached(text, grammar);
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw misconfigured();
    throw error;
  }
}

/** A Deny of the API's own policy ends a call before the function is asked. */
function assertNotDenied(call: ApiCall): void {
  const decision = decide(call, undefined);
  if (decision.reason.outcome === 'explicitDeny') throw denied(decision);
}

/** Either side's Allow suffices, and either side's Deny ends it. */
function assertAllowed(call: ApiCall, policy: CompiledPolicy): void {
  const decision = decide(call, policy);
  if (!decision.allowed) throw denied(decision);
}

function denied({ reason }: Decision): GatewayFault {
  const how = reason.outcome === 'explicitDeny' ? ' with an explicit deny' : '';
  const text = `User is not authorized to access this resource${how}`;
  return new GatewayFault('ACCESS_DENIED', text, { member: 'Message' });
}

function decide(call: ApiCall, policy: CompiledPolicy | undefined): Decision {
  const { scope, api, snapshot, request, headers, now } = call;
  const text = snapshot.policy?.bound?.text ?? snapshot.policy?.text;
  const resourcePolicy: SourcedPolicy | undefined =
    text === undefined ? undefined : { type: 'resource', policy: compiled(text, 'resource') };
  const network = networkConditions(call);
  const known = new Map<string, readonly string[]>([
    ...network,
    ['aws:sourceip', [request.sourceIp]],
    ['aws:useragent', [valueOf(headers, 'user-agent') ?? '']],
    ['aws:referer', [valueOf(headers, 'referer') ?? '']],
    ['aws:securetransport', [String(request.tls !== undefined)]],
    ['aws:currenttime', [new Date(now).toISOString()]],
    ['aws:epochtime', [String(Math.floor(now / SECOND_MS))]],
  ]);
  return evaluate({
    action: ACTION,
    resource: methodArn(executeArn(scope, api.id), call),
    // Whom the function vouches for is no principal of AWS: policies name it by an asterisk alone.
    principal: {
      type: 'IAMUser',
      account: scope.account,
      arn: `arn:aws:execute-api:::authorized`,
      principalId: 'authorized',
    },
    policies: {
      identity: policy === undefined ? [] : [{ type: 'identity', policy }],
      scps: [],
    },
    resourceAccount: scope.account,
    ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
    resourcePolicyMode: 'optional',
    rcps: [],
    condition: (key) => known.get(key),
  });
}
