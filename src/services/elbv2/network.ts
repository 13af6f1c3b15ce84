import type { SubnetMapping } from '../../../models/elbv2/types.ts';
import type { Context } from '../../contract/operation.ts';
import { lookUpNetwork } from '../ec2/port.ts';
import { type ElbOperation, found, on } from './authorization.ts';
import {
  invalidConfiguration,
  invalidSecurityGroup,
  operationNotPermitted,
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

/** Errors: SubnetNotFound, InvalidConfigurationRequest, ValidationError. */
export async function zonesOf(
  context: Context,
  type: LoadBalancerDocument['type'],
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
  const least = type === 'application' ? 2 : 1;
  if (zones.length < least) {
    throw validationError(
      least === 1
        ? 'At least one subnet must be specified'
        : 'At least two subnets in two different Availability Zones must be specified',
    );
  }
  return { zones, vpcId };
}

/** Errors: InvalidSecurityGroup, InvalidConfigurationRequest. */
export async function groupsOf(
  context: Context,
  type: LoadBalancerDocument['type'],
  vpcId: string,
  ids: readonly string[] | undefined,
): Promise<readonly string[]> {
  const network = await lookUpNetwork(context);
  if (ids === undefined || ids.length === 0) {
    const own = type === 'application' ? await network.defaultGroup(vpcId) : undefined;
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
  authorize: async ({ LoadBalancerArn, Subnets }, context) => [
    await on(
      'SetSubnets',
      loadBalancerKind,
      LoadBalancerArn,
      context,
      new Map(Subnets === undefined ? [] : [['elasticloadbalancing:subnet', Subnets]]),
    ),
  ],
  handle: async (input, context) => {
    const { document, view } = await found(context, loadBalancerKind, input.LoadBalancerArn);
    const { zones, vpcId } = await zonesOf(context, document.type, subnetIds(input));
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
    if (document.type === 'network' && document.securityGroups.length === 0) {
      throw operationNotPermitted(
        'You cannot set security groups on a Network Load Balancer that was created without them',
      );
    }
    const groups = await groupsOf(context, document.type, document.vpcId, SecurityGroups);
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
