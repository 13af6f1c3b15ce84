import type { JobContext, UnitJob } from '../../../contract/service.ts';
import type { JobOrder, Unit } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import { leaveLayer } from './layer-ends.ts';
import { eventArn, tellOfSnapshot, tellOfVolume } from './notices.ts';
import { putSnapshot } from './nouns.ts';
import { copies, type SnapshotDocument, snapshots, type VolumeDocument, volumes } from './state.ts';

const SETTLE = 'ec2.settleStorage';

/** A volume or a snapshot that is in the making. */
export type Made =
  | { readonly kind: 'volume'; readonly document: VolumeDocument }
  | { readonly kind: 'snapshot'; readonly document: SnapshotDocument };

type At = Pick<JobContext, 'unit' | 'now'>;

/** Undefined: it is made, or gone. */
export async function madeOf(unit: Unit, scope: Scope, id: string): Promise<Made | undefined> {
  const view = unit.view(scope);
  if (id.startsWith('vol-')) {
    const document = await view.get(volumes, id);
    return document?.state === 'creating' ? { kind: 'volume', document } : undefined;
  }
  const document = await view.get(snapshots, id);
  return document?.state === 'pending' ? { kind: 'snapshot', document } : undefined;
}

export function settleOrder(scope: Scope, id: string, due: Instant): JobOrder {
  const { account, region } = scope;
  const payload = JSON.stringify({ id });
  return { id: `${SETTLE}/${account}/${region}/${id}`, kind: SETTLE, scope, due, payload };
}

/** Ends the making of what needs no copy: it is there, or KMS refused its key. */
export const settleJob: UnitJob = {
  kind: SETTLE,
  run: async (payload, context) => {
    const { unit, scope } = context;
    const { id }: { readonly id: string } = JSON.parse(payload);
    const made = await madeOf(unit, scope, id);
    if (made === undefined || (await unit.view(scope).get(copies, id)) !== undefined) return;
    const { failure } = made.document;
    if (failure === undefined) await settle(context, made);
    else await failMaking(context, made, failure);
  },
};

/** It is there. */
export async function settle({ unit, now }: At, made: Made): Promise<void> {
  if (made.kind === 'volume') {
    const { document } = made;
    unit.view(document.scope).put(volumes, document.id, { ...document, state: 'available' });
    tellOfVolume(unit, document, now, { event: 'createVolume', result: 'available' });
    return;
  }
  const { document } = made;
  putSnapshot(unit, { ...document, state: 'completed', progress: 100, completed: now });
  tellOf(unit, document, now);
}

/** A volume that can't be made is gone; a snapshot stays, and says why. */
export async function failMaking({ unit, now }: At, made: Made, cause: string): Promise<void> {
  if (made.kind === 'volume') {
    const { document } = made;
    unit.view(document.scope).delete(volumes, document.id);
    await leaveLayer(unit, document.layer, now);
    tellOfVolume(unit, document, now, { event: 'createVolume', result: 'failed', cause });
    return;
  }
  const { document } = made;
  const message = 'Given key ID is not accessible';
  putSnapshot(unit, { ...document, state: 'error', message });
  tellOf(unit, document, now, message);
}

function tellOf(unit: Unit, snapshot: SnapshotDocument, now: Instant, cause?: string): void {
  const { scope, created: started, copyOf, volumeId } = snapshot;
  const outcome = {
    result: cause === undefined ? ('succeeded' as const) : ('failed' as const),
    ...(cause === undefined ? {} : { cause }),
    started,
    to: scope,
  };
  if (copyOf === undefined) {
    const volume = eventArn(scope.region, `volume/${volumeId}`);
    tellOfSnapshot(unit, snapshot, now, { event: 'createSnapshot', source: volume, ...outcome });
    return;
  }
  const { source, isIncremental } = copyOf;
  const more = { incremental: String(isIncremental), transferType: 'standard' };
  tellOfSnapshot(unit, snapshot, now, {
    event: 'copySnapshot',
    source,
    ...outcome,
    ...(cause === undefined ? { more } : {}),
  });
}
