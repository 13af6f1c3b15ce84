import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidParameter, invalidValue } from './errors.ts';

export const MAX_PAGE = 1_000;

interface Paged {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

/** The page that a listing asks for. `scope` is everything else the listing depends on. */
export function listed(
  { operation, scope: { account, region } }: Call,
  input: Paged,
  what: string,
) {
  const { NextToken: token, MaxResults: limit = MAX_PAGE } = input;
  if (limit < 1 || limit > MAX_PAGE) {
    throw invalidValue(limit, 'MaxResults', 'Must be an integer from 1 to 1000.');
  }
  const kind = `sqs:${operation}`;
  const scope = `${account} ${region} ${what}`;
  const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && after === undefined) throw invalidParameter('Invalid NextToken.');
  return {
    limit,
    after: after === undefined ? {} : { after },
    answer: (last: Cursor | undefined) =>
      last === undefined ? {} : { NextToken: encodeMarker(kind, scope, last) },
  };
}
