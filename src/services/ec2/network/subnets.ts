import { listedTagConditions } from '../../../core/tags.ts';
import type { Ec2Operations, Subnet } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import type { View } from '../../../contract/view.ts';
import { everyOf } from '../../../listing/every-document.ts';
import {
  givenTags,
  newArn,
  permissionOn,
  permissionTo,
  taggingPermissions,
} from '../authorization.ts';
import { describing } from '../describing.ts';
import { holds, KEPT, overlap, parseCidr, sizeOf } from '../domain/cidr.ts';
import { newId } from '../domain/ids.ts';
import { type Zone, zonesOf } from '../domain/zones.ts';
import { ec2Error, invalidParameterValue, missingParameter, unbuilt } from '../errors.ts';
import { filterTable } from '../filters.ts';
import { type InstanceDocument, instances } from '../instances/state.ts';
import { newTags, shownTags } from '../tagging.ts';
import { foundNetwork } from './default-network.ts';
import { subnetNoun, vpcNoun } from './nouns.ts';
import { type SubnetDocument, subnets } from './state.ts';
import { blockOf } from './vpcs.ts';

const SUBNETS_MAX = 200;

const UNBUILT = [
  'Ipv4IpamPoolId',
  'Ipv6CidrBlock',
  'Ipv6IpamPoolId',
  'Ipv6Native',
  'OutpostArn',
] as const;

/** The instances that have an address of a subnet. */
export function membersOf(view: View, subnetId: string): Promise<readonly InstanceDocument[]> {
  return everyOf(view, instances, { index: 'subnet', prefix: subnetId });
}

async function shown(view: View, subnet: SubnetDocument): Promise<Subnet> {
  const block = parseCidr(subnet.cidr);
  const size = block === undefined ? 0 : sizeOf(block.length);
  const members = await membersOf(view, subnet.id);
  return {
    SubnetId: subnet.id,
    SubnetArn: subnetNoun.arn(subnet.scope, subnet.id),
    VpcId: subnet.vpcId,
    OwnerId: subnet.scope.account,
    CidrBlock: subnet.cidr,
    AvailabilityZone: subnet.zone,
    AvailabilityZoneId: subnet.zoneId,
    AvailableIpAddressCount: size - KEPT - members.length,
    DefaultForAz: subnet.isDefault,
    // Nothing of an instance listens, so none has a public address.
    MapPublicIpOnLaunch: false,
    MapCustomerOwnedIpOnLaunch: false,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    EnableDns64: false,
    Ipv6Native: false,
    State: 'available',
    Tags: shownTags(subnet.tags),
  };
}

const describeSubnets = describing({
  name: 'DescribeSubnets',
  noun: subnetNoun,
  asked: (input) => ({ ids: input.SubnetIds, ...input }),
  filters: filterTable<SubnetDocument>({
    'availability-zone': ({ zone }) => zone,
    availabilityZone: ({ zone }) => zone,
    'availability-zone-id': ({ zoneId }) => zoneId,
    'cidr-block': ({ cidr }) => cidr,
    cidr: ({ cidr }) => cidr,
    'default-for-az': ({ isDefault }) => isDefault,
    defaultForAz: ({ isDefault }) => isDefault,
    'map-public-ip-on-launch': () => false,
    'owner-id': ({ scope }) => scope.account,
    state: () => 'available',
    'subnet-arn': ({ scope, id }) => subnetNoun.arn(scope, id),
    'subnet-id': ({ id }) => id,
    'vpc-id': ({ vpcId }) => vpcId,
  }),
  before: foundNetwork,
  answer: async (items, { view }) => ({
    Subnets: await Promise.all(items.map((subnet) => shown(view, subnet))),
  }),
});

const createSubnet: OperationOf<Ec2Operations, 'CreateSubnet'> = {
  name: 'CreateSubnet',
  access: 'write',
  authorize: async (input, context) => [
    await permissionOn(context, vpcNoun, input.VpcId),
    permissionTo(
      context,
      'CreateSubnet',
      newArn(context, 'subnet'),
      listedTagConditions(givenTags(input.TagSpecifications, 'subnet')),
    ),
    ...taggingPermissions(context, input.TagSpecifications),
  ],
  handle: async (input, context) => {
    const { call, view } = context;
    for (const name of UNBUILT) {
      if (input[name] !== undefined && input[name] !== false) throw unbuilt('CreateSubnet', name);
    }
    if (input.CidrBlock === undefined) throw missingParameter('cidrBlock');
    const zone = zoneOf(call.scope.region, input);
    const cidr = await freeBlock(context, input.VpcId, input.CidrBlock);
    const subnet: SubnetDocument = {
      id: await context.once(() => newId('subnet')),
      tags: newTags(input.TagSpecifications, 'subnet'),
      scope: call.scope,
      vpcId: input.VpcId,
      cidr,
      zone: zone.name,
      zoneId: zone.id,
      isDefault: false,
    };
    view.put(subnets, subnet.id, subnet);
    return { Subnet: await shown(view, subnet) };
  },
};

function zoneOf(
  region: string,
  given: {
    readonly AvailabilityZone?: string | undefined;
    readonly AvailabilityZoneId?: string | undefined;
  },
): Zone {
  const { AvailabilityZone: name, AvailabilityZoneId: id } = given;
  const zones = zonesOf(region);
  const zone = zones.find((one) =>
    id === undefined ? name === undefined || one.name === name : one.id === id,
  );
  if (zone !== undefined) return zone;
  throw invalidParameterValue(
    `Value (${name ?? id ?? ''}) for parameter availabilityZone is invalid. Subnets can currently only be created ` +
      `in the following availability zones: ${zones.map((one) => one.name).join(', ')}.`,
  );
}

/** Errors: InvalidSubnet.Range, InvalidSubnet.Conflict, SubnetLimitExceeded. */
async function freeBlock(context: Context, vpcId: string, text: string): Promise<string> {
  const { resolved } = await context.resolve(vpcNoun.kind, vpcId);
  const cidr = blockOf(text, 'InvalidSubnet.Range');
  const block = parseCidr(cidr);
  const whole = parseCidr(resolved.document?.cidr ?? '');
  if (block === undefined || whole === undefined || !holds(whole, block)) {
    throw ec2Error('InvalidSubnet.Range', `The CIDR '${text}' is invalid.`);
  }
  const others = await everyOf(context.view, subnets, { index: 'vpc', prefix: vpcId });
  if (others.length >= SUBNETS_MAX) {
    throw ec2Error('SubnetLimitExceeded', 'The maximum number of subnets has been reached.');
  }
  for (const other of others) {
    const taken = parseCidr(other.cidr);
    if (taken !== undefined && overlap(taken, block)) {
      throw ec2Error('InvalidSubnet.Conflict', `The CIDR '${text}' conflicts with another subnet`);
    }
  }
  return cidr;
}

const deleteSubnet: OperationOf<Ec2Operations, 'DeleteSubnet'> = {
  name: 'DeleteSubnet',
  access: 'write',
  authorize: async ({ SubnetId }, context) => [await permissionOn(context, subnetNoun, SubnetId)],
  handle: async ({ SubnetId }, context) => {
    await context.resolve(subnetNoun.kind, SubnetId);
    if ((await membersOf(context.view, SubnetId)).length > 0) {
      const text = `The subnet '${SubnetId}' has dependencies and cannot be deleted.`;
      throw ec2Error('DependencyViolation', text);
    }
    context.view.delete(subnets, SubnetId);
    return {};
  },
};

export const subnetOperations: readonly AnyOperation[] = [
  describeSubnets,
  createSubnet,
  deleteSubnet,
];
