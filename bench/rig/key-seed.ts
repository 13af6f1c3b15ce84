import { randomUUID } from 'node:crypto';
import type { Scope } from '../../src/core/scope.ts';
import { defaultKeyPolicy } from '../../src/services/kms/domain/key-policy.ts';
import { seal } from '../../src/services/kms/domain/ciphertext.ts';
import {
  materialIdOf,
  newMaterial,
  usableMaterial,
} from '../../src/services/kms/domain/material.ts';
import { keys, locators, materials, putMaterial } from '../../src/services/kms/state.ts';
import { openSeedStore } from './seed-store.ts';

/** Keys of one unit: large enough that the disk is not waited for, small enough for memory. */
const BATCH = 1_000;

/** A key that was made, with a ciphertext under it. */
export interface SeededKey {
  readonly id: string;
  /** Base64. */
  readonly ciphertext: string;
}

/**
 * Fills an empty data directory with keys through the store's own units, as CreateKey does but without HTTP. Returns a
 * sample of them, spread evenly.
 */
export async function seedKeys(
  directory: string,
  scope: Scope,
  count: number,
  sampleSize: number,
): Promise<readonly SeededKey[]> {
  const { store, close } = await openSeedStore(directory, [keys, materials, locators]);
  const sample: SeededKey[] = [];
  const every = Math.max(1, Math.floor(count / sampleSize));
  const now = Date.now();
  const policy = { text: defaultKeyPolicy(scope) };
  for (let done = 0; done < count; done += BATCH) {
    const batch = Math.min(BATCH, count - done);
    const made = Array.from({ length: batch }, () => newMaterial(randomUUID()));
    await store.run(async (unit) => {
      const view = unit.view(scope);
      for (const material of made) {
        const materialId = materialIdOf(material);
        putMaterial(view, scope, materialId, material);
        view.put(keys, material.keyId, {
          id: material.keyId,
          scope,
          created: now,
          description: '',
          spec: 'SYMMETRIC_DEFAULT',
          usage: 'ENCRYPT_DECRYPT',
          origin: 'AWS_KMS',
          manager: 'CUSTOMER',
          state: 'Enabled',
          policy,
          tags: [],
          aliases: [],
          materials: [{ id: materialId, created: now }],
        });
      }
    });
    for (const [n, material] of made.entries()) {
      if ((done + n) % every !== 0 || sample.length >= sampleSize) continue;
      const { key, locator } = usableMaterial(material);
      const ciphertext = Buffer.from(seal(key, locator, Buffer.alloc(64, 7), undefined));
      sample.push({ id: material.keyId, ciphertext: ciphertext.toString('base64') });
    }
  }
  await close();
  return sample;
}
