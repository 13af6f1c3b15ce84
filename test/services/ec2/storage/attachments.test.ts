import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  AttachVolumeCommand,
  CreateSnapshotsCommand,
  CreateVolumeCommand,
  DeleteVolumeCommand,
  DescribeVolumesCommand,
  DetachVolumeCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { DisableKeyCommand, EnableKeyCommand, ListGrantsCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../../identities.ts';
import { startServer, type TestServer } from '../../../server.ts';
import { newKey } from '../../kms/keys.ts';
import { settledSnapshot } from '../../ebs/blocks.ts';
import { runningInstance } from './instances.ts';
import { settledVolume } from './volumes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const AvailabilityZone = 'us-east-1a';
const Device = '/dev/sdf';

/** An encrypted volume that is available, and an instance that could have it. */
async function scene() {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ec2 = new EC2Client(config);
  const InstanceId = await runningInstance(config, AvailabilityZone);
  const volume = { AvailabilityZone, Size: 1, Encrypted: true, KmsKeyId: key.id };
  const { VolumeId = '' } = await ec2.send(new CreateVolumeCommand(volume));
  await settledVolume(config, VolumeId);
  const attach = { Device, InstanceId, VolumeId };
  const stateOf = async () => {
    const { Volumes } = await ec2.send(new DescribeVolumesCommand({ VolumeIds: [VolumeId] }));
    return Volumes?.[0]?.State;
  };
  return { key, config, ec2, InstanceId, VolumeId, attach, stateOf };
}

async function recordsOf(account: string, AttributeValue: string) {
  const trail = new CloudTrailClient(server.client(account));
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue }];
  const { Events = [] } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
  return Events.map(({ CloudTrailEvent = '{}' }) => JSON.parse(CloudTrailEvent));
}

test('AttachVolume: the caller gives the instance’s host a grant, and the host opens the data key', async () => {
  const { key, ec2, InstanceId, VolumeId, attach, stateOf } = await scene();
  const host = `arn:aws:sts::${key.account}:assumed-role/aws:ec2-infrastructure/${InstanceId}`;
  const attached = await ec2.send(new AttachVolumeCommand(attach));
  expect(attached).toMatchObject({
    VolumeId,
    InstanceId,
    Device,
    State: 'attaching',
    AttachTime: expect.any(Date),
    DeleteOnTermination: false,
  });
  expect(await stateOf()).toBe('in-use');
  const { Grants } = await key.kms.send(new ListGrantsCommand({ KeyId: key.id }));
  expect(Grants).toMatchObject([
    {
      GranteePrincipal: host,
      RetiringPrincipal: 'ec2.us-east-1.amazonaws.com',
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextSubset: { 'aws:ebs:id': VolumeId } },
    },
  ]);
  const [call] = await recordsOf(key.account, 'AttachVolume');
  const [opened] = await recordsOf(key.account, 'Decrypt');
  expect(opened).toMatchObject({
    userIdentity: { type: 'AssumedRole', arn: host },
    requestParameters: { encryptionContext: { 'aws:ebs:id': VolumeId } },
    requestID: call.requestID,
  });
  expect(opened.requestParameters).not.toHaveProperty('keyId');
  await expect(ec2.send(new DeleteVolumeCommand({ VolumeId }))).rejects.toMatchObject({
    name: 'VolumeInUse',
    message: `Volume ${VolumeId} is currently attached to ${InstanceId}`,
  });
  const detached = await ec2.send(new DetachVolumeCommand({ VolumeId }));
  expect(detached).toMatchObject({ VolumeId, InstanceId, Device, State: 'detaching' });
  expect(await stateOf()).toBe('available');
  const after = await key.kms.send(new ListGrantsCommand({ KeyId: key.id }));
  expect(after.Grants).toEqual([]);
  await expect(ec2.send(new DetachVolumeCommand({ VolumeId }))).rejects.toMatchObject({
    name: 'IncorrectState',
    message: `Volume '${VolumeId}' is in the 'available' state.`,
  });
});

test('an attached volume works without its key until it is detached', async () => {
  const { key, ec2, VolumeId, attach, stateOf } = await scene();
  await ec2.send(new AttachVolumeCommand(attach));
  await key.kms.send(new DisableKeyCommand({ KeyId: key.id }));
  expect(await stateOf()).toBe('in-use');
  await ec2.send(new DetachVolumeCommand({ VolumeId }));
  await expect(ec2.send(new AttachVolumeCommand(attach))).rejects.toMatchObject({
    name: 'Client.CustomerKeyHasBeenRevoked',
    message: `Volume ${VolumeId} cannot be attached. The encrypted volume was unable to access the KMS key.`,
  });
  expect(await stateOf()).toBe('available');
  await key.kms.send(new EnableKeyCommand({ KeyId: key.id }));
  await ec2.send(new AttachVolumeCommand(attach));
  expect(await stateOf()).toBe('in-use');
});

test('AttachVolume: what can’t be attached is refused with the texts of EC2', async () => {
  const { config, ec2, InstanceId, VolumeId, attach } = await scene();
  await expect(
    ec2.send(new AttachVolumeCommand({ ...attach, Device: 'disk' })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: 'Value (disk) for parameter device is invalid. disk is not a valid EBS device name.',
  });
  const away = { AvailabilityZone: 'us-east-1b', Size: 1 };
  const { VolumeId: far = '' } = await ec2.send(new CreateVolumeCommand(away));
  await settledVolume(config, far);
  await expect(
    ec2.send(new AttachVolumeCommand({ ...attach, VolumeId: far })),
  ).rejects.toMatchObject({
    name: 'InvalidVolume.ZoneMismatch',
    message: `The volume '${far}' is not in the same availability zone as instance '${InstanceId}'`,
  });
  await ec2.send(new AttachVolumeCommand(attach));
  await expect(ec2.send(new AttachVolumeCommand(attach))).rejects.toMatchObject({
    name: 'VolumeInUse',
    message: `${VolumeId} is already attached to an instance`,
  });
  const near = { AvailabilityZone, Size: 1 };
  const { VolumeId: other = '' } = await ec2.send(new CreateVolumeCommand(near));
  await settledVolume(config, other);
  await expect(
    ec2.send(new AttachVolumeCommand({ ...attach, VolumeId: other })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: `Invalid value '${Device}' for unixDevice. Attachment point ${Device} is already in use`,
  });
});

test('AttachVolume: needs the instance, the volume, and the right to grant its key', async () => {
  const { key, VolumeId, InstanceId, attach } = await scene();
  const arn = (what: string) => `arn:aws:ec2:us-east-1:${key.account}:${what}`;
  const allow = (Resource: string) => ({
    Effect: 'Allow' as const,
    Action: 'ec2:AttachVolume',
    Resource,
  });
  const half = new EC2Client(
    await newUser(server, key.account, 'half', { allow: [allow(arn('instance/*'))] }),
  );
  await expect(half.send(new AttachVolumeCommand(attach))).rejects.toMatchObject({
    name: 'UnauthorizedOperation',
    message: expect.stringContaining(
      `is not authorized to perform: ec2:AttachVolume on resource: ${arn(`volume/${VolumeId}`)} because no identity-based policy`,
    ),
  });
  const both = [allow(arn(`instance/${InstanceId}`)), allow(arn(`volume/${VolumeId}`))];
  const keyless = new EC2Client(await newUser(server, key.account, 'keyless', { allow: both }));
  await expect(keyless.send(new AttachVolumeCommand(attach))).rejects.toMatchObject({
    name: 'Client.CustomerKeyHasBeenRevoked',
  });
  const grants = {
    Effect: 'Allow' as const,
    Action: 'kms:CreateGrant',
    Resource: '*',
    Condition: {
      Bool: { 'kms:GrantIsForAWSResource': 'true' },
      StringEquals: { 'kms:ViaService': 'ec2.us-east-1.amazonaws.com' },
    },
  };
  const able = new EC2Client(
    await newUser(server, key.account, 'able', { allow: [...both, grants] }),
  );
  await able.send(new AttachVolumeCommand(attach));
});

test('CreateSnapshots: of all the volumes of an instance, but for those that are left out', async () => {
  const { ec2, config, InstanceId, VolumeId, attach } = await scene();
  await ec2.send(new AttachVolumeCommand(attach));
  const all = await ec2.send(
    new CreateSnapshotsCommand({ InstanceSpecification: { InstanceId }, Description: 'all' }),
  );
  expect(all.Snapshots).toHaveLength(2);
  const data = await ec2.send(
    new CreateSnapshotsCommand({
      InstanceSpecification: { InstanceId, ExcludeBootVolume: true },
    }),
  );
  expect(data.Snapshots).toMatchObject([{ VolumeId, Encrypted: true, State: 'pending' }]);
  const id = data.Snapshots?.[0]?.SnapshotId ?? '';
  expect(await settledSnapshot(config, id)).toMatchObject({ State: 'completed' });
});
