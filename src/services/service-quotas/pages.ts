import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { badToken } from './errors.ts';

const PAGE_ITEMS = 100;

interface PageInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

/** The token rules of one listing; `about` is every further input that it depends on. */
export function pageOf(call: Call, input: PageInput, about: string) {
  const kind = `service-quotas:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  const after =
    input.NextToken === undefined ? undefined : decodeMarker(kind, scope, input.NextToken);
  if (input.NextToken !== undefined && after === undefined) throw badToken();
  return {
    limit: input.MaxResults ?? PAGE_ITEMS,
    after,
    next: (last: Cursor | undefined): { readonly NextToken?: string } =>
      last === undefined ? {} : { NextToken: encodeMarker(kind, scope, last) },
  };
}

/** A page of a list that is at hand, by the position of its entries. */
export function pageOfList<T>(call: Call, input: PageInput, list: readonly T[], about: string) {
  const page = pageOf(call, input, about);
  const start = page.after === undefined ? 0 : Number(page.after.key);
  const end = start + page.limit;
  const last = end < list.length ? { key: String(end), id: '' } : undefined;
  return { items: list.slice(start, end), next: page.next(last) };
}
