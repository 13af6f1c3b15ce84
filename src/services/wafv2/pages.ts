import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidMarker } from './errors.ts';

interface PageInput {
  readonly Limit?: number | undefined;
  readonly NextMarker?: string | undefined;
}

/** The marker rules of one listing; `about` is every further input that the listing depends on. */
export function pageOf(call: Call, input: PageInput, defaultLimit: number, about: string) {
  const kind = `wafv2:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  const { NextMarker: marker } = input;
  const found = marker === undefined ? undefined : decodeMarker(kind, scope, marker);
  if (marker !== undefined && found === undefined) throw invalidMarker(marker);
  return {
    limit: input.Limit ?? defaultLimit,
    after: found === undefined ? undefined : { key: found.key, id: found.key },
    // Listings are by id, which is the key as well: said once, the longest name fits into a marker's 256 characters.
    answer: (last: Cursor | undefined) =>
      last === undefined
        ? {}
        : { NextMarker: encodeMarker(kind, scope, { key: last.key, id: '' }) },
  };
}

/** A page of a list that is at hand, in its order, by the position of its entries. */
export function pageOfList<T>(
  list: readonly T[],
  page: { readonly limit: number; readonly after: Cursor | undefined },
): { readonly items: readonly T[]; readonly last: Cursor | undefined } {
  const start = page.after === undefined ? 0 : Number(page.after.key);
  const end = start + page.limit;
  const last = end < list.length ? { key: String(end), id: '' } : undefined;
  return { items: list.slice(start, end), last };
}
