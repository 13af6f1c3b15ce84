import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidInput } from './errors.ts';

const RESULTS_DEFAULT = 20;

interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

interface PageAnswer {
  readonly NextToken?: string;
}

export interface Page {
  /** `ListQuery` of the page. */
  readonly query: { readonly limit: number; readonly after?: Cursor };
  answer(last: Cursor | undefined): PageAnswer;
}

/** The token rules of one listing; `about` is every further input that it depends on. */
export function pageOf(call: Call, input: PageInput, about = ''): Page {
  const kind = `organizations:${call.operation}`;
  const scope = `${call.scope.account}/${about}`;
  const { NextToken: token } = input;
  const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && after === undefined) {
    throw invalidInput('INVALID_NEXT_TOKEN', 'You provided an invalid token value for NextToken.');
  }
  const limit = input.MaxResults ?? RESULTS_DEFAULT;
  return {
    query: after === undefined ? { limit } : { limit, after },
    answer: (last) => (last === undefined ? {} : { NextToken: encodeMarker(kind, scope, last) }),
  };
}

/** A page of a list that stands in one document, by the position of its entries. */
export function pageOfList<T>(list: readonly T[], page: Page) {
  const start = page.query.after === undefined ? 0 : Number(page.query.after.key);
  const end = start + page.query.limit;
  const last = end < list.length ? { key: String(end), id: '' } : undefined;
  return { items: list.slice(start, end), answer: page.answer(last) };
}
