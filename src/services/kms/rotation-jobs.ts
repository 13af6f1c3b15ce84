import type { JobContext, JobKind } from '../../contract/service.ts';
import type { Unit, View } from '../../contract/view.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import { materialIdOf, newMaterial, type MaterialDocument } from './domain/material.ts';
import { keyIdOf, readPayload } from './job-payload.ts';
import { putKey } from './material-presence.ts';
import { changeRelated, isReplica } from './multi-region.ts';
import { keyArn } from './resources.ts';
import { orderRotation, ROTATE_KEY } from './rotation-order.ts';
import { currentMaterialId, keys, putMaterial, type KeyDocument } from './state.ts';

export const RECORD_ROTATION = 'kms.recordRotation';

interface Rotation {
  readonly type: 'AUTOMATIC' | 'ON_DEMAND';
  readonly now: Instant;
  /** The automatic schedule that follows. */
  readonly schedule?: KeyDocument['rotation'];
}

/** Gives the key, and its related ones, a new version that encrypts from now on; the old ones stay to decrypt. */
export async function rotate(
  unit: Unit,
  key: KeyDocument,
  material: MaterialDocument,
  rotation: Rotation,
): Promise<KeyDocument> {
  const change = (one: KeyDocument): KeyDocument =>
    withMaterial(unit.view(one.scope), one, material, rotation);
  await changeRelated(unit, key, rotation.now, change);
  const rotated = change(key);
  putKey(unit.view(key.scope), rotated);
  return rotated;
}

function withMaterial(
  view: View,
  key: KeyDocument,
  material: MaterialDocument,
  rotation: Rotation,
): KeyDocument {
  const id = materialIdOf(material);
  putMaterial(view, key.scope, id, material);
  const entry = { id, created: rotation.now, rotation: rotation.type };
  const { schedule } = rotation;
  return {
    ...key,
    materials: [...key.materials, entry],
    ...(schedule === undefined ? {} : { rotation: schedule }),
  };
}

/** Automatic rotation. A key that is not enabled is left as it is, and rotated when it is enabled again. */
export const rotateKey: JobKind = {
  kind: ROTATE_KEY,
  run: async (payload, context) => {
    const view = context.unit.view(context.scope);
    const key = await view.get(keys, keyIdOf(payload));
    if (key?.rotation === undefined || key.state !== 'Enabled' || isReplica(key)) return;
    if (key.rotation.next > context.now) return;
    const material = await context.unit.once(() => newMaterial(key.id));
    const { periodDays } = key.rotation;
    const next = nextTurn(key.rotation.next, periodDays, context.now);
    const rotated = await rotate(context.unit, key, material, {
      type: 'AUTOMATIC',
      now: context.now,
      schedule: { periodDays, next },
    });
    orderRotation(context.unit, key, next);
    recordRotation(context, rotated, currentMaterialId(key));
  },
};

/** Writes the record of a rotation on demand, which the service does by itself after it has answered. */
export const recordOnDemandRotation: JobKind = {
  kind: RECORD_ROTATION,
  run: async (payload, context) => {
    const key = await context.unit.view(context.scope).get(keys, keyIdOf(payload));
    const materialId = readPayload(payload)['materialId'];
    const at = key?.materials.findIndex((material) => material.id === materialId) ?? -1;
    if (key === undefined || at < 1) return;
    const upToIt = { ...key, materials: key.materials.slice(0, at + 1) };
    recordRotation(context, upToIt, key.materials[at - 1]?.id);
  },
};

export function orderRotationRecord(unit: Unit, key: KeyDocument, now: Instant): void {
  const materialId = currentMaterialId(key) ?? '';
  unit.order({
    id: `${RECORD_ROTATION}/${key.scope.account}/${key.scope.region}/${key.id}/${materialId}`,
    kind: RECORD_ROTATION,
    scope: key.scope,
    due: now,
    payload: JSON.stringify({ keyId: key.id, materialId }),
  });
}

/** The first turn after now, in step with the one that was due. */
function nextTurn(due: Instant, periodDays: number, now: Instant): Instant {
  const period = periodDays * DAY_MS;
  return due + (Math.floor((now - due) / period) + 1) * period;
}

function recordRotation(context: JobContext, key: KeyDocument, previous: string | undefined): void {
  context.serviceEvent({
    name: 'RotateKey',
    resources: [{ type: 'AWS::KMS::Key', arn: keyArn(key.scope, key.id) }],
    details: {
      rotationType: key.materials.at(-1)?.rotation ?? 'AUTOMATIC',
      keyOrigin: key.origin,
      previousKeyMaterialId: previous,
      currentKeyMaterialId: currentMaterialId(key),
      keyId: key.id,
    },
  });
  context.unit.emit(
    awsEvent(key.scope, context.now, {
      source: 'aws.kms',
      detailType: 'KMS CMK Rotation',
      resources: [keyArn(key.scope, key.id)],
      detail: {
        'key-id': key.id,
        'key-origin': key.origin,
        'rotation-type': key.materials.at(-1)?.rotation ?? 'AUTOMATIC',
        'previous-key-material-id': previous,
        'current-key-material-id': currentMaterialId(key),
      },
    }),
  );
}
