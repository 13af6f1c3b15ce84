import { timingSafeEqual } from 'node:crypto';
import {
  derValue,
  objectId,
  privateKeyInfo,
  publicKeyInfo,
  readDer,
  readPrivateKeyInfo,
  readPublicKeyInfo,
} from './der.ts';
import type { MlDsaSpec, MlKemSpec } from './key-spec.ts';
import type { StoredPair } from './stored-pair.ts';

/**
 * Key pairs of FIPS 203 and 204. The private key of PKCS#8 is a choice (RFC 9881 and RFC 9935): the seed `[0]`, the
 * expanded key, or both. We store both where the seed is known, since expanding costs a third of a signature.
 */
export type LatticeSpec = MlDsaSpec | MlKemSpec;

/** What `@noble/post-quantum` offers of either kind. */
interface LatticeScheme {
  readonly lengths: { readonly seed?: number; readonly secretKey?: number };
  keygen(seed?: Uint8Array): { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array };
  getPublicKey(secretKey: Uint8Array): Uint8Array;
}

const SEED = 0x80;
const SEQUENCE = 0x30;
const OCTET_STRING = 0x04;

/** 2.16.840.1.101.3.4.3.17 to 19, and 2.16.840.1.101.3.4.4.1 to 3. */
const ALGORITHMS: Readonly<Record<LatticeSpec, Buffer>> = {
  ML_DSA_44: objectId('608648016503040311'),
  ML_DSA_65: objectId('608648016503040312'),
  ML_DSA_87: objectId('608648016503040313'),
  ML_KEM_512: objectId('608648016503040401'),
  ML_KEM_768: objectId('608648016503040402'),
  ML_KEM_1024: objectId('608648016503040403'),
};

export function isLatticeSpec(spec: string): spec is LatticeSpec {
  return Object.hasOwn(ALGORITHMS, spec);
}

/** The library is loaded when the first such key is used. */
export async function mlDsa(spec: MlDsaSpec) {
  const library = await import('@noble/post-quantum/ml-dsa.js');
  const schemes = {
    ML_DSA_44: library.ml_dsa44,
    ML_DSA_65: library.ml_dsa65,
    ML_DSA_87: library.ml_dsa87,
  };
  return schemes[spec];
}

export async function mlKem(spec: MlKemSpec) {
  const library = await import('@noble/post-quantum/ml-kem.js');
  const schemes = {
    ML_KEM_512: library.ml_kem512,
    ML_KEM_768: library.ml_kem768,
    ML_KEM_1024: library.ml_kem1024,
  };
  return schemes[spec];
}

function schemeOf(spec: LatticeSpec): Promise<LatticeScheme> {
  return isMlKemSpec(spec) ? mlKem(spec) : mlDsa(spec);
}

export function isMlKemSpec(spec: string): spec is MlKemSpec {
  return spec.startsWith('ML_KEM_') && isLatticeSpec(spec);
}

export async function generateLattice(
  spec: LatticeSpec,
  randomBytes: (count: number) => Uint8Array,
): Promise<StoredPair> {
  const scheme = await schemeOf(spec);
  return fromSeed(spec, scheme, randomBytes(scheme.lengths.seed ?? 0));
}

function fromSeed(spec: LatticeSpec, scheme: LatticeScheme, seed: Uint8Array): StoredPair {
  const { publicKey, secretKey } = scheme.keygen(seed);
  const both = derValue(SEQUENCE, derValue(OCTET_STRING, seed), derValue(OCTET_STRING, secretKey));
  return {
    secret: privateKeyInfo(ALGORITHMS[spec], both),
    publicKey: publicKeyInfo(ALGORITHMS[spec], publicKey),
  };
}

/** The pair of a PKCS#8 private key in any of the three forms; undefined unless it is one of the spec. */
export async function readLattice(
  spec: LatticeSpec,
  pkcs8: Uint8Array,
): Promise<StoredPair | undefined> {
  const parts = partsOf(spec, pkcs8);
  if (parts === undefined) return undefined;
  const { seed, expanded } = parts;
  const scheme = await schemeOf(spec);
  if (seed !== undefined) {
    if (seed.length !== scheme.lengths.seed) return undefined;
    const pair = fromSeed(spec, scheme, seed);
    const made = expandedPrivateKey(spec, pair.secret);
    return expanded === undefined || isSame(expanded, made) ? pair : undefined;
  }
  if (expanded === undefined || expanded.length !== scheme.lengths.secretKey) return undefined;
  return fromExpanded(spec, scheme, expanded);
}

function fromExpanded(
  spec: LatticeSpec,
  scheme: LatticeScheme,
  expanded: Uint8Array,
): StoredPair | undefined {
  try {
    const publicKey = scheme.getPublicKey(expanded);
    return {
      secret: privateKeyInfo(ALGORITHMS[spec], derValue(OCTET_STRING, expanded)),
      publicKey: publicKeyInfo(ALGORITHMS[spec], publicKey),
    };
  } catch {
    return undefined;
  }
}

/** A view of the expanded private key in what is stored. */
export function expandedPrivateKey(spec: LatticeSpec, stored: Uint8Array): Buffer {
  const expanded = partsOf(spec, stored)?.expanded;
  if (expanded === undefined) throw new Error(`a stored ${spec} key is malformed`);
  return expanded;
}

export function rawPublicKey(spec: LatticeSpec, publicKey: Uint8Array): Buffer {
  const raw = readPublicKeyInfo(ALGORITHMS[spec], publicKey);
  if (raw === undefined) throw new Error(`a stored ${spec} public key is malformed`);
  return raw;
}

/** The PKCS#8 form with nothing but the seed, as AWS gives out private keys of ML-KEM. */
export function seedForm(spec: LatticeSpec, stored: Uint8Array): Buffer {
  const seed = partsOf(spec, stored)?.seed;
  if (seed === undefined) throw new Error(`a generated ${spec} key has no seed`);
  return privateKeyInfo(ALGORITHMS[spec], derValue(SEED, seed));
}

interface Parts {
  readonly seed?: Buffer;
  readonly expanded?: Buffer;
}

function partsOf(spec: LatticeSpec, pkcs8: Uint8Array): Parts | undefined {
  const octets = readPrivateKeyInfo(ALGORITHMS[spec], pkcs8);
  const [choice, ...more] = octets === undefined ? [] : (readDer(octets) ?? []);
  if (choice === undefined || more.length > 0) return undefined;
  if (choice.tag === SEED) return { seed: choice.content };
  if (choice.tag === OCTET_STRING) return { expanded: choice.content };
  if (choice.tag !== SEQUENCE) return undefined;
  const [seed, expanded, ...rest] = readDer(choice.content) ?? [];
  const areOctets = seed?.tag === OCTET_STRING && expanded?.tag === OCTET_STRING;
  if (!areOctets || rest.length > 0) return undefined;
  return { seed: seed.content, expanded: expanded.content };
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
