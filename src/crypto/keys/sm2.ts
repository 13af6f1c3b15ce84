import { sm2Point, sm2Scalar } from './sm2-keys.ts';

/** SM2DSA and SM2PKE (GB/T 32918) with DER encodings (GM/T 0009) and the default distinguishing identifier. */

/** `sm-crypto-v2` names its orders of ciphertext parts by number: C1, C3, C2. */
const C1C3C2 = 1;

/** Signs a message, which is hashed by SM3 behind the signer's identity; or, as it is, a digest made so. */
export async function signSm2(
  secret: Uint8Array,
  message: Uint8Array,
  isDigest: boolean,
): Promise<Uint8Array> {
  const { sm2 } = await import('sm-crypto-v2');
  const scalar = sm2Scalar(secret).toString('hex');
  return Buffer.from(sm2.doSignature(message, scalar, { der: true, hash: !isDigest }), 'hex');
}

export async function verifySm2(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
  isDigest: boolean,
): Promise<boolean> {
  const { sm2 } = await import('sm-crypto-v2');
  try {
    const hex = Buffer.from(signature).toString('hex');
    return sm2.doVerifySignature(message, hex, hexPoint(publicKey), { der: true, hash: !isDigest });
  } catch {
    return false;
  }
}

export async function encryptSm2(publicKey: Uint8Array, clear: Uint8Array): Promise<Uint8Array> {
  const { sm2 } = await import('sm-crypto-v2');
  return Buffer.from(sm2.doEncrypt(clear, hexPoint(publicKey), C1C3C2, { asn1: true }), 'hex');
}

/** Undefined when the ciphertext is not one for this key. */
export async function decryptSm2(
  secret: Uint8Array,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  const { sm2 } = await import('sm-crypto-v2');
  const hex = Buffer.from(ciphertext).toString('hex');
  try {
    const clear = sm2.doDecrypt(hex, sm2Scalar(secret).toString('hex'), C1C3C2, {
      asn1: true,
      output: 'array',
    });
    // The library gives nothing, rather than an error, for what does not authenticate; AWS encrypts at least one byte.
    return clear.length === 0 ? undefined : clear;
  } catch {
    return undefined;
  }
}

function hexPoint(publicKey: Uint8Array): string {
  const point = sm2Point(publicKey);
  if (point === undefined) throw new Error('a stored SM2 public key is malformed');
  return point.toString('hex');
}
