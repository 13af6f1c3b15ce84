import type {
  ArchitectureValues,
  BootModeValues,
  ImdsSupportValues,
  TpmSupportValues,
  VolumeType,
} from '../../../../models/ec2/types.ts';
import type { Collection } from '../../../contract/collection.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import type { Tagged } from '../state.ts';

/** A device of an image: volumes are made from its snapshot, or empty. */
export interface ImageDevice {
  /** `/dev/xvda`. */
  readonly device: string;
  readonly snapshotId?: string;
  readonly sizeGiB?: number;
  readonly volumeType: VolumeType;
  readonly iops?: number;
  readonly throughput?: number;
  readonly encrypted: boolean;
  readonly deleteOnTermination: boolean;
}

/** Who may launch an image, beside its owner. */
export interface LaunchGrant {
  readonly kind: 'group' | 'organization' | 'unit' | 'user';
  /** An account's number, `all`, or an ARN. */
  readonly who: string;
}

/** An Amazon Machine Image. */
export interface ImageDocument extends Tagged {
  readonly scope: Scope;
  readonly name: string;
  readonly description: string;
  readonly created: Instant;
  readonly state: 'available' | 'failed' | 'pending';
  /** Why it failed. */
  readonly failure?: { readonly code: string; readonly message: string };
  readonly architecture: ArchitectureValues;
  readonly rootDevice: string;
  readonly devices: readonly ImageDevice[];
  readonly grants: readonly LaunchGrant[];
  readonly enaSupport: boolean;
  readonly bootMode?: BootModeValues;
  readonly imdsSupport?: ImdsSupportValues;
  readonly tpmSupport?: TpmSupportValues;
  readonly sriovNetSupport?: string;
  /** The instance it was made of. */
  readonly sourceInstanceId?: string;
  /** The image it is a copy of. */
  readonly source?: { readonly id: string; readonly region: string };
  /** Set for Amazon's own, which nobody stored. */
  readonly ownerAlias?: 'amazon';
}

/** Whose an image is, and who may launch it: ids are unique everywhere, and do not say so. */
export interface ImagePlace {
  readonly scope: Scope;
  readonly grants: readonly LaunchGrant[];
}

/** What an account decided for a Region. */
export interface ImageSettings {
  /** New images can't be shared with everybody. */
  readonly blocksPublicSharing: boolean;
}

export const images: Collection<ImageDocument> = {
  name: 'ec2.images',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** By image id. */
export const imagePlaces: Collection<ImagePlace> = {
  name: 'ec2.imagePlaces',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    grant: ({ scope, grants }) => grants.map(({ who }) => `${scope.region}/${who}`),
  },
};

export const imageSettings: Collection<ImageSettings> = {
  name: 'ec2.imageSettings',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};
