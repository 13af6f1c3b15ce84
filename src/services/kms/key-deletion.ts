import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { TrailReader } from '../../contract/trail.ts';
import { managedKey, managesKey, recordKey } from './authorization.ts';
import { beginCountdown, deletionJobId } from './deletion-job.ts';
import { validation } from './errors.ts';
import { putKey, settled } from './material-presence.ts';
import { addTrailingDays } from './key-usage.ts';
import { rotationJobId } from './rotation-order.ts';
import { keys, type KeyDocument } from './state.ts';

const WINDOW_DAYS_MIN = 7;
const WINDOW_DAYS_MAX = 30;

export function createScheduleKeyDeletion(
  trail: TrailReader,
): OperationOf<KmsOperations, 'ScheduleKeyDeletion'> {
  return {
    name: 'ScheduleKeyDeletion',
    access: 'write',
    authorize: managesKey('kms:ScheduleKeyDeletion', async (conditions, input, key, context) => {
      const days = input.PendingWindowInDays ?? WINDOW_DAYS_MAX;
      conditions.set('kms:schedulekeydeletionpendingwindowindays', [String(days)]);
      await addTrailingDays(conditions, trail, key, context);
    }),
    handle: async (input, context) => {
      const windowDays = input.PendingWindowInDays ?? WINDOW_DAYS_MAX;
      if (windowDays < WINDOW_DAYS_MIN || windowDays > WINDOW_DAYS_MAX) {
        throw validation('PendingWindowInDays must be between 7 and 30');
      }
      const key = await managedKey(context, input.KeyId, 'scheduleDeletion');
      const { document } = key;
      const answer = { KeyId: key.arn, PendingWindowInDays: windowDays };
      context.unit.cancel(rotationJobId(document));
      if (waitsForReplicas(document)) {
        const state = 'PendingReplicaDeletion';
        const deletion = { windowDays, scheduled: context.call.now };
        key.view.put(keys, document.id, { ...document, state, deletion });
        return { ...answer, KeyState: state };
      }
      const waiting = beginCountdown(context.unit, document, windowDays, context.call.now);
      putKey(key.view, waiting);
      const date = waiting.deletion?.date ?? context.call.now;
      return { ...answer, DeletionDate: new Date(date), KeyState: waiting.state };
    },
  };
}

export const cancelKeyDeletion: OperationOf<KmsOperations, 'CancelKeyDeletion'> = {
  name: 'CancelKeyDeletion',
  access: 'write',
  authorize: managesKey('kms:CancelKeyDeletion'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId, 'cancelDeletion');
    const { deletion: _ended, ...document } = key.document;
    putKey(key.view, settled({ ...document, state: 'Disabled' }));
    context.unit.cancel(deletionJobId(document));
    recordKey(context, key);
    return { KeyId: key.arn };
  },
};

/** The countdown of a multi-Region primary key begins when its last replica is gone. */
function waitsForReplicas(key: KeyDocument): boolean {
  return key.multiRegion?.type === 'PRIMARY' && key.multiRegion.replicaRegions.length > 0;
}
