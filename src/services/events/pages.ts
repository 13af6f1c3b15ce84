import type { Call } from '../../contract/operation.ts';
import type { Cursor, ListPage, ListQuery } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { validation } from './errors.ts';

const RESULTS_DEFAULT = 100;

interface PageInput {
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}

export interface Page {
  readonly limit: number;
  readonly after: Cursor | undefined;
  answer(last: Cursor | undefined): { readonly NextToken?: string };
}

/** The token rules of one listing; `about` is every further input that it depends on. */
export function pageOf({ operation, scope: at }: Call, input: PageInput, about: string): Page {
  const kind = `events:${operation}`;
  const scope = `${at.account}/${at.region}/${about}`;
  const { NextToken: token, Limit: limit = RESULTS_DEFAULT } = input;
  const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && after === undefined) throw validation('NextToken is not valid.');
  return {
    limit,
    after,
    answer: (last) => (last === undefined ? {} : { NextToken: encodeMarker(kind, scope, last) }),
  };
}

/** A page of those that `wanted` wants, read in as many steps as it takes. */
export async function filteredPage<T>(
  page: Page,
  list: (query: ListQuery) => Promise<ListPage<T>>,
  wanted: (document: T) => boolean,
): Promise<{ readonly documents: readonly T[]; readonly last: Cursor | undefined }> {
  const documents: T[] = [];
  let { after } = page;
  for (;;) {
    const limit = page.limit - documents.length;
    const query: ListQuery = after === undefined ? { limit } : { limit, after };
    const { items, last } = await list(query);
    documents.push(...items.map(({ document }) => document).filter(wanted));
    after = last;
    if (last === undefined || documents.length >= page.limit) return { documents, last };
  }
}
