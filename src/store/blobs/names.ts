import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';

/** A blob that state names. Clear, since a backup and the sweep list them without any key. */
export interface NamedBlob {
  readonly scope: Scope;
  readonly size: number;
}

/** By the blob's name. */
export const namedBlobs: Collection<NamedBlob> = {
  name: 'blobs.named',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export const BLOB_NAME = /^[0-9a-f]{32}$/;

/** Blobs stand in folders by the first two digits of their names. */
export function blobFolder(name: string): string {
  return name.slice(0, 2);
}
