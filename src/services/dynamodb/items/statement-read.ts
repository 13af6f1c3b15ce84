import { meets } from '../domain/expressions/conditions.ts';
import { invalid } from '../domain/invalid.ts';
import { conjuncts, keyNamed } from '../domain/partiql/key-values.ts';
import type { SelectStatement } from '../domain/partiql/statements.ts';
import type { Item } from '../domain/values.ts';
import { givenKey, keyAttributes, type PrimaryKey } from './keys.ts';
import type { OpenTable } from './open-table.ts';
import { selected } from './query-selection.ts';
import { readItem } from './storage.ts';

/** The item that a statement among others names: by its key, and nothing beside it. Errors: `ValidationException`. */
export function keyOfRead(
  { table }: OpenTable,
  { where, index }: SelectStatement,
  operation: string,
): PrimaryKey {
  const names = keyAttributes(table.key).map(({ name }) => name);
  const key = where && index === undefined ? keyNamed(where, names) : undefined;
  if (where === undefined || key === undefined || conjuncts(where).length > names.length) {
    throw invalid(
      `Select statements within ${operation} must specify the primary key in the where clause.`,
    );
  }
  return givenKey(table.key, key);
}

/** What a statement answers of its item, and the bytes it read. */
export async function readOne(
  open: OpenTable,
  { projection, where }: SelectStatement,
  key: PrimaryKey,
): Promise<{ readonly item: Item | undefined; readonly bytes: number }> {
  const found = await readItem(open, key);
  if (found === undefined) return { item: undefined, bytes: 0 };
  const isMeant = where === undefined || meets(found.item, where);
  const selection = {
    filter: where,
    projection,
    countsOnly: false,
    wantsAll: false,
    isFlat: true,
  };
  const item = isMeant ? selected(found.item, selection) : undefined;
  return { item, bytes: found.document.size };
}
