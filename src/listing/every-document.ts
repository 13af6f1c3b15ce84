import type { Collection, Document } from '../contract/collection.ts';
import type { Cursor, ListPage, ListQuery, View } from '../contract/view.ts';

const BATCH = 1_000;

/** Every document of an index's prefix, after a place, or of the collection: at most as many as the quotas allow. */
export async function everyOf<T extends Document>(
  view: View,
  collection: Collection<T>,
  where?: Pick<ListQuery, 'index' | 'prefix' | 'after'>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let after: Cursor | undefined = where?.after;
  do {
    const page: ListPage<T> = await view.list(collection, {
      limit: BATCH,
      ...where,
      ...(after === undefined ? {} : { after }),
    });
    all.push(...page.items.map(({ document }) => document));
    after = page.last;
  } while (after !== undefined);
  return all;
}
