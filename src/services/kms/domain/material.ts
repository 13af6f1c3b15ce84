import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { type KeyHandle, privateHandle, publicHandle } from '../../../crypto/keys/handle.ts';
import type { KeySpecName, PairSpec } from '../../../crypto/keys/key-spec.ts';
import { isMacSpec, macKeyBytes, newMacKey } from '../../../crypto/keys/mac.ts';
import type { StoredPair } from '../../../crypto/keys/stored-pair.ts';
import type { KeyWork } from '../../../crypto/work/key-work.ts';
import { derivationKey, type DerivationKey, LOCATOR_BYTES } from './ciphertext.ts';

/** The secret of one version of a key, as it is stored sealed. */
export interface MaterialDocument {
  readonly keyId: string;
  /** Base64: 32 bytes of a symmetric key, an HMAC key, or the private key as PKCS#8 DER. */
  readonly bytes: string;
  /** Symmetric keys: the handle in the head of every ciphertext of this material, 64 hexadecimal digits. */
  readonly locator?: string;
  /** Key pairs: the public key as SubjectPublicKeyInfo DER, base64. */
  readonly publicKey?: string;
}

/** A material ready to be used. */
export interface UsableMaterial {
  readonly key: DerivationKey;
  readonly locator: Buffer;
}

const MATERIAL_BYTES = 32;
const ID_LABEL = 'holdfast kms material id 1';
const LOCATOR_LABEL = 'holdfast kms locator 1';

/** A symmetric key's. */
export function newMaterial(keyId: string): MaterialDocument {
  return {
    keyId,
    bytes: base64(randomBytes(MATERIAL_BYTES)),
    locator: randomBytes(LOCATOR_BYTES).toString('hex'),
  };
}

/** A new key's of any spec. Slow for key pairs: `work` makes them off the thread that answers. */
export async function newMaterialOf(
  work: KeyWork,
  keyId: string,
  spec: KeySpecName,
): Promise<MaterialDocument> {
  if (spec === 'SYMMETRIC_DEFAULT') return newMaterial(keyId);
  if (isMacSpec(spec)) return { keyId, bytes: base64(newMacKey(spec)) };
  return pairMaterial(keyId, await work.generate(spec));
}

/**
 * The material of a key made elsewhere: 32 bytes for a symmetric key, the key itself for HMAC, PKCS#8 DER for key
 * pairs. The same key gives the same material id, however its PKCS#8 was written. Undefined unless it is a sound key
 * of the spec.
 */
export async function materialFrom(
  work: KeyWork,
  keyId: string,
  spec: KeySpecName,
  bytes: Uint8Array,
): Promise<MaterialDocument | undefined> {
  if (spec === 'SYMMETRIC_DEFAULT') {
    return bytes.length === MATERIAL_BYTES ? importedSymmetric(keyId, bytes) : undefined;
  }
  if (isMacSpec(spec)) {
    return bytes.length === macKeyBytes(spec) ? { keyId, bytes: base64(bytes) } : undefined;
  }
  const pair = await work.read(spec, bytes);
  return pair === undefined ? undefined : pairMaterial(keyId, pair);
}

/**
 * The locator follows from the key's id and the material, so that ciphertexts find it again after it was deleted and
 * imported once more, in whatever Region.
 */
function importedSymmetric(keyId: string, bytes: Uint8Array): MaterialDocument {
  const locator = createHmac('sha256', bytes).update(LOCATOR_LABEL).update(keyId).digest('hex');
  return { keyId, bytes: base64(bytes), locator };
}

function pairMaterial(keyId: string, pair: StoredPair): MaterialDocument {
  return { keyId, bytes: base64(pair.secret), publicKey: base64(pair.publicKey) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** 64 hexadecimal digits that follow from the key's id and the material, so an import again is recognized. */
export function materialIdOf(material: MaterialDocument): string {
  return createHmac('sha256', Buffer.from(material.bytes, 'base64'))
    .update(ID_LABEL)
    .update(material.keyId)
    .digest('hex');
}

const usable = new WeakMap<MaterialDocument, UsableMaterial>();

/** A symmetric material ready to be used, kept as long as the frozen document itself. */
export function usableMaterial(material: MaterialDocument): UsableMaterial {
  const known = usable.get(material);
  if (known !== undefined) return known;
  if (material.locator === undefined) throw new Error('a symmetric material has no locator');
  const made = {
    key: derivationKey(Buffer.from(material.bytes, 'base64')),
    locator: Buffer.from(material.locator, 'hex'),
  };
  usable.set(material, made);
  return made;
}

/** Both halves of a key pair, ready to be used. */
export interface UsablePair {
  readonly privateKey: KeyHandle;
  readonly publicKey: KeyHandle;
}

const usablePairs = new WeakMap<MaterialDocument, UsablePair>();

/** A key pair ready to be used, kept as long as the frozen document itself. */
export function usablePair(spec: PairSpec, material: MaterialDocument): UsablePair {
  const known = usablePairs.get(material);
  if (known !== undefined) return known;
  const made = {
    privateKey: privateHandle(spec, Buffer.from(material.bytes, 'base64')),
    publicKey: publicHandle(spec, publicKeyOf(material)),
  };
  usablePairs.set(material, made);
  return made;
}

const usableMacKeys = new WeakMap<MaterialDocument, KeyObject>();

/** An HMAC key ready to be used, kept as long as the frozen document itself. */
export function usableMacKey(material: MaterialDocument): KeyObject {
  const known = usableMacKeys.get(material);
  if (known !== undefined) return known;
  const made = createSecretKey(material.bytes, 'base64');
  usableMacKeys.set(material, made);
  return made;
}

/** SubjectPublicKeyInfo, DER. */
export function publicKeyOf(material: MaterialDocument): Buffer {
  if (material.publicKey === undefined) throw new Error('a material has no public key');
  return Buffer.from(material.publicKey, 'base64');
}
