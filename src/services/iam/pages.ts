import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { validationError } from './errors.ts';

const ITEMS_DEFAULT = 100;

interface PageInput {
  readonly MaxItems?: number | undefined;
  readonly Marker?: string | undefined;
}

export interface PageAnswer {
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}

export interface Page {
  readonly limit: number;
  readonly after: Cursor | undefined;
  answer(last: Cursor | undefined): PageAnswer;
}

/** The marker rules of IAM's listings; `about` is every further input that the listing depends on. */
export function pageOf(call: Call, input: PageInput, about = ''): Page {
  const kind = `iam:${call.operation}`;
  const scope = `${call.scope.account}/${about}`;
  const after = input.Marker === undefined ? undefined : decodeMarker(kind, scope, input.Marker);
  if (input.Marker !== undefined && after === undefined) {
    throw validationError('Invalid Marker. Please use the marker of the previous answer.');
  }
  return {
    limit: input.MaxItems ?? ITEMS_DEFAULT,
    after,
    answer: (last) =>
      last === undefined
        ? { IsTruncated: false }
        : { IsTruncated: true, Marker: encodeMarker(kind, scope, last) },
  };
}

/** A page of a list that stands in one document, by the position of its entries. */
export function pageOfList<T>(
  list: readonly T[],
  page: Page,
): { readonly items: readonly T[]; readonly answer: PageAnswer } {
  const start = page.after === undefined ? 0 : Number(page.after.key);
  const end = start + page.limit;
  const last = end < list.length ? { key: String(end), id: '' } : undefined;
  return { items: list.slice(start, end), answer: page.answer(last) };
}

/** `ListQuery` of a page, without an absent `after`. */
export function queryOf(page: Page): { readonly limit: number; readonly after?: Cursor } {
  return page.after === undefined
    ? { limit: page.limit }
    : { limit: page.limit, after: page.after };
}
