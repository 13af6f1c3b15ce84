import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidNextToken } from './errors.ts';

interface PageInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** The token rules of one listing; `about` is every further input that the listing depends on. */
export function pageOf(call: Call, input: PageInput, defaultLimit: number, about = '') {
  const kind = `secretsmanager:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  const { NextToken: token } = input;
  const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && after === undefined) throw invalidNextToken();
  return {
    limit: input.MaxResults ?? defaultLimit,
    after,
    answer: (last: Cursor | undefined) =>
      last === undefined ? {} : { NextToken: encodeMarker(kind, scope, last) },
  };
}
