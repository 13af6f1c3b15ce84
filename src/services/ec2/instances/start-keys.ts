import type { Context } from '../../../contract/operation.ts';
import { ServiceError } from '../../../core/errors.ts';
import { letHostOpen } from '../storage/attachments.ts';
import { type VolumeDocument, volumes } from '../storage/state.ts';
import type { HeldVolume, InstanceDocument } from './state.ts';
import { CLIENT_ERROR } from './transitions.ts';

type Opening = Partial<Pick<InstanceDocument, 'launchFault' | 'volumes'>>;

/**
 * Whoever starts instances lets their hosts open the keys of their volumes. When KMS refuses one, none is opened, and all
 * of the request's instances fail.
 */
export async function openingOf(
  context: Context,
  starting: readonly InstanceDocument[],
): Promise<(instance: InstanceDocument) => Opening> {
  const opened = new Map<string, readonly HeldVolume[]>();
  const takeBack = context.unit.savepoint();
  for (const instance of starting) {
    const held: HeldVolume[] = [];
    for (const one of instance.volumes) {
      const volume = await context.view.get(volumes, one.volumeId);
      const grant = volume && (await letOpen(context, volume, instance.id));
      if (grant === 'refused') {
        takeBack();
        return () => ({ launchFault: CLIENT_ERROR });
      }
      held.push(grant === undefined ? one : { ...one, grant });
    }
    opened.set(instance.id, held);
  }
  return ({ id, volumes: all }) => ({ volumes: opened.get(id) ?? all });
}

/** The grant by which an instance's host opens a volume's key; undefined where the volume has none. */
export async function letOpen(context: Context, volume: VolumeDocument, instanceId: string) {
  try {
    return await letHostOpen(context, volume, instanceId);
  } catch (error) {
    if (error instanceof ServiceError) return 'refused' as const;
    throw error;
  }
}
