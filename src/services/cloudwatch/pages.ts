import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidNextToken } from './errors.ts';

/** Where a listing goes on, as its `NextToken` says. `about` is every further input that it depends on. */
export function pageOf(call: Call, token: string | undefined, about: readonly unknown[]) {
  const kind = `cloudwatch:${call.operation}`;
  const { account, region } = call.scope;
  const place = JSON.stringify([account, region, ...about]);
  const after = token === undefined ? undefined : decodeMarker(kind, place, token);
  if (token !== undefined && after === undefined) throw invalidNextToken();
  return {
    after: after === undefined ? {} : { after },
    answer: (last: Cursor | undefined) =>
      last === undefined ? {} : { NextToken: encodeMarker(kind, place, last) },
  };
}
