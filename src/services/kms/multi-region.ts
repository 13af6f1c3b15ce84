import type { KeyMaterialState } from '../../../models/kms/types.ts';
import type { JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { unsupported } from './errors.ts';
import { keyIdOf } from './job-payload.ts';
import { putKey } from './material-presence.ts';
import { keyArn } from './resources.ts';
import { keys, type KeyDocument } from './state.ts';

/**
 * Related multi-Region keys: one id and one set of materials in several Regions. Each Region has a document and sealed
 * copies of its own, so that nothing but the changes here looks across. A change of what they share is one unit of
 * work over all of them.
 */
const RECORD_SYNCHRONIZATION = 'kms.recordSynchronization';

export function isReplica(key: KeyDocument): boolean {
  return key.multiRegion?.type === 'REPLICA';
}

/** Refuses what only a key that may have replicas permits. */
export function assertPrimary(key: KeyDocument): NonNullable<KeyDocument['multiRegion']> {
  if (key.multiRegion?.type === 'PRIMARY') return key.multiRegion;
  throw unsupported(`${keyArn(key.scope, key.id)} is not a multi-region primary key.`);
}

/** Refuses a change that replicas get from their primary. Single-Region keys pass. */
export function assertNotReplica(key: KeyDocument): void {
  if (isReplica(key)) assertPrimary(key);
}

/** The key's siblings in other Regions, in no particular order. */
export async function relatedKeys(unit: Unit, key: KeyDocument): Promise<readonly KeyDocument[]> {
  if (key.multiRegion === undefined) return [];
  const { primaryRegion, replicaRegions } = key.multiRegion;
  const regions = [primaryRegion, ...replicaRegions].filter((name) => name !== key.scope.region);
  const found: KeyDocument[] = [];
  for (const region of regions) {
    const sibling = await unit.view({ ...key.scope, region }).get(keys, key.id);
    if (sibling !== undefined) found.push(sibling);
  }
  return found;
}

/** Makes a change of the shared properties to every sibling, and notes that the keys were synchronized. */
export async function changeRelated(
  unit: Unit,
  key: KeyDocument,
  now: Instant,
  change: (sibling: KeyDocument) => KeyDocument,
): Promise<void> {
  const siblings = await relatedKeys(unit, key);
  for (const sibling of siblings) putKey(unit.view(sibling.scope), change(sibling));
  if (siblings.length > 0) orderSynchronizationRecord(unit, key, now);
}

/** Where the material stands that waits for its rotation; undefined when none does. */
export async function pendingState(
  unit: Unit,
  key: KeyDocument,
): Promise<KeyMaterialState | undefined> {
  if (key.pending === undefined) return undefined;
  const everywhere = [key, ...(await relatedKeys(unit, key))];
  const hasArrived = everywhere.every(({ pending }) => pending?.imported?.isPresent === true);
  if (hasArrived) return 'PENDING_ROTATION';
  return key.multiRegion === undefined
    ? 'PENDING_ROTATION'
    : 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';
}

export function orderSynchronizationRecord(unit: Unit, key: KeyDocument, now: Instant): void {
  const { account } = key.scope;
  const region = key.multiRegion?.primaryRegion ?? key.scope.region;
  const scope: Scope = { account, region };
  unit.order({
    id: `${RECORD_SYNCHRONIZATION}/${account}/${region}/${key.id}`,
    kind: RECORD_SYNCHRONIZATION,
    scope,
    due: now,
    payload: JSON.stringify({ keyId: key.id }),
  });
}

/** Writes what AWS records, in the primary's Region, each time it has brought replicas up to date. */
export const recordSynchronization: JobKind = {
  kind: RECORD_SYNCHRONIZATION,
  run: (payload, context) => {
    const arn = keyArn(context.scope, keyIdOf(payload));
    context.serviceEvent({
      name: 'SynchronizeMultiRegionKey',
      resources: [{ type: 'AWS::KMS::Key', arn }],
      response: { keyId: arn },
    });
    return Promise.resolve();
  },
};
