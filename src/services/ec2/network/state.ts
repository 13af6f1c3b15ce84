import type { Collection } from '../../../contract/collection.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Tagged } from '../state.ts';

export interface VpcDocument extends Tagged {
  readonly scope: Scope;
  readonly cidr: string;
  readonly isDefault: boolean;
  /** `vpc-cidr-assoc-…`. */
  readonly associationId: string;
  readonly dhcpOptionsId: string;
  readonly tenancy: 'default' | 'dedicated';
}

export interface SubnetDocument extends Tagged {
  readonly scope: Scope;
  readonly vpcId: string;
  readonly cidr: string;
  readonly zone: string;
  readonly zoneId: string;
  readonly isDefault: boolean;
}

export interface GroupDocument extends Tagged {
  readonly scope: Scope;
  readonly name: string;
  readonly description: string;
  readonly vpcId: string;
}

/** What a rule lets through: a peer, of a protocol, on ports. */
export interface RuleTraffic {
  readonly isEgress: boolean;
  /** `-1`, `tcp`, `udp`, `icmp`, `icmpv6`, or a number. */
  readonly protocol: string;
  /** -1 where the protocol has none. */
  readonly from: number;
  readonly to: number;
  readonly peer: RulePeer;
}

export interface RulePeer {
  readonly kind: 'group' | 'ipv4' | 'ipv6';
  /** A block, or the id of a group. */
  readonly value: string;
}

export interface RuleDocument extends Tagged, RuleTraffic {
  readonly groupId: string;
  readonly description?: string;
}

/** Says that an account's default network was made in a Region: what is deleted later stays deleted. */
export interface NetworkFounding {
  readonly vpcId: string;
}

export const vpcs: Collection<VpcDocument> = {
  name: 'ec2.vpcs',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { default: ({ isDefault }) => (isDefault ? ['default'] : []) },
};

export const subnets: Collection<SubnetDocument> = {
  name: 'ec2.subnets',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { vpc: ({ vpcId }) => [vpcId] },
};

export const groups: Collection<GroupDocument> = {
  name: 'ec2.securityGroups',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { name: ({ vpcId, name }) => [`${vpcId}/${name}`] },
};

export const rules: Collection<RuleDocument> = {
  name: 'ec2.securityGroupRules',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    group: ({ groupId }) => [groupId],
    /** Groups that rules of others name. */
    peer: ({ peer }) => (peer.kind === 'group' ? [peer.value] : []),
  },
};

export const foundings: Collection<NetworkFounding> = {
  name: 'ec2.networkFoundings',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};
