import type { VolumeType } from '../../../../models/ec2/types.ts';
import type { Collection } from '../../../contract/collection.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import type { Tagged } from '../state.ts';
import type { EntrustedKey, WrappedKey } from './data-keys.ts';
import type { LayerRef } from './layer-state.ts';

/** What volumes and snapshots have in common. */
interface Stored extends Tagged {
  readonly scope: Scope;
  readonly created: Instant;
  readonly sizeGiB: number;
  /** Where its blocks are. */
  readonly layer: LayerRef;
  /** What it descends from: snapshots of one lineage can be compared. */
  readonly lineage: string;
  /** Absent: it is not encrypted. */
  readonly key?: WrappedKey;
  /** Why its making is going to fail: what KMS said. */
  readonly failure?: string;
}

export interface SnapshotDocument extends Stored {
  readonly state: 'pending' | 'completed' | 'error';
  readonly message?: string;
  readonly completed?: Instant;
  /** Percent. */
  readonly progress: number;
  readonly description: string;
  readonly volumeId: string;
  /** Accounts that may make volumes of it. */
  readonly accounts: readonly string[];
  readonly isPublic: boolean;
  /** Of one that clients write block by block. */
  readonly written?: WrittenSnapshot;
  readonly lock?: SnapshotLock;
  /** Of a copy: what it is a copy of, as events name it, and whether it shares its blocks. */
  readonly copyOf?: { readonly source: string; readonly isIncremental: boolean };
}

/** What keeps a snapshot from being deleted. */
export interface SnapshotLock {
  readonly mode: 'compliance' | 'governance';
  readonly created: Instant;
  /** Until then, compliance can be taken back. */
  readonly coolOff?: { readonly hours: number; readonly ends: Instant };
  /** Days from when the snapshot is completed and locked, or until when. */
  readonly until: { readonly days: number } | { readonly date: Instant };
}

export interface WrittenSnapshot {
  readonly parentId?: string;
  /** It is given up when nothing is written for so long. */
  readonly timeoutMs: number;
  /** No more blocks are taken. */
  readonly isSealed: boolean;
}

export interface Attachment {
  readonly instanceId: string;
  readonly device: string;
  readonly attached: Instant;
  readonly state: 'attached' | 'attaching' | 'detaching';
  readonly deleteOnTermination: boolean;
  /** By which the instance's host opened the data key. */
  readonly grantId?: string;
}

export interface VolumeDocument extends Stored {
  readonly state: 'creating' | 'available' | 'in-use' | 'deleting';
  readonly zone: string;
  readonly type: VolumeType;
  readonly iops?: number;
  /** MiB in a second. */
  readonly throughput?: number;
  readonly multiAttach: boolean;
  readonly snapshotId: string;
  readonly attachments: readonly Attachment[];
  readonly autoEnableIO: boolean;
  readonly modification?: VolumeModificationFacts;
}

export interface VolumeSettings {
  readonly type: VolumeType;
  readonly sizeGiB: number;
  readonly iops?: number | undefined;
  readonly throughput?: number | undefined;
  readonly multiAttach: boolean;
}

export interface VolumeModificationFacts {
  readonly from: VolumeSettings;
  readonly to: VolumeSettings;
  readonly started: Instant;
  readonly ended?: Instant;
}

function collection<T extends object>(
  name: string,
  scope: 'regional' | 'global',
  indexes: Collection<T>['indexes'] = {},
  sealed = false,
): Collection<T> {
  return { name, scope, sealed, shape: 1, upgrades: {}, indexes };
}

/** By id. */
export const snapshots = collection<SnapshotDocument>('ec2.snapshot', 'regional', {
  volume: ({ volumeId }) => [volumeId],
});

/** By id. */
export const volumes = collection<VolumeDocument>('ec2.volume', 'regional', {
  instance: ({ attachments }) => attachments.map(({ instanceId }) => instanceId),
});

/** Where a snapshot is, and who may use it, for other accounts. */
export interface SnapshotPlace {
  readonly scope: Scope;
  readonly accounts: readonly string[];
  readonly isPublic: boolean;
}

/** By the snapshot's id. */
export const snapshotPlaces = collection<SnapshotPlace>('ec2.snapshotPlace', 'global', {
  account: ({ scope, accounts }) => accounts.map((account) => `${scope.region}/${account}`),
  public: ({ scope, isPublic }) => (isPublic ? [scope.region] : []),
});

/** What an account decided for a Region. */
export interface StorageSettings {
  readonly encryptsByDefault: boolean;
  /** `alias/aws/ebs` when absent. */
  readonly defaultKeyId?: string;
  readonly publicAccess: 'block-all-sharing' | 'block-new-sharing' | 'unblocked';
}

/** One, by `SETTINGS`. */
export const storageSettings = collection<StorageSettings>('ec2.storageSettings', 'regional');
export const SETTINGS = 'settings';

/** Blocks that are on their way to another layer, under another key. */
export interface CopyDocument {
  readonly from: LayerRef;
  readonly fromKey?: EntrustedKey;
  readonly toKey?: EntrustedKey;
  /** The index that the copy goes on with. */
  readonly next: number;
}

/** By the id of the volume or snapshot that is made. Sealed: grant tokens open keys. */
export const copies = collection<CopyDocument>('ec2.storageCopy', 'regional', {}, true);
