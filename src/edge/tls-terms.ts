import { createHash } from 'node:crypto';
import { createServer, type Server, type TlsOptions, type TLSSocket } from 'node:tls';
import type { EdgeTlsTerms, ServerCertificate } from '../contract/edge.ts';
import { RecencyCache } from '../core/recency-cache.ts';

/** Contexts that are kept, each with the keys of its session tickets. */
const CONTEXTS_MAX = 512;

export interface TlsEnds {
  readonly handshakeMs: number;
  readonly onSecured: (socket: TLSSocket) => void;
}

/**
 * Ends TLS on terms of a site. A context stands for terms and certificates together, so that a renewed certificate is
 * another context, while connections on the old one go on.
 */
export class TlsContexts {
  readonly #ends: TlsEnds;
  readonly #servers = new RecencyCache<Server>(CONTEXTS_MAX);

  constructor(ends: TlsEnds) {
    this.#ends = ends;
  }

  /** Never listens: connections are handed to it. */
  serverOf(terms: EdgeTlsTerms, certificates: readonly ServerCertificate[]): Server {
    const key = keyOf(terms, certificates);
    const known = this.#servers.get(key);
    if (known !== undefined) return known;
    const server = createServer(optionsOf(terms, certificates, this.#ends.handshakeMs));
    server.on('secureConnection', this.#ends.onSecured);
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    this.#servers.set(key, server);
    return server;
  }
}

function keyOf(terms: EdgeTlsTerms, certificates: readonly ServerCertificate[]): string {
  const { certificates: _arns, ...rest } = terms;
  const shown = certificates.map(({ arn, serial }) => [arn, serial]);
  return createHash('sha256')
    .update(JSON.stringify([rest, shown]))
    .digest('base64');
}

function optionsOf(
  { minVersion, maxVersion, ciphers, protocols, clientCertificates }: EdgeTlsTerms,
  certificates: readonly ServerCertificate[],
  handshakeTimeout: number,
): TlsOptions {
  // OpenSSL counts the signatures of TLS 1.0 and 1.1 among those below its first security level.
  const isOld = minVersion === 'TLSv1' || minVersion === 'TLSv1.1';
  const common: TlsOptions = {
    cert: certificates.map(({ certificate, chain }) => `${certificate.trim()}\n${chain}`),
    key: certificates.map(({ privateKey }) => privateKey),
    minVersion,
    maxVersion,
    ciphers: [...ciphers, ...(isOld ? ['@SECLEVEL=0'] : [])].join(':'),
    honorCipherOrder: true,
    ALPNProtocols: [...protocols],
    handshakeTimeout,
    requestCert: clientCertificates.mode !== 'off',
    rejectUnauthorized: clientCertificates.mode === 'verify',
  };
  if (clientCertificates.mode !== 'verify') return common;
  const { authorities, revocations } = clientCertificates;
  // Nothing at all would be taken for every authority that this machine trusts.
  const ca = authorities === '' ? [] : authorities;
  return { ...common, ca, ...(revocations === '' ? {} : { crl: revocations }) };
}
