import { createHash } from 'node:crypto';
import type { Call } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidNextToken } from './errors.ts';

const ROWS_MAX = 1_000;

interface PageInput {
  readonly NextPageToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

/** A page of rows, by their places. A token serves the same question alone. Errors: InvalidNextTokenException. */
export function pageOfRows<T>(
  call: Call,
  input: PageInput,
  rows: readonly T[],
): { readonly rows: readonly T[]; readonly next: { readonly NextPageToken?: string } } {
  const { NextPageToken, ...question } = input;
  const about = createHash('sha256').update(JSON.stringify(question)).digest('base64url');
  const kind = `ce:${call.operation}`;
  const scope = `${call.scope.account}/${about}`;
  const after = NextPageToken === undefined ? undefined : decodeMarker(kind, scope, NextPageToken);
  if (NextPageToken !== undefined && after === undefined) throw invalidNextToken();
  const start = after === undefined ? 0 : Number(after.key);
  const end = start + Math.min(input.MaxResults ?? ROWS_MAX, ROWS_MAX);
  const isLast = end >= rows.length;
  const next = { key: String(end), id: '' };
  return {
    rows: rows.slice(start, end),
    next: isLast ? {} : { NextPageToken: encodeMarker(kind, scope, next) },
  };
}
