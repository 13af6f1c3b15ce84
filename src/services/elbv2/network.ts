import type { SubnetMapping } from '../../../models/elbv2/types.ts';
import type { Context } from '../../contract/operation.ts';
import { lookUpNetwork } from '../ec2/port.ts';
import { type ElbOperation, found, on } from './authorization.ts';
import {
  invalidConfiguration,
  invalidSecurityGroup,
  subnetNotFound,
  unbuilt,
  validationError,
} from './errors.ts';
import { loadBalancerKind } from './resources.ts';
import { type LoadBalancerDocument, loadBalancers } from './state.ts';

interface SubnetInput {
  readonly Subnets?: readonly string[] | undefined;
  readonly SubnetMappings?: readonly SubnetMapping[] | undefined;
}

/** Errors: ValidationError. */
export function subnetIds({ Subnets, SubnetMappings }: SubnetInput): readonly string[] {
  if (Subnets !== undefined && SubnetMappings !== undefined) {
    throw validationError('Only one of subnets or subnet mappings can be specified');
  }
  return Subnets ?? (SubnetMappings ?? []).map(({ SubnetId = '' }) => SubnetId);
}

/** What policies may ask of subnets, in whichever form they were given. */
export function subnetConditions({
  Subnets = [],
  SubnetMappings = [],
}: SubnetInput): Map<string, readonly string[]> {
  const ids = [...Subnets, ...SubnetMappings.flatMap(({ SubnetId }) => SubnetId ?? [])];
  return new Map(ids.length === 0 ? [] : [['elasticloadbalancing:subnet', ids]]);
}

/** Errors: SubnetNotFound, InvalidConfigurationRequest, ValidationError. */
export async function zonesOf(
  context: Context,
  ids: readonly string[],
): Promise<Pick<LoadBalancerDocument, 'zones' | 'vpcId'>> {
  const network = await lookUpNetwork(context);
  const zones: { zone: string; subnetId: string }[] = [];
  let vpcId = '';
  for (const id of new Set(ids)) {
    const subnet = await network.subnet(id);
    if (subnet === undefined) throw subnetNotFound(id);
    if (zones.some(({ zone }) => zone === subnet.zone)) {
      throw invalidConfiguration(
        'A load balancer cannot be attached to multiple subnets in the same Availability Zone',
      );
    }
    if (vpcId !== '' && vpcId !== subnet.vpcId) {
      throw invalidConfiguration('The subnets must be in the same VPC');
    }
    vpcId = subnet.vpcId;
    zones.push({ zone: subnet.zone, subnetId: id });
  }
  if (zones.length < 2) {
    throw validationError(
      'At least two subnets in two different Availability Zones must be specified',
    );
  }
  return { zones, vpcId };
}

/** Errors: InvalidSecurityGroup, InvalidConfigurationRequest. */
export async function groupsOf(
  context: Context,
  vpcId: string,
  ids: readonly string[] | undefined,
): Promise<readonly string[]> {
  const network = await lookUpNetwork(context);
  if (ids === undefined || ids.length === 0) {
    const own = await network.defaultGroup(vpcId);
    return own === undefined ? [] : [own];
  }
  for (const id of ids) {
    const group = await network.group(id);
    if (group === undefined) throw invalidSecurityGroup(id);
    if (group.vpcId !== vpcId) {
      throw invalidConfiguration(
        `One or more security groups are invalid: '${id}' is not in VPC '${vpcId}'`,
      );
    }
  }
  return ids;
}

export const setSubnets: ElbOperation<'SetSubnets'> = {
  name: 'SetSubnets',
  access: 'write',
  authorize: async (input, context) => [
    await on(
      'SetSubnets',
      loadBalancerKind,
      input.LoadBalancerArn,
      context,
      subnetConditions(input),
    ),
  ],
  handle: async (input, context) => {
    const { document, view } = await found(context, loadBalancerKind, input.LoadBalancerArn);
    const { zones, vpcId } = await zonesOf(context, subnetIds(input));
    if (vpcId !== document.vpcId) {
      throw invalidConfiguration('The subnets must be in the same VPC as the load balancer');
    }
    view.put(loadBalancers, document.name, { ...document, zones });
    return {
      AvailabilityZones: zones.map(({ zone, subnetId }) => ({
        ZoneName: zone,
        SubnetId: subnetId,
        LoadBalancerAddresses: [],
      })),
      IpAddressType: 'ipv4',
    };
  },
};

export const setSecurityGroups: ElbOperation<'SetSecurityGroups'> = {
  name: 'SetSecurityGroups',
  access: 'write',
  authorize: async ({ LoadBalancerArn, SecurityGroups }, context) => [
    await on(
      'SetSecurityGroups',
      loadBalancerKind,
      LoadBalancerArn,
      context,
      new Map([['elasticloadbalancing:securitygroup', SecurityGroups]]),
    ),
  ],
  handle: async ({ LoadBalancerArn, SecurityGroups }, context) => {
    const { document, view } = await found(context, loadBalancerKind, LoadBalancerArn);
    const groups = await groupsOf(context, document.vpcId, SecurityGroups);
    view.put(loadBalancers, document.name, { ...document, securityGroups: groups });
    return { SecurityGroupIds: groups };
  },
};

export const setIpAddressType: ElbOperation<'SetIpAddressType'> = {
  name: 'SetIpAddressType',
  access: 'write',
  authorize: async ({ LoadBalancerArn }, context) => [
    await on('SetIpAddressType', loadBalancerKind, LoadBalancerArn, context),
  ],
  handle: async ({ LoadBalancerArn, IpAddressType }, context) => {
    await found(context, loadBalancerKind, LoadBalancerArn);
    if (IpAddressType !== 'ipv4') throw unbuilt('SetIpAddressType', IpAddressType);
    return { IpAddressType };
  },
};
