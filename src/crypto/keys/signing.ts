import { hash } from 'node:crypto';
import { signEd25519, signEd25519ph, verifyEd25519, verifyEd25519ph } from './edwards.ts';
import { signDigestEcdsa, signEcdsa, verifyDigestEcdsa, verifyEcdsa } from './elliptic.ts';
import { type KeyHandle, withDer } from './handle.ts';
import type { CurveSpec, MlDsaSpec, PairSpec, SigningAlgorithm } from './key-spec.ts';
import {
  expandedPrivateKey,
  isLatticeSpec,
  isMlKemSpec,
  mlDsa,
  rawPublicKey,
} from './lattice-keys.ts';
import { isCurveSpec } from './native-keys.ts';
import { type RsaHash, signPkcs1, signPss, verifyPkcs1, verifyPss } from './rsa.ts';
import { signSm2, verifySm2 } from './sm2.ts';

/** What is signed: a message, its digest, or the message representative μ of FIPS 204. */
export type MessageType = 'RAW' | 'DIGEST' | 'EXTERNAL_MU';

export interface Signed {
  readonly message: Uint8Array;
  readonly type: MessageType;
}

/** Everything about one signing algorithm. */
interface SigningRow {
  /** How long each accepted type of message is; `any` up to the API's limit. A type without an entry is refused. */
  readonly accepts: Readonly<Partial<Record<MessageType, number | 'any'>>>;
  readonly sign: (key: KeyHandle, signed: Signed) => Uint8Array | Promise<Uint8Array>;
  readonly verify: (
    key: KeyHandle,
    signed: Signed,
    signature: Uint8Array,
  ) => boolean | Promise<boolean>;
}

const MU_BYTES = 64;
const DIGEST_BYTES: Readonly<Record<RsaHash, number>> = { sha256: 32, sha384: 48, sha512: 64 };

function pkcs1(name: RsaHash): SigningRow {
  return {
    accepts: { RAW: 'any', DIGEST: DIGEST_BYTES[name] },
    sign: ({ key }, signed) => signPkcs1(key, name, digestOf(name, signed)),
    verify: ({ key }, signed, signature) =>
      verifyPkcs1(key, name, digestOf(name, signed), signature),
  };
}

function pss(name: RsaHash): SigningRow {
  return {
    accepts: { RAW: 'any', DIGEST: DIGEST_BYTES[name] },
    sign: ({ key }, signed) => signPss(key, name, digestOf(name, signed)),
    verify: ({ key }, signed, signature) => verifyPss(key, name, digestOf(name, signed), signature),
  };
}

function ecdsa(name: RsaHash): SigningRow {
  return {
    accepts: { RAW: 'any', DIGEST: DIGEST_BYTES[name] },
    sign: ({ spec, key }, { message, type }) =>
      type === 'RAW' ? signEcdsa(key, name, message) : signDigestEcdsa(curve(spec), key, message),
    verify: ({ spec, key }, { message, type }, signature) =>
      type === 'RAW'
        ? verifyEcdsa(key, name, message, signature)
        : verifyDigestEcdsa(curve(spec), key, message, signature),
  };
}

const ed25519: SigningRow = {
  accepts: { RAW: 'any' },
  sign: ({ key }, { message }) => signEd25519(key, message),
  verify: ({ key }, { message }, signature) => verifyEd25519(key, message, signature),
};

const ed25519ph: SigningRow = {
  accepts: { DIGEST: 64 },
  sign: ({ key }, { message }) => signEd25519ph(key, message),
  verify: ({ key }, { message }, signature) => verifyEd25519ph(key, message, signature),
};

/** Pure ML-DSA with an empty context, whether μ is made here or outside. */
const mldsa: SigningRow = {
  accepts: { RAW: 'any', EXTERNAL_MU: MU_BYTES },
  sign: async (handle, { message, type }) => {
    const spec = mlDsaSpec(handle.spec);
    const scheme = await mlDsa(spec);
    return withDer(handle, (der) => {
      const key = expandedPrivateKey(spec, der);
      return type === 'EXTERNAL_MU'
        ? scheme.internal.sign(message, key, { externalMu: true })
        : scheme.sign(message, key);
    });
  },
  verify: async (handle, { message, type }, signature) => {
    const spec = mlDsaSpec(handle.spec);
    const scheme = await mlDsa(spec);
    if (signature.length !== scheme.lengths.signature) return false;
    return withDer(handle, (der) => {
      const key = rawPublicKey(spec, der);
      return type === 'EXTERNAL_MU'
        ? scheme.internal.verify(signature, message, key, { externalMu: true })
        : scheme.verify(signature, message, key);
    });
  },
};

const sm2dsa: SigningRow = {
  accepts: { RAW: 'any', DIGEST: 32 },
  sign: (handle, { message, type }) =>
    withDer(handle, (der) => signSm2(der, message, type === 'DIGEST')),
  verify: (handle, { message, type }, signature) =>
    withDer(handle, (der) => verifySm2(der, message, signature, type === 'DIGEST')),
};

const SIGNING: Readonly<Record<SigningAlgorithm, SigningRow>> = {
  RSASSA_PKCS1_V1_5_SHA_256: pkcs1('sha256'),
  RSASSA_PKCS1_V1_5_SHA_384: pkcs1('sha384'),
  RSASSA_PKCS1_V1_5_SHA_512: pkcs1('sha512'),
  RSASSA_PSS_SHA_256: pss('sha256'),
  RSASSA_PSS_SHA_384: pss('sha384'),
  RSASSA_PSS_SHA_512: pss('sha512'),
  ECDSA_SHA_256: ecdsa('sha256'),
  ECDSA_SHA_384: ecdsa('sha384'),
  ECDSA_SHA_512: ecdsa('sha512'),
  ED25519_SHA_512: ed25519,
  ED25519_PH_SHA_512: ed25519ph,
  ML_DSA_SHAKE_256: mldsa,
  SM2DSA: sm2dsa,
};

/** Why a message can't be signed or verified by an algorithm. */
export type MessageFault = 'type' | 'length';

export function messageFault(
  algorithm: SigningAlgorithm,
  { message, type }: Signed,
): MessageFault | undefined {
  const length = SIGNING[algorithm].accepts[type];
  if (length === undefined) return 'type';
  return length === 'any' || length === message.length ? undefined : 'length';
}

/** `key` is a private half of a spec that offers the algorithm; the message has no fault. */
export async function signWith(
  algorithm: SigningAlgorithm,
  key: KeyHandle,
  signed: Signed,
): Promise<Uint8Array> {
  return SIGNING[algorithm].sign(key, signed);
}

/** `key` is a public half of a spec that offers the algorithm; the message has no fault. */
export async function verifyWith(
  algorithm: SigningAlgorithm,
  key: KeyHandle,
  signed: Signed,
  signature: Uint8Array,
): Promise<boolean> {
  return SIGNING[algorithm].verify(key, signed, signature);
}

function digestOf(name: RsaHash, { message, type }: Signed): Uint8Array {
  return type === 'DIGEST' ? message : hash(name, message, 'buffer');
}

function curve(spec: PairSpec): CurveSpec {
  if (isCurveSpec(spec)) return spec;
  throw new Error(`${spec} has no curve`);
}

function mlDsaSpec(spec: PairSpec): MlDsaSpec {
  if (isLatticeSpec(spec) && !isMlKemSpec(spec)) return spec;
  throw new Error(`${spec} does not sign by ML-DSA`);
}
