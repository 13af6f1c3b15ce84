import type { Call } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidParameter } from './errors.ts';

const ITEMS_DEFAULT = 50;

interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** A page of a list by the position of its entries; `about` is every further input it depends on. */
export function pageOfList<T>(call: Call, input: PageInput, about: string, list: readonly T[]) {
  const kind = `guardduty:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  const { NextToken: token = '' } = input;
  const after = token === '' ? undefined : decodeMarker(kind, scope, token);
  if (token !== '' && after === undefined) throw invalidParameter('nextToken');
  const start = after === undefined ? 0 : Number(after.key);
  const end = start + (input.MaxResults ?? ITEMS_DEFAULT);
  const items = list.slice(start, end);
  // The end of a list is an empty token, as GuardDuty's answers have it.
  const next = end >= list.length ? '' : encodeMarker(kind, scope, { key: String(end), id: '' });
  return { items, answer: { NextToken: next } };
}
