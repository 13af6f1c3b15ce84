import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidNextToken } from './errors.ts';

/** Where a listing goes on. `about` is every further input that it depends on. */
export function afterOf(call: Call, token: string | undefined, about = ''): Cursor | undefined {
  if (token === undefined) return undefined;
  const cursor = decodeMarker(`logs:${call.operation}`, placeOf(call, about), token);
  if (cursor === undefined) throw invalidNextToken();
  return cursor;
}

export function tokenOf(call: Call, cursor: Cursor, about = ''): string {
  return encodeMarker(`logs:${call.operation}`, placeOf(call, about), cursor);
}

/** The token as an answer has it, where there is more. */
export function nextToken(call: Call, last: Cursor | undefined, about = '') {
  return last === undefined ? {} : { nextToken: tokenOf(call, last, about) };
}

function placeOf({ scope }: Call, about: string): string {
  return `${scope.account}/${scope.region}/${about}`;
}
