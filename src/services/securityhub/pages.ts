import type { Call } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidInput } from './errors.ts';

interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** A page of a list by the position of its entries; `about` is every further input it depends on. */
export function pageOfList<T>(
  call: Call,
  input: PageInput,
  about: string,
  list: readonly T[],
  most = 100,
) {
  const kind = `securityhub:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  const { NextToken: token } = input;
  const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && after === undefined) throw invalidInput('Invalid NextToken');
  const start = after === undefined ? 0 : Number(after.key);
  const end = start + (input.MaxResults ?? most);
  const items = list.slice(start, end);
  if (end >= list.length) return { items, answer: {} };
  return { items, answer: { NextToken: encodeMarker(kind, scope, { key: String(end), id: '' }) } };
}
