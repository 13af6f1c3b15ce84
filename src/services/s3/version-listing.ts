import type { View } from '../../contract/view.ts';
import { KEYS_MAX, rolledUp } from './listing.ts';
import { type ObjectDocument, objectId, objects, type VersionDocument, versions } from './state.ts';
import type { VersionRow } from './versions.ts';

/** Sorts after every key that begins with what stands before it, and after every id. */
const AFTER_ALL = '\u{10ffff}';
/** Steps of one listing: keys, and prefixes that are stepped over. */
const STEPS_MAX = KEYS_MAX * 2;

export interface VersionQuery {
  readonly bucket: string;
  readonly prefix: string;
  readonly delimiter: string;
  /** Where the page begins: after this key, or after a version of it. */
  readonly after: VersionPosition | undefined;
  readonly limit: number;
}

export interface VersionPosition {
  readonly key: string;
  /** The last row of the key that was seen; `current` for its current object; absent: all of the key. */
  readonly row?: string;
}

export type VersionEntry =
  | { readonly kind: 'prefix'; readonly key: string }
  | {
      readonly kind: 'version';
      readonly key: string;
      readonly isLatest: boolean;
      readonly version: string | undefined;
      /** Absent: it is a delete marker. */
      readonly object: ObjectDocument | undefined;
      readonly modified: number;
    };

export interface VersionPage {
  readonly entries: readonly VersionEntry[];
  readonly isTruncated: boolean;
}

export const CURRENT_ROW = 'current';

/** Keys in the order of their bytes, the versions of each newest first. */
export async function listVersions(view: View, query: VersionQuery): Promise<VersionPage> {
  const { bucket, limit } = query;
  const entries: VersionEntry[] = [];
  const walk = new Walk(view, query);
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    const key = await walk.nextKey();
    if (key === undefined) return { entries, isTruncated: false };
    const rolled = rolledUp(key, query);
    if (entries.length === limit) return { entries, isTruncated: true };
    if (rolled !== undefined) {
      entries.push({ kind: 'prefix', key: rolled });
      walk.stepOver(rolled + AFTER_ALL);
      continue;
    }
    const isFull = await addKey(entries, view, { bucket, key, after: walk.within(key) }, limit);
    if (isFull) return { entries, isTruncated: true };
    walk.stepOver(key);
  }
  return { entries, isTruncated: true };
}

/** All versions of one key, newest first. */
export async function versionsOf(
  view: View,
  place: { readonly bucket: string; readonly key: string },
): Promise<readonly VersionEntry[]> {
  const entries: VersionEntry[] = [];
  await addKey(entries, view, { ...place, after: undefined }, Number.MAX_SAFE_INTEGER);
  return entries;
}

/** Adds the versions of one key. True: there are more than fit. */
async function addKey(
  entries: VersionEntry[],
  view: View,
  place: { readonly bucket: string; readonly key: string; readonly after: string | undefined },
  limit: number,
): Promise<boolean> {
  const { bucket, key } = place;
  const id = objectId(bucket, key);
  const current = await view.get(objects, id);
  if (current !== undefined && place.after === undefined) {
    if (entries.length === limit) return true;
    entries.push(entryOf(current, true));
  }
  let after = place.after === undefined || place.after === CURRENT_ROW ? '' : place.after;
  let isLatest = current === undefined && place.after === undefined;
  for (;;) {
    const page = await view.list(versions, {
      index: 'key',
      prefix: id,
      limit: Math.min(limit - entries.length + 1, KEYS_MAX),
      ...(after === '' ? {} : { after: { key: id, id: after } }),
    });
    const rows = page.items.filter(({ document }) => document.key === key);
    for (const row of rows) {
      if (entries.length === limit) return true;
      entries.push(rowEntry(row, isLatest));
      isLatest = false;
      after = row.id;
    }
    if (rows.length < page.items.length || page.last === undefined) return false;
  }
}

function entryOf(object: ObjectDocument, isLatest: boolean): VersionEntry {
  const { key, version, modified } = object;
  return { kind: 'version', key, isLatest, version, object, modified };
}

function rowEntry({ document }: VersionRow, isLatest: boolean): VersionEntry {
  const { key, version, object, modified }: VersionDocument = document;
  return { kind: 'version', key, isLatest, version, object, modified };
}

/** Goes from key to key, through the current objects and the versions side by side. */
class Walk {
  readonly #view: View;
  readonly #query: VersionQuery;
  #after: string;
  #within: VersionPosition | undefined;

  constructor(view: View, query: VersionQuery) {
    const { after, prefix, delimiter } = query;
    this.#view = view;
    this.#query = query;
    const isPrefix =
      delimiter !== '' &&
      after?.key.endsWith(delimiter) === true &&
      after.key.length > prefix.length;
    const start = after?.key ?? '';
    this.#after = isPrefix ? start + AFTER_ALL : start;
    this.#within = after?.row === undefined ? undefined : after;
  }

  /** Where the page begins within the key, if it is that. */
  within(key: string): string | undefined {
    return this.#within?.key === key ? this.#within.row : undefined;
  }

  stepOver(key: string): void {
    this.#after = key;
    this.#within = undefined;
  }

  async nextKey(): Promise<string | undefined> {
    if (this.#within !== undefined) return this.#within.key;
    const { bucket, prefix } = this.#query;
    const id = objectId(bucket, this.#after);
    const where = { prefix: objectId(bucket, prefix), limit: 1 };
    const isStart = this.#after === '';
    const current = await this.#view.list(objects, {
      ...where,
      ...(isStart ? {} : { after: { key: id, id } }),
    });
    const row = await this.#view.list(versions, {
      ...where,
      index: 'key',
      ...(isStart ? {} : { after: { key: id, id: AFTER_ALL } }),
    });
    return lesser(current.items[0]?.document.key, row.items[0]?.document.key);
  }
}

function lesser(left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return Buffer.compare(Buffer.from(left), Buffer.from(right)) <= 0 ? left : right;
}
