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
  readonly volumeType?: string;
  readonly iops?: number;
  readonly throughput?: number;
  readonly encrypted?: boolean;
  readonly deleteOnTermination: boolean;
  /** `ephemeral0`, of instance stores. */
  readonly virtualName?: string;
}

/** Who may launch an image, beside its owner. */
export interface LaunchGrant {
  readonly kind: 'user' | 'group' | 'organization' | 'unit';
  /** An account's number, `all`, or an ARN. */
  readonly who: string;
}

/** An Amazon Machine Image. */
export interface ImageDocument extends Tagged {
  readonly scope: Scope;
  readonly name: string;
  readonly description: string;
  readonly created: Instant;
  readonly state: 'available' | 'disabled' | 'failed' | 'pending';
  /** Why it failed. */
  readonly failure?: { readonly code: string; readonly message: string };
  readonly architecture: string;
  readonly rootDevice: string;
  readonly devices: readonly ImageDevice[];
  readonly grants: readonly LaunchGrant[];
  readonly enaSupport: boolean;
  readonly platform: string;
  readonly bootMode?: string;
  readonly imdsSupport?: string;
  readonly tpmSupport?: string;
  readonly sriovNetSupport?: string;
  /** The instance it was made of. */
  readonly sourceInstanceId?: string;
  /** The image it is a copy of. */
  readonly source?: { readonly id: string; readonly region: string };
  /** Set for Amazon's own, which nobody stored. */
  readonly ownerAlias?: 'amazon';
}

/** Whose an image is: ids are unique everywhere, and others may be given one. */
export interface ImagePlace {
  readonly scope: Scope;
}

export const images: Collection<ImageDocument> = {
  name: 'ec2.images',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { name: ({ name }) => [name] },
};

/** By image id. Global: an id does not say whose image it is. `grants` finds what is shared with whom. */
export const imagePlaces: Collection<ImagePlace> = {
  name: 'ec2.imagePlaces',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};
