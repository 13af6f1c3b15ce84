import type { Context } from '../../../contract/operation.ts';
import type { Tags } from '../../../core/tags.ts';
import { newId } from '../domain/ids.ts';
import { layerFor } from './block-copies.ts';
import { settleOrder } from './making.ts';
import { type EncryptionInput, keyIdFor, keyOfMade } from './new-keys.ts';
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

/**
 * Makes a volume for the caller. It is `creating` until its blocks are there, and goes if KMS refused its key. Call it before
 * anything else is written.
 */
export async function makeVolume(context: Context, wanted: WantedVolume): Promise<VolumeDocument> {
  const { unit, call } = context;
  const { source, settings, encryption } = wanted;
  const id = await context.once(() => newId('vol'));
  const key = await keyOfMade(context, id, await keyIdOf(context, encryption, source), source);
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
    state: 'creating',
    zone: wanted.zone,
    type: settings.type,
    ...(iops === undefined ? {} : { iops }),
    ...(throughput === undefined ? {} : { throughput }),
    multiAttach: settings.multiAttach,
    snapshotId: source?.id ?? '',
    attachments: [],
    autoEnableIO: false,
    ...(key.kind === 'refused'
      ? { failure: key.cause, key: { keyArn: key.keyId, wrapped: '', boundTo: id } }
      : {}),
    ...((key.kind === 'same' || key.kind === 'other') && key.key !== undefined
      ? { key: key.key }
      : {}),
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
