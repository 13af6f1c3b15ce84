import type { BlobRef } from '../../../contract/blobs.ts';
import type { Context } from '../../../contract/operation.ts';
import type { ResourceKind } from '../../../contract/resource.ts';
import type { Unit, View } from '../../../contract/view.ts';
import type { ByteStream } from '../../../model/types.ts';
import type { Tags } from '../../../core/tags.ts';
import type { DataKey } from './block-content.ts';
import type { BlockDocument } from './layer-state.ts';
import type { FoundBlock } from './layers.ts';
import type { SnapshotDocument } from './state.ts';

export type { DataKey, FoundBlock };

/** Bytes of every block, and blocks in a GiB. */
export const BLOCK_BYTES = 524_288;
export const BLOCKS_PER_GIB = 2_048;

/** A snapshot's document. */
export type ShelvedSnapshot = SnapshotDocument;

/** What a client asks for that writes a snapshot block by block. */
export interface WantedSnapshot {
  readonly sizeGiB: number;
  readonly parent: ShelvedSnapshot | undefined;
  /** The KMS key of one without a parent, by any of its names; undefined: it is not encrypted. */
  readonly keyId: string | undefined;
  readonly description: string;
  readonly tags: Tags;
  readonly timeoutMs: number;
}

/** Snapshots as EBS's direct API sees them: block by block. */
export interface SnapshotShelf {
  /** By id; another account's where it is shared with the caller's. */
  readonly kind: ResourceKind<ShelvedSnapshot>;
  /** Whether anybody has a snapshot of that id in the Region. */
  exists(unit: Unit, id: string, region: string): Promise<boolean>;
  /** The key of what is new and names none; undefined: it is not encrypted. */
  defaultKeyId(view: View, isAsked: boolean): Promise<string | undefined>;
  /** The tags of a request. Errors: those of EC2. */
  tagsOf(given: readonly { readonly Key?: string; readonly Value?: string }[]): Tags;
  /**
   * A new snapshot, which takes blocks until it is sealed, or the one that an earlier request with the same token made.
   * Errors: those of KMS, and IdempotentParameterMismatch.
   */
  start(
    context: Context,
    input: object,
    wanted: () => Promise<WantedSnapshot>,
  ): Promise<ShelvedSnapshot>;
  /** The data key, as far as the caller may use the KMS key. Errors: those of KMS. */
  openKey(context: Context, snapshot: ShelvedSnapshot): Promise<DataKey>;
  /** Durable, and nobody's until it is placed. */
  write(
    snapshot: ShelvedSnapshot,
    key: DataKey,
    index: number,
    bytes: ByteStream,
  ): Promise<BlobRef>;
  place(unit: Unit, snapshot: ShelvedSnapshot, index: number, block: BlockDocument): Promise<void>;
  /** Undefined: nothing was ever written there. */
  at(unit: Unit, snapshot: ShelvedSnapshot, index: number): Promise<FoundBlock | undefined>;
  read(block: FoundBlock, key: DataKey): ByteStream;
  /** By index, from `first` on. */
  list(unit: Unit, snapshot: ShelvedSnapshot, first: number): AsyncGenerator<FoundBlock>;
  /** Those alone that were written to it, not its parent's. */
  listOwn(unit: Unit, snapshot: ShelvedSnapshot): AsyncGenerator<FoundBlock>;
  /** No more blocks are taken; it is completed soon. */
  seal(context: Context, snapshot: ShelvedSnapshot): Promise<void>;
}
