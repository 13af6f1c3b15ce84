import { createHash } from 'node:crypto';
import type { EbsOperations } from '../../../models/ebs/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { ShelvedSnapshot, SnapshotShelf } from '../ec2/storage/port.ts';
import { invalid } from './errors.ts';
import { onSnapshot, writtenSnapshot } from './snapshots.ts';

export function createCompleteSnapshot(
  shelf: SnapshotShelf,
): OperationOf<EbsOperations, 'CompleteSnapshot'> {
  return {
    name: 'CompleteSnapshot',
    access: 'write',
    authorize: async ({ SnapshotId }, context) => [await onSnapshot(shelf, context, SnapshotId)],
    handle: async (input, context) => {
      const snapshot = await writtenSnapshot(shelf, context, input.SnapshotId);
      if (snapshot.written?.isSealed === true) return { Status: snapshot.state };
      const { count, checksum } = await summaryOf(shelf, context, snapshot);
      if (count !== input.ChangedBlocksCount) {
        throw invalid(
          'INVALID_PARAMETER_VALUE',
          `The number of changed blocks is ${count}, not ${input.ChangedBlocksCount}.`,
        );
      }
      if (input.Checksum !== undefined && input.Checksum !== checksum) {
        throw invalid(
          'INVALID_PARAMETER_VALUE',
          'The checksum does not match the checksums of the blocks of the snapshot.',
        );
      }
      await shelf.seal(context, snapshot);
      return { Status: snapshot.state };
    },
  };
}

/** LINEAR: the SHA-256 of the SHA-256 of each written block, by index. */
async function summaryOf(shelf: SnapshotShelf, { unit }: Context, snapshot: ShelvedSnapshot) {
  const hash = createHash('sha256');
  let count = 0;
  for await (const { checksum } of shelf.listOwn(unit, snapshot)) {
    hash.update(Buffer.from(checksum, 'base64'));
    count += 1;
  }
  return { count, checksum: hash.digest('base64') };
}
