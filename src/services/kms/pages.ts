import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidMarker } from './errors.ts';

interface PageInput {
  readonly Limit?: number | undefined;
  readonly Marker?: string | undefined;
}

interface PageAnswer {
  readonly Truncated: boolean;
  readonly NextMarker?: string;
}

/** The marker rules of one KMS listing; `about` is every further input that the listing depends on. */
export function pageOf(call: Call, input: PageInput, defaultLimit: number, about = '') {
  const kind = `kms:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  const after = input.Marker === undefined ? undefined : decodeMarker(kind, scope, input.Marker);
  if (input.Marker !== undefined && after === undefined) throw invalidMarker(input.Marker);
  return {
    limit: input.Limit ?? defaultLimit,
    after,
    answer: (last: Cursor | undefined): PageAnswer =>
      last === undefined
        ? { Truncated: false }
        : { Truncated: true, NextMarker: encodeMarker(kind, scope, last) },
  };
}

/** A page of a list that stands in one document, in its order, by the position of its entries. */
export function pageOfList<T>(
  list: readonly T[],
  page: { readonly limit: number; readonly after: Cursor | undefined },
): { readonly items: readonly T[]; readonly last: Cursor | undefined } {
  const start = page.after === undefined ? 0 : Number(page.after.key);
  const end = start + page.limit;
  const last = end < list.length ? { key: String(end), id: '' } : undefined;
  return { items: list.slice(start, end), last };
}
