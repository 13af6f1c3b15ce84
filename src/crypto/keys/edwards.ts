import { type KeyObject, sign, verify } from 'node:crypto';

/** Ed25519 (RFC 8032): pure by OpenSSL, prehashed by a library. */

export function signEd25519(key: KeyObject, message: Uint8Array): Buffer {
  return sign(null, message, key);
}

export function verifyEd25519(key: KeyObject, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, message, key, signature);
}

/** Ed25519ph hashes its input. AWS gives it a digest, which is thus hashed twice. */
export async function signEd25519ph(key: KeyObject, input: Uint8Array): Promise<Uint8Array> {
  const { ed25519ph } = await import('@noble/curves/ed25519.js');
  const seed = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  const signature = ed25519ph.sign(input, seed);
  seed.fill(0);
  return signature;
}

export async function verifyEd25519ph(
  key: KeyObject,
  input: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const { ed25519ph } = await import('@noble/curves/ed25519.js');
  const point = Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
  try {
    return ed25519ph.verify(signature, input, point, { zip215: false });
  } catch {
    return false;
  }
}
