import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidParameterValue } from './errors.ts';

const ITEMS_DEFAULT = 50;

interface PageInput {
  readonly MaxItems?: number | undefined;
  readonly Marker?: string | undefined;
}

/** The marker rules of one listing; `about` is every further input that it depends on. */
export function pageOf(call: Call, input: PageInput, about = '') {
  const kind = `lambda:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  const { Marker: marker } = input;
  const after = marker === undefined ? undefined : decodeMarker(kind, scope, marker);
  if (marker !== undefined && after === undefined) {
    throw invalidParameterValue('The provided marker is not valid.');
  }
  const limit = Math.min(input.MaxItems ?? ITEMS_DEFAULT, ITEMS_DEFAULT);
  return {
    query: after === undefined ? { limit } : { limit, after },
    answer: (last: Cursor | undefined) =>
      last === undefined ? {} : { NextMarker: encodeMarker(kind, scope, last) },
  };
}
