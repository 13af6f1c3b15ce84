import type { KeyObject, X509Certificate } from 'node:crypto';
import type { Instant } from '../../../core/time.ts';
import { certificateFacts, type CertificateFacts } from '../../../crypto/x509/facts.ts';
import { keyAlgorithmOf } from '../../../crypto/x509/key-algorithms.ts';
import {
  certificatesOf,
  parseCertificate,
  parsePrivateKey,
  pkcs8Of,
} from '../../../crypto/x509/pem.ts';
import { validation } from '../errors.ts';

/** What a customer brings: PEM. */
export interface GivenCertificate {
  readonly certificate: string;
  readonly privateKey: string;
  /** Empty: none. */
  readonly chain: string;
}

export interface CheckedCertificate {
  readonly certificate: string;
  readonly chain: string;
  readonly facts: CertificateFacts;
  /** PKCS#8 DER. */
  readonly secret: Uint8Array;
}

/** Holds a certificate against its key, its chain and the time. Errors: ValidationException. */
export async function checkedCertificate(
  given: GivenCertificate,
  now: Instant,
): Promise<CheckedCertificate> {
  const [certificate = '', ...more] = certificatesOf(given.certificate);
  if (more.length > 0) {
    throw validation(
      'The certificate field contains more than one certificate. You can specify only one ' +
        'certificate in this field.',
    );
  }
  const parsed = parseCertificate(certificate);
  if (parsed === undefined) {
    throw validation(
      'Unable to parse certificate. Please ensure the certificate is in PEM format.',
    );
  }
  const key = readKey(given.privateKey);
  if (!parsed.checkPrivateKey(key)) {
    throw validation('The private key does not match the public key of the certificate.');
  }
  const chain = certificatesOf(given.chain);
  assertChained(parsed, chain, given.chain);
  const facts = await certificateFacts(certificate);
  if (facts === undefined) throw validation('The private key is not supported.');
  if (facts.notAfter < now) throw validation('The certificate has expired, is not valid.');
  if (facts.notBefore > now)
    throw validation('The certificate is not in effect yet, is not valid.');
  return { certificate, chain: chain.join(''), facts, secret: pkcs8Of(key) };
}

function readKey(pem: string): KeyObject {
  const key = parsePrivateKey(pem);
  if (key === undefined) throw validation('The private key is not supported.');
  if (keyAlgorithmOf(key) === undefined) {
    throw validation('The private key length is not supported for key algorithm.');
  }
  return key;
}

/** Each certificate of a chain signs the one before it. A chain that is left out is one of a certificate's own. */
function assertChained(leaf: X509Certificate, chain: readonly string[], given: string): void {
  if (given.trim() === '') {
    if (isSignedBy(leaf, leaf)) return;
    throw validation(
      'Provided certificate is not a valid self signed. Please provide either a valid self-signed ' +
        'certificate or certificate chain.',
    );
  }
  let signed = leaf;
  if (chain.length === 0) throw unchained(-1);
  for (const [index, pem] of chain.entries()) {
    const signer = parseCertificate(pem);
    if (signer === undefined || !isSignedBy(signed, signer)) throw unchained(index);
    signed = signer;
  }
}

function isSignedBy(certificate: X509Certificate, signer: X509Certificate): boolean {
  return certificate.checkIssued(signer) && certificate.verify(signer.publicKey);
}

function unchained(index: number) {
  return validation(
    'Unable to validate certificate chain. The certificate chain must start with the immediate ' +
      'signing certificate, followed by any intermediaries in order. The index within the chain of ' +
      `the invalid certificate is: ${index}`,
  );
}
