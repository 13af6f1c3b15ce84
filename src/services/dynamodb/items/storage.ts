import type { JsonObject } from '../../../core/json.ts';
import { itemSize } from '../domain/item-size.ts';
import { restoredItem, storedItem } from '../domain/stored-items.ts';
import { attributeOf, type Item } from '../domain/values.ts';
import { type ItemKeys, openBody, sealBody } from '../encryption/sealing.ts';
import { announceWrite } from '../global/pending.ts';
import { type ItemDocument, items, type TableDocument, type Writing } from '../state.ts';
import { emitChange } from '../streams/changes.ts';
import type { ItemSpace, StoredItem, Writer } from './space.ts';
import { indexPlaces, itemId, keyOfItem, keyPart, placeOf, type PrimaryKey } from './keys.ts';

/** Undefined: there is none of this key. */
export async function readItem(
  { table, view, keys }: ItemSpace,
  key: PrimaryKey,
): Promise<StoredItem | undefined> {
  const id = itemId(table, keys, key);
  const document = await view.get(items, id);
  return document === undefined ? undefined : { id, document, item: opened(keys, id, document) };
}

/** What an item says. */
export function opened(keys: ItemKeys, id: string, { body }: ItemDocument): Item {
  const stored: JsonObject = JSON.parse(openBody(keys, id, body));
  return restoredItem(stored);
}

/**
 * Puts an item in the place of the one before, if there was one. Streams and replicas learn of it in the same unit.
 * Errors: ValidationException for values that can't be keys.
 */
export function putItem(
  writer: Writer,
  space: ItemSpace,
  before: StoredItem | undefined,
  item: Item,
): void {
  const { table, view, keys } = space;
  const key = keyOfItem(table.key, item);
  const id = before?.id ?? itemId(table, keys, key);
  const expires = expiry(table, item);
  const written = writingOf(writer, table, before);
  view.put(items, id, {
    store: table.store,
    place: before?.document.place ?? placeOf(keys, key),
    indexed: indexPlaces(table, keys, item),
    body: sealBody(keys, id, JSON.stringify(storedItem(item))),
    size: itemSize(item),
    ...(expires === undefined ? {} : { expires }),
    ...(written === undefined ? {} : { written }),
  });
  tell(writer, space, { id, key: keyPart(table.key, item), before, after: item }, written);
}

export function removeItem(writer: Writer, space: ItemSpace, before: StoredItem): void {
  const { table, view } = space;
  view.delete(items, before.id);
  const change = { id: before.id, key: keyPart(table.key, before.item), before };
  tell(writer, space, change, writingOf(writer, table, before));
}

interface Change {
  readonly id: string;
  readonly key: Item;
  readonly before: StoredItem | undefined;
  readonly after?: Item;
}

function tell(
  writer: Writer,
  space: ItemSpace,
  change: Change,
  written: Writing | undefined,
): void {
  const { id, key, before, after } = change;
  emitChange(writer, space, {
    key,
    ...(before === undefined ? {} : { before: before.item }),
    ...(after === undefined ? {} : { after }),
  });
  if (written !== undefined) {
    announceWrite(writer, space, { id, key, isGone: after === undefined, written });
  }
}

/** Where and when an item of a global table was written: after what it replaces, whose place it takes everywhere. */
function writingOf(
  { origin, now }: Writer,
  { replicas, region }: TableDocument,
  before: StoredItem | undefined,
): Writing | undefined {
  if (origin !== undefined) return origin;
  if (replicas.length === 0) return undefined;
  return { region, at: Math.max(now, (before?.document.written?.at ?? 0) + 1) };
}

/** Seconds since 1970, where the table's items expire and this one says when. */
export function expiry({ timeToLive }: TableDocument, item: Item): number | undefined {
  if (timeToLive === undefined) return undefined;
  const value = attributeOf(item, timeToLive.attribute);
  if (value === undefined || !('N' in value)) return undefined;
  const seconds = Number(value.N);
  return Number.isSafeInteger(Math.floor(seconds)) && seconds >= 0 && seconds < 1e12
    ? Math.floor(seconds)
    : undefined;
}
