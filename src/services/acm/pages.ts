import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import type { ServiceError } from '../../core/errors.ts';
import { decodeMarker, encodeMarker, type PageCursor } from '../../core/pages.ts';

/** The token rules of one listing; `about` is every further input that the listing depends on. */
export function pageOf(
  call: Call,
  token: string | undefined,
  about: object,
  invalid: () => ServiceError,
): { readonly after: PageCursor | undefined; readonly next: (last: Cursor) => string } {
  const kind = `acm:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${JSON.stringify(about)}`;
  const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && after === undefined) throw invalid();
  return { after, next: (last) => encodeMarker(kind, scope, last) };
}
