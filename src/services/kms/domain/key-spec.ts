import type { KeySpec, KeyUsageType } from '../../../../models/kms/types.ts';

const SIGN: readonly KeyUsageType[] = ['SIGN_VERIFY'];
const RSA: readonly KeyUsageType[] = ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'];
const CURVE: readonly KeyUsageType[] = ['SIGN_VERIFY', 'KEY_AGREEMENT'];
const MAC: readonly KeyUsageType[] = ['GENERATE_VERIFY_MAC'];

/** What each kind of key may be used for. Specs that are not listed are compatible with every usage. */
const USAGES: ReadonlyMap<string, readonly KeyUsageType[]> = new Map([
  ['SYMMETRIC_DEFAULT', ['ENCRYPT_DECRYPT']],
  ['RSA_2048', RSA],
  ['RSA_3072', RSA],
  ['RSA_4096', RSA],
  ['ECC_NIST_P256', CURVE],
  ['ECC_NIST_P384', CURVE],
  ['ECC_NIST_P521', CURVE],
  ['ECC_SECG_P256K1', SIGN],
  ['ECC_NIST_EDWARDS25519', SIGN],
  ['HMAC_224', MAC],
  ['HMAC_256', MAC],
  ['HMAC_384', MAC],
  ['HMAC_512', MAC],
  ['ML_DSA_44', SIGN],
  ['ML_DSA_65', SIGN],
  ['ML_DSA_87', SIGN],
]);

export const SYMMETRIC = 'SYMMETRIC_DEFAULT' satisfies KeySpec;

export function isUsageOf(spec: KeySpec, usage: KeyUsageType): boolean {
  return USAGES.get(spec)?.includes(usage) ?? true;
}
