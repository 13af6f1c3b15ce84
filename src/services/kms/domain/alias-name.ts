import { ALIAS_PREFIX } from './key-reference.ts';

export const AWS_ALIAS_PREFIX = 'alias/aws/';
/** More aliases than these make conditions on `kms:ResourceAliases` fail. */
export const ALIASES_PER_KEY_MAX = 50;

const NAME = /^alias\/[a-zA-Z0-9/_-]+$/;

export type AliasFault = 'prefix' | 'reserved' | 'characters';

/** What is wrong with a name that a caller wants to give; undefined when nothing is. */
export function aliasFault(name: string): AliasFault | undefined {
  if (!name.startsWith(ALIAS_PREFIX)) return 'prefix';
  if (name.startsWith(AWS_ALIAS_PREFIX)) return 'reserved';
  return NAME.test(name) ? undefined : 'characters';
}
