import type { Cursor, ListQuery, View } from '../../contract/view.ts';
import { type ParameterDocument, parameters } from './state.ts';

/** Documents that one call looks at. A page may hold fewer than were asked for, and a token to go on. */
const LOOKED_AT_MAX = 500;

export interface Walk {
  /** Where the wanted parameters may stand. */
  readonly place: Pick<ListQuery, 'index' | 'prefix'>;
  readonly after: Cursor | undefined;
  readonly limit: number;
  readonly wanted: (parameter: ParameterDocument) => boolean;
}

export interface Found {
  readonly parameters: readonly ParameterDocument[];
  /** Where to go on; undefined: everything was looked at. */
  readonly last: Cursor | undefined;
}

/** The next parameters that are wanted. What it costs depends on the page, not on how many parameters there are. */
export async function walk(view: View, { place, after, limit, wanted }: Walk): Promise<Found> {
  const found: ParameterDocument[] = [];
  let cursor = after;
  for (let looked = 0; looked < LOOKED_AT_MAX; ) {
    const query = { ...place, limit: looked === 0 ? limit : LOOKED_AT_MAX / 4 };
    const page = await view.list(parameters, {
      ...query,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    for (const [index, { key, id, document }] of page.items.entries()) {
      if (!wanted(document)) continue;
      found.push(document);
      if (found.length < limit) continue;
      const isEnd = page.last === undefined && index === page.items.length - 1;
      return { parameters: found, last: isEnd ? undefined : { key, id } };
    }
    cursor = page.last;
    if (cursor === undefined) break;
    looked += page.items.length;
  }
  return { parameters: found, last: cursor };
}
