import type {
  ConsumedCapacity,
  ReturnConsumedCapacity,
} from '../../../../models/dynamodb/types.ts';
import { items, type TableDocument } from '../state.ts';
import { consumedCapacity, readUnits, type Units } from './capacity.ts';
import type { ItemSpace } from './space.ts';

/** Units of each table that a call of many items took, in the order they came. */
export class UnitsByTable {
  readonly #taken = new Map<string, { readonly table: TableDocument; readonly units: Units }>();

  add(table: TableDocument, units: Units): void {
    const before = this.#taken.get(table.id)?.units;
    this.#taken.set(table.id, { table, units: before === undefined ? units : sum(before, units) });
  }

  /** What the call consumed of each table; undefined: the request does not ask. */
  answer(wanted: ReturnConsumedCapacity | undefined): readonly ConsumedCapacity[] | undefined {
    if (wanted === undefined || wanted === 'NONE') return undefined;
    return [...this.#taken.values()].flatMap(
      ({ table, units }) => consumedCapacity(table, wanted, units) ?? [],
    );
  }
}

/** In transactions everything takes twice as much. */
export function doubled({ table, indexes }: Units): Units {
  return {
    table: 2 * table,
    indexes: new Map([...indexes].map(([name, units]) => [name, 2 * units])),
  };
}

function sum(a: Units, b: Units): Units {
  const indexes = new Map(a.indexes);
  for (const [name, units] of b.indexes) indexes.set(name, (indexes.get(name) ?? 0) + units);
  return { table: a.table + b.table, indexes };
}

/** What a transaction's answer says that it took. */
export function writeCapacity(capacity: readonly ConsumedCapacity[] | undefined) {
  if (capacity === undefined) return {};
  return {
    ConsumedCapacity: capacity.map((one) => ({ ...one, WriteCapacityUnits: one.CapacityUnits })),
  };
}

/** The same, of one that only read. */
export function readCapacity(capacity: readonly ConsumedCapacity[] | undefined) {
  if (capacity === undefined) return {};
  return {
    ConsumedCapacity: capacity.map((one) => ({ ...one, ReadCapacityUnits: one.CapacityUnits })),
  };
}

/** What it takes to tell again of an item that a transaction wrote. */
export async function unitsOfRepeat({ view }: ItemSpace, id: string | undefined): Promise<Units> {
  const document = id === undefined ? undefined : await view.get(items, id);
  return { table: 2 * readUnits(document?.size ?? 0, true), indexes: new Map() };
}
