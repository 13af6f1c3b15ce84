import type { Collection } from '../../../contract/collection.ts';
import { storedItem } from '../domain/stored-items.ts';
import type { Item } from '../domain/values.ts';
import { sealBody } from '../encryption/sealing.ts';
import type { ItemSpace, Writer } from '../items/space.ts';
import type { TableDocument, Writing } from '../state.ts';
import { orderReplication } from './replication-order.ts';

/** An item that a replica is to hear of. What is told is what the item is by then. */
export interface PendingDocument {
  /** The item's key as JSON, encrypted as the item is. Base64. */
  readonly key: string;
}

/** By `Region/id of the item`. */
export const pendings: Collection<PendingDocument> = {
  name: 'dynamodb.pending',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** An item of a global table that was deleted, for as long as older writes may still arrive. */
export interface TombstoneDocument {
  readonly store: string;
  readonly written: Writing;
}

/** By the item's id. */
export const tombstones: Collection<TombstoneDocument> = {
  name: 'dynamodb.tombstone',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { store: ({ store, written }) => [`${store}/${String(written.at).padStart(15, '0')}`] },
};

export function pendingId(region: string, itemId: string): string {
  return `${region}/${itemId}`;
}

interface Announced {
  readonly id: string;
  readonly key: Item;
  readonly isGone: boolean;
  readonly written: Writing;
}

/** Tells the replicas that an item was written here. */
export function announceWrite(
  { unit, now, origin }: Writer,
  { table, view, keys }: ItemSpace,
  { id, key, isGone, written }: Announced,
): void {
  const { replicas, store } = table;
  if (isGone) view.put(tombstones, id, { store, written });
  else view.delete(tombstones, id);
  if (origin !== undefined) return;
  const sealed = sealBody(keys, `${id} key`, JSON.stringify(storedItem(key)));
  for (const replica of replicas) {
    if (!receives(replica.status)) continue;
    view.put(pendings, pendingId(replica.region, id), { key: sealed });
    orderReplication(unit, table, replica.region, now);
  }
}

function receives(status: TableDocument['replicas'][number]['status']): boolean {
  return status !== 'DELETING' && status !== 'CREATION_FAILED';
}
