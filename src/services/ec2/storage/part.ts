import type { Ec2Part, Ec2Parts } from '../parts.ts';
import { attachmentOperations } from './attachment-operations.ts';
import { createCopyJob } from './block-copies.ts';
import { blocks, layers } from './layer-state.ts';
import { createDissolveJob } from './layer-ends.ts';
import { settleJob } from './making.ts';
import { settingOperations } from './settings.ts';
import { expireJob } from './shelf.ts';
import { copySnapshot } from './snapshot-copies.ts';
import { snapshotCreation } from './snapshot-creation.ts';
import { deleteSnapshot } from './snapshot-deletion.ts';
import { describeSnapshots } from './snapshot-listing.ts';
import { snapshotLocks } from './snapshot-locks.ts';
import { snapshotSharing } from './snapshot-sharing.ts';
import { copies, snapshotPlaces, snapshots, storageSettings, volumes } from './state.ts';
import { volumeChanges } from './volume-changes.ts';
import { volumeListing } from './volume-listing.ts';
import { volumeOperations } from './volumes.ts';

/** Volumes, snapshots and EBS encryption. */
export function createStorage({ blobs }: Ec2Parts): Ec2Part {
  return {
    operations: [
      ...settingOperations,
      ...snapshotCreation,
      copySnapshot,
      deleteSnapshot,
      describeSnapshots,
      ...snapshotLocks,
      ...snapshotSharing,
      ...volumeOperations,
      ...volumeListing,
      ...volumeChanges,
      ...attachmentOperations,
    ],
    collections: [layers, blocks, snapshots, snapshotPlaces, volumes, storageSettings, copies],
    jobs: [createDissolveJob(blobs), createCopyJob(blobs), settleJob, expireJob],
  };
}
