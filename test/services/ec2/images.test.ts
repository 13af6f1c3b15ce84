import {
  CopyImageCommand,
  CreateImageCommand,
  CreateSnapshotsCommand,
  DeregisterImageCommand,
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  DescribeSnapshotsCommand,
  DisableImageBlockPublicAccessCommand,
  EC2Client,
  GetImageBlockPublicAccessStateCommand,
  ModifyImageAttributeCommand,
  ModifySnapshotAttributeCommand,
  ResetImageAttributeCommand,
  RunInstancesCommand,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
import { CreateOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { imageOf, newKey, newSnapshot, register, settles, share } from './imaging.ts';
import { becomes } from './launching.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

function clientOf(account: string, region = 'us-east-1'): EC2Client {
  return new EC2Client(server.client(account, region));
}

const notFound = (id: string) => ({
  name: 'InvalidAMIID.NotFound',
  message: `The image id '[${id}]' does not exist`,
});

test('an image is registered from a snapshot, shown, launched and deregistered', async () => {
  const account = freshAccount();
  const ec2 = clientOf(account);
  const id = await register(ec2, await newSnapshot(ec2));
  expect(await imageOf(ec2, id)).toMatchObject({
    ImageId: id,
    Name: 'mine',
    OwnerId: account,
    ImageLocation: `${account}/mine`,
    State: 'available',
    Public: false,
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 1, Encrypted: false, VolumeType: 'standard' } },
    ],
    Tags: [{ Key: 'team', Value: 'red' }],
  });
  await expect(register(ec2, await newSnapshot(ec2))).rejects.toMatchObject({
    name: 'InvalidAMIName.Duplicate',
    message: `AMI name mine is already in use by AMI ${id}`,
  });
  const { Instances } = await ec2.send(
    new RunInstancesCommand({ ImageId: id, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 }),
  );
  expect(Instances).toMatchObject([{ ImageId: id, BlockDeviceMappings: [{}] }]);
  await ec2.send(new DeregisterImageCommand({ ImageId: id }));
  await expect(imageOf(ec2, id)).rejects.toMatchObject(notFound(id));
});

test('an image is made of an instance: snapshots of its volumes, which a new one begins with', async () => {
  const ec2 = clientOf(freshAccount());
  const KmsKeyId = await newKey(server, await accountOf(ec2));
  const base = await register(ec2, await newSnapshot(ec2));
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: base,
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      BlockDeviceMappings: [
        { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 2, Encrypted: true, KmsKeyId } },
      ],
    }),
  );
  const InstanceId = Instances?.[0]?.InstanceId ?? '';
  await becomes(ec2, InstanceId, 'running');
  await ec2.send(new StopInstancesCommand({ InstanceIds: [InstanceId] }));
  await becomes(ec2, InstanceId, 'stopped');
  const { ImageId = '' } = await ec2.send(new CreateImageCommand({ InstanceId, Name: 'made' }));
  await settles(ec2, ImageId);
  expect(await imageOf(ec2, ImageId)).toMatchObject({
    SourceInstanceId: InstanceId,
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 1, Encrypted: false } },
      { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 2, Encrypted: true } },
    ],
  });
  const { Snapshots } = await ec2.send(
    new DescribeSnapshotsCommand({
      OwnerIds: ['self'],
      Filters: [{ Name: 'description', Values: [`Created by CreateImage(${InstanceId}) for *`] }],
    }),
  );
  expect(Snapshots).toHaveLength(2);
});

async function accountOf(ec2: EC2Client): Promise<string> {
  const { accessKeyId } = await ec2.config.credentials();
  return accessKeyId;
}

test('launch permissions: others see and launch what they were given, and no tags of it', async () => {
  const [owner, other, third] = [freshAccount(), freshAccount(), freshAccount()];
  const ec2 = clientOf(owner);
  const id = await register(ec2, await newSnapshot(ec2));
  await expect(imageOf(clientOf(other), id)).rejects.toMatchObject(notFound(id));
  await ec2.send(share(id, { UserId: other }));
  expect(await imageOf(clientOf(other), id)).toMatchObject({ OwnerId: owner, Tags: [] });
  const mine = await clientOf(other).send(new DescribeImagesCommand({ ExecutableUsers: ['self'] }));
  expect(mine.Images?.map(({ ImageId }) => ImageId)).toEqual([id]);
  await expect(imageOf(clientOf(third), id)).rejects.toMatchObject(notFound(id));
  // The account was given it: its own policies decide for its users.
  const user = new EC2Client(
    await newUser(server, other, 'ann', {
      allow: [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }],
    }),
  );
  const run = { ImageId: id, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 } as const;
  const { Instances } = await user.send(new RunInstancesCommand(run));
  expect(Instances).toHaveLength(1);
  await expect(
    clientOf(other).send(new DeregisterImageCommand({ ImageId: id })),
  ).rejects.toMatchObject(notFound(id));
  const shown = await ec2.send(
    new DescribeImageAttributeCommand({ ImageId: id, Attribute: 'launchPermission' }),
  );
  expect(shown.LaunchPermissions).toEqual([{ UserId: other }]);
  await ec2.send(new ResetImageAttributeCommand({ ImageId: id, Attribute: 'launchPermission' }));
  await expect(imageOf(clientOf(other), id)).rejects.toMatchObject(notFound(id));
});

test('an image is shared with an organization, and with everybody once that is not blocked', async () => {
  const [owner, manager, third] = [freshAccount(), freshAccount(), freshAccount()];
  const organizations = new OrganizationsClient(server.client(manager));
  const { Organization } = await organizations.send(new CreateOrganizationCommand({}));
  const ec2 = clientOf(owner);
  const ImageId = await register(ec2, await newSnapshot(ec2));
  await ec2.send(
    new ModifyImageAttributeCommand({
      ImageId,
      OperationType: 'add',
      OrganizationArns: [Organization?.Arn ?? ''],
    }),
  );
  expect(await imageOf(clientOf(manager), ImageId)).toMatchObject({ ImageId });
  await expect(imageOf(clientOf(third), ImageId)).rejects.toMatchObject(notFound(ImageId));
  const state = await ec2.send(new GetImageBlockPublicAccessStateCommand({}));
  expect(state.ImageBlockPublicAccessState).toBe('block-new-sharing');
  await expect(ec2.send(share(ImageId, { Group: 'all' }))).rejects.toMatchObject({
    name: 'OperationNotPermitted',
    message:
      'You can’t publicly share AMIs in this Region because block public access for AMIs is enabled.',
  });
  await ec2.send(new DisableImageBlockPublicAccessCommand({}));
  await ec2.send(share(ImageId, { Group: 'all' }));
  expect(await imageOf(clientOf(third), ImageId)).toMatchObject({ Public: true });
  await expect(ec2.send(share(ImageId, { UserId: 'nobody' }))).rejects.toMatchObject({
    name: 'InvalidAMIAttributeItemValue',
    message: 'Invalid attribute item value "nobody" for userId item type.',
  });
});

test('an image is copied to another Region, and encrypted on the way', async () => {
  const account = freshAccount();
  const here = clientOf(account);
  const there = clientOf(account, 'eu-west-1');
  const source = await register(here, await newSnapshot(here));
  const KmsKeyId = await newKey(server, account, 'eu-west-1');
  const copy = {
    Name: 'copy',
    SourceImageId: source,
    SourceRegion: 'us-east-1',
    Encrypted: true,
    CopyImageTags: true,
    ClientToken: 'once',
  };
  const { ImageId = '' } = await there.send(new CopyImageCommand({ ...copy, KmsKeyId }));
  const again = await there.send(new CopyImageCommand({ ...copy, KmsKeyId }));
  expect(again.ImageId).toBe(ImageId);
  await settles(there, ImageId);
  const image = await imageOf(there, ImageId);
  expect(image).toMatchObject({
    SourceImageId: source,
    SourceImageRegion: 'us-east-1',
    Description: `[Copied ${source} from us-east-1] mine`,
    BlockDeviceMappings: [{ Ebs: { Encrypted: true, VolumeSize: 1 } }],
    Tags: [{ Key: 'team', Value: 'red' }],
  });
  const SnapshotIds = [image?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId ?? ''];
  const { Snapshots } = await there.send(new DescribeSnapshotsCommand({ SnapshotIds }));
  expect(Snapshots).toMatchObject([{ Encrypted: true, KmsKeyId }]);
  const missing = 'ami-00000000000000000';
  await expect(
    there.send(
      new CopyImageCommand({ Name: 'none', SourceImageId: missing, SourceRegion: 'us-east-1' }),
    ),
  ).rejects.toMatchObject(notFound(missing));
});

test('an image is made of own snapshots alone', async () => {
  const account = freshAccount();
  const ec2 = clientOf(account);
  const other = clientOf(freshAccount());
  const SnapshotId = await newSnapshot(other);
  await other.send(
    new ModifySnapshotAttributeCommand({
      SnapshotId,
      Attribute: 'createVolumePermission',
      OperationType: 'add',
      UserIds: [account],
    }),
  );
  await expect(register(ec2, SnapshotId)).rejects.toMatchObject({
    name: 'InvalidSnapshot.NotFound',
    message: `The snapshot '${SnapshotId}' does not exist.`,
  });
});

test('tags that are copied are tags that are set: ec2:CreateTags is asked for them', async () => {
  const account = freshAccount();
  const ec2 = clientOf(account);
  const source = await register(ec2, await newSnapshot(ec2));
  const config = await newUser(server, account, 'ann', {
    allow: [
      { Effect: 'Allow', Action: ['ec2:CopyImage', 'ec2:CreateSnapshots'], Resource: '*' },
      {
        Effect: 'Allow',
        Action: 'ec2:CreateTags',
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestTag/team': 'blue' } },
      },
    ],
  });
  const ann = new EC2Client(config);
  const copy = { Name: 'copy', SourceImageId: source, SourceRegion: 'us-east-1' };
  const denied = { name: 'UnauthorizedOperation' };
  const tagging = expect.stringContaining('is not authorized to perform: ec2:CreateTags');
  await expect(
    ann.send(new CopyImageCommand({ ...copy, CopyImageTags: true })),
  ).rejects.toMatchObject({ ...denied, message: tagging });
  const blue = [{ Key: 'team', Value: 'blue' }];
  const TagSpecifications = [{ ResourceType: 'image' as const, Tags: blue }];
  const { ImageId = '' } = await ann.send(
    new CopyImageCommand({ ...copy, CopyImageTags: true, TagSpecifications }),
  );
  expect((await imageOf(ec2, ImageId))?.Tags).toEqual(blue);
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: source,
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      TagSpecifications: [{ ResourceType: 'volume', Tags: [{ Key: 'team', Value: 'red' }] }],
    }),
  );
  const InstanceId = Instances?.[0]?.InstanceId ?? '';
  await becomes(ec2, InstanceId, 'running');
  const snap = { InstanceSpecification: { InstanceId } };
  await expect(
    ann.send(new CreateSnapshotsCommand({ ...snap, CopyTagsFromSource: 'volume' })),
  ).rejects.toMatchObject({ ...denied, message: tagging });
  const { Snapshots } = await ann.send(new CreateSnapshotsCommand(snap));
  expect(Snapshots).toMatchObject([{ Tags: [] }]);
});

test("Amazon's own images are everybody's, in each Region by ids of their own", async () => {
  const ec2 = clientOf(freshAccount());
  const page = await ec2.send(new DescribeImagesCommand({ Owners: ['amazon'], MaxResults: 10 }));
  expect(page.Images).toHaveLength(10);
  const rest = await ec2.send(
    new DescribeImagesCommand({ Owners: ['amazon'], MaxResults: 10, NextToken: page.NextToken }),
  );
  expect(rest.Images).toHaveLength(3);
  expect(rest.Images?.[0]).toMatchObject({
    OwnerId: '137112412989',
    ImageOwnerAlias: 'amazon',
    Public: true,
  });
  const id = rest.Images?.[0]?.ImageId ?? '';
  await expect(imageOf(clientOf(freshAccount(), 'eu-west-1'), id)).rejects.toMatchObject(
    notFound(id),
  );
});
