import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { RecencyCache } from '../core/recency-cache.ts';
import { fetchJson, OutboundError } from './fetch-json.ts';
import type { Trust } from './trust.ts';
import { topThumbprint } from './server-trust.ts';

/** Keys are kept so long; a token of a key that is not among them has them fetched again. */
const KEPT_MS = 60_000;
/** But not sooner than this, so that tokens with invented key ids can't make us ask without end. */
const REFETCH_MS = 5_000;
const SETS_MAX = 200;
const FETCHES_AT_ONCE = 20;

interface Kept {
  readonly keys: Promise<readonly JsonObject[]>;
  readonly fetchedAt: number;
}

/** Reads the public keys of OpenID Connect providers from where they publish them. */
export function createKeySets(realTime: () => number) {
  const kept = new RecencyCache<Kept>(SETS_MAX, () => 1);
  let fetching = 0;
  const fetchKeys = async (issuer: string, thumbprints: readonly string[]) => {
    if (fetching >= FETCHES_AT_ONCE) throw new OutboundError('too many fetches at once');
    fetching += 1;
    try {
      return await discoverKeys(issuer, { thumbprints, now: realTime() });
    } finally {
      fetching -= 1;
    }
  };
  return {
    /** The issuer's signing keys as JWKs. `suffices` tells whether kept ones will do. Throws OutboundError. */
    keysOf: async (
      issuer: string,
      thumbprints: readonly string[],
      suffices: (keys: readonly JsonObject[]) => boolean,
    ): Promise<readonly JsonObject[]> => {
      const name = JSON.stringify([issuer, thumbprints]);
      const known = kept.get(name);
      const age = known === undefined ? Infinity : realTime() - known.fetchedAt;
      if (known !== undefined && age < KEPT_MS) {
        const keys = await known.keys;
        if (age < REFETCH_MS || suffices(keys)) return keys;
      }
      const keys = fetchKeys(issuer, thumbprints);
      kept.set(name, { keys, fetchedAt: realTime() });
      // A failure is not kept: the provider may be back at once.
      keys.catch(() => kept.delete(name));
      return keys;
    },
    /** The SHA-1 thumbprint of the topmost certificate that an HTTPS issuer sends; rejects when unreachable. */
    thumbprintOf: (issuer: string): Promise<string> => topThumbprint(new URL(issuer)),
  };
}

async function discoverKeys(issuer: string, trust: Trust): Promise<readonly JsonObject[]> {
  const base = issuer.endsWith('/') ? issuer.slice(0, -1) : issuer;
  const place = new URL(`${base}/.well-known/openid-configuration`);
  const discovered = objectOf(await fetchJson(place, trust));
  if (discovered['issuer'] !== issuer) throw new OutboundError(`${issuer} names another issuer`);
  const where = discovered['jwks_uri'];
  if (typeof where !== 'string' || !URL.canParse(where)) {
    throw new OutboundError(`${issuer} names no keys`);
  }
  const url = new URL(where);
  // Keys that travel in the clear could be anybody's, unless the issuer itself does.
  if (url.protocol !== 'https:' && url.protocol !== place.protocol) {
    throw new OutboundError(`${issuer} names keys that are not protected`);
  }
  const keys = objectOf(await fetchJson(url, trust))['keys'];
  if (!Array.isArray(keys)) throw new OutboundError(`${issuer} publishes no keys`);
  return keys.filter((key: JsonValue) => isJsonObject(key));
}

function objectOf(value: JsonValue): JsonObject {
  if (!isJsonObject(value)) throw new OutboundError('answered no object');
  return value;
}
