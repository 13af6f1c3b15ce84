import type { EncryptionAlgorithmSpec } from '../../../models/kms/types.ts';
import type { Context } from '../../contract/operation.ts';
import { assertState, type KeyTarget } from './authorization.ts';
import { open, readEnvelope, seal } from './domain/ciphertext.ts';
import type { EncryptionContext } from './domain/encryption-context.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { usableMaterial, type UsableMaterial } from './domain/material.ts';
import { incorrectKey, invalidCiphertext, invalidKeyUsage } from './errors.ts';
import { currentMaterialId, locators, materialDocumentId, materials } from './state.ts';

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
  const materialId = currentMaterialId(key.document);
  if (materialId === undefined) throw new Error(`key ${key.document.id} has no material`);
  const material = await materialOf(key, materialId);
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
  if (envelope === undefined) throw invalidCiphertext();
  const locator = await context.view.get(locators, envelope.locator.toString('hex'));
  if (locator === undefined) throw invalidCiphertext();
  const isOfKey = locator.keyId === key.document.id && locator.scope.account === key.scope.account;
  if (!isOfKey) throw incorrectKey();
  const material = await materialOf(key, locator.materialId);
  const plaintext = open(material.key, envelope, encryptionContext);
  if (plaintext === undefined) throw invalidCiphertext();
  return { plaintext, materialId: locator.materialId };
}

/** The key's state and usage permit symmetric cryptography with the algorithm, in that order. */
export function assertUsable(
  key: KeyTarget,
  operation: string,
  algorithm: EncryptionAlgorithmSpec = SYMMETRIC,
): void {
  assertState(key, 'crypto');
  const { usage, spec } = key.document;
  if (usage !== 'ENCRYPT_DECRYPT') {
    throw invalidKeyUsage(`${key.arn} key usage is ${usage} which is not valid for ${operation}.`);
  }
  if (algorithm !== spec) {
    throw invalidKeyUsage(`Algorithm ${algorithm} is incompatible with key spec ${spec}.`);
  }
}

async function materialOf(key: KeyTarget, materialId: string): Promise<UsableMaterial> {
  const id = materialDocumentId(key.document.id, materialId);
  const document = await key.view.get(materials, id);
  if (document === undefined) throw new Error(`material ${id} is missing`);
  return usableMaterial(document);
}
