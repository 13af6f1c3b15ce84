import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidParameter } from './errors.ts';

/** AWS's pages have a hundred entries, whatever they list. */
const LIMIT = 100;

export function listed(
  { operation, scope: { account, region } }: Call,
  token: string | undefined,
  what = '',
) {
  const kind = `sns:${operation}`;
  const scope = `${account} ${region} ${what}`;
  const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && after === undefined) {
    throw invalidParameter('NextToken Reason: Illegal value');
  }
  return {
    query: { limit: LIMIT, ...(after === undefined ? {} : { after }) },
    answer: (last: Cursor | undefined) =>
      last === undefined ? {} : { NextToken: encodeMarker(kind, scope, last) },
  };
}
