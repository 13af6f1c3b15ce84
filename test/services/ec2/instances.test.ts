import {
  CreateSecurityGroupCommand,
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  DescribeInstanceStatusCommand,
  DescribeInstanceTypesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSubnetsCommand,
  DescribeVolumesCommand,
  EC2Client,
  ModifyInstanceAttributeCommand,
  RebootInstancesCommand,
  type RunInstancesCommandInput,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { becomes, launchOf, stateOf } from './launching.ts';

let server: TestServer;

const { service: listener, heard } = listeningService();

beforeAll(async () => {
  server = await startServer({ furtherServices: [listener] });
});

afterAll(() => server.close());

test('an instance is launched, stopped, started and terminated, and forgotten after an hour', async () => {
  const account = freshAccount();
  const { ec2, ImageId, run } = await launchOf(server, account);
  const reservation = await run({
    TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'web' }] }],
  });
  const id = reservation.Instances?.[0]?.InstanceId ?? '';
  expect(reservation).toMatchObject({
    OwnerId: account,
    ReservationId: expect.stringMatching(/^r-[0-9a-f]{17}$/),
    Instances: [
      {
        InstanceId: expect.stringMatching(/^i-[0-9a-f]{17}$/),
        ImageId,
        State: { Code: 0, Name: 'pending' },
        InstanceType: 't3.micro',
        Architecture: 'x86_64',
        PrivateIpAddress: '172.31.0.4',
        PrivateDnsName: 'ip-172-31-0-4.ec2.internal',
        Placement: { AvailabilityZone: 'us-east-1a', Tenancy: 'default' },
        MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
        SecurityGroups: [{ GroupName: 'default' }],
        Tags: [{ Key: 'Name', Value: 'web' }],
      },
    ],
  });
  await becomes(ec2, id, 'running');
  const status = await ec2.send(new DescribeInstanceStatusCommand({ InstanceIds: [id] }));
  expect(status.InstanceStatuses).toMatchObject([{ InstanceStatus: { Status: 'ok' } }]);
  await ec2.send(new RebootInstancesCommand({ InstanceIds: [id] }));
  const stopped = await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }));
  expect(stopped.StoppingInstances).toEqual([
    {
      InstanceId: id,
      CurrentState: { Code: 64, Name: 'stopping' },
      PreviousState: { Code: 16, Name: 'running' },
    },
  ]);
  await becomes(ec2, id, 'stopped');
  const { Reservations } = await ec2.send(
    new DescribeInstancesCommand({
      Filters: [{ Name: 'instance-state-name', Values: ['stopped'] }],
    }),
  );
  expect(Reservations?.[0]?.Instances).toMatchObject([
    {
      InstanceId: id,
      StateReason: {
        Code: 'Client.UserInitiatedShutdown',
        Message: 'Client.UserInitiatedShutdown: User initiated shutdown',
      },
      StateTransitionReason: expect.stringMatching(/^User initiated \(\d{4}-.* GMT\)$/),
    },
  ]);
  await expect(ec2.send(new RebootInstancesCommand({ InstanceIds: [id] }))).rejects.toMatchObject({
    name: 'IncorrectInstanceState',
    message: `The instance '${id}' is not in a state from which it can be rebooted.`,
  });
  await ec2.send(new StartInstancesCommand({ InstanceIds: [id] }));
  await becomes(ec2, id, 'running');
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
  await becomes(ec2, id, 'terminated');
  const states = () =>
    heard
      .filter(({ account: whose, source }) => whose === account && source === 'aws.ec2')
      .filter((event) => event['detail-type'] === 'EC2 Instance State-change Notification')
      .map(({ resources, detail }) => ({ resources, detail }));
  const told = (state: string) => ({
    resources: [`arn:aws:ec2:us-east-1:${account}:instance/${id}`],
    detail: { 'instance-id': id, state },
  });
  await expect
    .poll(states)
    .toEqual(
      [
        'pending',
        'running',
        'stopping',
        'stopped',
        'pending',
        'running',
        'shutting-down',
        'terminated',
      ].map(told),
    );
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 61 * 60_000);
  await expect(stateOf(ec2, id)).rejects.toMatchObject({
    name: 'InvalidInstanceID.NotFound',
    message: `The instance ID '${id}' does not exist`,
  });
});

test('its volumes are made, attached, and go with it', async () => {
  const { ec2, run } = await launchOf(server, freshAccount());
  const { Instances } = await run({
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20, VolumeType: 'gp3' } },
      { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 1, DeleteOnTermination: false } },
    ],
    TagSpecifications: [{ ResourceType: 'volume', Tags: [{ Key: 'of', Value: 'web' }] }],
  });
  const id = Instances?.[0]?.InstanceId ?? '';
  expect(Instances?.[0]?.BlockDeviceMappings).toMatchObject([
    { DeviceName: '/dev/xvda', Ebs: { Status: 'attaching', DeleteOnTermination: true } },
    { DeviceName: '/dev/sdf', Ebs: { Status: 'attaching', DeleteOnTermination: false } },
  ]);
  await becomes(ec2, id, 'running');
  const Filters = [{ Name: 'tag:of', Values: ['web'] }];
  const { Volumes = [] } = await ec2.send(new DescribeVolumesCommand({ Filters }));
  expect(Volumes.toSorted((a, b) => (a.Size ?? 0) - (b.Size ?? 0))).toMatchObject([
    { Size: 1, State: 'in-use', Attachments: [{ InstanceId: id, Device: '/dev/sdf' }] },
    { Size: 20, State: 'in-use', VolumeType: 'gp3', Attachments: [{ Device: '/dev/xvda' }] },
  ]);
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
  await becomes(ec2, id, 'terminated');
  const left = await ec2.send(new DescribeVolumesCommand({ Filters }));
  expect(left.Volumes).toMatchObject([{ Size: 1, State: 'available', Attachments: [] }]);
});

test('the first network interface says where an instance is', async () => {
  const { ec2, run } = await launchOf(server, freshAccount());
  const { Subnets } = await ec2.send(
    new DescribeSubnetsCommand({
      Filters: [{ Name: 'availability-zone', Values: ['us-east-1c'] }],
    }),
  );
  const SubnetId = Subnets?.[0]?.SubnetId ?? '';
  const PrivateIpAddress = '172.31.32.77';
  const first = { DeviceIndex: 0, SubnetId, PrivateIpAddress };
  const { Instances } = await run({
    NetworkInterfaces: [first],
    TagSpecifications: [
      { ResourceType: 'network-interface', Tags: [{ Key: 'team', Value: 'red' }] },
    ],
  });
  expect(Instances).toMatchObject([
    {
      SubnetId,
      PrivateIpAddress,
      Placement: { AvailabilityZone: 'us-east-1c' },
      NetworkInterfaces: [{ SubnetId, PrivateIpAddress, Attachment: { DeviceIndex: 0 } }],
    },
  ]);
  const Filters = [{ Name: 'tag:team', Values: ['red'] }];
  const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({ Filters }));
  expect(NetworkInterfaces).toMatchObject([
    {
      NetworkInterfaceId: Instances?.[0]?.NetworkInterfaces?.[0]?.NetworkInterfaceId,
      Attachment: { InstanceId: Instances?.[0]?.InstanceId },
      PrivateIpAddress,
      TagSet: [{ Key: 'team', Value: 'red' }],
    },
  ]);
  const missing = 'eni-00000000000000000';
  await expect(
    ec2.send(new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [missing] })),
  ).rejects.toMatchObject({
    name: 'InvalidNetworkInterfaceID.NotFound',
    message: `The networkInterface ID '${missing}' does not exist`,
  });
  await expect(run({ NetworkInterfaces: [first] })).rejects.toMatchObject({
    name: 'InvalidIPAddress.InUse',
    message: `Address ${PrivateIpAddress} is in use.`,
  });
  await expect(run({ NetworkInterfaces: [first], SubnetId })).rejects.toMatchObject({
    name: 'InvalidParameterCombination',
    message:
      'Network interfaces and an instance-level subnet ID may not be specified on the same request',
  });
});

test('several are launched together, and a client token launches them once', async () => {
  const { ec2, run } = await launchOf(server, freshAccount());
  const request = { MinCount: 2, MaxCount: 3, ClientToken: 'once' };
  const first = await run(request);
  expect(first.Instances?.map(({ AmiLaunchIndex }) => AmiLaunchIndex)).toEqual([0, 1, 2]);
  expect(first.Instances?.map(({ PrivateIpAddress }) => PrivateIpAddress)).toEqual([
    '172.31.0.4',
    '172.31.0.5',
    '172.31.0.6',
  ]);
  const second = await run(request);
  expect(second.ReservationId).toBe(first.ReservationId);
  await expect(run({ ...request, MaxCount: 2 })).rejects.toMatchObject({
    name: 'IdempotentParameterMismatch',
    message:
      'Arguments on this idempotent request are inconsistent with arguments used in previous request(s).',
  });
  const page = await ec2.send(new DescribeInstancesCommand({ MaxResults: 5 }));
  expect(page.Reservations).toHaveLength(1);
  await expect(ec2.send(new DescribeInstancesCommand({ MaxResults: 4 }))).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: 'Value ( 4 ) for parameter maxResults is invalid. Expecting a value greater than 5.',
  });
  const { Subnets } = await ec2.send(
    new DescribeSubnetsCommand({
      Filters: [{ Name: 'availability-zone', Values: ['us-east-1a'] }],
    }),
  );
  expect(Subnets).toMatchObject([{ AvailableIpAddressCount: 4_088 }]);
});

test('what can not be launched is refused', async () => {
  const { run } = await launchOf(server, freshAccount());
  const cases: readonly [Partial<RunInstancesCommandInput>, string, string][] = [
    [{ ImageId: undefined }, 'MissingParameter', 'The request must contain the parameter ImageId'],
    [
      { ImageId: 'ami-00000000000000000' },
      'InvalidAMIID.NotFound',
      "The image id '[ami-00000000000000000]' does not exist",
    ],
    [
      { ImageId: 'ami-nonsense' },
      'InvalidAMIID.Malformed',
      'Invalid id: "ami-nonsense" (expecting "ami-...")',
    ],
    [
      { SubnetId: 'subnet-00000000000000000' },
      'InvalidSubnetID.NotFound',
      "The subnet ID 'subnet-00000000000000000' does not exist",
    ],
    [
      { SecurityGroupIds: ['sg-00000000000000000'] },
      'InvalidGroup.NotFound',
      "The security group 'sg-00000000000000000' does not exist",
    ],
    [{ KeyName: 'mine' }, 'InvalidKeyPair.NotFound', "The key pair 'mine' does not exist"],
    [
      { IamInstanceProfile: { Name: 'none' } },
      'InvalidParameterValue',
      'Value (none) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
    ],
    [{ UserData: '***' }, 'InvalidUserData.Malformed', 'Invalid BASE64 encoding of user data.'],
    [
      { LaunchTemplate: { LaunchTemplateName: 'mine' } },
      'NotImplemented',
      'ec2:RunInstances is not implemented for LaunchTemplate',
    ],
  ];
  for (const [more, name, message] of cases) {
    await expect(run(more), name).rejects.toMatchObject({ name, message });
  }
  expect(cases.length).toBe(9);
  await expect(run({ InstanceType: 't4g.micro' })).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: expect.stringMatching(
      /^The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64' of /,
    ),
  });
});

test('attributes: protection from termination holds, and a type is changed while it is stopped', async () => {
  const { ec2, run } = await launchOf(server, freshAccount());
  const { Instances } = await run({ DisableApiTermination: true, UserData: 'aGVsbG8=' });
  const InstanceId = Instances?.[0]?.InstanceId ?? '';
  await becomes(ec2, InstanceId, 'running');
  const terminate = new TerminateInstancesCommand({ InstanceIds: [InstanceId] });
  await expect(ec2.send(terminate)).rejects.toMatchObject({
    name: 'OperationNotPermitted',
    message: `The instance '${InstanceId}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
  });
  const retype = new ModifyInstanceAttributeCommand({
    InstanceId,
    InstanceType: { Value: 't3.small' },
  });
  await expect(ec2.send(retype)).rejects.toMatchObject({
    name: 'IncorrectInstanceState',
    message: `The instance '${InstanceId}' is not in the 'stopped' state.`,
  });
  await ec2.send(new StopInstancesCommand({ InstanceIds: [InstanceId] }));
  await becomes(ec2, InstanceId, 'stopped');
  await ec2.send(retype);
  const type = await ec2.send(
    new DescribeInstanceAttributeCommand({ InstanceId, Attribute: 'instanceType' }),
  );
  expect(type.InstanceType).toEqual({ Value: 't3.small' });
  const data = await ec2.send(
    new DescribeInstanceAttributeCommand({ InstanceId, Attribute: 'userData' }),
  );
  expect(data.UserData).toEqual({ Value: 'aGVsbG8=' });
  await ec2.send(
    new ModifyInstanceAttributeCommand({ InstanceId, DisableApiTermination: { Value: false } }),
  );
  await ec2.send(terminate);
});

test('attributes: who changes them needs the groups that they give, and the volumes that they name', async () => {
  const account = freshAccount();
  const { ec2, run } = await launchOf(server, account);
  const { Instances } = await run();
  const InstanceId = Instances?.[0]?.InstanceId ?? '';
  await becomes(ec2, InstanceId, 'running');
  const { GroupId = '' } = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: 'wide', Description: 'open to all' }),
  );
  const config = await newUser(server, account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'ec2:ModifyInstanceAttribute',
        Resource: `arn:aws:ec2:us-east-1:${account}:instance/*`,
      },
    ],
  });
  const ann = new EC2Client(config);
  const change = (more: object) =>
    ann.send(new ModifyInstanceAttributeCommand({ InstanceId, ...more }));
  await change({ DisableApiTermination: { Value: false } });
  const denied = (resource: string) => ({
    name: 'UnauthorizedOperation',
    message: expect.stringContaining(
      `is not authorized to perform: ec2:ModifyInstanceAttribute on resource: arn:aws:ec2:us-east-1:${account}:${resource}`,
    ),
  });
  await expect(change({ Groups: [GroupId] })).rejects.toMatchObject(
    denied(`security-group/${GroupId}`),
  );
  const mapping = { DeviceName: '/dev/xvda', Ebs: { DeleteOnTermination: false } };
  await expect(change({ BlockDeviceMappings: [mapping] })).rejects.toMatchObject(
    denied('volume/vol-'),
  );
});

test('instance types: a few are described, by filters and pages', async () => {
  const ec2 = new EC2Client(server.client(freshAccount()));
  const arm = await ec2.send(
    new DescribeInstanceTypesCommand({
      Filters: [{ Name: 'processor-info.supported-architecture', Values: ['arm64'] }],
    }),
  );
  expect(arm.InstanceTypes).toHaveLength(7);
  const micro = await ec2.send(new DescribeInstanceTypesCommand({ InstanceTypes: ['t3.micro'] }));
  expect(micro.InstanceTypes).toMatchObject([
    { VCpuInfo: { DefaultVCpus: 2 }, MemoryInfo: { SizeInMiB: 1_024 }, FreeTierEligible: true },
  ]);
  await expect(
    ec2.send(new DescribeInstanceTypesCommand({ InstanceTypes: ['x1e.32xlarge'] })),
  ).rejects.toMatchObject({
    name: 'InvalidInstanceType',
    message: 'The following supplied instance types do not exist: [x1e.32xlarge]',
  });
});
