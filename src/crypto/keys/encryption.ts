import { type KeyHandle, withDer } from './handle.ts';
import type { EncryptionAlgorithm, MlKemSpec, PairSpec } from './key-spec.ts';
import { agree } from './elliptic.ts';
import { expandedPrivateKey, isMlKemSpec, mlKem, rawPublicKey } from './lattice-keys.ts';
import { isCurveSpec, isRsaSpec, modulusBytes } from './native-keys.ts';
import { decryptOaep, encryptOaep } from './rsa.ts';
import { decryptSm2, encryptSm2 } from './sm2.ts';
import { agreeSm2 } from './sm2-keys.ts';

/** Encryption by public keys, key agreement and key encapsulation. */

/** The algorithms of key pairs. */
export type PairEncryption = Exclude<EncryptionAlgorithm, 'SYMMETRIC_DEFAULT'>;

const OAEP_HASHES = {
  RSAES_OAEP_SHA_1: { name: 'sha1', bytes: 20 },
  RSAES_OAEP_SHA_256: { name: 'sha256', bytes: 32 },
} as const;
const SM2_CLEAR_BYTES_MAX = 1_024;

/** The largest plaintext in bytes. Source: AWS KMS Developer Guide, "Key spec reference". */
export function clearBytesMax(algorithm: PairEncryption, spec: PairSpec): number {
  if (algorithm === 'SM2PKE' || !isRsaSpec(spec)) return SM2_CLEAR_BYTES_MAX;
  return modulusBytes(spec) - 2 * OAEP_HASHES[algorithm].bytes - 2;
}

export async function encryptTo(
  algorithm: PairEncryption,
  publicKey: KeyHandle,
  clear: Uint8Array,
): Promise<Uint8Array> {
  if (algorithm === 'SM2PKE') return withDer(publicKey, (der) => encryptSm2(der, clear));
  return encryptOaep(publicKey.key, OAEP_HASHES[algorithm].name, clear);
}

/** Undefined when the ciphertext was not made for this key. */
export async function decryptWith(
  algorithm: PairEncryption,
  privateKey: KeyHandle,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (algorithm === 'SM2PKE') return withDer(privateKey, (der) => decryptSm2(der, ciphertext));
  return decryptOaep(privateKey.key, OAEP_HASHES[algorithm].name, ciphertext);
}

/** The shared X coordinate; undefined when the peer's SubjectPublicKeyInfo is no point of the key's curve. */
export async function agreeWith(
  privateKey: KeyHandle,
  peer: Uint8Array,
): Promise<Uint8Array | undefined> {
  const { spec, key } = privateKey;
  if (isCurveSpec(spec)) return agree(spec, key, peer);
  return withDer(privateKey, (der) => agreeSm2(der, peer));
}

export interface Encapsulated {
  readonly secret: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** ML-KEM (FIPS 203). */
export async function encapsulateTo(publicKey: KeyHandle): Promise<Encapsulated> {
  const spec = mlKemSpec(publicKey.spec);
  const scheme = await mlKem(spec);
  return withDer(publicKey, (der) => {
    const made = scheme.encapsulate(rawPublicKey(spec, der));
    return { secret: made.sharedSecret, ciphertext: made.cipherText };
  });
}

/**
 * The secret; undefined when the ciphertext is not of the right length. Any other gives a secret, a random-looking one
 * where it was altered (implicit rejection), so that nobody learns which.
 */
export async function decapsulateWith(
  privateKey: KeyHandle,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  const spec = mlKemSpec(privateKey.spec);
  const scheme = await mlKem(spec);
  if (ciphertext.length !== scheme.lengths.cipherText) return undefined;
  return withDer(privateKey, (der) =>
    scheme.decapsulate(ciphertext, expandedPrivateKey(spec, der)),
  );
}

function mlKemSpec(spec: PairSpec): MlKemSpec {
  if (isMlKemSpec(spec)) return spec;
  throw new Error(`${spec} does not encapsulate`);
}
