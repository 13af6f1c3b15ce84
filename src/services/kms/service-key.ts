import type { FindContext } from '../../contract/resource.ts';
import { uuid } from '../../core/ids.ts';
import { DAY_MS } from '../../core/time.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { materialIdOf, newMaterial } from './domain/material.ts';
import type { ServiceKey } from './domain/service-keys.ts';
import { orderRotation } from './rotation-order.ts';
import { aliases, keys, putMaterial, type KeyDocument } from './state.ts';

const ROTATION_DAYS = 365;

/**
 * Makes the account's key for a service, with its alias: the first who may use it finds it made. It rotates every
 * year, and its policy lets nobody manage it.
 */
export async function makeServiceKey(
  service: ServiceKey,
  { unit, scope, now }: FindContext,
): Promise<KeyDocument> {
  const view = unit.view(scope);
  const id = await unit.once(uuid);
  const material = await unit.once(() => newMaterial(id));
  const materialId = materialIdOf(material);
  putMaterial(view, scope, materialId, material);
  const next = now + ROTATION_DAYS * DAY_MS;
  const key: KeyDocument = {
    id,
    scope,
    created: now,
    description: service.description,
    spec: SYMMETRIC,
    usage: 'ENCRYPT_DECRYPT',
    origin: 'AWS_KMS',
    manager: 'AWS',
    state: 'Enabled',
    policy: { text: service.policy(scope) },
    tags: [],
    aliases: [service.alias],
    materials: [{ id: materialId, created: now }],
    rotation: { periodDays: ROTATION_DAYS, next },
  };
  view.put(keys, id, key);
  view.put(aliases, service.alias, {
    name: service.alias,
    targetKeyId: id,
    created: now,
    updated: now,
  });
  orderRotation(unit, key, next);
  return key;
}
