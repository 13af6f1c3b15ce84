import type { Call } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { nextTokenInvalid } from './errors.ts';

/** Tokens of one listing; `about` is every further input that the next page depends on. */
export function tokens(call: Call, about: string) {
  const kind = `config:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  return {
    /** Errors: InvalidNextTokenException. */
    read: (token: string | undefined): Cursor | undefined => {
      if (token === undefined || token === '') return undefined;
      const cursor = decodeMarker(kind, scope, token);
      if (cursor === undefined) throw nextTokenInvalid();
      return cursor;
    },
    write: (cursor: Cursor): string => encodeMarker(kind, scope, cursor),
  };
}

interface PageInput {
  readonly token: string | undefined;
  /** 0 and undefined ask for the usual number. */
  readonly limit: number | undefined;
  readonly usual: number;
  readonly about: string;
}

/** A page of a list that is at hand, by the position of its entries. */
export function pageOfList<T>(call: Call, list: readonly T[], input: PageInput) {
  const { read, write } = tokens(call, input.about);
  const start = Number(read(input.token)?.key ?? 0);
  const end = start + (input.limit === undefined || input.limit === 0 ? input.usual : input.limit);
  const next = end < list.length ? write({ key: String(end), id: '' }) : undefined;
  return { items: list.slice(start, end), next };
}
