import type { Call } from '../../contract/operation.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { ListQuery, View } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { validation } from './errors.ts';

const PAGE = 100;

/** One page of a collection, with the token to go on. `about` is every further input that the listing depends on. */
export async function pageOf<T extends Document>(
  {
    call,
    view,
    token,
    about,
  }: {
    readonly call: Call;
    readonly view: View;
    readonly token: string | undefined;
    readonly about: unknown;
  },
  collection: Collection<T>,
  query: Omit<ListQuery, 'limit' | 'after'>,
): Promise<{ readonly documents: readonly T[]; readonly NextToken?: string }> {
  const kind = `cloudformation:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${JSON.stringify(about)}`;
  const after = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && after === undefined) throw validation('Invalid NextToken');
  const { items, last } = await view.list(collection, {
    ...query,
    limit: PAGE,
    ...(after === undefined ? {} : { after }),
  });
  return {
    documents: items.map(({ document }) => document),
    ...(last === undefined ? {} : { NextToken: encodeMarker(kind, scope, last) }),
  };
}
