import { X509Certificate } from 'node:crypto';
import { RecencyCache } from '../../../core/recency-cache.ts';
import type { Instant } from '../../../core/time.ts';

/** A chain longer than this proves nothing. */
const CHAIN_MAX = 4;
const parsedStores = new RecencyCache<readonly X509Certificate[]>(128);
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Whether a chain (DER, the leaf first) leads to one of the authorities (PEM), each in force. */
export function isTrusted(
  chain: readonly Uint8Array[],
  authorities: string,
  now: Instant,
): boolean {
  const [leaf, ...sent] = chain.map((bytes) => new X509Certificate(bytes));
  if (leaf === undefined || !isInForce(leaf, now)) return false;
  const trusted = storeOf(authorities);
  let current = leaf;
  for (let length = 1; length <= CHAIN_MAX; length += 1) {
    const anchor = trusted.find((one) => isSame(one, current) || issues(one, current, now));
    if (anchor !== undefined) return true;
    const next = sent.find((one) => !isSame(one, current) && issues(one, current, now));
    if (next === undefined) return false;
    current = next;
  }
  return false;
}

function storeOf(authorities: string): readonly X509Certificate[] {
  const known = parsedStores.get(authorities);
  if (known !== undefined) return known;
  const parsed = (authorities.match(PEM) ?? []).map((pem) => new X509Certificate(pem));
  parsedStores.set(authorities, parsed);
  return parsed;
}

function isSame(one: X509Certificate, other: X509Certificate): boolean {
  return one.raw.equals(other.raw);
}

function issues(authority: X509Certificate, issued: X509Certificate, now: Instant): boolean {
  return (
    authority.ca &&
    isInForce(authority, now) &&
    issued.checkIssued(authority) &&
    issued.verify(authority.publicKey)
  );
}

function isInForce({ validFrom, validTo }: X509Certificate, now: Instant): boolean {
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo);
}
