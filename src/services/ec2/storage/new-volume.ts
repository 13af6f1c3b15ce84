import type { Context } from '../../../contract/operation.ts';
import { ServiceError } from '../../../core/errors.ts';
import type { Tags } from '../../../core/tags.ts';
import { newId } from '../domain/ids.ts';
import { newAttachment, type NewAttachment, openOnHost } from './attachments.ts';
import { layerFor } from './block-copies.ts';
import type { OpeningGrant, WrappedKey } from './data-keys.ts';
import { settleOrder } from './making.ts';
import { type EncryptionInput, keyIdFor, keyOfMade, type NewKey } from './new-keys.ts';
import {
  type SnapshotDocument,
  type VolumeDocument,
  type VolumeSettings,
  volumes,
} from './state.ts';

export interface WantedVolume {
  readonly zone: string;
  readonly settings: VolumeSettings;
  readonly encryption: EncryptionInput;
  /** What it is made of; undefined: it is empty. */
  readonly source: SnapshotDocument | undefined;
  readonly tags: Tags;
}

/** A volume whose key KMS gave or refused, and of which nothing is written yet. */
export interface PreparedVolume {
  readonly id: string;
  readonly wanted: WantedVolume;
  readonly key: NewKey;
  /** By which the host of the instance that is to have it opened its data key. */
  readonly grant?: OpeningGrant;
}

/**
 * The key of a volume that is to be, for the caller; the host of `instanceId` opens it, if one is given. What KMS refuses is
 * told in the result and drops what was written before: prepare all volumes before anything is written.
 */
export async function prepareVolume(
  context: Context,
  wanted: WantedVolume,
  instanceId?: string,
): Promise<PreparedVolume> {
  const { source, encryption } = wanted;
  const id = await context.once(() => newId('vol'));
  const key = await keyOfMade(context, id, await keyIdOf(context, encryption, source), source);
  if (instanceId === undefined || !isWrapped(key)) return { id, wanted, key };
  try {
    const grant = await openOnHost(context, context.call.scope, key.key, instanceId);
    return { id, wanted, key, grant };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { id, wanted, key: { kind: 'refused', cause: error.message, keyId: key.key.keyArn } };
  }
}

function isWrapped(key: NewKey): key is NewKey & { readonly key: WrappedKey } {
  return (key.kind === 'same' || key.kind === 'other') && key.key !== undefined;
}

/**
 * Writes a volume that was prepared. It is `creating` until its blocks are there, and goes if KMS refused its key. One that is
 * attached is `in-use` at once, as the volumes are that instances are launched with.
 */
export async function placeVolume(
  context: Context,
  { id, wanted, key, grant }: PreparedVolume,
  attachment?: NewAttachment,
): Promise<VolumeDocument> {
  const { unit, call } = context;
  const { source, settings } = wanted;
  const scope = { account: call.scope.account, region: call.scope.region };
  const { iops, throughput } = settings;
  const volume: VolumeDocument = {
    id,
    scope,
    tags: wanted.tags,
    created: call.now,
    sizeGiB: settings.sizeGiB,
    layer: await layerFor(context, id, source?.layer, key),
    lineage: source?.lineage ?? id,
    state: attachment === undefined ? 'creating' : 'in-use',
    zone: wanted.zone,
    type: settings.type,
    ...(iops === undefined ? {} : { iops }),
    ...(throughput === undefined ? {} : { throughput }),
    multiAttach: settings.multiAttach,
    snapshotId: source?.id ?? '',
    attachments: attachment === undefined ? [] : [newAttachment(attachment, call.now, grant)],
    autoEnableIO: false,
    ...(key.kind === 'refused'
      ? { failure: key.cause, key: { keyArn: key.keyId, wrapped: '', boundTo: id } }
      : {}),
    ...(isWrapped(key) ? { key: key.key } : {}),
  };
  unit.view(scope).put(volumes, id, volume);
  if (key.kind !== 'other') unit.order(settleOrder(scope, id, call.now));
  return volume;
}

/** The account's own encrypted snapshots keep their key; those of others get the account's. */
async function keyIdOf(
  context: Context,
  encryption: EncryptionInput,
  source: SnapshotDocument | undefined,
): Promise<string | undefined> {
  const isOwn = source?.scope.account === context.call.scope.account;
  if (encryption.KmsKeyId === undefined && isOwn && source.key !== undefined) {
    return source.key.keyArn;
  }
  return keyIdFor(context, encryption, source?.key !== undefined);
}
