import { type Item, pick } from '../domain/values.ts';
import type { IndexDocument, TableDocument } from '../state.ts';
import { keyAttributes } from './keys.ts';

/** The attributes of an item that an index has: its keys, the table's, and those it projects. */
export function projected(
  { key }: Pick<TableDocument, 'key'>,
  index: Pick<IndexDocument, 'key' | 'projection' | 'attributes'>,
  item: Item,
): Item {
  if (index.projection === 'ALL') return item;
  const keys = [...keyAttributes(key), ...keyAttributes(index.key)].map(({ name }) => name);
  return pick(item, [...keys, ...index.attributes]);
}
