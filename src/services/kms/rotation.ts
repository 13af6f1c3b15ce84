import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { DAY_MS, MINUTE_MS } from '../../core/time.ts';
import { managedKey, managesKey, recordKey, type KeyTarget } from './authorization.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { newMaterial } from './domain/material.ts';
import { conflict, limitExceeded, unsupported } from './errors.ts';
import { pageOf, pageOfList } from './pages.ts';
import {
  orderRotation,
  orderRotationRecord,
  rotationJobId,
  withMaterial,
} from './rotation-jobs.ts';
import { keys } from './state.ts';

const PERIOD_DAYS_DEFAULT = 365;
const ON_DEMAND_MAX = 25;
const AUTOMATIC_NEAR_MS = 20 * MINUTE_MS;
const ROTATIONS_PER_PAGE = 100;

export const enableKeyRotation: OperationOf<KmsOperations, 'EnableKeyRotation'> = {
  name: 'EnableKeyRotation',
  access: 'write',
  authorize: managesKey('kms:EnableKeyRotation', (conditions, input) => {
    const days = input.RotationPeriodInDays ?? PERIOD_DAYS_DEFAULT;
    conditions.set('kms:rotationperiodindays', [String(days)]);
  }),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId, 'rotation');
    assertRotates(key);
    const periodDays = input.RotationPeriodInDays ?? PERIOD_DAYS_DEFAULT;
    const next = context.call.now + periodDays * DAY_MS;
    key.view.put(keys, key.document.id, { ...key.document, rotation: { periodDays, next } });
    orderRotation(context.unit, key.document, next);
    recordKey(context, key);
    return {};
  },
};

export const disableKeyRotation: OperationOf<KmsOperations, 'DisableKeyRotation'> = {
  name: 'DisableKeyRotation',
  access: 'write',
  authorize: managesKey('kms:DisableKeyRotation'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId, 'rotation');
    assertRotates(key);
    const { rotation: _ended, ...document } = key.document;
    key.view.put(keys, document.id, document);
    context.unit.cancel(rotationJobId(document));
    recordKey(context, key);
    return {};
  },
};

export const getKeyRotationStatus: OperationOf<KmsOperations, 'GetKeyRotationStatus'> = {
  name: 'GetKeyRotationStatus',
  access: 'read',
  authorize: managesKey('kms:GetKeyRotationStatus'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId);
    const { rotation, deletion } = key.document;
    // Rotation is suspended while a key waits for its deletion.
    if (rotation === undefined || deletion !== undefined) {
      return { KeyId: key.arn, KeyRotationEnabled: false };
    }
    return {
      KeyId: key.arn,
      KeyRotationEnabled: true,
      RotationPeriodInDays: rotation.periodDays,
      NextRotationDate: new Date(rotation.next),
    };
  },
};

/** Rotates at once; AWS takes a while. The service's own record follows, as there. */
export const rotateKeyOnDemand: OperationOf<KmsOperations, 'RotateKeyOnDemand'> = {
  name: 'RotateKeyOnDemand',
  access: 'write',
  authorize: managesKey('kms:RotateKeyOnDemand'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId, 'rotation');
    assertRotates(key);
    const { document } = key;
    const { now } = context.call;
    const used = document.materials.filter((material) => material.rotation === 'ON_DEMAND');
    if (used.length >= ON_DEMAND_MAX) {
      throw limitExceeded(
        'The on-demand rotations limit has been reached for the given keyId. ' +
          `No more on-demand rotations can be performed for this key: ${key.arn}`,
      );
    }
    if (document.rotation !== undefined && document.rotation.next - now < AUTOMATIC_NEAR_MS) {
      throw conflict(`Automatic rotation of ${key.arn} is in progress or about to begin.`);
    }
    const material = await context.once(() => newMaterial(document.id));
    const rotated = withMaterial(key.view, document, material, { type: 'ON_DEMAND', now });
    key.view.put(keys, rotated.id, rotated);
    orderRotationRecord(context.unit, rotated, now);
    recordKey(context, key);
    return { KeyId: key.arn };
  },
};

export const listKeyRotations: OperationOf<KmsOperations, 'ListKeyRotations'> = {
  name: 'ListKeyRotations',
  access: 'read',
  authorize: managesKey('kms:ListKeyRotations'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId);
    const { id, materials } = key.document;
    const isAll = input.IncludeKeyMaterial === 'ALL_KEY_MATERIAL';
    const about = `${id}/${isAll ? 'all' : 'rotations'}`;
    const page = pageOf(context.call, input, ROTATIONS_PER_PAGE, about);
    const wanted = isAll ? materials : materials.filter((entry) => entry.rotation !== undefined);
    const { items, last } = pageOfList(wanted, page);
    const Rotations = items.map((entry) => ({
      KeyId: key.arn,
      KeyMaterialId: entry.id,
      KeyMaterialState:
        entry === materials.at(-1) ? ('CURRENT' as const) : ('NON_CURRENT' as const),
      ...(entry.rotation === undefined
        ? {}
        : { RotationDate: new Date(entry.created), RotationType: entry.rotation }),
    }));
    return { Rotations, ...page.answer(last) };
  },
};

/** Only symmetric keys with material of our own making rotate, and of related keys only the primary. */
function assertRotates(key: KeyTarget): void {
  const { spec, origin, multiRegion } = key.document;
  if (spec !== SYMMETRIC) throw unsupported();
  if (origin !== 'AWS_KMS') {
    throw unsupported(`${key.arn} origin is ${origin} which is not valid for this operation.`);
  }
  if (multiRegion?.type === 'REPLICA') {
    throw unsupported(`${key.arn} is not a multi-region primary key.`);
  }
}
