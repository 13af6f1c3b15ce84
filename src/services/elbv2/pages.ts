import type { Call } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { validationError } from './errors.ts';

const PAGE_MAX = 400;

interface PageInput {
  readonly Marker?: string | undefined;
  readonly PageSize?: number | undefined;
}

/** One page of a list that is sorted by `keyOf`. `filter` is whatever else the next page depends on. */
export function pageOf<T>(
  call: Call,
  { Marker, PageSize = PAGE_MAX }: PageInput,
  all: readonly T[],
  keyOf: (one: T) => string,
  filter: unknown = null,
): { readonly items: readonly T[]; readonly answer: { readonly NextMarker?: string } } {
  const kind = `elasticloadbalancing:${call.operation}`;
  const scope = JSON.stringify([call.scope.account, call.scope.region, filter]);
  const after = Marker === undefined ? undefined : decodeMarker(kind, scope, Marker);
  if (Marker !== undefined && after === undefined) throw validationError('Invalid marker');
  const sorted = [...all].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const rest = after === undefined ? sorted : sorted.filter((one) => keyOf(one) > after.id);
  const items = rest.slice(0, PageSize);
  const last = items.at(-1);
  if (last === undefined || rest.length === items.length) return { items, answer: {} };
  const id = keyOf(last);
  return { items, answer: { NextMarker: encodeMarker(kind, scope, { key: id, id }) } };
}
