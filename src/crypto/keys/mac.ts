import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MacAlgorithm, MacSpec } from './key-spec.ts';

const KEY_BYTES: Readonly<Record<MacSpec, number>> = {
  HMAC_224: 28,
  HMAC_256: 32,
  HMAC_384: 48,
  HMAC_512: 64,
};

const HASHES: Readonly<Record<MacAlgorithm, string>> = {
  HMAC_SHA_224: 'sha224',
  HMAC_SHA_256: 'sha256',
  HMAC_SHA_384: 'sha384',
  HMAC_SHA_512: 'sha512',
};

export function isMacSpec(spec: string): spec is MacSpec {
  return Object.hasOwn(KEY_BYTES, spec);
}

/** As long as the hash's output. */
export function macKeyBytes(spec: MacSpec): number {
  return KEY_BYTES[spec];
}

export function newMacKey(spec: MacSpec): Buffer {
  return randomBytes(KEY_BYTES[spec]);
}

export function macOf(key: KeyObject, algorithm: MacAlgorithm, message: Uint8Array): Buffer {
  return createHmac(HASHES[algorithm], key).update(message).digest();
}

/** Compares the whole tag in constant time; a shortened one is none. */
export function isMacOf(
  key: KeyObject,
  algorithm: MacAlgorithm,
  message: Uint8Array,
  mac: Uint8Array,
): boolean {
  const expected = macOf(key, algorithm, message);
  return mac.length === expected.length && timingSafeEqual(mac, expected);
}
