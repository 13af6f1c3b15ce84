import type { KeyObject } from 'node:crypto';
import type { PairSpec } from '../../crypto/keys/key-spec.ts';
import { isMacSpec } from '../../crypto/keys/mac.ts';
import type { KeyTarget } from './authorization.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import {
  type MaterialDocument,
  publicKeyOf,
  usableMacKey,
  usablePair,
  type UsablePair,
} from './domain/material.ts';
import { currentMaterialId, type KeyDocument, materialDocumentId, materials } from './state.ts';

/** One version of the key's material, which must be there. */
export async function materialOf(key: KeyTarget, materialId: string): Promise<MaterialDocument> {
  const id = materialDocumentId(key.document.id, materialId);
  const document = await key.view.get(materials, id);
  if (document === undefined) throw new Error(`material ${id} is missing`);
  return document;
}

/** The id of the material that is used now. A key whose state permits its use has one. */
export function usedMaterialId({ document }: KeyTarget): string {
  const materialId = currentMaterialId(document);
  if (materialId === undefined) throw new Error(`key ${document.id} has no material`);
  return materialId;
}

/** The halves of the key's pair, ready to be used. */
export async function pairOf(key: KeyTarget): Promise<UsablePair> {
  return usablePair(pairSpec(key.document), await usedMaterial(key));
}

/** SubjectPublicKeyInfo, DER. */
export async function publicKeyOfPair(key: KeyTarget): Promise<Uint8Array> {
  return publicKeyOf(await usedMaterial(key));
}

export async function macKeyOf(key: KeyTarget): Promise<KeyObject> {
  return usableMacKey(await usedMaterial(key));
}

function usedMaterial(key: KeyTarget): Promise<MaterialDocument> {
  return materialOf(key, usedMaterialId(key));
}

export function isPair({ spec }: KeyDocument): boolean {
  return spec !== SYMMETRIC && !isMacSpec(spec);
}

/** Throws for keys that are no pairs; a pair's algorithm was checked before. */
export function pairSpec({ id, spec }: KeyDocument): PairSpec {
  if (spec === SYMMETRIC || isMacSpec(spec)) throw new Error(`key ${id} is not a pair`);
  return spec;
}
