import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import { recencyCache } from './recency-cache.ts';
import type { CredentialScope } from './types.ts';

/** Derived keys kept: one a client, day, Region and service; twice this many at most. */
const KEPT = 4_096;

const kept = recencyCache<KeyObject>(KEPT);

/**
 * The signing key of a secret, day, Region and service. Kept by a hash of the secret, so that the cache
 * names no credential and a replaced secret is another entry.
 */
export function signingKey(secretAccessKey: string, scope: CredentialScope): KeyObject {
  const { date, region, service } = scope;
  const name = `${hash('sha256', secretAccessKey, 'base64')}/${date}/${region}/${service}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const dated = hmac(`AWS4${secretAccessKey}`, date);
  const key = createSecretKey(hmac(hmac(hmac(dated, region), service), 'aws4_request'));
  kept.set(name, key);
  return key;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
