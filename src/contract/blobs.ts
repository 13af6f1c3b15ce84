import type { ByteStream } from '../model/types.ts';
import type { Scope } from '../core/scope.ts';
import type { Instant } from '../core/time.ts';
import type { Unit } from './view.ts';

/** An immutable stream that was kept. Whoever names it in a document keeps this. */
export interface BlobRef {
  /** 32 hexadecimal digits, random. */
  readonly name: string;
  /** Bytes of the content. */
  readonly size: number;
}

/** Bytes `first` to `last`, both included, from 0. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Large content beside the documents: encrypted, never held whole in memory. `scope` is the account and Region whose key
 * encrypts a blob; it is needed to read it again. So is `dataKey` where one was given: 32 bytes that this process forgets,
 * without which the scope's key opens nothing; 64 bytes are the keys of two layers, one within the other.
 */
export interface Blobs {
  /** Resolves when the bytes are durable. An error of the stream leaves nothing behind. */
  write(scope: Scope, bytes: ByteStream, dataKey?: Uint8Array): Promise<BlobRef>;
  /** Fails where bytes are missing, were changed, or belong to another blob; all before are as written. */
  read(scope: Scope, blob: BlobRef, range?: ByteRange, dataKey?: Uint8Array): ByteStream;
  /**
   * The same content as a blob of another account or Region, chunk by chunk as it is encrypted: who has no data key can
   * copy a blob, and the same data key opens the copy. Resolves when the bytes are durable.
   */
  copy(from: Scope, blob: BlobRef, to: Scope): Promise<BlobRef>;
  /** Keeps a blob from the sweep. A blob that no unit named goes after a day. */
  name(unit: Unit, scope: Scope, blob: BlobRef): void;
  /** Orders its deletion, after those who read it now have done so. */
  unname(unit: Unit, scope: Scope, blob: BlobRef, now: Instant): void;
}
