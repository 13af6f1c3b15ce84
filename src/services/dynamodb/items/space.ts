import type { Unit, View } from '../../../contract/view.ts';
import type { Instant } from '../../../core/time.ts';
import type { Item } from '../domain/values.ts';
import type { ItemKeys } from '../encryption/sealing.ts';
import type { ItemDocument, TableDocument, Writing } from '../state.ts';

/** A table's items, with the keys that open them. */
export interface ItemSpace {
  readonly table: TableDocument;
  /** Documents of the table's own scope. */
  readonly view: View;
  readonly keys: ItemKeys;
}

/** An item that is there. */
export interface StoredItem {
  readonly id: string;
  readonly document: ItemDocument;
  readonly item: Item;
}

/** Who writes, and when. */
export interface Writer {
  readonly unit: Unit;
  readonly now: Instant;
  /** Set where the time of an item is over. */
  readonly isExpiry?: boolean;
  /** Set where the write came from another Region: it is not told to others again. */
  readonly origin?: Writing;
}
