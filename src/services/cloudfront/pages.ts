import { invalidArgument } from './errors.ts';

const ITEMS_MAX = 100;

interface PageInput {
  readonly Marker?: string | undefined;
  readonly MaxItems?: string | undefined;
}

export interface Page<T> {
  readonly Marker: string;
  readonly NextMarker?: string;
  readonly MaxItems: number;
  readonly IsTruncated: boolean;
  readonly Quantity: number;
  readonly Items?: readonly T[];
}

/** One page of a list, by the id of what comes behind it. Errors: InvalidArgument. */
export function pageOf<T extends { readonly Id: string }>(
  { Marker = '', MaxItems = String(ITEMS_MAX) }: PageInput,
  all: readonly T[],
): Page<T> {
  const most = Number(MaxItems);
  if (!Number.isInteger(most) || most < 1 || most > ITEMS_MAX) {
    throw invalidArgument('The MaxItems parameter is not valid.');
  }
  const sorted = [...all].sort((one, other) => (one.Id < other.Id ? -1 : 1));
  const rest = Marker === '' ? sorted : sorted.filter(({ Id }) => Id > Marker);
  const items = rest.slice(0, most);
  const last = items.at(-1);
  const isTruncated = rest.length > items.length;
  return {
    Marker,
    ...(isTruncated && last !== undefined ? { NextMarker: last.Id } : {}),
    MaxItems: most,
    IsTruncated: isTruncated,
    Quantity: items.length,
    ...(items.length === 0 ? {} : { Items: items }),
  };
}
