import type { Call } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalid } from './errors.ts';

const ITEMS_DEFAULT = 100;

interface PageInput {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** A page of a list by the position of its entries; `about` is every further input it depends on. */
export function pageOfList<T>(call: Call, input: PageInput, about: string, list: readonly T[]) {
  const kind = `inspector2:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  const { nextToken: token = '', maxResults = ITEMS_DEFAULT } = input;
  const after = token === '' ? undefined : decodeMarker(kind, scope, token);
  if (token !== '' && after === undefined) {
    throw invalid('The nextToken is not valid.', 'nextToken');
  }
  const start = after === undefined ? 0 : Number(after.key);
  const end = start + maxResults;
  const items = list.slice(start, end);
  if (end >= list.length) return { items, answer: {} };
  return { items, answer: { nextToken: encodeMarker(kind, scope, { key: String(end), id: '' }) } };
}
