import 'reflect-metadata';
import { createPrivateKey, webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509';

cryptoProvider.set(webcrypto);

export interface IssuedCertificate {
  readonly certificate: X509Certificate;
  /** PEM. */
  readonly pem: string;
  /** PEM, PKCS#8. */
  readonly privateKey: string;
  readonly keys: webcrypto.CryptoKeyPair;
}

export interface CertificateOptions {
  readonly name: string;
  /** Who signs it; itself when absent. */
  readonly issuer?: IssuedCertificate;
  readonly isAuthority?: boolean;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly curve?: 'P-256' | 'P-384';
  /** Keys it is made for; new ones when absent. */
  readonly keys?: webcrypto.CryptoKeyPair;
}

let serial = 0;

/** A certificate with a key on an elliptic curve. */
export async function newCertificate(options: CertificateOptions): Promise<IssuedCertificate> {
  const { name, issuer, isAuthority = false, curve = 'P-256' } = options;
  const algorithm = { name: 'ECDSA', namedCurve: curve };
  const keys =
    options.keys ?? (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']));
  serial += 1;
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial.toString(16).padStart(4, '0'),
    subject: `CN=${name}`,
    issuer: issuer?.certificate.subject ?? `CN=${name}`,
    notBefore: options.notBefore ?? new Date(Date.now() - 86_400_000),
    notAfter: options.notAfter ?? new Date(Date.now() + 365 * 86_400_000),
    publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: { name: 'ECDSA', hash: curve === 'P-384' ? 'SHA-384' : 'SHA-256' },
    extensions: [new BasicConstraintsExtension(isAuthority, undefined, true)],
  });
  const secret = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const privateKey = createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();
  return { certificate, pem: certificate.toString('pem'), privateKey, keys };
}
