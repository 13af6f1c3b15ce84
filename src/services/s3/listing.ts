import type { View } from '../../contract/view.ts';
import { type ObjectDocument, objectId, objects } from './state.ts';

/** S3 lists at most so many keys and common prefixes at once. */
export const KEYS_MAX = 1_000;
/** Sorts after every key that begins with what stands before it. */
const AFTER_ALL = '\u{10ffff}';
/** Pages of documents one call may read: prefixes that roll up are stepped over, not walked. */
const READS_MAX = KEYS_MAX * 2;

export interface KeyQuery {
  readonly bucket: string;
  readonly prefix: string;
  readonly delimiter: string;
  /** Only what sorts after it. */
  readonly after: string;
  readonly limit: number;
}

export type Entry =
  | { readonly kind: 'object'; readonly key: string; readonly object: ObjectDocument }
  | { readonly kind: 'prefix'; readonly key: string };

export interface KeyPage {
  readonly entries: readonly Entry[];
  /** Set when more follow: where the next page starts after. */
  readonly next: string | undefined;
}

/** Keys in the order of their bytes; those that share a prefix up to the delimiter count as one. */
export async function listKeys(view: View, query: KeyQuery): Promise<KeyPage> {
  const { bucket, prefix, limit } = query;
  const entries: Entry[] = [];
  const start = objectId(bucket, '');
  let after = startOf(query);
  for (let reads = 0; reads < READS_MAX; reads += 1) {
    const id = objectId(bucket, after);
    const page = await view.list(objects, {
      prefix: start + prefix,
      limit: Math.min(KEYS_MAX, limit - entries.length + 1),
      ...(after === '' ? {} : { after: { key: id, id } }),
    });
    for (const { document } of page.items) {
      if (entries.length === limit) return { entries, next: lastOf(entries) };
      const rolled = rolledUp(document.key, query);
      after = rolled === undefined ? document.key : rolled + AFTER_ALL;
      entries.push(
        rolled === undefined
          ? { kind: 'object', key: document.key, object: document }
          : { kind: 'prefix', key: rolled },
      );
      // The rest of the page may lie within the prefix.
      if (rolled !== undefined) break;
    }
    const isDone = page.last === undefined && entries.at(-1)?.kind !== 'prefix';
    if (isDone || page.items.length === 0) return { entries, next: undefined };
  }
  return { entries, next: lastOf(entries) };
}

/** After a common prefix come the keys beyond it. */
function startOf({ after, prefix, delimiter }: KeyQuery): string {
  if (after === '' || delimiter === '' || !after.startsWith(prefix)) return after;
  return after.endsWith(delimiter) && after.length > prefix.length ? after + AFTER_ALL : after;
}

/** The common prefix a key counts as. */
export function rolledUp(
  key: string,
  { prefix, delimiter }: Pick<KeyQuery, 'prefix' | 'delimiter'>,
): string | undefined {
  if (delimiter === '') return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

function lastOf(entries: readonly Entry[]): string {
  return entries.at(-1)?.key ?? '';
}
