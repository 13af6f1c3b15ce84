import type { JsonObject } from '../../../core/json.ts';
import { equalItems } from '../domain/equality.ts';
import { itemSize } from '../domain/item-size.ts';
import { storedItem } from '../domain/stored-items.ts';
import type { Item } from '../domain/values.ts';
import { sealBody } from '../encryption/sealing.ts';
import type { ItemSpace, Writer } from '../items/space.ts';
import { uuid } from '../../../core/ids.ts';
import type { RecordDocument } from './state.ts';
import { storeOf } from './stream-life.ts';

/** The outbox topic of what is written to tables with a stream: its order is the stream's. */
export const CHANGE = 'dynamodb.change';

export interface ItemChange {
  readonly key: Item;
  readonly before?: Item;
  readonly after?: Item;
}

export interface ChangeEvent {
  readonly store: string;
  readonly record: RecordDocument;
}

/** Tells the table's stream. A write that changes nothing stands in no stream. */
export function emitChange(
  { unit, now, isExpiry }: Writer,
  { table, keys }: Pick<ItemSpace, 'table' | 'keys'>,
  { key, before, after }: ItemChange,
): void {
  const { stream, account, region } = table;
  if (stream === undefined) return;
  if (before !== undefined && after !== undefined && equalItems(before, after)) return;
  const isOld = stream.view === 'OLD_IMAGE' || stream.view === 'NEW_AND_OLD_IMAGES';
  const isNew = stream.view === 'NEW_IMAGE' || stream.view === 'NEW_AND_OLD_IMAGES';
  const shown: JsonObject = {
    key: storedItem(key),
    ...(before === undefined || !isOld ? {} : { before: storedItem(before) }),
    ...(after === undefined || !isNew ? {} : { after: storedItem(after) }),
  };
  const sealedAs = `${table.id} ${uuid()}`;
  const event: ChangeEvent = {
    store: storeOf(table, stream.label),
    record: {
      at: now,
      kind: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
      ...(isExpiry === true ? { isExpiry } : {}),
      sealedAs,
      body: sealBody(keys, sealedAs, JSON.stringify(shown)),
      size:
        itemSize(key) +
        (before === undefined || !isOld ? 0 : itemSize(before)) +
        (after === undefined || !isNew ? 0 : itemSize(after)),
    },
  };
  unit.emit({ account, region, time: now, topic: CHANGE, text: JSON.stringify(event) });
}
