import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateTagsCommand,
  CreateVpcCommand,
  DeleteSecurityGroupCommand,
  DeleteSubnetCommand,
  DeleteTagsCommand,
  DeleteVpcCommand,
  DescribeAvailabilityZonesCommand,
  DescribeRegionsCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeTagsCommand,
  DescribeVpcsCommand,
  EC2Client,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const clientOf = (region = 'us-east-1') => new EC2Client(server.client(freshAccount(), region));

const SSH = {
  IpProtocol: 'tcp',
  FromPort: 22,
  ToPort: 22,
  IpRanges: [{ CidrIp: '10.0.0.1/8', Description: 'inside' }],
};

test('every account has a default VPC, with a subnet in each zone and a group', async () => {
  const account = freshAccount();
  const ec2 = new EC2Client(server.client(account, 'eu-west-1'));
  const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
  expect(Vpcs).toMatchObject([{ CidrBlock: '172.31.0.0/16', IsDefault: true, OwnerId: account }]);
  const { Subnets = [] } = await ec2.send(
    new DescribeSubnetsCommand({ Filters: [{ Name: 'default-for-az', Values: ['true'] }] }),
  );
  const zones = new Set(Subnets.map(({ AvailabilityZone }) => AvailabilityZone));
  expect(zones).toEqual(new Set(['eu-west-1a', 'eu-west-1b', 'eu-west-1c']));
  expect(Subnets[0]).toMatchObject({ AvailableIpAddressCount: 4_091, VpcId: Vpcs[0]?.VpcId });
  const { SecurityGroups } = await ec2.send(
    new DescribeSecurityGroupsCommand({ GroupNames: ['default'] }),
  );
  expect(SecurityGroups).toMatchObject([
    {
      Description: 'default VPC security group',
      IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ UserId: account }] }],
      IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
  ]);
  const { AvailabilityZones = [] } = await ec2.send(new DescribeAvailabilityZonesCommand({}));
  expect(AvailabilityZones.map(({ ZoneId }) => ZoneId)).toEqual([
    'euw1-az1',
    'euw1-az2',
    'euw1-az3',
  ]);
  const { Regions } = await ec2.send(
    new DescribeRegionsCommand({ Filters: [{ Name: 'region-name', Values: ['eu-west-*'] }] }),
  );
  expect(Regions).toHaveLength(3);
});

test('security groups: rules are made, shown, refused twice, and revoked', async () => {
  const ec2 = clientOf();
  const { GroupId } = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: 'web', Description: 'web servers' }),
  );
  await expect(
    ec2.send(new CreateSecurityGroupCommand({ GroupName: 'web', Description: 'again' })),
  ).rejects.toMatchObject({
    name: 'InvalidGroup.Duplicate',
    message: expect.stringMatching(
      /^The security group 'web' already exists for VPC 'vpc-[0-9a-f]{17}'$/,
    ),
  });
  const { SecurityGroupRules = [] } = await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [SSH] }),
  );
  expect(SecurityGroupRules).toMatchObject([
    { CidrIpv4: '10.0.0.0/8', FromPort: 22, IsEgress: false, Description: 'inside' },
  ]);
  await expect(
    ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [SSH] })),
  ).rejects.toMatchObject({
    name: 'InvalidPermission.Duplicate',
    message:
      'the specified rule "peer: 10.0.0.0/8, TCP, from port: 22, to port: 22, ALLOW" already exists',
  });
  const rules = await ec2.send(
    new DescribeSecurityGroupRulesCommand({
      Filters: [{ Name: 'group-id', Values: [GroupId ?? ''] }],
    }),
  );
  expect(rules.SecurityGroupRules).toHaveLength(2);
  const egress = rules.SecurityGroupRules?.find(({ IsEgress }) => IsEgress);
  await ec2.send(
    new RevokeSecurityGroupEgressCommand({
      GroupId,
      SecurityGroupRuleIds: [egress?.SecurityGroupRuleId ?? ''],
    }),
  );
  await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: [SSH] }));
  await expect(
    ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: [SSH] })),
  ).rejects.toMatchObject({
    name: 'InvalidPermission.NotFound',
    message: 'The specified rule does not exist in this security group.',
  });
  const shown = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [GroupId ?? ''] }));
  expect(shown.SecurityGroups).toMatchObject([{ IpPermissions: [], IpPermissionsEgress: [] }]);
});

test.each([
  [{ ...SSH, IpProtocol: 'foo' }, "Invalid value 'foo' for IP protocol. Unknown protocol."],
  [{ ...SSH, FromPort: 90, ToPort: 80 }, 'Invalid TCP/UDP port range (90:80)'],
  [{ ...SSH, ToPort: 70_000 }, 'TCP/UDP port (70000) out of range'],
  [{ ...SSH, IpRanges: [{ CidrIp: '10.0.0.0/33' }] }, 'CIDR block 10.0.0.0/33 is malformed'],
  [
    { ...SSH, FromPort: undefined },
    "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.",
  ],
])('a rule that can not be is refused: %#', async (permission, message) => {
  const ec2 = clientOf();
  await expect(
    ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupName: 'default',
        IpPermissions: [permission],
      }),
    ),
  ).rejects.toMatchObject({ name: 'InvalidParameterValue', message });
});

test('a group that a rule names, and the default one, can not be deleted', async () => {
  const ec2 = clientOf();
  const groupOf = async (GroupName: string) => {
    const made = await ec2.send(new CreateSecurityGroupCommand({ GroupName, Description: 'x' }));
    return made.GroupId ?? '';
  };
  const [front, back] = [await groupOf('front'), await groupOf('back')];
  const IpPermissions = [
    { IpProtocol: 'tcp', FromPort: 5_432, ToPort: 5_432, UserIdGroupPairs: [{ GroupId: front }] },
  ];
  await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: back, IpPermissions }));
  await expect(ec2.send(new DeleteSecurityGroupCommand({ GroupId: front }))).rejects.toMatchObject({
    name: 'DependencyViolation',
    message: `resource ${front} has a dependent object`,
  });
  await ec2.send(new DeleteSecurityGroupCommand({ GroupId: back }));
  await ec2.send(new DeleteSecurityGroupCommand({ GroupId: front }));
  await expect(
    ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [front] })),
  ).rejects.toMatchObject({
    name: 'InvalidGroup.NotFound',
    message: `The security group '${front}' does not exist`,
  });
  await expect(
    ec2.send(new DeleteSecurityGroupCommand({ GroupName: 'default' })),
  ).rejects.toMatchObject({
    name: 'CannotDelete',
    message: expect.stringMatching(
      /^the specified group: "sg-[0-9a-f]{17}" name: "default" cannot be deleted by a user$/,
    ),
  });
});

test('VPCs and subnets: made inside each other, and deleted from within', async () => {
  const ec2 = clientOf();
  const { Vpc } = await ec2.send(
    new CreateVpcCommand({
      CidrBlock: '10.0.0.0/16',
      TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'team', Value: 'red' }] }],
    }),
  );
  const VpcId = Vpc?.VpcId ?? '';
  const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: '10.0.1.0/24' }));
  expect(Subnet).toMatchObject({ AvailableIpAddressCount: 251, DefaultForAz: false });
  await expect(
    ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: '10.0.1.128/25' })),
  ).rejects.toMatchObject({
    name: 'InvalidSubnet.Conflict',
    message: "The CIDR '10.0.1.128/25' conflicts with another subnet",
  });
  await expect(
    ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: '10.1.0.0/24' })),
  ).rejects.toMatchObject({
    name: 'InvalidSubnet.Range',
    message: "The CIDR '10.1.0.0/24' is invalid.",
  });
  await expect(ec2.send(new DeleteVpcCommand({ VpcId }))).rejects.toMatchObject({
    name: 'DependencyViolation',
    message: `The vpc '${VpcId}' has dependencies and cannot be deleted.`,
  });
  await ec2.send(new DeleteSubnetCommand({ SubnetId: Subnet?.SubnetId ?? '' }));
  await ec2.send(new DeleteVpcCommand({ VpcId }));
  const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
  expect(Vpcs).toHaveLength(1);
});

test('tags: one set of operations for everything, with filters and pages', async () => {
  const ec2 = clientOf();
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const ids = Subnets.map(({ SubnetId = '' }) => SubnetId);
  const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand({}));
  const VpcId = Vpcs[0]?.VpcId ?? '';
  await ec2.send(
    new CreateTagsCommand({
      Resources: [...ids, VpcId],
      Tags: [
        { Key: 'team', Value: 'red' },
        { Key: 'stage', Value: 'test' },
      ],
    }),
  );
  const first = await ec2.send(new DescribeTagsCommand({ MaxResults: 10 }));
  expect(first.Tags).toHaveLength(10);
  const rest = await ec2.send(
    new DescribeTagsCommand({ MaxResults: 10, NextToken: first.NextToken }),
  );
  expect(rest.NextToken).toBeUndefined();
  const all = [...(first.Tags ?? []), ...(rest.Tags ?? [])];
  expect(new Set(all.map(({ ResourceId, Key }) => `${ResourceId}/${Key}`)).size).toBe(14);
  await ec2.send(new DeleteTagsCommand({ Resources: [VpcId], Tags: [{ Key: 'stage' }] }));
  const left = await ec2.send(
    new DescribeTagsCommand({ Filters: [{ Name: 'resource-type', Values: ['vpc'] }] }),
  );
  expect(left.Tags).toEqual([
    { Key: 'team', Value: 'red', ResourceId: VpcId, ResourceType: 'vpc' },
  ]);
  const tagged = await ec2.send(
    new DescribeSubnetsCommand({ Filters: [{ Name: 'tag:stage', Values: ['t?st'] }] }),
  );
  expect(tagged.Subnets).toHaveLength(6);
  await expect(
    ec2.send(new CreateTagsCommand({ Resources: [VpcId], Tags: [{ Key: 'aws:x', Value: '' }] })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: "Tag keys starting with 'aws:' are reserved for internal use",
  });
  await expect(
    ec2.send(new DescribeSubnetsCommand({ Filters: [{ Name: 'colour', Values: ['red'] }] })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: "The filter 'colour' is invalid",
  });
});

test('tags decide: of the request, of the resource, and what may be tagged when it is made', async () => {
  const account = freshAccount();
  const root = new EC2Client(server.client(account));
  const user = new EC2Client(
    await newUser(server, account, 'ann', {
      allow: [
        { Effect: 'Allow', Action: 'ec2:CreateSecurityGroup', Resource: '*' },
        {
          Effect: 'Allow',
          Action: 'ec2:CreateTags',
          Resource: '*',
          Condition: {
            StringEquals: {
              'ec2:CreateAction': 'CreateSecurityGroup',
              'aws:RequestTag/team': 'red',
            },
          },
        },
        {
          Effect: 'Allow',
          Action: 'ec2:AuthorizeSecurityGroupIngress',
          Resource: '*',
          Condition: { StringEquals: { 'ec2:ResourceTag/team': 'red', 'ec2:Region': 'us-east-1' } },
        },
        {
          Effect: 'Allow',
          Action: 'ec2:DeleteSecurityGroup',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
        },
      ],
    }),
  );
  const create = (GroupName: string, team: string) =>
    new CreateSecurityGroupCommand({
      GroupName,
      Description: 'x',
      TagSpecifications: [{ ResourceType: 'security-group', Tags: [{ Key: 'team', Value: team }] }],
    });
  const { GroupId } = await user.send(create('mine', 'red'));
  const arn = (id: string) => `arn:aws:ec2:us-east-1:${account}:security-group/${id}`;
  const denied = (action: string, id: string) => ({
    name: 'UnauthorizedOperation',
    message: expect.stringContaining(
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ec2:${action} on resource: ${arn(id)} ` +
        `because no identity-based policy allows the ec2:${action} action. Encoded`,
    ),
  });
  await expect(user.send(create('other', 'blue'))).rejects.toMatchObject(denied('CreateTags', '*'));
  const IpPermissions = [SSH];
  await user.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
  await expect(user.send(new DeleteSecurityGroupCommand({ GroupId }))).rejects.toMatchObject(
    denied('DeleteSecurityGroup', GroupId ?? ''),
  );
  await expect(
    user.send(
      new CreateTagsCommand({ Resources: [GroupId ?? ''], Tags: [{ Key: 'team', Value: 'red' }] }),
    ),
  ).rejects.toMatchObject(denied('CreateTags', GroupId ?? ''));
  const { SecurityGroups } = await root.send(
    new DescribeSecurityGroupsCommand({ Filters: [{ Name: 'group-name', Values: ['other'] }] }),
  );
  expect(SecurityGroups).toEqual([]);
});
