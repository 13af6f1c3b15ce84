import { createHmac, randomBytes } from 'node:crypto';
import { derivationKey, type DerivationKey, LOCATOR_BYTES } from './ciphertext.ts';

/** The secret of one version of a key, as it is stored sealed. */
export interface MaterialDocument {
  readonly keyId: string;
  /** 32 random bytes, base64. */
  readonly bytes: string;
  /** The handle in the head of every ciphertext of this material: 64 hexadecimal digits. */
  readonly locator: string;
}

/** A material ready to be used. */
export interface UsableMaterial {
  readonly key: DerivationKey;
  readonly locator: Buffer;
}

const MATERIAL_BYTES = 32;
const ID_LABEL = 'holdfast kms material id 1';

export function newMaterial(keyId: string): MaterialDocument {
  return {
    keyId,
    bytes: randomBytes(MATERIAL_BYTES).toString('base64'),
    locator: randomBytes(LOCATOR_BYTES).toString('hex'),
  };
}

/** 64 hexadecimal digits that follow from the key's id and the material, so an import again is recognized. */
export function materialIdOf(material: MaterialDocument): string {
  return createHmac('sha256', Buffer.from(material.bytes, 'base64'))
    .update(ID_LABEL)
    .update(material.keyId)
    .digest('hex');
}

const usable = new WeakMap<MaterialDocument, UsableMaterial>();

/** The material ready to be used, kept as long as the frozen document itself. */
export function usableMaterial(material: MaterialDocument): UsableMaterial {
  const known = usable.get(material);
  if (known !== undefined) return known;
  const made = {
    key: derivationKey(Buffer.from(material.bytes, 'base64')),
    locator: Buffer.from(material.locator, 'hex'),
  };
  usable.set(material, made);
  return made;
}
