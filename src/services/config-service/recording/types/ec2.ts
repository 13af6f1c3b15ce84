import type { Ec2Operations, Instance } from '../../../../../models/ec2/types.ts';
import type { ItemRelationship } from '../../state.ts';
import { camel, everyPage, listingOf, type Reference, tagsOf } from '../asking.ts';
import type { RecordedType } from '../recorded-type.ts';

const source = 'ec2.amazonaws.com';
const volumes: Reference<Ec2Operations['DescribeVolumes']> = {
  service: 'ec2',
  operation: 'DescribeVolumes',
};
const instances: Reference<Ec2Operations['DescribeInstances']> = {
  service: 'ec2',
  operation: 'DescribeInstances',
};
const groups: Reference<Ec2Operations['DescribeSecurityGroups']> = {
  service: 'ec2',
  operation: 'DescribeSecurityGroups',
};
const vpcs: Reference<Ec2Operations['DescribeVpcs']> = {
  service: 'ec2',
  operation: 'DescribeVpcs',
};

function token(NextToken: string | undefined): { readonly NextToken?: string } {
  return NextToken === undefined ? {} : { NextToken };
}

function contained(type: 'AWS::EC2::VPC', id: string | undefined): readonly ItemRelationship[] {
  if (id === undefined) return [];
  const name = type.replace('AWS::EC2::', '');
  return [{ resourceType: type, resourceId: id, relationshipName: `Is contained in ${name}` }];
}

export const ec2Volumes: RecordedType = {
  type: 'AWS::EC2::Volume',
  source,
  list: async (ask, { account, region }) => {
    const all = await everyPage({
      fetch: (next) => ask(volumes, token(next)),
      items: ({ Volumes }) => Volumes,
      next: ({ NextToken }) => NextToken,
    });
    return listingOf(all, (volume) => ({
      id: volume.VolumeId ?? '',
      arn: `arn:aws:ec2:${region}:${account}:volume/${volume.VolumeId}`,
      describe: async () => ({
        configuration: camel(volume),
        tags: tagsOf(volume.Tags),
        created: volume.CreateTime,
        zone: volume.AvailabilityZone,
        relationships: (volume.Attachments ?? []).map(({ InstanceId = '' }) => ({
          resourceType: 'AWS::EC2::Instance',
          resourceId: InstanceId,
          relationshipName: 'Is attached to Instance',
        })),
      }),
    }));
  },
};

function isThere({ State }: Instance): boolean {
  return State?.Name !== 'terminated';
}

export const ec2Instances: RecordedType = {
  type: 'AWS::EC2::Instance',
  source,
  list: async (ask, { account, region }) => {
    const reservations = await everyPage({
      fetch: (next) => ask(instances, token(next)),
      items: ({ Reservations }) => Reservations,
      next: ({ NextToken }) => NextToken,
    });
    return listingOf(reservations, ({ Instances = [] }) =>
      Instances.filter(isThere).map((instance) => ({
        id: instance.InstanceId ?? '',
        arn: `arn:aws:ec2:${region}:${account}:instance/${instance.InstanceId}`,
        describe: async () => ({
          configuration: camel(instance),
          tags: tagsOf(instance.Tags),
          created: instance.LaunchTime,
          zone: instance.Placement?.AvailabilityZone,
          relationships: contained('AWS::EC2::VPC', instance.VpcId),
        }),
      })),
    );
  },
};

export const ec2SecurityGroups: RecordedType = {
  type: 'AWS::EC2::SecurityGroup',
  source,
  list: async (ask, { account, region }) => {
    const all = await everyPage({
      fetch: (next) => ask(groups, token(next)),
      items: ({ SecurityGroups }) => SecurityGroups,
      next: ({ NextToken }) => NextToken,
    });
    return listingOf(all, (group) => ({
      id: group.GroupId ?? '',
      name: group.GroupName,
      arn: `arn:aws:ec2:${region}:${account}:security-group/${group.GroupId}`,
      describe: async () => ({
        configuration: camel(group),
        tags: tagsOf(group.Tags),
        relationships: contained('AWS::EC2::VPC', group.VpcId),
      }),
    }));
  },
};

export const ec2Vpcs: RecordedType = {
  type: 'AWS::EC2::VPC',
  source,
  list: async (ask, { account, region }) => {
    const all = await everyPage({
      fetch: (next) => ask(vpcs, token(next)),
      items: ({ Vpcs }) => Vpcs,
      next: ({ NextToken }) => NextToken,
    });
    return listingOf(all, (vpc) => ({
      id: vpc.VpcId ?? '',
      arn: `arn:aws:ec2:${region}:${account}:vpc/${vpc.VpcId}`,
      describe: async () => ({ configuration: camel(vpc), tags: tagsOf(vpc.Tags) }),
    }));
  },
};
