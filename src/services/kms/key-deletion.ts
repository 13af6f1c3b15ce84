import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { DAY_MS } from '../../core/time.ts';
import { managedKey, managesKey, recordKey } from './authorization.ts';
import { deletionJobId, DELETE_KEY } from './deletion-job.ts';
import { validation } from './errors.ts';
import { rotationJobId } from './rotation-jobs.ts';
import { keys, type KeyDocument } from './state.ts';

const WINDOW_DAYS_MIN = 7;
const WINDOW_DAYS_MAX = 30;

export const scheduleKeyDeletion: OperationOf<KmsOperations, 'ScheduleKeyDeletion'> = {
  name: 'ScheduleKeyDeletion',
  access: 'write',
  authorize: managesKey('kms:ScheduleKeyDeletion', (conditions, input) => {
    const days = input.PendingWindowInDays ?? WINDOW_DAYS_MAX;
    conditions.set('kms:schedulekeydeletionpendingwindowindays', [String(days)]);
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
      key.view.put(keys, document.id, { ...document, state, deletion: { windowDays } });
      return { ...answer, KeyState: state };
    }
    const state = 'PendingDeletion';
    const date = context.call.now + windowDays * DAY_MS;
    key.view.put(keys, document.id, { ...document, state, deletion: { windowDays, date } });
    context.unit.order({
      id: deletionJobId(document),
      kind: DELETE_KEY,
      scope: document.scope,
      due: date,
      payload: JSON.stringify({ keyId: document.id }),
    });
    return { ...answer, DeletionDate: new Date(date), KeyState: state };
  },
};

export const cancelKeyDeletion: OperationOf<KmsOperations, 'CancelKeyDeletion'> = {
  name: 'CancelKeyDeletion',
  access: 'write',
  authorize: managesKey('kms:CancelKeyDeletion'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId, 'cancelDeletion');
    const { deletion: _ended, ...document } = key.document;
    key.view.put(keys, document.id, { ...document, state: 'Disabled' });
    context.unit.cancel(deletionJobId(document));
    recordKey(context, key);
    return { KeyId: key.arn };
  },
};

/** The countdown of a multi-Region primary key begins when its last replica is gone. */
function waitsForReplicas(key: KeyDocument): boolean {
  return key.multiRegion?.type === 'PRIMARY' && key.multiRegion.replicaRegions.length > 0;
}
