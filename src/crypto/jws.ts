import {
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';

/** A signed token taken apart; nothing in it is believed yet. */
export interface Jws {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

interface Algorithm {
  readonly hash: string;
  readonly type: 'rsa' | 'ec';
  /** Of elliptic keys: the algorithm fixes it. */
  readonly curve?: string;
}

/** The algorithms AWS takes of identity providers. `none` and the symmetric ones are not among them. */
const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map<string, Algorithm>([
  ['RS256', { hash: 'sha256', type: 'rsa' }],
  ['RS384', { hash: 'sha384', type: 'rsa' }],
  ['RS512', { hash: 'sha512', type: 'rsa' }],
  ['ES256', { hash: 'sha256', type: 'ec', curve: 'prime256v1' }],
  ['ES384', { hash: 'sha384', type: 'ec', curve: 'secp384r1' }],
  ['ES512', { hash: 'sha512', type: 'ec', curve: 'secp521r1' }],
]);
const RSA_BITS_MIN = 2_048;
/** More keys than this of one provider are not tried. */
const KEYS_MAX = 200;

/** Undefined: the text is no compact JWS of JSON. */
export function readJws(token: string): Jws | undefined {
  const [head, body, tail, ...more] = token.split('.');
  if (head === undefined || body === undefined || tail === undefined || more.length > 0) {
    return undefined;
  }
  const header = jsonOf(head);
  const payload = jsonOf(body);
  if (header === undefined || payload === undefined) return undefined;
  const signed = Buffer.from(`${head}.${body}`, 'ascii');
  return { header, payload, signed, signature: Buffer.from(tail, 'base64url') };
}

function jsonOf(part: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the set holds a key that the token may have been signed with. */
export function namesKeyOf(jws: Jws, keys: readonly JsonObject[]): boolean {
  return candidates(jws, keys).length > 0;
}

/** Whether one of the keys made the signature, by the algorithm that the token names and AWS takes. */
export function verifyJws(jws: Jws, keys: readonly JsonObject[]): boolean {
  const { alg } = jws.header;
  const algorithm = typeof alg === 'string' ? ALGORITHMS.get(alg) : undefined;
  // A header that must be understood and is not makes the token invalid (RFC 7515, 4.1.11).
  if (algorithm === undefined || jws.header['crit'] !== undefined) return false;
  return candidates(jws, keys).some((jwk) => {
    const key = publicKeyOf(jwk);
    if (key === undefined || !suits(key, algorithm)) return false;
    const dsaEncoding = 'ieee-p1363';
    return verify(algorithm.hash, jws.signed, { key, dsaEncoding }, jws.signature);
  });
}

function candidates(jws: Jws, keys: readonly JsonObject[]): readonly JsonObject[] {
  const { kid } = jws.header;
  return keys
    .slice(0, KEYS_MAX)
    .filter((key) => kid === undefined || key['kid'] === kid)
    .filter((key) => key['use'] === undefined || key['use'] === 'sig');
}

/** The key decides what it may verify, so that a token can't choose a weaker reading of it. */
function suits(key: KeyObject, algorithm: Algorithm): boolean {
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType !== algorithm.type) return false;
  if (algorithm.type === 'rsa') return (details?.modulusLength ?? 0) >= RSA_BITS_MIN;
  return details?.namedCurve === algorithm.curve;
}

function publicKeyOf(jwk: JsonObject): KeyObject | undefined {
  const key: JsonWebKey = {};
  for (const name of ['kty', 'n', 'e', 'crv', 'x', 'y'] as const) {
    const value = jwk[name];
    if (typeof value === 'string') key[name] = value;
  }
  try {
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** A compact JWS of JSON. `key` is PKCS#8, DER, and must suit the algorithm. */
export function signJws(
  header: { readonly alg: 'RS256' | 'ES384'; readonly kid: string },
  payload: JsonObject,
  key: Uint8Array,
): string {
  const hash = ALGORITHMS.get(header.alg)?.hash;
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ ...header, typ: 'JWT' })}.${part(payload)}`;
  const secret = createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' });
  const signature = sign(hash, Buffer.from(text, 'ascii'), {
    key: secret,
    dsaEncoding: 'ieee-p1363',
  });
  return `${text}.${signature.toString('base64url')}`;
}
