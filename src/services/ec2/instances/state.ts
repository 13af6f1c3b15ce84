import type {
  ArchitectureValues,
  InstanceMetadataOptionsResponse,
  InstanceType,
  Tenancy,
} from '../../../../models/ec2/types.ts';
import type { Collection } from '../../../contract/collection.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Tags } from '../../../core/tags.ts';
import type { Instant } from '../../../core/time.ts';
import type { Tagged } from '../state.ts';

export type InstanceState =
  | 'pending'
  | 'running'
  | 'shutting-down'
  | 'stopped'
  | 'stopping'
  | 'terminated';

/** A volume that an instance holds. The volume's own document says the same from its side. */
export interface HeldVolume {
  /** `/dev/xvda`. */
  readonly device: string;
  readonly volumeId: string;
  readonly attached: Instant;
  readonly deleteOnTermination: boolean;
  /** What waits for its instance to start, with what the instance's host opens the volume's key by. */
  readonly isAttaching?: true;
  readonly grant?: { readonly grantId: string; readonly grantToken: string };
}

export interface StateReason {
  readonly code: string;
  readonly message: string;
}

/** An instance as the control plane knows it: no machine runs. */
export interface InstanceDocument extends Tagged {
  readonly scope: Scope;
  /** `r-…`: instances that one request launched together. */
  readonly reservationId: string;
  readonly launchIndex: number;
  readonly clientToken: string;
  readonly imageId: string;
  readonly instanceType: InstanceType;
  readonly architecture: ArchitectureValues;
  readonly launched: Instant;
  readonly state: InstanceState;
  /** Why it is in its state: `Client.UserInitiatedShutdown: …`. */
  readonly stateReason?: StateReason;
  /** `User initiated (2026-01-31 10:00:00 GMT)`. */
  readonly transitionReason: string;
  readonly zone: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly privateAddress: string;
  readonly interfaceId: string;
  readonly interfaceTags: Tags;
  readonly attachmentId: string;
  /** Six octets in hexadecimal. */
  readonly macAddress: string;
  readonly groupIds: readonly string[];
  readonly rootDevice: string;
  /** Why it will not start: KMS refused the key of one of its volumes. */
  readonly launchFault?: StateReason;
  readonly volumes: readonly HeldVolume[];
  readonly keyName?: string;
  readonly profile?: ProfileAssociation;
  /** Base64. */
  readonly userData?: string;
  readonly metadata: InstanceMetadataOptionsResponse;
  readonly isProtectedFromTermination: boolean;
  readonly isProtectedFromStop: boolean;
  readonly shutdownBehavior: 'stop' | 'terminate';
  readonly isEbsOptimized: boolean;
  readonly isMonitored: boolean;
  readonly checksSource: boolean;
  readonly tenancy: Tenancy;
}

export interface ProfileAssociation {
  /** `iip-assoc-…`. */
  readonly id: string;
  readonly arn: string;
  /** `AIPA…`. */
  readonly profileId: string;
  readonly since: Instant;
}

export const instances: Collection<InstanceDocument> = {
  name: 'ec2.instances',
  scope: 'regional',
  // User data may hold secrets.
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {
    // What is terminated is shown for a while, and uses nothing any more.
    subnet: ({ state, subnetId }) => (state === 'terminated' ? [] : [subnetId]),
    association: ({ profile }) => (profile === undefined ? [] : [profile.id]),
    group: ({ state, groupIds }) => (state === 'terminated' ? [] : groupIds),
  },
};
