import { invalid } from '../domain/invalid.ts';
import { itemSize } from '../domain/item-size.ts';
import type { Item } from '../domain/values.ts';
import type { IndexDocument, KeySchema } from '../state.ts';
import { keyAttributes } from './keys.ts';
import type { OpenTable } from './open-table.ts';
import { projected } from './projection.ts';
import type { StoredItem } from './space.ts';

/** What a query or scan walks: a table, or one of its indexes. */
export interface Target {
  readonly open: OpenTable;
  readonly index: IndexDocument | undefined;
  /** The key that it is sorted by. */
  readonly key: KeySchema;
  /** The store's index of items, and what its keys begin with. */
  readonly order: 'place' | 'indexed';
  readonly prefix: string;
  /** Attributes of the table's key and its own: what tells where a page ended. */
  readonly startNames: readonly string[];
}

/** Errors: `ValidationException` for an index that isn't there, isn't filled yet, or can't be read consistently. */
export function targetOf(
  open: OpenTable,
  {
    IndexName,
    ConsistentRead,
  }: {
    readonly IndexName?: string | undefined;
    readonly ConsistentRead?: boolean | undefined;
  },
): Target {
  const { table } = open;
  const tableNames = keyAttributes(table.key).map(({ name }) => name);
  if (IndexName === undefined) {
    return {
      open,
      index: undefined,
      key: table.key,
      order: 'place',
      prefix: `${table.store}/`,
      startNames: tableNames,
    };
  }
  const index = table.indexes.find(({ name }) => name === IndexName);
  if (index === undefined || index.status === 'DELETING') {
    throw invalid(`The table does not have the specified index: ${IndexName}`);
  }
  if (!index.isLocal && ConsistentRead === true) {
    throw invalid('Consistent reads are not supported on global secondary indexes');
  }
  if (index.status === 'CREATING') {
    throw invalid(`Cannot read from backfilling global secondary index: ${IndexName}`);
  }
  const names = keyAttributes(index.key).map(({ name }) => name);
  return {
    open,
    index,
    key: index.key,
    order: 'indexed',
    prefix: `${table.store}/${index.place}/`,
    startNames: [...new Set([...tableNames, ...names])],
  };
}

/** An item as the target has it, with its size there. */
export function asRead(
  { open, index }: Target,
  { item, document }: StoredItem,
): { readonly item: Item; readonly bytes: number } {
  if (index === undefined || index.projection === 'ALL') return { item, bytes: document.size };
  const part = projected(open.table, index, item);
  return { item: part, bytes: itemSize(part) };
}

/** Whether an index has an attribute of every item; a table has all. */
export function hasAttribute({ index, startNames }: Target, name: string): boolean {
  return (
    index === undefined ||
    index.projection === 'ALL' ||
    startNames.includes(name) ||
    index.attributes.includes(name)
  );
}
