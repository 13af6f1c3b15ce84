import type { BeforehandContext, IdentifyContext } from '../../contract/operation.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { SECOND_MS } from '../../core/time.ts';
import { namesKeyOf, readJws, verifyJws, type Jws } from '../../crypto/jws.ts';
import type { KeySets, SessionDirectory, WebProvider } from '../iam/port.ts';
import { expiredToken, idpRejectedClaim, invalidIdentityToken } from './errors.ts';

const TAGS_CLAIM = 'https://aws.amazon.com/tags';
const SOURCE_IDENTITY_CLAIM = 'https://aws.amazon.com/source_identity';
/** Clocks of providers run ahead of ours by no more than this. */
const SKEW_MS = 5 * 60 * SECOND_MS;

/** What a verified token says, as AWS uses it. */
export interface WebClaims {
  readonly subject: string;
  /** `azp` where the token has one, else `aud`. */
  readonly audience: string;
  readonly otherAudiences: readonly string[];
  readonly methods: readonly string[];
  readonly email: string | undefined;
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | undefined;
}

export interface VerifiedToken {
  readonly claims: WebClaims;
  readonly provider: WebProvider;
}

/** A provider's keys, with the provider as it was known when they were fetched. */
export interface FetchedKeys {
  readonly provider: WebProvider;
  readonly keys: readonly JsonObject[];
}

interface TokenParts {
  readonly directory: SessionDirectory;
  readonly keySets: KeySets;
}

/** The keys of a token's provider; undefined when the token or the provider is not known, or the provider silent. */
export async function fetchTokenKeys(
  token: string,
  account: string,
  { directory, keySets }: TokenParts,
  { read }: BeforehandContext,
): Promise<FetchedKeys | undefined> {
  const jws = readJws(token);
  const issuer = jws?.payload['iss'];
  if (jws === undefined || typeof issuer !== 'string') return undefined;
  const provider = await read((unit) => directory.webProvider(unit, account, issuer));
  if (provider === undefined) return undefined;
  const keys = await keysOf(keySets, provider, jws);
  return keys === undefined ? undefined : { provider, keys };
}

/**
 * Proves a web identity token: its provider is one the account knows, its signature is made by one of the keys the
 * provider publishes, it is meant for a client the account has registered, and it is in force in real time.
 * Errors: InvalidIdentityToken, ExpiredTokenException, IDPRejectedClaim.
 */
export async function verifyWebToken(
  token: string,
  account: string,
  {
    directory,
    fetched,
  }: Pick<TokenParts, 'directory'> & { readonly fetched: FetchedKeys | undefined },
  { unit, realNow }: IdentifyContext,
): Promise<VerifiedToken> {
  const jws = readJws(token);
  const issuer = jws?.payload['iss'];
  if (jws === undefined || typeof issuer !== 'string') throw notAToken();
  const provider = await directory.webProvider(unit, account, issuer);
  if (provider === undefined) {
    throw invalidIdentityToken(`No OpenIDConnect provider found in your account for ${issuer}`);
  }
  const keys = stillGood(fetched, provider);
  if (keys === undefined || !namesKeyOf(jws, keys)) {
    throw invalidIdentityToken(
      "Couldn't retrieve verification key from your identity provider,  please reference " +
        'AssumeRoleWithWebIdentity documentation for requirements',
    );
  }
  if (!verifyJws(jws, keys)) throw invalidIdentityToken('Token signature invalid');
  assertInForce(jws.payload, realNow);
  const claims = claimsOf(jws.payload);
  if (provider.clientIds !== undefined && !provider.clientIds.includes(claims.audience)) {
    throw invalidIdentityToken('Incorrect token audience');
  }
  return { claims, provider };
}

/** Keys that were fetched under thumbprints the account has since changed prove nothing. */
function stillGood(
  fetched: FetchedKeys | undefined,
  { issuer, thumbprints }: WebProvider,
): FetchedKeys['keys'] | undefined {
  if (fetched?.provider.issuer !== issuer) return undefined;
  const before = fetched.provider.thumbprints;
  const same =
    before.length === thumbprints.length && before.every((one) => thumbprints.includes(one));
  return same ? fetched.keys : undefined;
}

/** The claims of a token that was verified in this call. */
export function readWebClaims(token: string): WebClaims {
  const jws = readJws(token);
  if (jws === undefined) throw notAToken();
  return claimsOf(jws.payload);
}

async function keysOf(
  keySets: KeySets,
  { issuer, thumbprints }: WebProvider,
  jws: Jws,
): Promise<readonly JsonObject[] | undefined> {
  try {
    return await keySets.keysOf(issuer, thumbprints, (keys) => namesKeyOf(jws, keys));
  } catch {
    return undefined;
  }
}

function notAToken() {
  return invalidIdentityToken(
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  );
}

function assertInForce(payload: JsonObject, now: number): void {
  const { exp, nbf, iat } = payload;
  if (typeof exp !== 'number') throw invalidIdentityToken('Missing a required claim: exp');
  if (typeof iat !== 'number') throw invalidIdentityToken('Missing a required claim: iat');
  if (exp * SECOND_MS <= now) {
    throw expiredToken(
      `Token expired: current date/time ${Math.floor(now / SECOND_MS)} must be before the ` +
        `expiration date/time${Math.floor(exp)}`,
    );
  }
  const starts = Math.max(iat, typeof nbf === 'number' ? nbf : 0);
  if (starts * SECOND_MS > now + SKEW_MS) throw idpRejectedClaim('The token is not valid yet');
}

function claimsOf(payload: JsonObject): WebClaims {
  const { sub, aud, azp, amr, email } = payload;
  const audiences = textsOf(aud);
  const audience = typeof azp === 'string' ? azp : audiences[0];
  if (typeof sub !== 'string') throw invalidIdentityToken('Missing a required claim: sub');
  if (audience === undefined) throw invalidIdentityToken('Missing a required claim: aud');
  const source = payload[SOURCE_IDENTITY_CLAIM];
  return {
    subject: sub,
    audience,
    otherAudiences: audiences,
    methods: textsOf(amr),
    email: typeof email === 'string' ? email : undefined,
    ...tagsOf(payload[TAGS_CLAIM]),
    sourceIdentity: typeof source === 'string' ? source : undefined,
  };
}

/** `{"principal_tags": {"team": ["red"]}, "transitive_tag_keys": ["team"]}` */
function tagsOf(claim: JsonValue | undefined): Pick<WebClaims, 'tags' | 'transitiveTagKeys'> {
  if (!isJsonObject(claim)) return { tags: [], transitiveTagKeys: [] };
  const given = claim['principal_tags'];
  const tags = Object.entries(isJsonObject(given) ? given : {}).flatMap(([Key, values]) => {
    const [Value] = textsOf(values);
    return Value === undefined ? [] : [{ Key, Value }];
  });
  return { tags, transitiveTagKeys: textsOf(claim['transitive_tag_keys']) };
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one: JsonValue) => typeof one === 'string') : [];
}
