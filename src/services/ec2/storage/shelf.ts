import type { Blobs } from '../../../contract/blobs.ts';
import type { Context } from '../../../contract/operation.ts';
import type { UnitJob } from '../../../contract/service.ts';
import type { JobOrder } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import { newId } from '../domain/ids.ts';
import { madeOnce } from '../idempotency.ts';
import { withTags } from '../tagging.ts';
import { readBlock, writeBlock } from './block-content.ts';
import { newDataKey, openDataKey, rebindDataKey, type WrappedKey } from './data-keys.ts';
import { layersFull, snapshotNotFound } from './errors.ts';
import {
  blockAt,
  blocksFrom,
  closeLayer,
  heightOf,
  lastWritten,
  layerOf,
  LAYERS_MAX,
  newLayer,
  ownBlocks,
  putBlock,
} from './layers.ts';
import { settleOrder } from './making.ts';
import { keyIdFor } from './new-keys.ts';
import { placeOf, putSnapshot, usableSnapshotKind } from './nouns.ts';
import type { SnapshotShelf, WantedSnapshot } from './port.ts';
import { type SnapshotDocument, snapshots } from './state.ts';

const EXPIRE = 'ec2.expireSnapshot';

/** What stands for the volume of a snapshot that has none. */
export const NO_VOLUME = 'vol-ffffffff';

export function createSnapshotShelf(blobs: Blobs): SnapshotShelf {
  return {
    kind: usableSnapshotKind,
    exists: async (unit, id, region) => (await placeOf(unit, id))?.scope.region === region,
    defaultKeyId: (view, isAsked) => keyIdFor({ view }, { Encrypted: isAsked }, false),
    tagsOf: (given) => withTags({}, given),
    start: async (context, input, wanted) => {
      const [id = ''] = await madeOnce(context, input, async () => [
        await start(context, await wanted()),
      ]);
      const made = await context.view.get(snapshots, id);
      if (made === undefined) throw snapshotNotFound(id);
      return made;
    },
    openKey: (context, { key, scope }) => openDataKey(context, scope.region, key),
    write: ({ layer }, key, index, bytes) => writeBlock(blobs, layer.scope, key, index, bytes),
    place: (unit, { layer }, index, block) => putBlock(blobs, unit, layer, index, block),
    at: (unit, { layer }, index) => blockAt(unit, layer, index),
    read: (block, key) => readBlock(blobs, block, key),
    list: (unit, { layer }, first) => blocksFrom(unit, layer, first),
    listOwn: (unit, { layer }) => ownBlocks(unit, layer),
    seal: async ({ unit, call }, snapshot) => {
      const { scope, id, written } = snapshot;
      if (written !== undefined) {
        putSnapshot(unit, { ...snapshot, written: { ...written, isSealed: true } });
      }
      await closeLayer(unit, snapshot.layer, call.now);
      unit.cancel(expireOrder(scope, id, call.now).id);
      unit.order(settleOrder(scope, id, call.now));
    },
  };
}

async function start(context: Context, wanted: WantedSnapshot): Promise<string> {
  const { unit, call } = context;
  const { parent, sizeGiB, description, tags, timeoutMs } = wanted;
  const scope = { account: call.scope.account, region: call.scope.region };
  const below = parent === undefined ? undefined : await layerOf(unit, parent.layer);
  if (below !== undefined && (await heightOf(unit, below)) === LAYERS_MAX) {
    throw layersFull(LAYERS_MAX);
  }
  const id = await context.once(() => newId('snap'));
  const key = await keyOf(context, id, wanted);
  const snapshot: SnapshotDocument = {
    id,
    scope,
    tags,
    created: call.now,
    sizeGiB,
    layer: await newLayer(unit, scope, true, below),
    lineage: parent?.lineage ?? id,
    ...(key === undefined ? {} : { key }),
    state: 'pending',
    progress: 0,
    description,
    volumeId: NO_VOLUME,
    accounts: [],
    isPublic: false,
    written: {
      timeoutMs,
      isSealed: false,
      ...(parent === undefined ? {} : { parentId: parent.id }),
    },
  };
  putSnapshot(unit, snapshot);
  unit.order(expireOrder(scope, id, call.now + timeoutMs));
  return id;
}

/** A child's blocks are under its parent's data key: it shares what it does not change. */
async function keyOf(
  context: Context,
  id: string,
  { parent, keyId }: WantedSnapshot,
): Promise<WrappedKey | undefined> {
  const { region } = context.call.scope;
  if (parent?.key !== undefined) return rebindDataKey(context, region, parent.key, id);
  return keyId === undefined ? undefined : newDataKey(context, region, keyId, id);
}

function expireOrder(scope: Scope, id: string, due: Instant): JobOrder {
  const { account, region } = scope;
  const payload = JSON.stringify({ id });
  return { id: `${EXPIRE}/${account}/${region}/${id}`, kind: EXPIRE, scope, due, payload };
}

/** Gives up a snapshot that nothing was written to for as long as its client said. */
export const expireJob: UnitJob = {
  kind: EXPIRE,
  run: async (payload, { unit, scope, now }) => {
    const { id }: { readonly id: string } = JSON.parse(payload);
    const snapshot = await unit.view(scope).get(snapshots, id);
    const { written } = snapshot ?? {};
    if (snapshot?.state !== 'pending' || written === undefined || written.isSealed) return;
    const last = (await lastWritten(unit, snapshot.layer)) ?? snapshot.created;
    const due = last + written.timeoutMs;
    if (due > now) unit.order(expireOrder(scope, id, due));
    else {
      await closeLayer(unit, snapshot.layer, now);
      putSnapshot(unit, { ...snapshot, state: 'error', message: 'The snapshot timed out.' });
    }
  },
};
