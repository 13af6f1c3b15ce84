import { createPrivateKey, type KeyObject, webcrypto } from 'node:crypto';
import type { PairSpec } from '../keys/key-spec.ts';

/** Kinds of key that certificates are for. Names are ACM's. */
export type CertificateKeyAlgorithm =
  | 'RSA_1024'
  | 'RSA_2048'
  | 'RSA_3072'
  | 'RSA_4096'
  | 'EC_prime256v1'
  | 'EC_secp384r1'
  | 'EC_secp521r1';

/** Those that keys are made of here. */
export type NewKeyAlgorithm = Exclude<CertificateKeyAlgorithm, 'RSA_1024'>;

export type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512';

interface AlgorithmRow {
  readonly spec: PairSpec;
  /** What its own signatures are made with where nothing else is asked for. */
  readonly hash: Hash;
}

export const NEW_KEYS: Readonly<Record<NewKeyAlgorithm, AlgorithmRow>> = {
  RSA_2048: { spec: 'RSA_2048', hash: 'SHA-256' },
  RSA_3072: { spec: 'RSA_3072', hash: 'SHA-256' },
  RSA_4096: { spec: 'RSA_4096', hash: 'SHA-256' },
  EC_prime256v1: { spec: 'ECC_NIST_P256', hash: 'SHA-256' },
  EC_secp384r1: { spec: 'ECC_NIST_P384', hash: 'SHA-384' },
  EC_secp521r1: { spec: 'ECC_NIST_P521', hash: 'SHA-512' },
};

const RSA_BITS: ReadonlyMap<number | undefined, CertificateKeyAlgorithm> = new Map([
  [1_024, 'RSA_1024'],
  [2_048, 'RSA_2048'],
  [3_072, 'RSA_3072'],
  [4_096, 'RSA_4096'],
]);
const CURVES: ReadonlyMap<string | undefined, CertificateKeyAlgorithm> = new Map([
  ['prime256v1', 'EC_prime256v1'],
  ['secp384r1', 'EC_secp384r1'],
  ['secp521r1', 'EC_secp521r1'],
]);
const WEB_CURVES: ReadonlyMap<string | undefined, string> = new Map([
  ['prime256v1', 'P-256'],
  ['secp384r1', 'P-384'],
  ['secp521r1', 'P-521'],
]);

/** Undefined: certificates for such keys are neither made nor taken. */
export function keyAlgorithmOf(key: KeyObject): CertificateKeyAlgorithm | undefined {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type === 'rsa') return RSA_BITS.get(details?.modulusLength);
  return type === 'ec' ? CURVES.get(details?.namedCurve) : undefined;
}

export type SigningAlgorithm =
  | { readonly name: 'RSASSA-PKCS1-v1_5'; readonly hash: Hash }
  | { readonly name: 'ECDSA'; readonly namedCurve: string; readonly hash: Hash };

export interface SigningKey {
  readonly key: webcrypto.CryptoKey;
  readonly algorithm: SigningAlgorithm;
}

/** A private key as the library signs with it: RSA by PKCS#1 version 1.5, curves by ECDSA. `pkcs8` is DER. */
export async function signingKey(pkcs8: Uint8Array, hash: Hash): Promise<SigningKey> {
  const details = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const algorithm = signingAlgorithm(details, hash);
  const key = await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  return { key, algorithm };
}

function signingAlgorithm(key: KeyObject, hash: Hash): SigningAlgorithm {
  if (key.asymmetricKeyType === 'rsa') return { name: 'RSASSA-PKCS1-v1_5', hash };
  const namedCurve = WEB_CURVES.get(key.asymmetricKeyDetails?.namedCurve);
  if (namedCurve === undefined) throw new Error('no certificate is signed by such a key');
  return { name: 'ECDSA', namedCurve, hash };
}
