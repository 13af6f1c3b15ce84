import type {
  KeyMaterialState,
  KmsOperations,
  RotationsListEntry,
} from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { DAY_MS, MINUTE_MS } from '../../core/time.ts';
import {
  assertState,
  keyTarget,
  managedKey,
  managesKey,
  recordKey,
  type KeyTarget,
} from './authorization.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { newMaterial } from './domain/material.ts';
import { conflict, invalidState, limitExceeded, unsupported, wrongOrigin } from './errors.ts';
import { expirationModel, putKey, withPendingTurned } from './material-presence.ts';
import { assertNotReplica, changeRelated, pendingState } from './multi-region.ts';
import { pageOf, pageOfList } from './pages.ts';
import { sharedKeyKind } from './resources.ts';
import { orderRotationRecord, rotate } from './rotation-jobs.ts';
import { orderRotation, rotationJobId } from './rotation-order.ts';
import type { ImportedState, KeyDocument, MaterialEntry } from './state.ts';

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
    const key = await scheduledKey(context, input.KeyId);
    const periodDays = input.RotationPeriodInDays ?? PERIOD_DAYS_DEFAULT;
    const next = context.call.now + periodDays * DAY_MS;
    await setSchedule(context, key, { periodDays, next });
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
    const key = await scheduledKey(context, input.KeyId);
    await setSchedule(context, key, undefined);
    context.unit.cancel(rotationJobId(key.document));
    recordKey(context, key);
    return {};
  },
};

/** A key whose automatic rotation may be changed: its kind is judged before its state. */
async function scheduledKey(context: Context, keyId: string): Promise<KeyTarget> {
  const key = await managedKey(context, keyId);
  const { origin } = key.document;
  assertRotates(key);
  if (origin !== 'AWS_KMS') throw wrongOrigin(key.arn, origin);
  assertState(key, 'rotation');
  return key;
}

/** Related keys have one schedule. */
async function setSchedule(
  context: Context,
  key: KeyTarget,
  schedule: KeyDocument['rotation'],
): Promise<void> {
  const change = ({ rotation: _former, ...rest }: KeyDocument): KeyDocument =>
    schedule === undefined ? rest : { ...rest, rotation: schedule };
  putKey(key.view, change(key.document));
  await changeRelated(context.unit, key.document, context.call.now, change);
}

export const getKeyRotationStatus: OperationOf<KmsOperations, 'GetKeyRotationStatus'> = {
  name: 'GetKeyRotationStatus',
  access: 'read',
  authorize: managesKey('kms:GetKeyRotationStatus', undefined, sharedKeyKind),
  handle: async (input, context) => {
    const key = await keyTarget(context, sharedKeyKind, input.KeyId);
    const { rotation, deletion, origin, state, store } = key.document;
    if (state === 'PendingImport' || store !== undefined) throw wrongOrigin(key.arn, origin);
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
    const key = await managedKey(context, input.KeyId);
    assertRotates(key);
    assertState(key, 'rotation');
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
      throw conflict(
        'The request was rejected because an automatic rotation of this key is currently in ' +
          'progress or scheduled to begin within the next 20 minutes.',
      );
    }
    const rotated =
      document.origin === 'EXTERNAL'
        ? await turnPending(context, key)
        : await rotateGenerated(context, key);
    orderRotationRecord(context.unit, rotated, now);
    recordKey(context, key);
    return { KeyId: key.arn };
  },
};

async function rotateGenerated(context: Context, { document }: KeyTarget): Promise<KeyDocument> {
  const material = await context.once(() => newMaterial(document.id));
  return rotate(context.unit, document, material, { type: 'ON_DEMAND', now: context.call.now });
}

/** Imported material turns when it has arrived in every Region, so that all related keys read what one encrypts. */
async function turnPending(context: Context, key: KeyTarget): Promise<KeyDocument> {
  if ((await pendingState(context.unit, key.document)) !== 'PENDING_ROTATION') {
    throw invalidState(`No available key material pending rotation for the key: ${key.arn}.`);
  }
  const { now } = context.call;
  await changeRelated(context.unit, key.document, now, (one) => withPendingTurned(one, now));
  const turned = withPendingTurned(key.document, now);
  putKey(key.view, turned);
  return turned;
}

export const listKeyRotations: OperationOf<KmsOperations, 'ListKeyRotations'> = {
  name: 'ListKeyRotations',
  access: 'read',
  authorize: managesKey('kms:ListKeyRotations'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId);
    const { spec, store, origin } = key.document;
    if (spec !== SYMMETRIC) throw unsupported();
    if (store !== undefined) throw wrongOrigin(key.arn, origin);
    const isAll = input.IncludeKeyMaterial === 'ALL_KEY_MATERIAL';
    const about = `${key.document.id}/${isAll ? 'all' : 'rotations'}`;
    const page = pageOf(context.call, input, ROTATIONS_PER_PAGE, about);
    const listed = await listedMaterials(context.unit, key.document);
    const wanted = isAll ? listed : listed.filter(({ entry }) => entry.rotation !== undefined);
    const { items, last } = pageOfList(wanted, page);
    const Rotations = items.map((item) => ({ KeyId: key.arn, ...rotationEntry(item) }));
    return { Rotations, ...page.answer(last) };
  },
};

interface ListedMaterial {
  readonly entry: MaterialEntry;
  readonly state: KeyMaterialState;
}

/** All materials, oldest first; the one that waits for its rotation comes last. */
async function listedMaterials(unit: Unit, key: KeyDocument): Promise<readonly ListedMaterial[]> {
  const current = key.materials.at(-1);
  const listed: ListedMaterial[] = key.materials.map((entry) => ({
    entry,
    state: entry === current ? 'CURRENT' : 'NON_CURRENT',
  }));
  const state = await pendingState(unit, key);
  return key.pending === undefined || state === undefined
    ? listed
    : [...listed, { entry: key.pending, state }];
}

function rotationEntry({ entry, state }: ListedMaterial): RotationsListEntry {
  const { id, created, rotation, imported } = entry;
  return {
    KeyMaterialId: id,
    KeyMaterialState: state,
    ...(rotation === undefined ? {} : { RotationDate: new Date(created), RotationType: rotation }),
    ...(imported === undefined ? {} : importedEntry(imported)),
  };
}

function importedEntry({ isPresent, description, validTo }: ImportedState): RotationsListEntry {
  return {
    ImportState: isPresent ? 'IMPORTED' : 'PENDING_IMPORT',
    ...(description === undefined ? {} : { KeyMaterialDescription: description }),
    ...(isPresent ? { ExpirationModel: expirationModel(validTo) } : {}),
    ...(validTo === undefined ? {} : { ValidTo: new Date(validTo) }),
  };
}

/** Only symmetric keys rotate, and of related ones only the primary is told to. */
function assertRotates(key: KeyTarget): void {
  const { spec, manager, store, origin } = key.document;
  if (spec !== SYMMETRIC || manager === 'AWS') throw unsupported();
  if (store !== undefined) throw wrongOrigin(key.arn, origin);
  assertNotReplica(key.document);
}
