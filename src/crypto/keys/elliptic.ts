import { createPublicKey, diffieHellman, type KeyObject, sign, verify } from 'node:crypto';
import type { CurveSpec } from './key-spec.ts';
import { isOfSpec } from './native-keys.ts';

/** ECDSA with DER signatures. Low and high S are equal, here as with AWS. */

export function signEcdsa(key: KeyObject, hash: string, message: Uint8Array): Buffer {
  return sign(hash, message, key);
}

export function verifyEcdsa(
  key: KeyObject,
  hash: string,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify(hash, message, key, signature);
}

// Node hashes whatever it is given, so digests are signed by a library, with nonces of RFC 6979 and added randomness.
const ON_DIGEST = { prehash: false, lowS: false, format: 'der' } as const;

export async function signDigestEcdsa(
  spec: CurveSpec,
  key: KeyObject,
  digest: Uint8Array,
): Promise<Uint8Array> {
  const curve = await curveOf(spec);
  const scalar = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  const signature = curve.sign(digest, scalar, { ...ON_DIGEST, extraEntropy: true });
  scalar.fill(0);
  return signature;
}

export async function verifyDigestEcdsa(
  spec: CurveSpec,
  key: KeyObject,
  digest: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const curve = await curveOf(spec);
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const point = Buffer.concat([
    Buffer.of(0x04),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ]);
  try {
    return curve.verify(signature, digest, point, ON_DIGEST);
  } catch {
    // The library throws for signatures that are no DER, or out of range.
    return false;
  }
}

async function curveOf(spec: CurveSpec) {
  if (spec === 'ECC_SECG_P256K1') return (await import('@noble/curves/secp256k1.js')).secp256k1;
  const { p256, p384, p521 } = await import('@noble/curves/nist.js');
  return { ECC_NIST_P256: p256, ECC_NIST_P384: p384, ECC_NIST_P521: p521 }[spec];
}

/**
 * ECDH: the X coordinate, as long as the field. Undefined when the peer's public key (SubjectPublicKeyInfo) is not a
 * point of the same curve: a foreign point would tell of the private key.
 */
export function agree(
  spec: CurveSpec,
  privateKey: KeyObject,
  peer: Uint8Array,
): Buffer | undefined {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(peer), format: 'der', type: 'spki' });
    return isOfSpec(spec, publicKey) ? diffieHellman({ privateKey, publicKey }) : undefined;
  } catch {
    return undefined;
  }
}
