import {
  createECDH,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { CurveSpec, EdwardsSpec, RsaSpec } from './key-spec.ts';
import type { StoredPair } from './stored-pair.ts';

/** Key pairs that OpenSSL knows. They are stored as PKCS#8 and used as key objects. */
export type NativeSpec = RsaSpec | CurveSpec | EdwardsSpec;

const MODULUS_BITS: Readonly<Record<RsaSpec, number>> = {
  RSA_2048: 2_048,
  RSA_3072: 3_072,
  RSA_4096: 4_096,
};
const PUBLIC_EXPONENT = 0x1_00_01;

const CURVES: Readonly<Record<CurveSpec, string>> = {
  ECC_NIST_P256: 'prime256v1',
  ECC_NIST_P384: 'secp384r1',
  ECC_NIST_P521: 'secp521r1',
  ECC_SECG_P256K1: 'secp256k1',
};

export function isRsaSpec(spec: string): spec is RsaSpec {
  return Object.hasOwn(MODULUS_BITS, spec);
}

export function isCurveSpec(spec: string): spec is CurveSpec {
  return Object.hasOwn(CURVES, spec);
}

export function isNativeSpec(spec: string): spec is NativeSpec {
  return isRsaSpec(spec) || isCurveSpec(spec) || spec === 'ECC_NIST_EDWARDS25519';
}

export function modulusBytes(spec: RsaSpec): number {
  return MODULUS_BITS[spec] / 8;
}

export function generateNative(spec: NativeSpec): StoredPair {
  const pair = generate(spec);
  return storedNative(pair.privateKey, pair.publicKey);
}

function generate(spec: NativeSpec): { privateKey: KeyObject; publicKey: KeyObject } {
  if (isRsaSpec(spec)) {
    return generateKeyPairSync('rsa', {
      modulusLength: MODULUS_BITS[spec],
      publicExponent: PUBLIC_EXPONENT,
    });
  }
  if (isCurveSpec(spec)) return generateKeyPairSync('ec', { namedCurve: CURVES[spec] });
  return generateKeyPairSync('ed25519');
}

/** The pair of a PKCS#8 private key; undefined unless it is one of the spec. */
export function readNative(spec: NativeSpec, pkcs8: Uint8Array): StoredPair | undefined {
  try {
    const key = nativePrivateKey(pkcs8);
    if (!isOfSpec(spec, key)) return undefined;
    if (isCurveSpec(spec)) return readCurve(spec, key);
    return isRsaSpec(spec) && !isSound(key) ? undefined : storedNative(key, createPublicKey(key));
  } catch {
    return undefined;
  }
}

/** OpenSSL reads RSA parts that don't belong together: a signature shows whether they do. */
function isSound(key: KeyObject): boolean {
  const message = Buffer.from('pairwise test');
  return verify('sha256', message, createPublicKey(key), sign('sha256', message, key));
}

/**
 * The same private key written one way, whatever optional parts it came with. A public point beside it that is not its
 * own is refused: it would let a forger choose what verifies.
 */
function readCurve(spec: CurveSpec, key: KeyObject): StoredPair | undefined {
  const jwk = key.export({ format: 'jwk' });
  const pair = createECDH(CURVES[spec]);
  pair.setPrivateKey(Buffer.from(jwk.d ?? '', 'base64url'));
  const coordinates = [jwk.x ?? '', jwk.y ?? ''].map((text) => Buffer.from(text, 'base64url'));
  if (!pair.getPublicKey().subarray(1).equals(Buffer.concat(coordinates))) return undefined;
  const canonical = createPrivateKey({ key: jwk, format: 'jwk' });
  return storedNative(canonical, createPublicKey(canonical));
}

function storedNative(privateKey: KeyObject, publicKey: KeyObject): StoredPair {
  return {
    secret: privateKey.export({ format: 'der', type: 'pkcs8' }),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
  };
}

export function nativePrivateKey(pkcs8: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
}

export function nativePublicKey(spki: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
}

export function isOfSpec(spec: NativeSpec, key: KeyObject): boolean {
  const details = key.asymmetricKeyDetails;
  if (isRsaSpec(spec)) {
    return key.asymmetricKeyType === 'rsa' && details?.modulusLength === MODULUS_BITS[spec];
  }
  if (isCurveSpec(spec)) {
    return key.asymmetricKeyType === 'ec' && details?.namedCurve === CURVES[spec];
  }
  return key.asymmetricKeyType === 'ed25519';
}
