import { createECDH } from 'node:crypto';
import {
  derValue,
  objectId,
  privateKeyInfo,
  publicKeyInfo,
  readDer,
  readPrivateKeyInfo,
  readPublicKeyInfo,
} from './der.ts';
import type { StoredPair } from './stored-pair.ts';

/**
 * Key pairs on the SM2 curve (GB/T 32918). Node makes no key objects of them, so their parts are read here; OpenSSL's
 * curve arithmetic still does the work.
 */
const CURVE = 'SM2';
const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const PUBLIC_KEY = 0xa1;
export const SM2_SCALAR_BYTES = 32;
const POINT_BYTES = 1 + 2 * SM2_SCALAR_BYTES;
const UNCOMPRESSED = 0x04;

/** id-ecPublicKey with the named curve 1.2.156.10197.1.301. */
const ALGORITHM = Buffer.concat([objectId('2a8648ce3d0201'), objectId('2a811ccf5501822d')]);

export function generateSm2(): StoredPair {
  const pair = createECDH(CURVE);
  const point = pair.generateKeys();
  return stored(pair.getPrivateKey(), point);
}

/** The pair of a PKCS#8 private key; undefined unless it is one of SM2. */
export function readSm2(pkcs8: Uint8Array): StoredPair | undefined {
  try {
    const scalar = scalarOf(pkcs8);
    if (scalar?.length !== SM2_SCALAR_BYTES) return undefined;
    const pair = createECDH(CURVE);
    pair.setPrivateKey(scalar);
    return stored(scalar, pair.getPublicKey());
  } catch {
    return undefined;
  }
}

function stored(scalar: Uint8Array, point: Uint8Array): StoredPair {
  const padded = Buffer.alloc(SM2_SCALAR_BYTES);
  padded.set(scalar, SM2_SCALAR_BYTES - scalar.length);
  const bits = derValue(BIT_STRING, Buffer.of(0), point);
  const key = derValue(
    SEQUENCE,
    derValue(INTEGER, Buffer.of(1)),
    derValue(OCTET_STRING, padded),
    derValue(PUBLIC_KEY, bits),
  );
  return {
    secret: privateKeyInfo(ALGORITHM, key),
    publicKey: publicKeyInfo(ALGORITHM, point),
  };
}

/** A view of the private scalar in what is stored. */
export function sm2Scalar(secret: Uint8Array): Buffer {
  const scalar = scalarOf(secret);
  if (scalar === undefined) throw new Error('a stored SM2 key is malformed');
  return scalar;
}

function scalarOf(pkcs8: Uint8Array): Buffer | undefined {
  const octets = readPrivateKeyInfo(ALGORITHM, pkcs8);
  const [outer] = octets === undefined ? [] : (readDer(octets) ?? []);
  const [version, scalar] = outer?.tag === SEQUENCE ? (readDer(outer.content) ?? []) : [];
  if (version?.tag !== INTEGER || scalar?.tag !== OCTET_STRING) return undefined;
  return scalar.content;
}

/** The uncompressed point of a public key; undefined when it is none of SM2. Whether it is on the curve is not checked. */
export function sm2Point(publicKey: Uint8Array): Buffer | undefined {
  const point = readPublicKeyInfo(ALGORITHM, publicKey);
  return point?.length === POINT_BYTES && point[0] === UNCOMPRESSED ? point : undefined;
}

/** The X coordinate of the shared point; undefined when the peer's point is not on the curve. */
export function agreeSm2(secret: Uint8Array, peer: Uint8Array): Buffer | undefined {
  const point = sm2Point(peer);
  if (point === undefined) return undefined;
  const own = createECDH(CURVE);
  own.setPrivateKey(sm2Scalar(secret));
  try {
    return own.computeSecret(point);
  } catch {
    return undefined;
  }
}
