import type { BlobRef } from '../../../contract/blobs.ts';
import type { Collection } from '../../../contract/collection.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';

/** Names a layer, and where its blocks are: in the account and Region that wrote them. */
export interface LayerRef {
  readonly id: string;
  readonly scope: Scope;
}

/**
 * Blocks that volumes and snapshots have in common. A layer is written while its snapshot is pending and never again, so
 * that whatever is made of a snapshot or a volume shares its layer instead of copying it. What it does not have, its parent
 * has.
 */
export interface LayerDocument extends LayerRef {
  readonly parent?: LayerRef;
  /** Volumes, snapshots, copies in progress and layers that need it. */
  readonly uses: number;
  /** Clients may still write to it. */
  readonly isOpen: boolean;
}

/** One block of 512 KiB. */
export interface BlockDocument {
  readonly blob: BlobRef;
  /** SHA-256 of the clear content, base64. */
  readonly checksum: string;
  readonly written: Instant;
}

function regional<T extends object>(
  name: string,
  sealed: boolean,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return { name, scope: 'regional', sealed, shape: 1, upgrades: {}, indexes };
}

/** By id. */
export const layers = regional<LayerDocument>('ec2.storageLayer', false, {
  parent: ({ parent }) => (parent === undefined ? [] : [parent.id]),
});

/** By `blockId`. Sealed, since a checksum tells of the content. */
export const blocks = regional<BlockDocument>('ec2.storageBlock', true, {
  written: ({ written }, id) => [`${id.slice(0, id.indexOf('/'))}/${sortable(written, 15)}`],
});

/** Digits of the greatest block index: a volume has at most 64 TiB. */
const INDEX_DIGITS = 9;

export function blockId(layer: string, index: number): string {
  return `${layer}/${sortable(index, INDEX_DIGITS)}`;
}

export function indexOf(id: string): number {
  return Number(id.slice(id.indexOf('/') + 1));
}

function sortable(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
