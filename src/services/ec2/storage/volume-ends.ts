import type { JobContext } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import type { Instant } from '../../../core/time.ts';
import type { InstanceDocument } from '../instances/state.ts';
import { detach, retireHostGrant } from './attachments.ts';
import { abandonCopy } from './block-copies.ts';
import { leaveLayer } from './layers.ts';
import { tellOfVolume } from './notices.ts';
import { type VolumeDocument, volumes } from './state.ts';

/** Deletes a volume that nothing holds, and what nobody shares of its blocks. */
export async function dropVolume(
  unit: Unit,
  volume: VolumeDocument,
  now: Instant,
  requestId = '',
): Promise<void> {
  const { scope, id, layer } = volume;
  await abandonCopy(unit, scope, id, now);
  await leaveLayer(unit, layer, now);
  unit.view(scope).delete(volumes, id);
  tellOfVolume(unit, volume, now, { event: 'deleteVolume', result: 'deleted', requestId });
}

/**
 * Takes an instance's volumes from it when it ends, and deletes those that were to go with it. Call it before anything is
 * written.
 */
export async function releaseVolumes(
  context: Pick<JobContext, 'callService' | 'now' | 'unit'>,
  { id, scope, volumes: held }: Pick<InstanceDocument, 'id' | 'scope' | 'volumes'>,
): Promise<void> {
  const { unit, now } = context;
  const found: VolumeDocument[] = [];
  for (const { volumeId } of held) {
    const volume = await unit.view(scope).get(volumes, volumeId);
    if (volume !== undefined) found.push(volume);
  }
  for (const volume of found) await retireHostGrant(context, volume, id);
  for (const volume of found.map((one) => detach(unit, one, id))) {
    const goes = held.some((one) => one.volumeId === volume.id && one.deleteOnTermination);
    if (goes && volume.attachments.length === 0) await dropVolume(unit, volume, now);
  }
}
