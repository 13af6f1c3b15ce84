import { KeyObject, randomBytes, webcrypto } from 'node:crypto';
import { DAY_MS, type Instant } from '../core/time.ts';

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2_048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const;
const LIFETIME_DAYS = 3_650;

/** An RSA key of 2,048 bits that signs what services send, and its certificate, signed by itself. Both PEM. */
export async function selfSignedCertificate(
  name: string,
  now: Instant,
): Promise<{ readonly certificate: string; readonly key: string }> {
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: `40${randomBytes(15).toString('hex')}`,
      name,
      notBefore: new Date(now - DAY_MS),
      notAfter: new Date(now + LIFETIME_DAYS * DAY_MS),
      signingAlgorithm: ALGORITHM,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      ],
    },
    webcrypto,
  );
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return { certificate: `${certificate.toString('pem')}\n`, key: key.toString() };
}
