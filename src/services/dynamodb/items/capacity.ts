import type {
  Capacity,
  ConsumedCapacity,
  ItemCollectionMetrics,
  ReturnConsumedCapacity,
  ReturnItemCollectionMetrics,
} from '../../../../models/dynamodb/types.ts';
import { equalItems } from '../domain/equality.ts';
import { itemSize } from '../domain/item-size.ts';
import { attributeOf, type Item } from '../domain/values.ts';
import type { IndexDocument, TableDocument } from '../state.ts';
import { keyAttributes } from './keys.ts';
import { projected } from './projection.ts';

const READ_BYTES = 4_096;
const WRITE_BYTES = 1_024;

/** Units that a read of so many bytes takes. */
export function readUnits(bytes: number, isConsistent: boolean): number {
  const units = Math.max(1, Math.ceil(bytes / READ_BYTES));
  return isConsistent ? units : units / 2;
}

export function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / WRITE_BYTES));
}

/** Units by where they were taken: of the table itself, and of its indexes by name. */
export interface Units {
  readonly table: number;
  readonly indexes: ReadonlyMap<string, number>;
}

/** What a write took: of the table, and of each index that it changes. */
export function unitsOfWrite(
  table: TableDocument,
  before: Item | undefined,
  after: Item | undefined,
): Units {
  const largest = Math.max(sizeOf(before), sizeOf(after));
  const indexes = new Map<string, number>();
  for (const index of table.indexes) {
    const units = indexUnits(index, inIndex(table, index, before), inIndex(table, index, after));
    if (units > 0) indexes.set(index.name, units);
  }
  return { table: writeUnits(largest), indexes };
}

function sizeOf(item: Item | undefined): number {
  return item === undefined ? 0 : itemSize(item);
}

/** The item as an index has it; undefined where it lacks the index's key. */
function inIndex(
  table: TableDocument,
  index: IndexDocument,
  item: Item | undefined,
): Item | undefined {
  if (item === undefined) return undefined;
  const isThere = keyAttributes(index.key).every(
    ({ name }) => attributeOf(item, name) !== undefined,
  );
  return isThere ? projected(table, index, item) : undefined;
}

/** An entry whose key changes is taken away and made anew. */
function indexUnits(
  index: IndexDocument,
  before: Item | undefined,
  after: Item | undefined,
): number {
  if (before === undefined || after === undefined) {
    const one = before ?? after;
    return one === undefined ? 0 : writeUnits(itemSize(one));
  }
  if (equalItems(before, after)) return 0;
  const names = keyAttributes(index.key).map(({ name }) => name);
  const moves = names.some((name) => !isSame(attributeOf(before, name), attributeOf(after, name)));
  const [old, made] = [writeUnits(itemSize(before)), writeUnits(itemSize(after))];
  return moves ? old + made : Math.max(old, made);
}

function isSame(a: Item[string] | undefined, b: Item[string] | undefined): boolean {
  return a !== undefined && b !== undefined && equalItems({ a }, { a: b });
}

/** Consumption as a request wants to be told; undefined for not at all. */
export function consumedCapacity(
  table: TableDocument,
  wanted: ReturnConsumedCapacity | undefined,
  units: Units,
): ConsumedCapacity | undefined {
  if (wanted === undefined || wanted === 'NONE') return undefined;
  const total = [...units.indexes.values()].reduce((sum, one) => sum + one, units.table);
  const all = { TableName: table.name, CapacityUnits: total };
  if (wanted === 'TOTAL') return all;
  const locals = ofKind(table, units, true);
  const globals = ofKind(table, units, false);
  return {
    ...all,
    Table: { CapacityUnits: units.table },
    ...(locals === undefined ? {} : { LocalSecondaryIndexes: locals }),
    ...(globals === undefined ? {} : { GlobalSecondaryIndexes: globals }),
  };
}

function ofKind(
  { indexes }: TableDocument,
  units: Units,
  isLocal: boolean,
): Readonly<Record<string, Capacity>> | undefined {
  const found = indexes.flatMap((index): [string, Capacity][] => {
    const taken = units.indexes.get(index.name);
    return index.isLocal === isLocal && taken !== undefined
      ? [[index.name, { CapacityUnits: taken }]]
      : [];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** The estimate of an item collection, which only tables with local indexes have. */
export function collectionMetrics(
  { key, indexes }: TableDocument,
  wanted: ReturnItemCollectionMetrics | undefined,
  item: Item,
): ItemCollectionMetrics | undefined {
  const hash = attributeOf(item, key.hash.name);
  if (wanted !== 'SIZE' || hash === undefined || !indexes.some(({ isLocal }) => isLocal)) {
    return undefined;
  }
  return { ItemCollectionKey: { [key.hash.name]: hash }, SizeEstimateRangeGB: [0, 1] };
}
