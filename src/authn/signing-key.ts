import { createHmac, hash } from 'node:crypto';
import type { CredentialScope } from './types.ts';

/** Derived keys kept: one a client, day, Region and service. */
const KEPT_MAX = 10_000;

const kept = new Map<string, Buffer>();

/**
 * The signing key of a secret, day, Region and service. Kept by a hash of the secret, so that the cache names no
 * credential and a replaced secret is another entry.
 */
export function signingKey(secretAccessKey: string, scope: CredentialScope): Buffer {
  const name = `${hash('sha256', secretAccessKey, 'base64')}/${scope.date}/${scope.region}/${scope.service}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const date = hmac(`AWS4${secretAccessKey}`, scope.date);
  const key = hmac(hmac(hmac(date, scope.region), scope.service), 'aws4_request');
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(name, key);
  return key;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
