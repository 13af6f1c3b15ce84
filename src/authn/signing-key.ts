import { derivedKey, type HmacKey, hmacKey } from './hmac.ts';
import type { CredentialScope } from './types.ts';

interface Derived {
  readonly secretAccessKey: string;
  readonly key: HmacKey;
}

// A client's scope is one object for as long as its header's beginning is kept, and so is its signing key.
const derived = new WeakMap<CredentialScope, Derived>();

/** The signing key of a secret, day, Region and service, kept with the scope. */
export function signingKey(secretAccessKey: string, scope: CredentialScope): HmacKey {
  const known = derived.get(scope);
  if (known?.secretAccessKey === secretAccessKey) return known.key;
  const dated = derivedKey(`AWS4${secretAccessKey}`, scope.date);
  const regional = derivedKey(dated, scope.region);
  const key = hmacKey(derivedKey(derivedKey(regional, scope.service), 'aws4_request'));
  derived.set(scope, { secretAccessKey, key });
  return key;
}
