import type { Call } from '../../contract/operation.ts';
import type { Cursor, ListPage, ListQuery } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { validation } from './errors.ts';

const RESULTS_DEFAULT = 100;

interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** One page of a listing; `about` is every further input that it depends on. Errors: ValidationException. */
export async function pageOf<T>(
  { operation, scope: at }: Call,
  input: PageInput,
  about: string,
  list: (query: ListQuery) => Promise<ListPage<T>>,
  wanted: (document: T) => boolean = () => true,
): Promise<{ readonly documents: readonly T[]; readonly next: { readonly NextToken?: string } }> {
  const kind = `scheduler:${operation}`;
  const scope = `${at.account}/${at.region}/${about}`;
  const { NextToken: token, MaxResults: most = RESULTS_DEFAULT } = input;
  let after: Cursor | undefined;
  if (token !== undefined) {
    after = decodeMarker(kind, scope, token);
    if (after === undefined) throw validation('Invalid NextToken.');
  }
  const documents: T[] = [];
  for (;;) {
    const limit = most - documents.length;
    const page = await list(after === undefined ? { limit } : { limit, after });
    documents.push(...page.items.map(({ document }) => document).filter(wanted));
    after = page.last;
    if (after === undefined) return { documents, next: {} };
    if (documents.length >= most) {
      return { documents, next: { NextToken: encodeMarker(kind, scope, after) } };
    }
  }
}
