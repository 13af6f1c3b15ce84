import type { Context } from '../../contract/operation.ts';
import type { KeyTarget } from './authorization.ts';
import { open, readEnvelope, seal } from './domain/ciphertext.ts';
import { readExternal } from './domain/external-ciphertext.ts';
import type { EncryptionContext } from './domain/encryption-context.ts';
import { usableMaterial, type UsableMaterial } from './domain/material.ts';
import { incorrectKey, invalidCiphertext } from './errors.ts';
import { materialOf, usedMaterialId } from './key-material.ts';
import { locators } from './state.ts';

/** What was encrypted or decrypted, and with which version of the key. */
export interface Sealed {
  readonly blob: Uint8Array;
  readonly materialId: string;
}

export interface Opened {
  readonly plaintext: Uint8Array;
  readonly materialId: string;
}

/** Encrypts with the key's current material. Errors: the key's state. */
export async function sealWith(
  key: KeyTarget,
  plaintext: Uint8Array,
  context: EncryptionContext | undefined,
): Promise<Sealed> {
  const materialId = usedMaterialId(key);
  const material = await symmetricMaterial(key, materialId);
  return { blob: seal(material.key, material.locator, plaintext, context), materialId };
}

/** Decrypts with the material that the ciphertext names, which must be the key's. */
export async function openWith(
  context: Context,
  key: KeyTarget,
  blob: Uint8Array,
  encryptionContext: EncryptionContext | undefined,
): Promise<Opened> {
  const envelope = readEnvelope(blob);
  if (envelope === undefined) throw readExternal(blob) ? incorrectKey() : invalidCiphertext();
  const locator = await context.view.get(locators, envelope.locator.toString('hex'));
  if (locator === undefined) throw invalidCiphertext();
  const isOfKey = locator.keyId === key.document.id && locator.scope.account === key.scope.account;
  if (!isOfKey) throw incorrectKey();
  const material = await symmetricMaterial(key, locator.materialId);
  const plaintext = open(material.key, envelope, encryptionContext);
  if (plaintext === undefined) throw invalidCiphertext();
  return { plaintext, materialId: locator.materialId };
}

async function symmetricMaterial(key: KeyTarget, materialId: string): Promise<UsableMaterial> {
  return usableMaterial(await materialOf(key, materialId));
}
