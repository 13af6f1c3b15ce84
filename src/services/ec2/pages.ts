import type { Collection, Document } from '../../contract/collection.ts';
import type { Call, ResolveContext } from '../../contract/operation.ts';
import type { Cursor, ListPage, ListQuery, View } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidCombination, invalidNextToken, invalidParameterValue } from './errors.ts';

const BATCH = 1_000;
const LEAST = 5;
const MOST = 1_000;

export interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly NextToken?: string;
}

export interface PageLimits {
  readonly least?: number;
  readonly most?: number;
}

/** Gives the documents after a place, in the order of their ids. */
export type Lister<T> = (query: ListQuery) => Promise<ListPage<T>>;

/**
 * One page of what is wanted, with the token of the next. A token serves the same request alone.
 * Errors: InvalidParameterValue, InvalidNextToken.
 */
export async function pageOf<T>(
  call: Call,
  input: PageInput,
  list: Lister<T>,
  wanted: (item: T) => boolean,
  limits: PageLimits = {},
): Promise<Page<T>> {
  const limit = limitOf(input, limits);
  const found: { readonly item: T; readonly at: Cursor }[] = [];
  let after = startOf(call, input);
  do {
    const page: ListPage<T> = await list({ limit: BATCH, ...(after && { after }) });
    for (const { id, key, document } of page.items) {
      if (found.length <= limit && wanted(document))
        found.push({ item: document, at: { id, key } });
    }
    after = page.last;
  } while (after !== undefined && found.length <= limit);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length <= limit || last === undefined) return { items: items.map(({ item }) => item) };
  const NextToken = encodeMarker(kindOf(call), scopeOf(call, input), last.at);
  return { items: items.map(({ item }) => item), NextToken };
}

/** Lists a collection in the caller's scope. */
export function listerOf<T extends Document>(view: View, collection: Collection<T>): Lister<T> {
  return (query) => view.list(collection, query);
}

/** Lists what is already at hand, by the ids of its items. */
export function listerOfAll<T extends { readonly id: string }>(all: readonly T[]): Lister<T> {
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return async ({ after, limit }) => {
    const rest = after === undefined ? sorted : sorted.filter(({ id }) => id > after.id);
    const items = rest
      .slice(0, limit)
      .map((document) => ({ id: document.id, key: document.id, document }));
    const last = items.at(-1);
    return { items, last: rest.length > items.length ? last : undefined };
  };
}

/** Errors: InvalidParameterCombination where ids are named and pages are asked for. */
export function refuseIdsWithPages(
  ids: readonly string[] | undefined,
  { MaxResults }: PageInput,
  name: string,
): void {
  if ((ids ?? []).length > 0 && MaxResults !== undefined) {
    throw invalidCombination(`The parameter ${name} cannot be used with the parameter maxResults`);
  }
}

/** What is named, each found or an error that says which are not; `undefined` where nothing is named. */
export async function namedOf<T extends Document>(
  { view }: Pick<ResolveContext, 'view'>,
  collection: Collection<T>,
  ids: readonly string[] | undefined,
  notFound: (missing: readonly string[]) => Error,
): Promise<readonly T[] | undefined> {
  if (ids === undefined || ids.length === 0) return undefined;
  const wanted = [...new Set(ids)];
  const found = await Promise.all(wanted.map((id) => view.get(collection, id)));
  const missing = wanted.filter((_, index) => found[index] === undefined);
  if (missing.length > 0) throw notFound(missing);
  return found.filter((document) => document !== undefined);
}

function limitOf({ MaxResults }: PageInput, { least = LEAST, most = MOST }: PageLimits): number {
  if (MaxResults === undefined) return most;
  if (MaxResults < least) {
    throw invalidParameterValue(
      `Value ( ${MaxResults} ) for parameter maxResults is invalid. Expecting a value greater than ${least}.`,
    );
  }
  return Math.min(MaxResults, most);
}

function startOf(call: Call, input: PageInput): Cursor | undefined {
  const { NextToken } = input;
  if (NextToken === undefined || NextToken === '') return undefined;
  const cursor = decodeMarker(kindOf(call), scopeOf(call, input), NextToken);
  if (cursor === undefined) throw invalidNextToken();
  return cursor;
}

function kindOf({ operation }: Call): string {
  return `ec2:${operation}`;
}

/** Everything that the next page depends on, but the size of pages. */
function scopeOf({ scope }: Call, input: PageInput): string {
  const { MaxResults: _size, NextToken: _token, ...rest } = input;
  return JSON.stringify([scope.account, scope.region, rest]);
}
