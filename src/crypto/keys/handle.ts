import { createSecretKey, type KeyObject } from 'node:crypto';
import type { PairSpec } from './key-spec.ts';
import { isNativeSpec, nativePrivateKey, nativePublicKey } from './native-keys.ts';

/**
 * One half of a key pair, as cryptography is given it. Key objects pass between threads by reference, so a private key
 * is not copied to where it is used. What OpenSSL does not know is held as its DER, in an object of its own kind.
 */
export interface KeyHandle {
  readonly spec: PairSpec;
  readonly key: KeyObject;
}

/** `pkcs8` as a stored pair has it. */
export function privateHandle(spec: PairSpec, pkcs8: Uint8Array): KeyHandle {
  return { spec, key: isNativeSpec(spec) ? nativePrivateKey(pkcs8) : createSecretKey(pkcs8) };
}

/** `spki` as a stored pair has it. */
export function publicHandle(spec: PairSpec, spki: Uint8Array): KeyHandle {
  return { spec, key: isNativeSpec(spec) ? nativePublicKey(spki) : createSecretKey(spki) };
}

/** Lends the DER of a key that OpenSSL does not know, and wipes the copy when `use` is done. */
export async function withDer<T>(
  { key }: KeyHandle,
  use: (der: Buffer) => T | Promise<T>,
): Promise<T> {
  const der = key.export();
  try {
    return await use(der);
  } finally {
    der.fill(0);
  }
}
