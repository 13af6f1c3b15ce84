import type { Blobs } from '../../../contract/blobs.ts';
import type { JobContext, UnitJob } from '../../../contract/service.ts';
import type { JobOrder, Listed, Unit } from '../../../contract/view.ts';
import type { Instant } from '../../../core/time.ts';
import {
  type BlockDocument,
  blockId,
  blocks,
  indexOf,
  type LayerDocument,
  type LayerRef,
  layers,
} from './layer-state.ts';

const DISSOLVE = 'ec2.dissolveLayer';
/** Blocks that one run frees or moves. */
const BATCH = 200;

export function dissolveOrder({ id, scope }: LayerRef, due: Instant): JobOrder {
  return {
    id: `${DISSOLVE}/${scope.account}/${scope.region}/${id}`,
    kind: DISSOLVE,
    scope,
    due,
    payload: JSON.stringify({ layer: id }),
  };
}

/**
 * Ends layers that no volume and no snapshot has: the blocks of one that nobody needs are freed, and those that the only layer
 * above still needs are moved into it. So a chain is never longer than what is kept of it, however many backups were made.
 */
export function createDissolveJob(blobs: Blobs): UnitJob {
  return {
    kind: DISSOLVE,
    run: async (payload, context) => {
      const { unit, scope, now } = context;
      const { layer: id }: { readonly layer: string } = JSON.parse(payload);
      const view = unit.view(scope);
      const layer = await view.get(layers, id);
      if (layer === undefined) return;
      const above = layer.uses === 1 ? await onlyAbove(unit, layer) : undefined;
      if (layer.uses > 0 && above === undefined) return;
      const page = await view.list(blocks, { prefix: `${id}/`, limit: BATCH });
      for (const block of page.items) {
        if (above === undefined || !(await moved(unit, block, above))) {
          blobs.unname(unit, scope, block.document.blob, now);
        }
        view.delete(blocks, block.id);
      }
      if (page.last !== undefined) unit.order(dissolveOrder(layer, now));
      else end(context, layer, above);
      if (page.last === undefined && above === undefined && layer.parent !== undefined) {
        await leaveLayer(unit, layer.parent, now);
      }
    },
  };
}

/** The layer above, where it alone needs the layer: it is written no more, and its blocks are under the same scope's key. */
async function onlyAbove(
  unit: Unit,
  { id, scope }: LayerDocument,
): Promise<LayerDocument | undefined> {
  const { items } = await unit.view(scope).list(layers, { index: 'parent', prefix: id, limit: 1 });
  const above = items[0]?.document;
  return above?.isOpen === false ? above : undefined;
}

/** False: the layer above has a block of its own there. */
async function moved(
  unit: Unit,
  { id, document }: Listed<BlockDocument>,
  above: LayerDocument,
): Promise<boolean> {
  const view = unit.view(above.scope);
  const place = blockId(above.id, indexOf(id));
  if ((await view.get(blocks, place)) !== undefined) return false;
  view.put(blocks, place, document);
  return true;
}

/** The layer above stands on what was below. */
function end({ unit }: JobContext, layer: LayerDocument, above: LayerDocument | undefined): void {
  unit.view(layer.scope).delete(layers, layer.id);
  if (above === undefined) return;
  const { parent: _gone, ...rest } = above;
  const { parent } = layer;
  unit.view(above.scope).put(layers, above.id, parent === undefined ? rest : { ...rest, parent });
}

/** Says that one less needs the layer. */
export async function leaveLayer(unit: Unit, { id, scope }: LayerRef, now: Instant): Promise<void> {
  const view = unit.view(scope);
  const layer = await view.get(layers, id);
  if (layer === undefined) throw new Error(`the storage layer ${id} is gone`);
  view.put(layers, id, { ...layer, uses: layer.uses - 1 });
  if (layer.uses <= 2) unit.order(dissolveOrder(layer, now));
}
