import type { ExpirationModelType } from '../../../models/kms/types.ts';
import type { View } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import {
  keys,
  materialDocumentId,
  materials,
  type ImportedState,
  type KeyDocument,
  type MaterialEntry,
} from './state.ts';

/** Whether a material's secret is here: imported ones may have been deleted, or not have arrived yet. */
export function isPresent(entry: MaterialEntry): boolean {
  return entry.imported?.isPresent !== false;
}

/** A key can be used when every material that belongs to it for good is here. */
export function isComplete(key: KeyDocument): boolean {
  return key.materials.length > 0 && key.materials.every(isPresent);
}

/** The key in the state that its materials call for. A key that waits for its deletion goes on waiting. */
export function settled(key: KeyDocument): KeyDocument {
  const hasAll = isComplete(key);
  if (key.state === 'PendingImport' && hasAll) return { ...key, state: 'Enabled' };
  const isUsable = key.state === 'Enabled' || key.state === 'Disabled';
  return isUsable && !hasAll ? { ...key, state: 'PendingImport' } : key;
}

export function entryOf(key: KeyDocument, materialId: string): MaterialEntry | undefined {
  if (key.pending?.id === materialId) return key.pending;
  return key.materials.find((entry) => entry.id === materialId);
}

export function expirationModel(validTo: Instant | undefined): ExpirationModelType {
  return validTo === undefined ? 'KEY_MATERIAL_DOES_NOT_EXPIRE' : 'KEY_MATERIAL_EXPIRES';
}

/** The key with another account of one imported material. */
export function withImported(
  key: KeyDocument,
  materialId: string,
  imported: ImportedState,
): KeyDocument {
  const change = (entry: MaterialEntry): MaterialEntry =>
    entry.id === materialId ? { ...entry, imported } : entry;
  const { pending } = key;
  return {
    ...key,
    materials: key.materials.map(change),
    ...(pending === undefined ? {} : { pending: change(pending) }),
  };
}

export function withoutPending(key: KeyDocument): KeyDocument {
  const { pending: _dropped, ...rest } = key;
  return rest;
}

/** The imported material that waits becomes the one that encrypts. */
export function withPendingTurned(key: KeyDocument, now: Instant): KeyDocument {
  const { pending } = key;
  if (pending === undefined) return key;
  const turned: MaterialEntry = { ...pending, created: now, rotation: 'ON_DEMAND' };
  return settled({ ...withoutPending(key), materials: [...key.materials, turned] });
}

/** Deletes a material's secret and keeps the knowledge that it is the key's. */
export function dropSecret(view: View, key: KeyDocument, materialId: string): KeyDocument {
  view.delete(materials, materialDocumentId(key.id, materialId));
  const known = entryOf(key, materialId)?.imported;
  if (known === undefined) return key;
  const { validTo: _over, ...kept } = known;
  return settled(withImported(key, materialId, { ...kept, isPresent: false }));
}

export function putKey(view: View, key: KeyDocument): void {
  view.put(keys, key.id, key);
}
