import { X509Certificate } from 'node:crypto';
import type { ServerCertificate } from '../contract/edge.ts';
import { RecencyCache } from '../core/recency-cache.ts';

interface Parsed {
  readonly certificate: X509Certificate;
  /** `ec`, `rsa`. */
  readonly keyType: string;
}

/** Parsed by the certificate's text: the same text is the same certificate. */
const parsed = new RecencyCache<Parsed>(512);

function parsedOf({ certificate: pem }: ServerCertificate): Parsed {
  const known = parsed.get(pem);
  if (known !== undefined) return known;
  const certificate = new X509Certificate(pem);
  const made = { certificate, keyType: certificate.publicKey.asymmetricKeyType ?? '' };
  parsed.set(pem, made);
  return made;
}

/**
 * What is shown to a client that asks for a name: of the certificates for it the first with each type of key, elliptic
 * curves first, so that OpenSSL takes those where the client can. When none is for the name, the default one.
 */
export function certificatesFor(
  certificates: readonly ServerCertificate[],
  serverName: string | undefined,
): readonly ServerCertificate[] {
  const matching = certificates.filter(
    (one) =>
      serverName !== undefined && parsedOf(one).certificate.checkHost(serverName) !== undefined,
  );
  const [fallback] = certificates;
  if (matching.length === 0) return fallback === undefined ? [] : [fallback];
  const byType = new Map<string, ServerCertificate>();
  for (const one of matching) {
    const { keyType } = parsedOf(one);
    if (!byType.has(keyType)) byType.set(keyType, one);
  }
  return [...byType].sort(([one], [other]) => rank(one) - rank(other)).map(([, one]) => one);
}

function rank(keyType: string): number {
  return keyType === 'ec' ? 0 : 1;
}
