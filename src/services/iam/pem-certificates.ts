import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { ServiceError } from '../../core/errors.ts';
import { malformedCertificate } from './errors.ts';
import { CHAIN_MAX } from './limits.ts';

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** One certificate, PEM, and nothing else. Errors: MalformedCertificate. */
export function readCertificate(text: string): X509Certificate {
  const [certificate, ...others] = certificatesIn(text) ?? [];
  if (certificate === undefined || others.length > 0) {
    throw malformedCertificate(
      'Unable to parse certificate. Please ensure the certificate is in PEM format.',
    );
  }
  return certificate;
}

/** Undefined: the text is more, or less, than PEM certificates. */
function certificatesIn(text: string): readonly X509Certificate[] | undefined {
  if (text.replace(BLOCK, '').trim() !== '') return undefined;
  try {
    return (text.match(BLOCK) ?? []).map((block) => new X509Certificate(block));
  } catch {
    return undefined;
  }
}

/** That each certificate of the chain signed the one before it. Errors: MalformedCertificate. */
export function assertChain(certificate: X509Certificate, text: string): void {
  const chain = certificatesIn(text);
  if (chain === undefined || chain.length === 0 || chain.length > CHAIN_MAX) throw brokenAt(-1);
  let below = certificate;
  for (const [index, issuer] of chain.entries()) {
    if (!below.checkIssued(issuer) || !below.verify(issuer.publicKey)) throw brokenAt(index - 1);
    below = issuer;
  }
}

function brokenAt(index: number): ServiceError {
  return malformedCertificate(
    'Unable to validate certificate chain. The certificate chain must start with the immediate ' +
      'signing certificate, followed by any intermediaries in order. The index within the chain ' +
      `of the invalid certificate is: ${index}`,
  );
}

/** That the PEM key, which must not be encrypted, is the certificate's. Errors: MalformedCertificate, KeyPairMismatch. */
export function assertKeyOf(certificate: X509Certificate, text: string): void {
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch {
    throw malformedCertificate('Invalid Private Key.');
  }
  if (!certificate.checkPrivateKey(key)) {
    const message = 'Unable to validate the private key: it does not match the certificate.';
    throw new ServiceError('KeyPairMismatch', message, { status: 400 });
  }
}
