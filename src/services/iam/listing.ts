import type { Collection, Document } from '../../contract/collection.ts';
import type { Cursor, View } from '../../contract/view.ts';
import { type Page, type PageAnswer, queryOf } from './pages.ts';

const BATCH = 200;
/** How many documents one page looks at before it ends early with a marker. */
const LOOKED_AT_MAX = 2_000;

/**
 * One page of a collection by id, of what `wanted` lets through. Markers go by what was looked at, so a filter
 * never skips or repeats.
 */
export async function listWanted<T extends Document>(
  view: View,
  collection: Collection<T>,
  page: Page,
  wanted: (document: T) => boolean,
): Promise<{ readonly items: readonly T[]; readonly answer: PageAnswer }> {
  const items: T[] = [];
  let after: Cursor | undefined = page.after;
  let looked = 0;
  while (looked < LOOKED_AT_MAX) {
    const batch: Awaited<ReturnType<typeof view.list<T>>> = await view.list(collection, {
      ...queryOf(page),
      limit: BATCH,
      ...(after === undefined ? {} : { after }),
    });
    for (const { document, key, id } of batch.items) {
      looked += 1;
      after = { key, id };
      if (wanted(document)) items.push(document);
      if (items.length === page.limit) return { items, answer: page.answer(after) };
    }
    if (batch.last === undefined) return { items, answer: page.answer(undefined) };
  }
  return { items, answer: page.answer(after) };
}

/** Every document of a collection whose number a quota bounds, by id. */
export async function listAll<T extends Document>(
  view: View,
  collection: Collection<T>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let after: Cursor | undefined;
  do {
    const page: Awaited<ReturnType<typeof view.list<T>>> = await view.list(collection, {
      limit: 1_000,
      ...(after === undefined ? {} : { after }),
    });
    for (const { document } of page.items) all.push(document);
    after = page.last;
  } while (after !== undefined);
  return all;
}

/** Drops the oldest by the index `age`, so that with one more there are at most so many. */
export async function makeRoom<T extends Document>(
  view: View,
  collection: Collection<T>,
  most: number,
): Promise<void> {
  const { items } = await view.list(collection, { index: 'age', limit: 1_000 });
  for (const { id } of items.slice(0, Math.max(0, items.length - most + 1))) {
    view.delete(collection, id);
  }
}

/** How many documents there are, counted up to a limit. */
export async function countUpTo<T extends Document>(
  view: View,
  collection: Collection<T>,
  most: number,
  index?: { readonly index: string; readonly prefix: string },
): Promise<number> {
  let count = 0;
  let after: Cursor | undefined;
  while (count < most) {
    const limit = Math.min(1_000, most - count);
    const page: Awaited<ReturnType<typeof view.list<T>>> = await view.list(collection, {
      limit,
      ...index,
      ...(after === undefined ? {} : { after }),
    });
    count += page.items.length;
    after = page.last;
    if (after === undefined) return count;
  }
  return count;
}
