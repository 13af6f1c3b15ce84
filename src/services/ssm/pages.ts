import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidNextToken } from './errors.ts';

/** Where a listing begins, and the token to go on. `about` is every further input that it depends on. */
export function pageOf(call: Call, token: string | undefined, about: unknown) {
  const kind = `ssm:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${JSON.stringify(about)}`;
  const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && after === undefined) throw invalidNextToken();
  return {
    after,
    answer: (last: Cursor | undefined): { readonly NextToken?: string } =>
      last === undefined ? {} : { NextToken: encodeMarker(kind, scope, last) },
  };
}
