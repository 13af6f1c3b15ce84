import { X509Certificate } from 'node:crypto';
import type { Trust } from './trust.ts';
import { checkServerIdentity, connect, type DetailedPeerCertificate, TLSSocket } from 'node:tls';

const CHAIN_MAX = 10;
const TIMEOUT_MS = 5_000;

/**
 * Whether a TLS server is trusted: by an authority of this machine, or because its certificate leads, signature by
 * signature, to one of the SHA-1 thumbprints. Any certificate can be appended to a chain, so only those that
 * really signed count.
 */
export function presentsTrusted(
  socket: object,
  host: string,
  { thumbprints, now }: Trust,
): boolean {
  if (!(socket instanceof TLSSocket)) return false;
  if (socket.authorized) return true;
  const peer = socket.getPeerCertificate(true);
  if (peer.raw === undefined || checkServerIdentity(host, peer) !== undefined) return false;
  const wanted = new Set(thumbprints.map((one) => one.toLowerCase()));
  const chain = signedChain(peer);
  return (
    chain.every((one) => isInForce(one, now)) && chain.some((one) => wanted.has(thumbprintOf(one)))
  );
}

/** The certificates from the server's own upwards, as far as each is signed by the next. */
function signedChain(peer: DetailedPeerCertificate): readonly X509Certificate[] {
  let certificate = new X509Certificate(peer.raw);
  const chain = [certificate];
  let link = peer;
  while (chain.length < CHAIN_MAX && link.issuerCertificate !== undefined) {
    link = link.issuerCertificate;
    if (link.raw === undefined) break;
    const issuer = new X509Certificate(link.raw);
    if (issuer.fingerprint256 === certificate.fingerprint256 || !issuer.ca) break;
    if (!certificate.checkIssued(issuer) || !certificate.verify(issuer.publicKey)) break;
    chain.push(issuer);
    certificate = issuer;
  }
  return chain;
}

function isInForce(certificate: X509Certificate, now: number): boolean {
  return Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);
}

function thumbprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint.replaceAll(':', '').toLowerCase();
}

/** The thumbprint of the topmost certificate that the server itself sends. Rejects when it can't be reached. */
export function topThumbprint(url: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    const port = url.port === '' ? 443 : Number(url.port);
    const socket = connect({
      host: url.hostname,
      port,
      servername: url.hostname,
      rejectUnauthorized: false,
    });
    const end = (error?: Error): void => {
      socket.destroy();
      if (error !== undefined) reject(error);
    };
    socket.setTimeout(TIMEOUT_MS, () => end(new Error('timed out')));
    socket.on('error', end);
    socket.on('secureConnect', () => {
      const top = signedChain(socket.getPeerCertificate(true)).at(-1);
      if (top !== undefined) resolve(thumbprintOf(top));
      end(top === undefined ? new Error('sent no certificate') : undefined);
    });
  });
}
