import type { Call } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidParameter } from './errors.ts';

const RECORDS_MIN = 20;
const RECORDS_MAX = 100;

interface PageInput {
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
  readonly Filters?: readonly object[] | undefined;
}

/** One page of a list that is sorted by id. */
export function pageOf<T extends { readonly id: string }>(
  call: Call,
  { MaxRecords = RECORDS_MAX, Marker, Filters = [] }: PageInput,
  all: readonly T[],
): { readonly items: readonly T[]; readonly answer: { readonly Marker?: string } } {
  if (MaxRecords < RECORDS_MIN || MaxRecords > RECORDS_MAX) {
    throw invalidParameter(
      `Invalid value ${MaxRecords} for MaxRecords. Must be between ${RECORDS_MIN} and ${RECORDS_MAX}`,
    );
  }
  const kind = `rds:${call.operation}`;
  const scope = JSON.stringify([call.scope.account, call.scope.region, Filters]);
  const after = Marker === undefined ? undefined : decodeMarker(kind, scope, Marker);
  if (Marker !== undefined && after === undefined) {
    throw invalidParameter('The marker value is not valid.');
  }
  const rest = after === undefined ? all : all.filter(({ id }) => id > after.id);
  const items = rest.slice(0, MaxRecords);
  const last = items.at(-1);
  if (last === undefined || rest.length === items.length) return { items, answer: {} };
  const cursor = { key: last.id, id: last.id };
  return { items, answer: { Marker: encodeMarker(kind, scope, cursor) } };
}
