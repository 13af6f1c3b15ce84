import type { Service } from '../../contract/service.ts';
import type { SnapshotShelf } from '../ec2/storage/port.ts';
import { createListChangedBlocks, createListSnapshotBlocks } from './block-listings.ts';
import { createGetSnapshotBlock, createPutSnapshotBlock } from './blocks.ts';
import { createCompleteSnapshot } from './complete-snapshot.ts';
import { ebsShelf } from './snapshots.ts';
import { createStartSnapshot } from './start-snapshot.ts';

/** EBS's direct API: snapshots are written and read block by block. They are EC2's, and stand on its shelf. */
export function createEbsService(snapshots: SnapshotShelf): Service {
  const shelf = ebsShelf(snapshots);
  return {
    id: 'ebs',
    principal: 'ebs.amazonaws.com',
    operations: [
      createStartSnapshot(shelf),
      createPutSnapshotBlock(shelf),
      createCompleteSnapshot(shelf),
      createListSnapshotBlocks(shelf),
      createListChangedBlocks(shelf),
      createGetSnapshotBlock(shelf),
    ],
    notImplemented: new Map(),
    collections: [],
    jobs: [],
    denialCode: { code: 'AccessDeniedException', status: 403 },
  };
}
