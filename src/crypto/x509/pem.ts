import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** The certificates of a PEM text, each with its end of line; what stands between them is left out. */
export function certificatesOf(pem: string): readonly string[] {
  return (pem.match(CERTIFICATE) ?? []).map((text) => `${text.replaceAll('\r', '')}\n`);
}

/** Undefined: it is no certificate. */
export function parseCertificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/** Undefined: it is no private key, or one that a passphrase protects. */
export function parsePrivateKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

/** PKCS#8 DER as PEM; with a passphrase, encrypted by AES-256. */
export function privateKeyPem(pkcs8: Uint8Array, passphrase?: Uint8Array): string {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const form = { type: 'pkcs8', format: 'pem' } as const;
  if (passphrase === undefined) return key.export(form).toString();
  const secret = { cipher: 'aes-256-cbc', passphrase: Buffer.from(passphrase) };
  return key.export({ ...form, ...secret }).toString();
}

/** PKCS#8 DER of a key that PEM told. */
export function pkcs8Of(key: KeyObject): Uint8Array {
  return key.export({ type: 'pkcs8', format: 'der' });
}
