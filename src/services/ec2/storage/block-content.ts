import type { BlobRef, Blobs } from '../../../contract/blobs.ts';
import type { Scope } from '../../../core/scope.ts';
import type { ByteStream } from '../../../model/types.ts';
import { deriveKey } from '../../../crypto/sealing.ts';

/** The data key of a volume or snapshot, in clear; undefined where it is not encrypted. Never stored. */
export type DataKey = Buffer | undefined;

/**
 * A block is encrypted under a key of its own, made of the data key and the block's index: a block that is moved to another
 * place can't be read there.
 */
export function writeBlock(
  blobs: Blobs,
  scope: Scope,
  key: DataKey,
  index: number,
  bytes: ByteStream,
): Promise<BlobRef> {
  return blobs.write(scope, bytes, blockKey(key, index));
}

export function readBlock(
  blobs: Blobs,
  block: { readonly scope: Scope; readonly blob: BlobRef; readonly index: number },
  key: DataKey,
): ByteStream {
  return blobs.read(block.scope, block.blob, undefined, blockKey(key, block.index));
}

function blockKey(key: DataKey, index: number): Buffer | undefined {
  return key === undefined ? undefined : deriveKey(key, `ebs block ${index}`);
}
