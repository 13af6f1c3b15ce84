import type { UriFragment } from '../../../models/wafv2/types.ts';
import { ABSENT, type Field, settled, single } from './reading.ts';

/** UriPath: as sent, neither decoded nor normalised. */
export const uriPath: Field = {
  id: 'path',
  location: 'URI',
  read: ({ request }) => single(request.path),
};

/** QueryString: as sent, behind the question mark. A request without one has no such part. */
export const queryString: Field = {
  id: 'query',
  location: 'QUERY_STRING',
  read: ({ request }) => (request.query === '' ? ABSENT : single(request.query)),
};

/** Method: as sent; case matters. */
export const method: Field = {
  id: 'method',
  location: 'METHOD',
  read: ({ request }) => single(request.method),
};

/** UriFragment: what stands behind `#`. Browsers never send it; where it is missing the fallback decides. */
export function uriFragment({ FallbackBehavior }: UriFragment): Field {
  return {
    id: `fragment:${FallbackBehavior}`,
    location: 'URI_FRAGMENT',
    read: ({ request: { fragment } }) =>
      fragment === undefined ? settled(FallbackBehavior === 'MATCH') : single(fragment),
  };
}
