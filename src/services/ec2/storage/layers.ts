import type { Blobs } from '../../../contract/blobs.ts';
import type { Listed, Unit } from '../../../contract/view.ts';
import { hexId } from '../../../core/ids.ts';
import type { Scope } from '../../../core/scope.ts';
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
import { dissolveOrder } from './layer-ends.ts';

const PAGE = 1_000;

/** Layers of one chain: a read asks each in turn. */
export const LAYERS_MAX = 100;

/** A block, and which layer has it. */
export interface FoundBlock extends BlockDocument {
  readonly index: number;
  /** Whose key encrypts the blob at rest. */
  readonly scope: Scope;
}

/** A new layer, used once. `isOpen`: clients write to it. */
export async function newLayer(
  unit: Unit,
  scope: Scope,
  isOpen = false,
  parent?: LayerDocument,
): Promise<LayerRef> {
  const id = await unit.once(() => hexId(17));
  const layer = { id, scope: { account: scope.account, region: scope.region }, uses: 1 };
  if (parent !== undefined) await useLayer(unit, parent);
  unit.view(scope).put(layers, id, {
    ...layer,
    isOpen,
    ...(parent === undefined ? {} : { parent: { id: parent.id, scope: parent.scope } }),
  });
  return { id, scope: layer.scope };
}

export async function layerOf(unit: Unit, { id, scope }: LayerRef): Promise<LayerDocument> {
  const layer = await unit.view(scope).get(layers, id);
  if (layer === undefined) throw new Error(`the storage layer ${id} is gone`);
  return layer;
}

/** Says that one more needs the layer. */
export async function useLayer(unit: Unit, ref: LayerRef): Promise<LayerRef> {
  const layer = await layerOf(unit, ref);
  unit.view(layer.scope).put(layers, layer.id, { ...layer, uses: layer.uses + 1 });
  return { id: layer.id, scope: layer.scope };
}

/** No client writes to it any more. */
export async function closeLayer(unit: Unit, ref: LayerRef, now: Instant): Promise<void> {
  const layer = await layerOf(unit, ref);
  unit.view(layer.scope).put(layers, layer.id, { ...layer, isOpen: false });
  if (layer.parent !== undefined) unit.order(dissolveOrder(layer.parent, now));
}

/** How many layers a read of it asks: itself and those below. */
export async function heightOf(unit: Unit, layer: LayerDocument): Promise<number> {
  let height = 1;
  let { parent } = layer;
  while (parent !== undefined) {
    height += 1;
    ({ parent } = await layerOf(unit, parent));
  }
  return height;
}

/** Puts a block in its place; the one that was there goes. */
export async function putBlock(
  blobs: Blobs,
  unit: Unit,
  layer: LayerRef,
  index: number,
  block: BlockDocument,
): Promise<void> {
  const view = unit.view(layer.scope);
  const id = blockId(layer.id, index);
  const before = await view.get(blocks, id);
  if (before !== undefined) blobs.unname(unit, layer.scope, before.blob, block.written);
  blobs.name(unit, layer.scope, block.blob);
  view.put(blocks, id, block);
}

/** Undefined: nothing was ever written there. */
export async function blockAt(
  unit: Unit,
  ref: LayerRef,
  index: number,
): Promise<FoundBlock | undefined> {
  let at: LayerRef | undefined = ref;
  while (at !== undefined) {
    const block = await unit.view(at.scope).get(blocks, blockId(at.id, index));
    if (block !== undefined) return { ...block, index, scope: at.scope };
    at = (await layerOf(unit, at)).parent;
  }
  return undefined;
}

/** The blocks of a layer and those below it, by index, from `first` on: of two at one place the upper one. */
export async function* blocksFrom(
  unit: Unit,
  ref: LayerRef,
  first: number,
): AsyncGenerator<FoundBlock> {
  const walks: Walk[] = [];
  let at: LayerRef | undefined = ref;
  while (at !== undefined) {
    const found = ownBlocks(unit, at, first);
    walks.push({ found, next: await nextOf(found) });
    at = (await layerOf(unit, at)).parent;
  }
  for (;;) {
    const least = walks.reduce<FoundBlock | undefined>(
      (so, { next }) =>
        next !== undefined && (so === undefined || next.index < so.index) ? next : so,
      undefined,
    );
    if (least === undefined) return;
    yield least;
    for (const walk of walks) {
      if (walk.next?.index === least.index) walk.next = await nextOf(walk.found);
    }
  }
}

interface Walk {
  readonly found: AsyncGenerator<FoundBlock>;
  next: FoundBlock | undefined;
}

async function nextOf(found: AsyncGenerator<FoundBlock>): Promise<FoundBlock | undefined> {
  const { value, done } = await found.next();
  return done === true ? undefined : value;
}

/** The blocks of one layer alone. */
export async function* ownBlocks(
  unit: Unit,
  { id, scope }: LayerRef,
  first = 0,
): AsyncGenerator<FoundBlock> {
  const view = unit.view(scope);
  const before = blockId(id, first - 1);
  let after: { readonly key: string; readonly id: string } | undefined =
    first === 0 ? undefined : { key: before, id: before };
  do {
    const query = { prefix: `${id}/`, limit: PAGE };
    const page: { readonly items: readonly Listed<BlockDocument>[]; readonly last: typeof after } =
      await view.list(blocks, after === undefined ? query : { ...query, after });
    for (const item of page.items) yield { ...item.document, index: indexOf(item.id), scope };
    after = page.last;
  } while (after !== undefined);
}

/** When the layer was last written to; undefined: never. */
export async function lastWritten(
  unit: Unit,
  { id, scope }: LayerRef,
): Promise<Instant | undefined> {
  const { items } = await unit.view(scope).list(blocks, {
    index: 'written',
    prefix: `${id}/`,
    descending: true,
    limit: 1,
  });
  return items[0]?.document.written;
}
