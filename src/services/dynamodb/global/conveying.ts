import type { JobContext } from '../../../contract/service.ts';
import { givenKey, itemId } from '../items/keys.ts';
import type { ItemSpace } from '../items/space.ts';
import { putItem, readItem, removeItem } from '../items/storage.ts';
import type { Item } from '../domain/values.ts';
import type { Writing } from '../state.ts';
import { tombstones } from './pending.ts';

/** Brings what an item is at its source to a replica, where nothing newer stands: the last writer wins. */
export async function convey(
  { unit, now }: JobContext,
  source: ItemSpace,
  target: ItemSpace,
  key: Item,
): Promise<void> {
  const primary = givenKey(source.table.key, key);
  const found = await readItem(source, primary);
  const gone =
    found === undefined
      ? await source.view.get(tombstones, itemId(source.table, source.keys, primary))
      : undefined;
  if (found === undefined && gone === undefined) return;
  const written = found?.document.written ??
    gone?.written ?? { region: source.table.region, at: source.table.created };
  const before = await readItem(target, primary);
  const buried = await target.view.get(tombstones, itemId(target.table, target.keys, primary));
  if (!wins(written, before?.document.written ?? buried?.written)) return;
  const writer = { unit, now, origin: written };
  if (found !== undefined) putItem(writer, target, before, found.item);
  else if (before !== undefined) removeItem(writer, target, before);
}

/** By time; at the same instant by Region, so that all replicas decide alike. */
function wins(written: Writing, standing: Writing | undefined): boolean {
  if (standing === undefined || written.at !== standing.at) {
    return written.at > (standing?.at ?? Number.NEGATIVE_INFINITY);
  }
  return written.region >= standing.region;
}
