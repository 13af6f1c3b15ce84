import { createHash } from 'node:crypto';
import type { EbsOperations } from '../../../models/ebs/types.ts';
import type { BlobRef } from '../../contract/blobs.ts';
import type { ActingOperationOf, OperationOf, RequestBody } from '../../contract/operation.ts';
import {
  BLOCK_BYTES,
  BLOCKS_PER_GIB,
  type DataKey,
  type ShelvedSnapshot,
  type SnapshotShelf,
} from '../ec2/storage/port.ts';
import { requireBlockToken } from './block-tokens.ts';
import { invalid } from './errors.ts';
import { onSnapshot, readableSnapshot, usingKey, writtenSnapshot } from './snapshots.ts';

interface Prepared {
  readonly snapshot: ShelvedSnapshot;
  readonly key: DataKey;
}

/** The block is read once its writer is known to be allowed and the data key is open. */
export function createPutSnapshotBlock(
  shelf: SnapshotShelf,
): ActingOperationOf<EbsOperations, 'PutSnapshotBlock', Prepared, BlobRef> {
  return {
    name: 'PutSnapshotBlock',
    access: 'write',
    eventCategory: 'data',
    authorize: async ({ SnapshotId }, context) => [await onSnapshot(shelf, context, SnapshotId)],
    prepare: async (input, context) => {
      const snapshot = await writable(input, context);
      if (input.DataLength !== BLOCK_BYTES) {
        throw invalid('INVALID_BLOCK', `The length of a block must be ${BLOCK_BYTES} bytes.`);
      }
      return { snapshot, key: await usingKey(() => shelf.openKey(context, snapshot)) };
    },
    act: async ({ BlockIndex, Checksum }, { snapshot, key }, body) => {
      const bytes = await blockIn(body);
      if (checksumOf(bytes) !== Checksum) {
        throw invalid('INVALID_BLOCK', 'The checksum does not match the data of the block.');
      }
      return shelf.write(snapshot, key, BlockIndex, once(bytes));
    },
    handle: async (input, context, blob) => {
      const snapshot = await writable(input, context);
      const { Checksum: checksum, ChecksumAlgorithm } = input;
      const block = { blob, checksum, written: context.call.now };
      await shelf.place(context.unit, snapshot, input.BlockIndex, block);
      return { Checksum: checksum, ChecksumAlgorithm };
    },
  };

  async function writable(
    { SnapshotId, BlockIndex }: EbsOperations['PutSnapshotBlock']['input'],
    context: Parameters<typeof writtenSnapshot>[1],
  ): Promise<ShelvedSnapshot> {
    const snapshot = await writtenSnapshot(shelf, context, SnapshotId);
    if (snapshot.written?.isSealed === true) {
      throw invalid('INVALID_SNAPSHOT_ID', `The snapshot '${SnapshotId}' takes no more blocks.`);
    }
    if (BlockIndex >= snapshot.sizeGiB * BLOCKS_PER_GIB) {
      throw invalid('INVALID_BLOCK', `The block ${BlockIndex} is beyond the end of the volume.`);
    }
    return snapshot;
  }
}

async function blockIn({ bytes }: RequestBody): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > BLOCK_BYTES) break;
    pieces.push(Buffer.from(piece));
  }
  if (length === BLOCK_BYTES) return Buffer.concat(pieces);
  throw invalid('INVALID_BLOCK', `A block must have ${BLOCK_BYTES} bytes.`);
}

function checksumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export function createGetSnapshotBlock(
  shelf: SnapshotShelf,
): OperationOf<EbsOperations, 'GetSnapshotBlock'> {
  return {
    name: 'GetSnapshotBlock',
    access: 'read',
    eventCategory: 'data',
    authorize: async ({ SnapshotId }, context) => [await onSnapshot(shelf, context, SnapshotId)],
    handle: async ({ SnapshotId, BlockIndex, BlockToken }, context) => {
      const snapshot = await readableSnapshot(shelf, context, SnapshotId);
      const block = await shelf.at(context.unit, snapshot, BlockIndex);
      requireBlockToken(BlockToken, snapshot.id, BlockIndex, block, context.call.now);
      const key = await usingKey(() => shelf.openKey(context, snapshot));
      return {
        DataLength: block.blob.size,
        Checksum: block.checksum,
        ChecksumAlgorithm: 'SHA256',
        BlockData: shelf.read(block, key),
      };
    },
  };
}
