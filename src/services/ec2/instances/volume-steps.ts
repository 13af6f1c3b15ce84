import type { JobContext } from '../../../contract/service.ts';
import { ServiceError } from '../../../core/errors.ts';
import { detach, hold, openOnHost } from '../storage/attachments.ts';
import { retireGrant } from '../storage/data-keys.ts';
import { type VolumeDocument, volumes } from '../storage/state.ts';
import { dropVolume } from '../storage/volumes.ts';
import type { HeldVolume, InstanceDocument } from './state.ts';

/** What came of the next volume: `none` is left, it `waits` for its blocks, or its key can't be used. */
export type Step =
  | { readonly outcome: 'done'; readonly instance: InstanceDocument }
  | { readonly outcome: 'none' | 'refused' | 'waits' };

/**
 * Opens the next of the volumes that an instance begins with, and attaches it when the instance is new. One in a unit.
 */
export async function openNext(context: JobContext, instance: InstanceDocument): Promise<Step> {
  const held = instance.volumes.find(
    ({ isAttaching, grant }) => isAttaching === true || grant !== undefined,
  );
  if (held === undefined) return { outcome: 'none' };
  const { unit, scope, now } = context;
  const volume = await unit.view(scope).get(volumes, held.volumeId);
  if (volume === undefined) return { outcome: 'refused' };
  if (volume.state === 'creating') return { outcome: 'waits' };
  try {
    if (held.grant !== undefined) await openOnHost(context, volume, instance.id, held.grant);
  } catch (error) {
    if (error instanceof ServiceError) return { outcome: 'refused' };
    throw error;
  }
  const { isAttaching, grant, ...open } = held;
  if (isAttaching === undefined) {
    await giveBack(context, volume, grant);
    return { outcome: 'done', instance: withHeld(instance, held, open) };
  }
  const { device, deleteOnTermination } = held;
  const attachment = { instanceId: instance.id, device, deleteOnTermination };
  hold(unit, volume, { ...attachment, attached: now, state: 'attached' }, grant);
  return { outcome: 'done', instance: withHeld(instance, held, { ...open, attached: now }) };
}

/** A grant that nobody needs any more, or that somebody revoked. */
async function giveBack(
  context: JobContext,
  { key, scope }: VolumeDocument,
  grant: HeldVolume['grant'],
): Promise<void> {
  if (key === undefined || grant === undefined) return;
  try {
    await retireGrant(context, { key, region: scope.region, grantId: grant.grantId });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

/** Takes the next volume from an instance that is terminated, and deletes it where it was to go with it. */
export async function releaseNext(context: JobContext, instance: InstanceDocument): Promise<Step> {
  const [held] = instance.volumes;
  if (held === undefined) return { outcome: 'none' };
  const { unit, scope } = context;
  const volume = await unit.view(scope).get(volumes, held.volumeId);
  if (volume !== undefined) {
    await giveBack(context, volume, held.grant);
    const detached = await detach(context, volume, instance.id);
    if (held.deleteOnTermination) await dropVolume(context, detached);
  }
  return { outcome: 'done', instance: withHeld(instance, held, undefined) };
}

function withHeld(
  instance: InstanceDocument,
  old: HeldVolume,
  now: HeldVolume | undefined,
): InstanceDocument {
  const changed = instance.volumes.flatMap((one) => (one === old ? (now ?? []) : one));
  return { ...instance, volumes: changed };
}
