import type { Authorizer } from '../../../../models/apigatewayv2/types.ts';
import { ServiceError } from '../../../core/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { RecencyCache } from '../../../core/recency-cache.ts';
import { SECOND_MS, type Instant } from '../../../core/time.ts';
import { type Jws, namesKeyOf, readJws, verifyJws } from '../../../crypto/jws.ts';
import {
  executeArn,
  functionOf,
  type LambdaCalls,
  own,
  valueOf,
  withVariables,
} from '../../apigateway/port.ts';
import type { KeySets } from '../../iam/port.ts';
import { HttpFault, type HttpCall, routeArn, type Vouched } from './call.ts';
import { httpEvent, internal, requestContextOf } from './events.ts';

const TIMEOUT_MS = 29_000;
const KEPT_MAX = 10_000;

export interface AuthorizerParts {
  readonly functions: LambdaCalls;
  readonly keySets: KeySets;
}

interface Kept {
  readonly vouched: JsonObject | undefined;
  readonly until: Instant;
}

/** Finds out who calls a route: by a signature, a token of an identity provider, or a function's word. */
export class RouteAuthorizers {
  readonly #parts: AuthorizerParts;
  readonly #kept = new RecencyCache<Kept>(KEPT_MAX);

  constructor(parts: AuthorizerParts) {
    this.#parts = parts;
  }

  /** What functions are told of the caller. Errors: HttpFault. */
  async admit(call: HttpCall): Promise<Vouched> {
    const { route, definition } = call;
    switch (route.AuthorizationType ?? 'NONE') {
      case 'AWS_IAM':
        return signed(call);
      case 'JWT':
      case 'CUSTOM': {
        const authorizer = own(definition.authorizers, route.AuthorizerId ?? '');
        if (authorizer === undefined) throw internal();
        return route.AuthorizationType === 'JWT'
          ? this.#byToken(call, authorizer)
          : this.#byFunction(call, authorizer);
      }
      case 'NONE':
        return undefined;
      default:
        // Who may call by a type that is not known here: nobody.
        throw internal();
    }
  }

  async #byToken(call: HttpCall, authorizer: Authorizer): Promise<Vouched> {
    const [source = ''] = authorizer.IdentitySource ?? [];
    const token = sourceValue(call, source)?.replace(/^Bearer\s+/i, '');
    const jws = token === undefined || token === '' ? undefined : readJws(token);
    if (jws === undefined) throw unauthorized();
    const { Issuer = '', Audience = [] } = authorizer.JwtConfiguration ?? {};
    await this.#assertSigned(jws, Issuer);
    assertClaims(jws.payload, Issuer, Audience, call.request.arrived);
    const granted = scopesOf(jws.payload);
    const wanted = call.route.AuthorizationScopes ?? [];
    if (wanted.length > 0 && !wanted.some((scope) => granted.includes(scope))) {
      throw new HttpFault(403, 'Forbidden', [
        ['www-authenticate', `Bearer scope="${wanted.join(' ')}" error="insufficient_scope"`],
      ]);
    }
    const claims = Object.entries(jws.payload).map(([name, value]) => [name, claimText(value)]);
    return {
      jwt: { claims: Object.fromEntries(claims), scopes: wanted.length > 0 ? granted : null },
    };
  }

  async #assertSigned(jws: Jws, issuer: string): Promise<void> {
    let keys: readonly JsonObject[];
    try {
      keys = await this.#parts.keySets.keysOf(issuer, [], (known) => namesKeyOf(jws, known));
    } catch {
      throw unauthorized('invalid_token', 'OIDC discovery endpoint communication error');
    }
    if (!verifyJws(jws, keys)) throw unauthorized('invalid_token', 'signature verification failed');
  }

  async #byFunction(call: HttpCall, authorizer: Authorizer): Promise<Vouched> {
    const { scope, api, stage, context, now } = call;
    const sources = authorizer.IdentitySource ?? [];
    const identity = sources.map((source) => sourceValue(call, source));
    if (identity.some((value) => value === undefined || value === '')) throw unauthorized();
    const ttl = sources.length === 0 ? 0 : (authorizer.AuthorizerResultTtlInSeconds ?? 0);
    const place = [scope.account, scope.region, api.ApiId, stage.StageName, stage.flushes];
    const key = JSON.stringify([...place, stage.created, authorizer.AuthorizerId, ...identity]);
    const known = ttl === 0 ? undefined : this.#kept.get(key);
    if (known !== undefined && known.until > now) return told(known.vouched);
    const functionArn = functionOf(
      withVariables(authorizer.AuthorizerUri ?? '', stage.StageVariables),
    );
    if (functionArn === undefined) throw internal();
    const arn = executeArn(scope, api.ApiId);
    const outcome = await this.#parts.functions.invoke(context, {
      scope,
      functionArn,
      sourceArn: `${arn}/authorizers/${authorizer.AuthorizerId}`,
      role: authorizer.AuthorizerCredentialsArn,
      payload: {
        ...httpEvent({ ...call, body: Buffer.alloc(0) }, undefined),
        type: 'REQUEST',
        routeArn: routeArn(call),
        identitySource: identity.map((value) => value ?? ''),
      },
      timeoutMs: TIMEOUT_MS,
    });
    if (outcome.kind !== 'answered' || !isJsonObject(outcome.value)) throw internal();
    const { isAuthorized, context: said = {} } = outcome.value;
    if (typeof isAuthorized !== 'boolean' || !isJsonObject(said)) throw internal();
    const vouched = isAuthorized ? said : undefined;
    if (ttl > 0) this.#kept.set(key, { vouched, until: now + ttl * SECOND_MS });
    return told(vouched);
  }
}

function told(vouched: JsonObject | undefined): Vouched {
  if (vouched === undefined) throw new HttpFault(403, 'Forbidden');
  return { lambda: vouched };
}

async function signed(call: HttpCall): Promise<Vouched> {
  const { context, request, body, scope } = call;
  const signer = await context.signer(request, body, 'execute-api');
  if (signer.kind !== 'signed' || signer.region !== scope.region) {
    throw new HttpFault(403, 'Forbidden');
  }
  try {
    const permission = { action: 'execute-api:Invoke', resource: routeArn(call) };
    await context.assertPermitted(signer.caller, scope, permission, request);
  } catch (error) {
    if (error instanceof ServiceError) throw new HttpFault(403, 'Forbidden');
    throw error;
  }
  const { identity, accessKeyId } = signer.caller;
  return {
    iam: {
      accessKey: accessKeyId ?? '',
      accountId: identity.account,
      callerId: identity.principalId,
      cognitoIdentity: null,
      principalOrgId: null,
      userArn: identity.arn,
      userId: identity.principalId,
    },
  };
}

function unauthorized(error?: string, description?: string): HttpFault {
  const more =
    error === undefined
      ? ''
      : ` scope="" error="${error}" error_description="${description ?? ''}"`;
  return new HttpFault(401, 'Unauthorized', [['www-authenticate', `Bearer${more}`]]);
}

/** Errors: HttpFault. Tokens are judged by real time, as their issuers make them. */
function assertClaims(
  { iss, aud, client_id: client, exp, nbf, iat }: JsonObject,
  issuer: string,
  audience: readonly string[],
  now: Instant,
): void {
  const invalid = (what: string): HttpFault => unauthorized('invalid_token', what);
  if (iss !== issuer) throw invalid('the token has an invalid issuer');
  const meant = aud === undefined ? textsOf(client) : textsOf(aud);
  if (!meant.some((one) => audience.includes(one)))
    throw invalid('the token has an invalid audience');
  if (typeof exp !== 'number' || exp * SECOND_MS <= now) throw invalid('the token has expired');
  if (typeof nbf === 'number' && nbf * SECOND_MS > now) throw invalid('the token is not yet valid');
  if (typeof iat === 'number' && iat * SECOND_MS > now + SECOND_MS) {
    throw invalid('the token was issued in the future');
  }
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one: JsonValue) => typeof one === 'string') : [];
}

function scopesOf({ scope, scp }: JsonObject): readonly string[] {
  return textsOf(scope ?? scp).flatMap((text) => text.split(' '));
}

function claimText(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return `[${value.map(String).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function sourceValue(call: HttpCall, source: string): string | undefined {
  const [, place, name = ''] =
    /^\$(request\.header|request\.querystring|stageVariables|context)\.(.+)$/.exec(source) ?? [];
  switch (place) {
    case 'request.header':
      return valueOf(call.headers, name);
    case 'request.querystring':
      return new URLSearchParams(call.rawQuery).get(name) ?? undefined;
    case 'stageVariables':
      return own(call.stage.StageVariables ?? {}, name);
    default: {
      const value = requestContextOf(call, undefined)[name];
      return typeof value === 'string' ? value : undefined;
    }
  }
}
