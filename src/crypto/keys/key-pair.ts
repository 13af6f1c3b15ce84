import { randomBytes } from 'node:crypto';
import type { PairSpec } from './key-spec.ts';
import { generateLattice, isLatticeSpec, readLattice } from './lattice-keys.ts';
import { generateNative, isNativeSpec, readNative } from './native-keys.ts';
import { generateSm2, readSm2 } from './sm2-keys.ts';
import type { StoredPair } from './stored-pair.ts';

/** A new key pair. Slow: an RSA pair takes up to seconds. */
export async function generatePair(spec: PairSpec): Promise<StoredPair> {
  if (isNativeSpec(spec)) return generateNative(spec);
  return isLatticeSpec(spec) ? generateLattice(spec, randomBytes) : generateSm2();
}

/**
 * The key pair of a private key in PKCS#8 DER from outside, written the way we store it: the same key gives the same
 * bytes. Undefined unless it is a sound key of the spec.
 */
export async function readPair(spec: PairSpec, pkcs8: Uint8Array): Promise<StoredPair | undefined> {
  if (isNativeSpec(spec)) return readNative(spec, pkcs8);
  return isLatticeSpec(spec) ? readLattice(spec, pkcs8) : readSm2(pkcs8);
}
