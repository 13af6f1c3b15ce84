import { EBSClient, StartSnapshotCommand } from '@aws-sdk/client-ebs';
import {
  AttachVolumeCommand,
  CreateVolumeCommand,
  DescribeVolumesCommand,
  EC2Client,
  ModifySnapshotAttributeCommand,
} from '@aws-sdk/client-ec2';
import { CreateKeyCommand, DisableKeyCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../../heard-events.ts';
import { freshAccount, startServer, type TestServer } from '../../../server.ts';
import { blockOf, writtenSnapshot } from '../../ebs/blocks.ts';
import { newKey } from '../../kms/keys.ts';
import { runningInstance } from './instances.ts';
import { settledVolume } from './volumes.ts';

const listening = listeningService();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [listening.service] });
});
afterAll(() => server.close());

const AvailabilityZone = 'us-east-1a';

test('check 51: a volume under a disabled key is creating, then gone, and the event bus is told why', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ec2 = new EC2Client(config);
  await key.kms.send(new DisableKeyCommand({ KeyId: key.id }));
  const volume = { AvailabilityZone, Size: 1, Encrypted: true, KmsKeyId: key.arn };
  const made = await ec2.send(new CreateVolumeCommand(volume));
  expect(made).toMatchObject({ State: 'creating', Encrypted: true, KmsKeyId: key.arn });
  expect(await settledVolume(config, made.VolumeId)).toBeUndefined();
  await expect
    .poll(() => listening.heard)
    .toContainEqual(
      expect.objectContaining({
        'detail-type': 'EBS Volume Notification',
        source: 'aws.ec2',
        account: key.account,
        resources: [`arn:aws:ec2:us-east-1:${key.account}:volume/${made.VolumeId}`],
        detail: {
          event: 'createVolume',
          result: 'failed',
          cause: `${key.arn} is disabled.`,
          'request-id': '',
        },
      }),
    );
});

test('check 51: a volume under a key that waits for its material fails in the same way', async () => {
  const { kms, account } = await newKey(server);
  const config = server.client(account);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Origin: 'EXTERNAL' }));
  const volume = { AvailabilityZone, Size: 1, Encrypted: true, KmsKeyId: KeyMetadata?.Arn };
  const made = await new EC2Client(config).send(new CreateVolumeCommand(volume));
  expect(await settledVolume(config, made.VolumeId)).toBeUndefined();
  await expect
    .poll(() => listening.heard)
    .toContainEqual(
      expect.objectContaining({
        account,
        detail: expect.objectContaining({
          result: 'failed',
          cause: `${KeyMetadata?.Arn} is pending import.`,
        }),
      }),
    );
});

test('check 51: AttachVolume with a disabled key is Client.CustomerKeyHasBeenRevoked', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ec2 = new EC2Client(config);
  const InstanceId = await runningInstance(config, AvailabilityZone);
  const volume = { AvailabilityZone, Size: 1, Encrypted: true, KmsKeyId: key.arn };
  const { VolumeId = '' } = await ec2.send(new CreateVolumeCommand(volume));
  await settledVolume(config, VolumeId);
  await key.kms.send(new DisableKeyCommand({ KeyId: key.id }));
  await expect(
    ec2.send(new AttachVolumeCommand({ VolumeId, InstanceId, Device: '/dev/sdf' })),
  ).rejects.toMatchObject({
    name: 'Client.CustomerKeyHasBeenRevoked',
    message: `Volume ${VolumeId} cannot be attached. The encrypted volume was unable to access the KMS key.`,
  });
  const { Volumes } = await ec2.send(new DescribeVolumesCommand({ VolumeIds: [VolumeId] }));
  expect(Volumes?.[0]).toMatchObject({ State: 'available', Attachments: [] });
  await expect
    .poll(() => listening.heard)
    .toContainEqual(
      expect.objectContaining({
        'detail-type': 'EBS Volume Notification',
        resources: [`arn:aws:ec2:us-east-1:${key.account}:volume/${VolumeId}`, key.arn],
        detail: {
          event: 'attachVolume',
          result: 'failed',
          cause: `${key.arn} is disabled.`,
          'request-id': '',
        },
      }),
    );
});

test('check 51: an encrypted snapshot is shared with nobody in general, and under aws/ebs with nobody', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ec2 = new EC2Client(config);
  const content = { 0: blockOf('a') };
  const own = await writtenSnapshot(config, content, { Encrypted: true, KmsKeyArn: key.arn });
  const byDefault = await writtenSnapshot(config, content, { Encrypted: true });
  const add = { Attribute: 'createVolumePermission', OperationType: 'add' } as const;
  await expect(
    ec2.send(new ModifySnapshotAttributeCommand({ ...add, SnapshotId: own, GroupNames: ['all'] })),
  ).rejects.toMatchObject({
    name: 'OperationNotPermitted',
    message: 'Encrypted snapshots cannot be shared publicly.',
  });
  await expect(
    ec2.send(
      new ModifySnapshotAttributeCommand({
        ...add,
        SnapshotId: byDefault,
        UserIds: [freshAccount()],
      }),
    ),
  ).rejects.toMatchObject({
    name: 'OperationNotPermitted',
    message: 'Encrypted snapshots with EBS default key cannot be shared',
  });
});

test('check 51: StartSnapshot tells a BlockSize of 524288', async () => {
  const ebs = new EBSClient(server.client(freshAccount()));
  await expect(ebs.send(new StartSnapshotCommand({ VolumeSize: 1 }))).resolves.toMatchObject({
    BlockSize: 524_288,
  });
});
