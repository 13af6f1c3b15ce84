import type {
  ConsumedCapacity,
  ReturnConsumedCapacity,
} from '../../../../models/dynamodb/types.ts';
import type { Cursor } from '../../../contract/view.ts';
import { type Item } from '../domain/values.ts';
import { type ItemDocument, items } from '../state.ts';
import { consumedCapacity, readUnits } from './capacity.ts';
import type { Range } from './query-range.ts';
import { needsTable, passes, type Selection, selected } from './query-selection.ts';
import { endOf } from './query-start.ts';
import { asRead, type Target } from './query-target.ts';
import { opened } from './storage.ts';

/** What one answer may read: AWS's limit. */
const PAGE_BYTES = 1024 * 1024;
/** Items that the store is asked for at a time. */
const BATCH = 100;
/** Behind every id. */
const LAST_ID = '\u{10ffff}';

export interface Walk {
  readonly target: Target;
  readonly range: Range;
  readonly selection: Selection;
  readonly start: Cursor | undefined;
  readonly limit: number | undefined;
  readonly descending: boolean;
  readonly isConsistent: boolean;
}

interface Page {
  readonly found: readonly Item[];
  readonly scanned: number;
  readonly bytes: number;
  /** Units of items that were read from the table behind an index. */
  readonly fetched: number;
  /** Where the page ended before the range did. */
  readonly last: Item | undefined;
}

/** Reads until the limit, 1 MB, or the range's end. */
export async function readPage(walk: Walk): Promise<Page> {
  const { target, selection, limit } = walk;
  const fetches = needsTable(target, selection);
  const found: Item[] = [];
  let [scanned, bytes, fetched] = [0, 0, 0];
  let last: Item | undefined;
  for await (const { id, document } of entries(walk)) {
    const item = opened(target.open.keys, id, document);
    const read = asRead(target, { id, document, item });
    // An item that would make it more than 1 MB belongs to the next page.
    if (scanned > 0 && bytes + read.bytes > PAGE_BYTES) {
      return { found, scanned, bytes, fetched, last };
    }
    scanned += 1;
    bytes += read.bytes;
    last = endOf(target, item);
    const seen = fetches ? item : read.item;
    if (passes(seen, selection)) {
      if (!selection.countsOnly) found.push(selected(seen, selection));
      else found.push({});
      if (fetches) fetched += readUnits(document.size, walk.isConsistent);
    }
    if (scanned === limit) return { found, scanned, bytes, fetched, last };
  }
  return { found, scanned, bytes, fetched, last: undefined };
}

interface Entry {
  readonly id: string;
  readonly document: ItemDocument;
}

/** The documents of a range in its order, from the start on. */
async function* entries({ target, range, start, descending, limit }: Walk): AsyncGenerator<Entry> {
  const { open, order } = target;
  let after = start ?? firstCursor(range, descending);
  const size = Math.min(BATCH, limit ?? BATCH);
  for (;;) {
    const page = await open.view.list(items, {
      index: order,
      prefix: range.prefix,
      limit: size,
      descending,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, key, document } of page.items) {
      if (isBeyond(range, key, descending)) return;
      yield { id, document };
    }
    if (page.last === undefined) return;
    after = page.last;
  }
}

/** Where a walk begins, so that only what is behind the first bound follows. */
function firstCursor({ low, high }: Range, descending: boolean): Cursor | undefined {
  const bound = descending ? high : low;
  if (bound === undefined) return undefined;
  return { key: bound.key, id: bound.isIncluded === descending ? LAST_ID : '' };
}

function isBeyond({ low, high }: Range, key: string, descending: boolean): boolean {
  const bound = descending ? low : high;
  if (bound === undefined) return false;
  const order = Buffer.compare(Buffer.from(key), Buffer.from(bound.key));
  if (order === 0) return !bound.isIncluded;
  return descending ? order < 0 : order > 0;
}

/** A page as Query and Scan answer it. */
export function pageAnswer(
  { target, selection, isConsistent }: Walk,
  page: Page,
  wanted: ReturnConsumedCapacity | undefined,
) {
  const capacity = capacityOf(target, page, isConsistent, wanted);
  return {
    ...(selection.countsOnly ? {} : { Items: page.found }),
    Count: page.found.length,
    ScannedCount: page.scanned,
    ...(page.last === undefined ? {} : { LastEvaluatedKey: page.last }),
    ...(capacity === undefined ? {} : { ConsumedCapacity: capacity }),
  };
}

/** What reading took of the target and, behind an index, of its table. */
export function capacityOf(
  { open, index }: Target,
  { bytes, fetched }: Pick<Page, 'bytes' | 'fetched'>,
  isConsistent: boolean,
  wanted: ReturnConsumedCapacity | undefined,
): ConsumedCapacity | undefined {
  const units = readUnits(bytes, isConsistent);
  return consumedCapacity(
    open.table,
    wanted,
    index === undefined
      ? { table: units, indexes: new Map() }
      : { table: fetched, indexes: new Map([[index.name, units]]) },
  );
}
