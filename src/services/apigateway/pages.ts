import type { Collection, Document } from '../../contract/collection.ts';
import type { Call } from '../../contract/operation.ts';
import type { Cursor, ListQuery, View } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { badRequest } from './errors.ts';

const LIMIT_DEFAULT = 25;
const LIMIT_MAX = 500;

interface PageInput {
  readonly position?: string | undefined;
  readonly limit?: number | undefined;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly position?: string;
}

function limitOf({ limit = LIMIT_DEFAULT }: PageInput): number {
  // AWS takes what is out of its range as the end of it that is nearer.
  return Math.min(Math.max(limit, 1), LIMIT_MAX);
}

function placeOf({ operation, scope }: Call, about: string) {
  return {
    kind: `apigateway:${operation}`,
    at: `${scope.account}/${scope.region}/${about}`,
  };
}

function afterOf(call: Call, { position }: PageInput, about: string): Cursor | undefined {
  if (position === undefined) return undefined;
  const { kind, at } = placeOf(call, about);
  const after = decodeMarker(kind, at, position);
  if (after === undefined) throw badRequest('Invalid position parameter');
  return after;
}

/** Whether there are as many as there may be, at most 1,000. */
export async function isFull<T extends Document>(
  view: View,
  collection: Collection<T>,
  most: number,
  where: Pick<ListQuery, 'index' | 'prefix'> = {},
): Promise<boolean> {
  const { items } = await view.list(collection, { ...where, limit: most });
  return items.length >= most;
}

/** A page of what is at hand as a whole, by its keys. */
export function pageOf<T>(
  call: Call,
  input: PageInput,
  about: string,
  all: Readonly<Record<string, T>>,
): Page<T> {
  const after = afterOf(call, input, about)?.key ?? '';
  const keys = Object.keys(all)
    .sort()
    .filter((key) => key > after);
  const limit = limitOf(input);
  const items = keys.slice(0, limit).flatMap((key) => {
    const item = all[key];
    return item === undefined ? [] : [item];
  });
  const last = keys[limit - 1];
  if (last === undefined || keys.length <= limit) return { items };
  const { kind, at } = placeOf(call, about);
  return { items, position: encodeMarker(kind, at, { key: last, id: last }) };
}

/** A page of a collection, of those documents that are wanted. */
export async function pageOfCollection<T extends Document>(
  { call, view }: { readonly call: Call; readonly view: View },
  input: PageInput,
  collection: Collection<T>,
  where: Pick<ListQuery, 'index' | 'prefix'> & {
    readonly about?: string;
    readonly wanted?: (document: T) => boolean;
  } = {},
): Promise<Page<T>> {
  const { wanted = () => true, about = where.prefix ?? '', index, prefix } = where;
  const query = {
    ...(index === undefined ? {} : { index }),
    ...(prefix === undefined ? {} : { prefix }),
  };
  let after = afterOf(call, input, about);
  const most = limitOf(input);
  const items: T[] = [];
  for (;;) {
    const limit = most - items.length;
    const page = await view.list(collection, {
      ...query,
      limit,
      ...(after === undefined ? {} : { after }),
    });
    items.push(...page.items.map(({ document }) => document).filter(wanted));
    after = page.last;
    if (after === undefined) return { items };
    if (items.length >= most) {
      const { kind, at } = placeOf(call, about);
      return { items, position: encodeMarker(kind, at, after) };
    }
  }
}
