import type { JobContext, JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import { deleteGrantsOf } from './grant-state.ts';
import { keyIdOf } from './job-payload.ts';
import { keepLife } from './key-lives.ts';
import { keyUsages } from './key-usage.ts';
import { keyStores } from './key-store-state.ts';
import { changeRelated } from './multi-region.ts';
import type { StoreParts } from './outer-keys.ts';
import { keyArn } from './resources.ts';
import {
  aliases,
  importSecretId,
  keys,
  materialDocumentId,
  materials,
  type KeyDocument,
} from './state.ts';

const DELETE_KEY = 'kms.deleteKey';

export function deletionJobId(key: KeyDocument): string {
  return `${DELETE_KEY}/${key.scope.account}/${key.scope.region}/${key.id}`;
}

/** The key as it waits for its deletion, which is ordered. */
export function beginCountdown(
  unit: Unit,
  key: KeyDocument,
  windowDays: number,
  now: Instant,
): KeyDocument {
  const date = now + windowDays * DAY_MS;
  // A primary key that waited for its replicas was scheduled before.
  const scheduled = key.deletion?.scheduled ?? now;
  unit.order({
    id: deletionJobId(key),
    kind: DELETE_KEY,
    scope: key.scope,
    due: date,
    payload: JSON.stringify({ keyId: key.id }),
  });
  return { ...key, state: 'PendingDeletion', deletion: { windowDays, date, scheduled } };
}

/**
 * Deletes a key whose waiting period is over: its secrets, its aliases, its grants, the key. The locators of its ciphertexts stay,
 * so that whoever decrypts one is told what AWS tells.
 */
export function createDeleteKey(stores: StoreParts): JobKind {
  return {
    kind: DELETE_KEY,
    run: async (payload, context) => {
      const id = keyIdOf(payload);
      const view = context.unit.view(context.scope);
      const key = await view.get(keys, id);
      if (key === undefined || !isDue(key, context)) return;
      await leaveRelated(context, key);
      await leaveStore(stores, context, key);
      for (const { id: materialId } of [...key.materials, ...(key.pending ? [key.pending] : [])]) {
        view.delete(materials, materialDocumentId(id, materialId));
      }
      view.delete(materials, importSecretId(id));
      view.delete(keyUsages, id);
      for (const alias of key.aliases) view.delete(aliases, alias);
      await deleteGrantsOf(view, id);
      view.delete(keys, id);
      keepLife(view, key);
      context.serviceEvent({
        name: 'DeleteKey',
        resources: [{ type: 'AWS::KMS::Key', arn: keyArn(key.scope, id) }],
        details: { keyId: id },
      });
      context.unit.emit(
        awsEvent(key.scope, context.now, {
          source: 'aws.kms',
          detailType: 'KMS CMK Deletion',
          resources: [keyArn(key.scope, id)],
          detail: { 'key-id': id },
        }),
      );
    },
  };
}

/** A module that can't be told keeps its key, which opens nothing alone. */
async function leaveStore(
  { hsms }: StoreParts,
  context: JobContext,
  key: KeyDocument,
): Promise<void> {
  if (key.store?.cluster === undefined) return;
  const store = await context.unit.view(context.scope).get(keyStores, key.store.id);
  if (store?.type !== 'AWS_CLOUDHSM') return;
  await context.unit.once(() => hsms.destroy(store.hsm, key.id));
}

/** Related keys no longer list a deleted replica; the last one's end begins a waiting primary's countdown. */
async function leaveRelated(context: JobContext, key: KeyDocument): Promise<void> {
  await changeRelated(context.unit, key, context.now, (sibling) => {
    const { multiRegion, deletion } = sibling;
    if (multiRegion === undefined) return sibling;
    const replicaRegions = multiRegion.replicaRegions.filter((name) => name !== key.scope.region);
    const left = { ...sibling, multiRegion: { ...multiRegion, replicaRegions } };
    const isWaiting = left.state === 'PendingReplicaDeletion' && replicaRegions.length === 0;
    if (!isWaiting || deletion === undefined) return left;
    return beginCountdown(context.unit, left, deletion.windowDays, context.now);
  });
}

function isDue(key: KeyDocument, context: JobContext): boolean {
  const date = key.deletion?.date;
  return key.state === 'PendingDeletion' && date !== undefined && date <= context.now;
}
