import type { Collection, Document } from '../contract/collection.ts';
import type { ListPage, View } from '../contract/view.ts';

const BATCH = 1_000;

/** The documents of a collection by id, no more than `limit`. */
export async function firstOf<T extends Document>(
  view: View,
  collection: Collection<T>,
  limit: number,
): Promise<readonly T[]> {
  const found: T[] = [];
  let page: ListPage<T> = await view.list(collection, { limit: Math.min(limit, BATCH) });
  for (;;) {
    found.push(...page.items.map(({ document }) => document));
    const left = limit - found.length;
    if (page.last === undefined || left <= 0) return found;
    page = await view.list(collection, { limit: Math.min(left, BATCH), after: page.last });
  }
}
