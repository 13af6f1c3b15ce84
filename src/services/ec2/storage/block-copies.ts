import type { BlobRef, Blobs } from '../../../contract/blobs.ts';
import type { Context } from '../../../contract/operation.ts';
import type { ActingJob, JobContext } from '../../../contract/service.ts';
import type { JobOrder, Unit } from '../../../contract/view.ts';
import { ServiceError } from '../../../core/errors.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import { type DataKey, readBlock, writeBlock } from './block-content.ts';
import {
  type EntrustedKey,
  type KeyCalls,
  openEntrusted,
  refusalIn,
  retireGrant,
} from './data-keys.ts';
import type { LayerRef } from './layer-state.ts';
import { leaveLayer } from './layer-ends.ts';
import { blocksFrom, type FoundBlock, newLayer, putBlock, useLayer } from './layers.ts';
import type { NewKey } from './new-keys.ts';
import { putSnapshot } from './nouns.ts';
import { BLOCKS_PER_GIB } from './port.ts';
import { failMaking, type Made, madeOf, settle } from './making.ts';
import { copies, type CopyDocument } from './state.ts';

const COPY = 'ec2.copyBlocks';
/** Blocks that one run encrypts anew: 16 MiB. */
const BATCH = 32;

/** Where the blocks of something made of `from` are. Blocks under another key are copied by a job. */
export async function layerFor(
  context: Context,
  id: string,
  from: LayerRef | undefined,
  key: NewKey,
): Promise<LayerRef> {
  const { unit, call } = context;
  if (from === undefined || key.kind === 'refused') return newLayer(unit, call.scope);
  if (key.kind !== 'other') return useLayer(unit, from);
  const layer = await newLayer(unit, call.scope);
  const copy: CopyDocument = {
    from: await useLayer(unit, from),
    next: 0,
    ...(key.from === undefined ? {} : { fromKey: key.from }),
    ...(key.to === undefined ? {} : { toKey: key.to }),
  };
  unit.view(call.scope).put(copies, id, copy);
  unit.order(copyOrder(call.scope, id, call.now));
  return layer;
}

function copyOrder(scope: Scope, id: string, due: Instant): JobOrder {
  const { account, region } = scope;
  return {
    id: `${COPY}/${account}/${region}/${id}`,
    kind: COPY,
    scope,
    due,
    payload: JSON.stringify({ id }),
  };
}

interface Batch {
  readonly scope: Scope;
  readonly from: DataKey;
  readonly to: DataKey;
  readonly blocks: readonly FoundBlock[];
}

interface Copied {
  readonly index: number;
  readonly blob: BlobRef;
  readonly checksum: string;
}

/** Reads blocks under one data key and writes them under another, a few in each run. */
export function createCopyJob(blobs: Blobs): ActingJob<Batch, readonly Copied[]> {
  return {
    kind: COPY,
    prepare: async (payload, context) => {
      const found = await workOf(context, payload);
      if (found === undefined) return undefined;
      const { copy, made } = found;
      let keys: Pick<Batch, 'from' | 'to'>;
      try {
        keys = {
          from: await openEntrusted(context, copy.fromKey),
          to: await openEntrusted(context, copy.toKey),
        };
      } catch (error) {
        const cause = refusalIn(error);
        await retire(context, copy);
        await endCopy(context, made, copy);
        await failMaking(context, made, cause);
        return undefined;
      }
      const blocks: FoundBlock[] = [];
      for await (const block of blocksFrom(context.unit, copy.from, copy.next)) {
        if (blocks.push(block) === BATCH) break;
      }
      return { scope: context.scope, blocks, ...keys };
    },
    act: async ({ scope, from, to, blocks }) => {
      const copied: Copied[] = [];
      for (const block of blocks) {
        const { index, checksum } = block;
        const blob = await writeBlock(blobs, scope, to, index, readBlock(blobs, block, from));
        copied.push({ index, blob, checksum });
      }
      return copied;
    },
    handle: async (payload, context, copied) => {
      const found = await workOf(context, payload);
      if (found === undefined) return;
      const { copy, made } = found;
      const { unit, scope, now } = context;
      const isLast = copied.length < BATCH;
      // What KMS refuses drops what was written before.
      if (isLast) await retire(context, copy);
      for (const { index, blob, checksum } of copied) {
        await putBlock(blobs, unit, made.document.layer, index, { blob, checksum, written: now });
      }
      const last = copied.at(-1);
      if (!isLast && last !== undefined) {
        unit.view(scope).put(copies, made.document.id, { ...copy, next: last.index + 1 });
        tellProgress(unit, made, last.index);
        unit.order(copyOrder(scope, made.document.id, now));
        return;
      }
      await endCopy(context, made, copy);
      await settle(context, made);
    },
  };
}

async function workOf({ unit, scope }: JobContext, payload: string) {
  const { id }: { readonly id: string } = JSON.parse(payload);
  const copy = await unit.view(scope).get(copies, id);
  const made = await madeOf(unit, scope, id);
  return copy === undefined || made === undefined ? undefined : { copy, made };
}

function tellProgress(unit: Unit, made: Made, index: number): void {
  if (made.kind !== 'snapshot') return;
  const { document } = made;
  const progress = Math.min(99, Math.floor((100 * index) / (document.sizeGiB * BLOCKS_PER_GIB)));
  putSnapshot(unit, { ...document, progress });
}

async function endCopy({ unit, scope, now }: JobContext, made: Made, copy: CopyDocument) {
  unit.view(scope).delete(copies, made.document.id);
  await leaveLayer(unit, copy.from, now);
}

/** Grants that were entrusted for the copy alone. One that somebody revoked meanwhile is gone already. */
async function retire(calls: KeyCalls, { fromKey, toKey }: CopyDocument): Promise<void> {
  for (const entrusted of [fromKey, toKey]) {
    if (entrusted !== undefined) await giveBack(calls, entrusted);
  }
}

async function giveBack(calls: KeyCalls, { key, region, grant }: EntrustedKey): Promise<void> {
  try {
    await retireGrant(calls, { key, region, grantId: grant.grantId });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

/** What is deleted while it is made needs no copy any more, and EC2 no key for it. Call it before anything is written. */
export async function abandonCopy(
  context: Pick<JobContext, 'callService' | 'unit'>,
  scope: Scope,
  id: string,
  now: Instant,
): Promise<void> {
  const { unit } = context;
  const view = unit.view(scope);
  const copy = await view.get(copies, id);
  if (copy === undefined) return;
  await retire(context, copy);
  view.delete(copies, id);
  unit.cancel(copyOrder(scope, id, now).id);
  await leaveLayer(unit, copy.from, now);
}
