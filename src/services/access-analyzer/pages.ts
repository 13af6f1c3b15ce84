import type { Call } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { validation } from './errors.ts';

const ITEMS_DEFAULT = 100;

interface PageInput {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

/** A page of a list by the position of its entries; `about` is every further input it depends on. */
export function pageOfList<T>(call: Call, input: PageInput, about: string, list: readonly T[]) {
  const kind = `access-analyzer:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  const { nextToken: token } = input;
  const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && after === undefined) throw validation('Invalid nextToken');
  const start = after === undefined ? 0 : Number(after.key);
  const end = start + (input.maxResults ?? ITEMS_DEFAULT);
  const items = list.slice(start, end);
  if (end >= list.length) return { items, answer: {} };
  return { items, answer: { nextToken: encodeMarker(kind, scope, { key: String(end), id: '' }) } };
}
