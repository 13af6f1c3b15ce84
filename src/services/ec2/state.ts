import type { Collection } from '../../contract/collection.ts';
import type { Tags } from '../../core/tags.ts';

/** What every resource that can be tagged has. */
export interface Tagged {
  /** `vol-0123456789abcdef0`: also the document's id in its collection. */
  readonly id: string;
  readonly tags: Tags;
}

/** What a request with a ClientToken made. */
export interface TokenDocument {
  /** SHA-256 of the other parameters, in hexadecimal. */
  readonly request: string;
  /** Ids of what was made. */
  readonly made: readonly string[];
}

/** By operation and the token's hash. Kept for a day. */
export const clientTokens: Collection<TokenDocument> = {
  name: 'ec2.clientTokens',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};
