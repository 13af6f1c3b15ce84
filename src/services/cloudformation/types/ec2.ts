import type { JsonObject } from '../../../core/json.ts';
import { listOf, objectOf, picked, textOf } from './made.ts';
import type { ResourceType, Work } from './resource-type.ts';

const GROUP_NAME_MAX = 255;

function tagged(work: Work, ResourceType: string, own: JsonObject[string]): JsonObject {
  const Tags = work.tags(own);
  return Tags.length === 0 ? {} : { TagSpecifications: [{ ResourceType, Tags }] };
}

const vpc: ResourceType = {
  name: 'AWS::EC2::VPC',
  needs: 'ec2:CreateVpc',
  handles: 'CidrBlock InstanceTenancy Tags',
  create: async (work, properties) => {
    const { Vpc } = await work.call('ec2', 'CreateVpc', {
      ...picked(properties, 'CidrBlock', 'InstanceTenancy'),
      ...tagged(work, 'vpc', properties['Tags']),
    });
    const { VpcId, CidrBlock } = objectOf(Vpc);
    const id = String(VpcId);
    work.holds(id);
    const Filters = [
      { Name: 'vpc-id', Values: [id] },
      { Name: 'group-name', Values: ['default'] },
    ];
    const { SecurityGroups } = await work.call('ec2', 'DescribeSecurityGroups', { Filters });
    const { GroupId } = objectOf(listOf(SecurityGroups)[0]);
    return { id, attributes: { VpcId: id, CidrBlock, DefaultSecurityGroup: GroupId } };
  },
  delete: async (work, { id: VpcId }) => {
    await work.attempt('ec2', 'DeleteVpc', { VpcId });
    return undefined;
  },
};

const subnet: ResourceType = {
  name: 'AWS::EC2::Subnet',
  needs: 'ec2:CreateSubnet',
  handles: 'AvailabilityZone AvailabilityZoneId CidrBlock Tags VpcId',
  create: async (work, properties) => {
    const { Subnet } = await work.call('ec2', 'CreateSubnet', {
      ...picked(properties, 'AvailabilityZone', 'AvailabilityZoneId', 'CidrBlock', 'VpcId'),
      ...tagged(work, 'subnet', properties['Tags']),
    });
    const made = objectOf(Subnet);
    const attributes = picked(made, 'AvailabilityZone', 'AvailabilityZoneId', 'CidrBlock', 'VpcId');
    const id = String(made['SubnetId']);
    return { id, attributes: { ...attributes, SubnetId: id } };
  },
  delete: async (work, { id: SubnetId }) => {
    await work.attempt('ec2', 'DeleteSubnet', { SubnetId });
    return undefined;
  },
};

/** A rule as the operations take it: addresses and groups are lists of their own. */
function permissionOf(value: JsonObject[string], groupMember: string): JsonObject {
  const rule = objectOf(value);
  const { CidrIp, CidrIpv6, Description, IpProtocol } = rule;
  const said = Description === undefined ? {} : { Description };
  const GroupId = rule[groupMember];
  return {
    IpProtocol,
    ...picked(rule, 'FromPort', 'ToPort'),
    ...(CidrIp === undefined ? {} : { IpRanges: [{ CidrIp, ...said }] }),
    ...(CidrIpv6 === undefined ? {} : { Ipv6Ranges: [{ CidrIpv6, ...said }] }),
    ...(GroupId === undefined ? {} : { UserIdGroupPairs: [{ GroupId, ...said }] }),
  };
}

const INBOUND = 'SourceSecurityGroupId';
const OUTBOUND = 'DestinationSecurityGroupId';

const group: ResourceType = {
  name: 'AWS::EC2::SecurityGroup',
  needs: 'ec2:CreateSecurityGroup',
  handles: 'GroupDescription GroupName SecurityGroupEgress SecurityGroupIngress Tags VpcId',
  create: async (work, properties) => {
    const { GroupDescription: Description, VpcId } = properties;
    const { GroupId } = await work.call('ec2', 'CreateSecurityGroup', {
      GroupName: textOf(properties['GroupName']) ?? work.name(GROUP_NAME_MAX),
      Description,
      ...(VpcId === undefined ? {} : { VpcId }),
      ...tagged(work, 'security-group', properties['Tags']),
    });
    const id = String(GroupId);
    work.holds(id);
    const inbound = listOf(properties['SecurityGroupIngress']);
    const outbound = listOf(properties['SecurityGroupEgress']);
    if (inbound.length > 0) {
      const IpPermissions = inbound.map((rule) => permissionOf(rule, INBOUND));
      await work.call('ec2', 'AuthorizeSecurityGroupIngress', { GroupId: id, IpPermissions });
    }
    if (outbound.length > 0) {
      const everything = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];
      const revoked = { GroupId: id, IpPermissions: everything };
      await work.call('ec2', 'RevokeSecurityGroupEgress', revoked);
      const IpPermissions = outbound.map((rule) => permissionOf(rule, OUTBOUND));
      await work.call('ec2', 'AuthorizeSecurityGroupEgress', { GroupId: id, IpPermissions });
    }
    return { id, attributes: { GroupId: id, Id: id, ...picked(properties, 'VpcId') } };
  },
  delete: async (work, { id: GroupId }) => {
    await work.attempt('ec2', 'DeleteSecurityGroup', { GroupId });
    return undefined;
  },
};

const ingress: ResourceType = {
  name: 'AWS::EC2::SecurityGroupIngress',
  needs: 'ec2:AuthorizeSecurityGroupIngress',
  handles: 'CidrIp CidrIpv6 Description FromPort GroupId IpProtocol SourceSecurityGroupId ToPort',
  create: async (work, properties) => {
    const { GroupId } = properties;
    const IpPermissions = [permissionOf(properties, INBOUND)];
    const input = { GroupId, IpPermissions };
    const { SecurityGroupRules } = await work.call('ec2', 'AuthorizeSecurityGroupIngress', input);
    const { SecurityGroupRuleId } = objectOf(listOf(SecurityGroupRules)[0]);
    const id = String(SecurityGroupRuleId);
    return { id, attributes: { Id: id } };
  },
  delete: async (work, { id, properties }) => {
    const { GroupId } = properties;
    const input = { GroupId, SecurityGroupRuleIds: [id] };
    await work.attempt('ec2', 'RevokeSecurityGroupIngress', input);
    return undefined;
  },
};

export const ec2Types: readonly ResourceType[] = [vpc, subnet, group, ingress];
