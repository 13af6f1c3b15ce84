import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { EBSClient } from '@aws-sdk/client-ebs';
import {
  CreateSnapshotCommand,
  CreateVolumeCommand,
  type CreateVolumeCommandInput,
  DeleteSnapshotCommand,
  DeleteVolumeCommand,
  DescribeVolumeAttributeCommand,
  DescribeVolumesCommand,
  DescribeVolumesModificationsCommand,
  DescribeVolumeStatusCommand,
  EC2Client,
  ModifyVolumeAttributeCommand,
  ModifyVolumeCommand,
} from '@aws-sdk/client-ec2';
import { CreateKeyCommand, DisableKeyCommand, ListGrantsCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../../heard-events.ts';
import { newUser } from '../../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../../server.ts';
import { blockOf, readBlock, settledSnapshot, writtenSnapshot } from '../../ebs/blocks.ts';
import { newKey } from '../../kms/keys.ts';
import { settledVolume } from './volumes.ts';

const listening = listeningService();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [listening.service] });
});
afterAll(() => server.close());

const ZONE = { AvailabilityZone: 'us-east-1a' };

async function volumeOf(ec2: EC2Client, input: Partial<CreateVolumeCommandInput>) {
  return ec2.send(new CreateVolumeCommand({ ...ZONE, ...input }));
}

/** The record of an operation, as CloudTrail shows it. */
async function recordOf(account: string, AttributeValue: string) {
  const trail = new CloudTrailClient(server.client(account));
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue }];
  const { Events } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
  return JSON.parse(Events?.[0]?.CloudTrailEvent ?? '{}');
}

test('CreateVolume: an empty volume is there after a moment, and the event bus is told', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const ec2 = new EC2Client(config);
  const made = await volumeOf(ec2, {
    Size: 10,
    TagSpecifications: [{ ResourceType: 'volume', Tags: [{ Key: 'a', Value: 'b' }] }],
  });
  expect(made).toMatchObject({
    VolumeId: expect.stringMatching(/^vol-[0-9a-f]{17}$/),
    State: 'creating',
    Size: 10,
    VolumeType: 'gp2',
    Iops: 100,
    Encrypted: false,
    SnapshotId: '',
    MultiAttachEnabled: false,
    AvailabilityZone: 'us-east-1a',
    Tags: [{ Key: 'a', Value: 'b' }],
  });
  expect(await settledVolume(config, made.VolumeId)).toMatchObject({ State: 'available' });
  const arn = `arn:aws:ec2:us-east-1:${account}:volume/${made.VolumeId}`;
  const told = (event: string, result: string) => ({
    'detail-type': 'EBS Volume Notification',
    source: 'aws.ec2',
    account,
    resources: [arn],
    detail: { event, result, cause: '', 'request-id': expect.any(String) },
  });
  await expect
    .poll(() => listening.heard)
    .toContainEqual(expect.objectContaining(told('createVolume', 'available')));
  await ec2.send(new DeleteVolumeCommand({ VolumeId: made.VolumeId }));
  await expect
    .poll(() => listening.heard)
    .toContainEqual(expect.objectContaining(told('deleteVolume', 'deleted')));
  await expect(
    ec2.send(new DescribeVolumesCommand({ VolumeIds: [made.VolumeId ?? ''] })),
  ).rejects.toMatchObject({
    name: 'InvalidVolume.NotFound',
    message: `The volume '${made.VolumeId}' does not exist.`,
  });
});

test('CreateVolume: an encrypted volume has a data key of 64 bytes, asked for by the front end', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const made = await volumeOf(new EC2Client(config), {
    Size: 1,
    Encrypted: true,
    KmsKeyId: key.id,
  });
  expect(made).toMatchObject({ Encrypted: true, KmsKeyId: key.arn });
  const record = await recordOf(key.account, 'GenerateDataKeyWithoutPlaintext');
  expect(record).toMatchObject({
    userIdentity: { invokedBy: 'ec2-frontend-api.amazonaws.com' },
    sourceIPAddress: 'ec2-frontend-api.amazonaws.com',
    requestParameters: {
      keyId: key.id,
      numberOfBytes: 64,
      encryptionContext: { 'aws:ebs:id': made.VolumeId },
    },
  });
});

test('CreateVolume: without a key it is the one of the account for EBS', async () => {
  const account = freshAccount();
  const made = await volumeOf(new EC2Client(server.client(account)), { Size: 1, Encrypted: true });
  expect(made.KmsKeyId).toMatch(new RegExp(`^arn:aws:kms:us-east-1:${account}:key/`));
});

test('CreateVolume: parameters that do not fit are refused with the texts of EC2', async () => {
  const ec2 = new EC2Client(server.client(freshAccount()));
  const cases: readonly (readonly [Partial<CreateVolumeCommandInput>, string, string])[] = [
    [{}, 'MissingParameter', 'The request must contain the parameter size or snapshotId'],
    [
      { Size: 1, AvailabilityZone: 'us-east-1z' },
      'InvalidZone.NotFound',
      "The zone 'us-east-1z' does not exist.",
    ],
    [
      { Size: 20_000 },
      'InvalidParameterValue',
      'Volume of 20000GiB is too large for volume type gp2; maximum is 16384GiB.',
    ],
    [
      { Size: 1, VolumeType: 'st1' },
      'InvalidParameterValue',
      'Volume of 1GiB is too small for volume type st1; minimum is 125GiB.',
    ],
    [
      { Size: 10, Iops: 200 },
      'InvalidParameterCombination',
      'The parameter iops is not supported for gp2 volumes.',
    ],
    [
      { Size: 10, VolumeType: 'io1' },
      'MissingParameter',
      'The request must contain the parameter iops',
    ],
    [
      { Size: 10, VolumeType: 'io1', Iops: 1_000 },
      'InvalidParameterValue',
      'Iops to volume size ratio of 100.000000 is too high; maximum is 50.',
    ],
    [
      { Size: 10, VolumeType: 'gp3', Throughput: 1_000 },
      'InvalidParameterValue',
      'Throughput (MiBps) to iops ratio of 0.333333 is too high; maximum is 0.250000 MiBps per iops.',
    ],
    [
      { Size: 10, KmsKeyId: 'alias/mine' },
      'InvalidParameterDependency',
      'The parameter KmsKeyId requires the parameter Encrypted to be set.',
    ],
    [
      { SnapshotId: 'snap-0123456789abcdef0' },
      'InvalidSnapshot.NotFound',
      "The snapshot 'snap-0123456789abcdef0' does not exist.",
    ],
  ];
  let count = 0;
  for (const [input, name, message] of cases) {
    await expect(volumeOf(ec2, input), message).rejects.toMatchObject({ name, message });
    count += 1;
  }
  expect(count).toBe(10);
});

test('CreateVolume: a user without the permission is denied', async () => {
  const account = freshAccount();
  const ann = new EC2Client(await newUser(server, account, 'ann'));
  await expect(volumeOf(ann, { Size: 1 })).rejects.toMatchObject({
    name: 'UnauthorizedOperation',
    message: expect.stringContaining(
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ec2:CreateVolume on resource: ` +
        `arn:aws:ec2:us-east-1:${account}:volume/* because no identity-based policy allows the ec2:CreateVolume action`,
    ),
  });
  const onlyEncrypted = new EC2Client(
    await newUser(server, account, 'eve', {
      allow: [
        {
          Effect: 'Allow',
          Action: 'ec2:CreateVolume',
          Resource: '*',
          Condition: { Bool: { 'ec2:Encrypted': 'true' } },
        },
      ],
    }),
  );
  await expect(volumeOf(onlyEncrypted, { Size: 1 })).rejects.toMatchObject({
    name: 'UnauthorizedOperation',
  });
});

test('CreateVolume: the same client token makes one volume', async () => {
  const ec2 = new EC2Client(server.client(freshAccount()));
  const first = await volumeOf(ec2, { Size: 1, ClientToken: 'one' });
  const second = await volumeOf(ec2, { Size: 1, ClientToken: 'one' });
  expect(second.VolumeId).toBe(first.VolumeId);
});

test('a volume of an encrypted snapshot shares its blocks and key; its own snapshot too', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ec2 = new EC2Client(config);
  const encryption = { Encrypted: true, KmsKeyArn: key.arn };
  const SnapshotId = await writtenSnapshot(config, { 3: blockOf('k') }, encryption);
  const made = await volumeOf(ec2, { SnapshotId, Size: 2 });
  expect(made).toMatchObject({ Encrypted: true, KmsKeyId: key.arn, Size: 2, SnapshotId });
  await settledVolume(config, made.VolumeId);
  const snapshot = await ec2.send(new CreateSnapshotCommand({ VolumeId: made.VolumeId }));
  expect(snapshot).toMatchObject({ State: 'pending', VolumeId: made.VolumeId, Encrypted: true });
  await settledSnapshot(config, snapshot.SnapshotId ?? '');
  // The blocks stay as long as somebody has them.
  await ec2.send(new DeleteSnapshotCommand({ SnapshotId }));
  await ec2.send(new DeleteVolumeCommand({ VolumeId: made.VolumeId }));
  expect(await readBlock(new EBSClient(config), snapshot.SnapshotId ?? '', 3)).toBe('k');
});

test('a volume of a snapshot under another key has its blocks encrypted anew', async () => {
  const old = await newKey(server);
  const config = server.client(old.account);
  const ec2 = new EC2Client(config);
  const { KeyMetadata: fresh } = await old.kms.send(new CreateKeyCommand({}));
  const blocks = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [at * 5, blockOf('n')]));
  const SnapshotId = await writtenSnapshot(config, blocks, {
    Encrypted: true,
    KmsKeyArn: old.arn,
  });
  const made = await volumeOf(ec2, { SnapshotId, Encrypted: true, KmsKeyId: fresh?.Arn });
  expect(made).toMatchObject({ KmsKeyId: fresh?.Arn, State: 'creating' });
  expect(await settledVolume(config, made.VolumeId)).toMatchObject({ State: 'available' });
  const { SnapshotId: again = '' } = await ec2.send(
    new CreateSnapshotCommand({ VolumeId: made.VolumeId }),
  );
  await settledSnapshot(config, again);
  // Nothing of the old key is needed any more, and EC2 gave back what it was lent.
  await old.kms.send(new DisableKeyCommand({ KeyId: old.id }));
  expect(await readBlock(new EBSClient(config), again, 195)).toBe('n');
  const { Grants } = await old.kms.send(new ListGrantsCommand({ KeyId: fresh?.KeyId }));
  expect(Grants).toEqual([]);
}, 60_000);

test('ModifyVolume: changes a volume, which can then rest for six hours', async () => {
  const config = server.client(freshAccount());
  const ec2 = new EC2Client(config);
  const { VolumeId } = await volumeOf(ec2, { Size: 10 });
  await settledVolume(config, VolumeId);
  const { VolumeModification } = await ec2.send(
    new ModifyVolumeCommand({ VolumeId, Size: 20, VolumeType: 'gp3' }),
  );
  expect(VolumeModification).toMatchObject({
    OriginalSize: 10,
    OriginalVolumeType: 'gp2',
    TargetSize: 20,
    TargetVolumeType: 'gp3',
    TargetIops: 3_000,
  });
  const { Volumes } = await ec2.send(new DescribeVolumesCommand({ VolumeIds: [VolumeId ?? ''] }));
  expect(Volumes?.[0]).toMatchObject({ Size: 20, VolumeType: 'gp3', Throughput: 125 });
  const { VolumesModifications } = await ec2.send(new DescribeVolumesModificationsCommand({}));
  expect(VolumesModifications).toMatchObject([{ VolumeId, ModificationState: 'completed' }]);
  await expect(ec2.send(new ModifyVolumeCommand({ VolumeId, Size: 30 }))).rejects.toMatchObject({
    name: 'VolumeModificationRateExceeded',
    message:
      "You've reached the maximum modification rate per volume limit. Wait at least 6 hours between modifications per EBS volume.",
  });
});

test('DescribeVolumes: filters, pages, status and attributes', async () => {
  const config = server.client(freshAccount());
  const ec2 = new EC2Client(config);
  for (const Size of [1, 2, 3, 4, 5, 6]) await volumeOf(ec2, { Size });
  const first = await ec2.send(new DescribeVolumesCommand({ MaxResults: 5 }));
  expect(first.Volumes).toHaveLength(5);
  const { NextToken } = first;
  const rest = await ec2.send(new DescribeVolumesCommand({ MaxResults: 5, NextToken }));
  expect(rest.Volumes).toHaveLength(1);
  const Filters = [{ Name: 'size', Values: ['3'] }];
  const { Volumes } = await ec2.send(new DescribeVolumesCommand({ Filters }));
  expect(Volumes?.map(({ Size }) => Size)).toEqual([3]);
  const VolumeId = Volumes?.[0]?.VolumeId;
  const { VolumeStatuses } = await ec2.send(
    new DescribeVolumeStatusCommand({ VolumeIds: [VolumeId ?? ''] }),
  );
  expect(VolumeStatuses).toMatchObject([{ VolumeId, VolumeStatus: { Status: 'ok' } }]);
  await ec2.send(new ModifyVolumeAttributeCommand({ VolumeId, AutoEnableIO: { Value: true } }));
  const Attribute = 'autoEnableIO';
  await expect(
    ec2.send(new DescribeVolumeAttributeCommand({ VolumeId, Attribute })),
  ).resolves.toMatchObject({ AutoEnableIO: { Value: true } });
});

test('a volume that is deleted while it is made gives back the keys it was lent', async () => {
  const old = await newKey(server);
  const config = server.client(old.account);
  const ec2 = new EC2Client(config);
  const { KeyMetadata: fresh } = await old.kms.send(new CreateKeyCommand({}));
  const SnapshotId = await writtenSnapshot(
    config,
    { 0: blockOf('a') },
    { Encrypted: true, KmsKeyArn: old.arn },
  );
  const made = await volumeOf(ec2, { SnapshotId, Encrypted: true, KmsKeyId: fresh?.Arn });
  await ec2.send(new DeleteVolumeCommand({ VolumeId: made.VolumeId }));
  const grantsOn = async (KeyId: string | undefined) =>
    (await old.kms.send(new ListGrantsCommand({ KeyId }))).Grants;
  await expect.poll(() => grantsOn(fresh?.KeyId), { timeout: 20_000 }).toEqual([]);
  expect(await grantsOn(old.id)).toEqual([]);
});
