import {
  CreateSnapshotCommand,
  CreateVolumeCommand,
  DescribeImagesCommand,
  DescribeSnapshotsCommand,
  DescribeVolumesCommand,
  type EC2Client,
  ModifyImageAttributeCommand,
  RegisterImageCommand,
} from '@aws-sdk/client-ec2';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { expect } from 'vitest';
import type { TestServer } from '../../server.ts';

const SLOW = { timeout: 15_000 };

/** The ARN of a new key. */
export async function newKey(
  server: TestServer,
  account: string,
  region = 'us-east-1',
): Promise<string> {
  const kms = new KMSClient(server.client(account, region));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  return KeyMetadata?.Arn ?? '';
}

interface Encryption {
  readonly Encrypted?: boolean;
  readonly KmsKeyId?: string;
}

/** A completed snapshot of a new volume of 1 GiB. */
export async function newSnapshot(ec2: EC2Client, encryption: Encryption = {}): Promise<string> {
  const { VolumeId = '' } = await ec2.send(
    new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 1, ...encryption }),
  );
  const volume = async () => {
    const { Volumes } = await ec2.send(new DescribeVolumesCommand({ VolumeIds: [VolumeId] }));
    return Volumes?.[0]?.State;
  };
  await expect.poll(volume, SLOW).toBe('available');
  const { SnapshotId = '' } = await ec2.send(new CreateSnapshotCommand({ VolumeId }));
  const snapshot = async () => {
    const shown = await ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: [SnapshotId] }));
    return shown.Snapshots?.[0]?.State;
  };
  await expect.poll(snapshot, SLOW).toBe('completed');
  return SnapshotId;
}

/** An image of a snapshot. */
export async function register(ec2: EC2Client, SnapshotId: string, Name = 'mine'): Promise<string> {
  const { ImageId } = await ec2.send(
    new RegisterImageCommand({
      Name,
      Architecture: 'x86_64',
      RootDeviceName: '/dev/xvda',
      BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId } }],
      TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'team', Value: 'red' }] }],
    }),
  );
  return ImageId ?? '';
}

export async function imageOf(ec2: EC2Client, id: string) {
  const { Images } = await ec2.send(new DescribeImagesCommand({ ImageIds: [id] }));
  return Images?.[0];
}

/** Waits for an image to be in a state. */
export function settles(ec2: EC2Client, id: string, state = 'available') {
  return expect.poll(async () => (await imageOf(ec2, id))?.State, SLOW).toBe(state);
}

/** Adds launch permissions. */
export function share(
  ImageId: string,
  ...Add: { readonly UserId?: string; readonly Group?: 'all' }[]
) {
  return new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add } });
}
