import type { FunctionUrl } from '../../contract/functions.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';

export interface UrlDocument extends FunctionUrl {
  readonly scope: Scope;
  readonly name: string;
  readonly created: Instant;
  readonly modified: Instant;
}

/** By the URL's id, whoever the function is of. */
export const urls: Collection<UrlDocument> = {
  name: 'lambda.url',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { function: ({ scope, name, qualifier }) => [urlKey(scope, name, qualifier)] },
};

/** Without a qualifier: what those of all qualifiers begin with. */
export function urlKey({ account, region }: Scope, name: string, qualifier?: string): string {
  return `${account}/${region}/${name}/${qualifier ?? ''}`;
}

/** Any scope shows what is global. */
export const GLOBAL = Object.freeze({ account: '', region: '' });
