import { EBSClient } from '@aws-sdk/client-ebs';
import {
  CopySnapshotCommand,
  CreateSnapshotCommand,
  CreateVolumeCommand,
  DeleteSnapshotCommand,
  DescribeSnapshotAttributeCommand,
  DescribeSnapshotsCommand,
  type DescribeSnapshotsCommandInput,
  DisableEbsEncryptionByDefaultCommand,
  DisableSnapshotBlockPublicAccessCommand,
  EC2Client,
  EnableEbsEncryptionByDefaultCommand,
  EnableSnapshotBlockPublicAccessCommand,
  GetEbsDefaultKmsKeyIdCommand,
  GetEbsEncryptionByDefaultCommand,
  GetSnapshotBlockPublicAccessStateCommand,
  ModifyEbsDefaultKmsKeyIdCommand,
  ModifySnapshotAttributeCommand,
  ResetEbsDefaultKmsKeyIdCommand,
  ResetSnapshotAttributeCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateKeyCommand,
  DisableKeyCommand,
  KMSClient,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../../heard-events.ts';
import { newUser, policyText } from '../../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../../server.ts';
import { blockOf, readBlock, settledSnapshot, writtenSnapshot } from '../../ebs/blocks.ts';
import { newKey, type OwnKey } from '../../kms/keys.ts';
import { settledVolume } from './volumes.ts';

const listening = listeningService();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [listening.service] });
});
afterAll(() => server.close());

const TO_EVERYBODY = { Attribute: 'createVolumePermission', OperationType: 'add' } as const;

function sharing(SnapshotId: string, ...UserIds: readonly string[]) {
  return new ModifySnapshotAttributeCommand({ ...TO_EVERYBODY, SnapshotId, UserIds: [...UserIds] });
}

function publishing(SnapshotId: string) {
  return new ModifySnapshotAttributeCommand({ ...TO_EVERYBODY, SnapshotId, GroupNames: ['all'] });
}

async function letUse({ kms, id: KeyId, account }: OwnKey, friend: string): Promise<void> {
  const Policy = policyText(
    ...[account, friend].map((one) => ({
      Effect: 'Allow' as const,
      Principal: { AWS: `arn:aws:iam::${one}:root` },
      Action: 'kms:*',
      Resource: '*',
    })),
  );
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
}

async function seen(ec2: EC2Client, input: DescribeSnapshotsCommandInput) {
  const { Snapshots = [] } = await ec2.send(new DescribeSnapshotsCommand(input));
  return Snapshots.map(({ SnapshotId }) => SnapshotId);
}

test('encryption by default: on and off, and the key, are settings of a Region', async () => {
  const key = await newKey(server);
  const ec2 = new EC2Client(server.client(key.account));
  const isOn = async () =>
    (await ec2.send(new GetEbsEncryptionByDefaultCommand({}))).EbsEncryptionByDefault;
  expect(await isOn()).toBe(false);
  await ec2.send(new EnableEbsEncryptionByDefaultCommand({}));
  expect(await isOn()).toBe(true);
  const elsewhere = new EC2Client(server.client(key.account, 'eu-west-1'));
  await expect(elsewhere.send(new GetEbsEncryptionByDefaultCommand({}))).resolves.toMatchObject({
    EbsEncryptionByDefault: false,
  });
  await expect(ec2.send(new GetEbsDefaultKmsKeyIdCommand({}))).resolves.toMatchObject({
    KmsKeyId: 'alias/aws/ebs',
  });
  await expect(
    ec2.send(new ModifyEbsDefaultKmsKeyIdCommand({ KmsKeyId: key.id })),
  ).resolves.toMatchObject({ KmsKeyId: key.arn });
  const volume = { AvailabilityZone: 'us-east-1a', Size: 1 };
  await expect(ec2.send(new CreateVolumeCommand(volume))).resolves.toMatchObject({
    Encrypted: true,
    KmsKeyId: key.arn,
  });
  await expect(ec2.send(new ResetEbsDefaultKmsKeyIdCommand({}))).resolves.toMatchObject({
    KmsKeyId: 'alias/aws/ebs',
  });
  await ec2.send(new DisableEbsEncryptionByDefaultCommand({}));
  expect(await isOn()).toBe(false);
});

test('EnableEbsEncryptionByDefault: a user without the permission is denied', async () => {
  const account = freshAccount();
  const ann = new EC2Client(await newUser(server, account, 'ann'));
  await expect(ann.send(new EnableEbsEncryptionByDefaultCommand({}))).rejects.toMatchObject({
    name: 'UnauthorizedOperation',
    message: expect.stringContaining(
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ` +
        'ec2:EnableEbsEncryptionByDefault because no identity-based policy allows the ' +
        'ec2:EnableEbsEncryptionByDefault action',
    ),
  });
});

test('CreateSnapshot: the event bus is told when it is completed', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const ec2 = new EC2Client(config);
  const volume = { AvailabilityZone: 'us-east-1a', Size: 1 };
  const { VolumeId } = await ec2.send(new CreateVolumeCommand(volume));
  await settledVolume(config, VolumeId);
  const { SnapshotId = '' } = await ec2.send(new CreateSnapshotCommand({ VolumeId }));
  await settledSnapshot(config, SnapshotId);
  const arn = `arn:aws:ec2::us-east-1:snapshot/${SnapshotId}`;
  await expect
    .poll(() => listening.heard)
    .toContainEqual(
      expect.objectContaining({
        'detail-type': 'EBS Snapshot Notification',
        account,
        resources: [arn],
        detail: {
          event: 'createSnapshot',
          result: 'succeeded',
          cause: '',
          'request-id': '',
          snapshot_id: arn,
          source: `arn:aws:ec2::us-east-1:volume/${VolumeId}`,
          startTime: expect.stringMatching(/Z$/),
          endTime: expect.stringMatching(/Z$/),
        },
      }),
    );
});

test('CopySnapshot: to another Region, under a key of that Region, with the same content', async () => {
  const key = await newKey(server);
  const here = server.client(key.account);
  const there = server.client(key.account, 'eu-central-1');
  const kms = new KMSClient(there);
  const { KeyMetadata: theirs } = await kms.send(new CreateKeyCommand({}));
  const source = await writtenSnapshot(
    here,
    { 0: blockOf('x'), 9: blockOf('y') },
    { Encrypted: true, KmsKeyArn: key.arn },
  );
  const ec2 = new EC2Client(there);
  const { SnapshotId = '' } = await ec2.send(
    new CopySnapshotCommand({
      SourceRegion: 'us-east-1',
      SourceSnapshotId: source,
      Encrypted: true,
      KmsKeyId: theirs?.KeyId,
    }),
  );
  const copied = await settledSnapshot(there, SnapshotId);
  expect(copied).toMatchObject({
    State: 'completed',
    Progress: '100%',
    Encrypted: true,
    KmsKeyId: theirs?.Arn,
    Description: `[Copied ${source} from us-east-1]`,
    VolumeId: 'vol-ffffffff',
  });
  await key.kms.send(new DisableKeyCommand({ KeyId: key.id }));
  const ebs = new EBSClient(there);
  expect(await readBlock(ebs, SnapshotId, 0)).toBe('x');
  expect(await readBlock(ebs, SnapshotId, 9)).toBe('y');
  await expect
    .poll(() => listening.heard)
    .toContainEqual(
      expect.objectContaining({
        region: 'eu-central-1',
        detail: expect.objectContaining({
          event: 'copySnapshot',
          result: 'succeeded',
          snapshot_id: `arn:aws:ec2::eu-central-1:snapshot/${SnapshotId}`,
          source: `arn:aws:ec2::us-east-1:snapshot/${source}`,
          incremental: 'false',
          transferType: 'standard',
        }),
      }),
    );
});

test('CopySnapshot: a key that does not work fails the copy, not the call', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ec2 = new EC2Client(config);
  const encryption = { Encrypted: true, KmsKeyArn: key.arn };
  const SourceSnapshotId = await writtenSnapshot(config, { 0: blockOf('a') }, encryption);
  const copy = { SourceRegion: 'us-east-1', SourceSnapshotId };
  await expect(
    ec2.send(new CopySnapshotCommand({ ...copy, Encrypted: false })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message:
      'Value (false) for parameter encrypted is invalid. Copies of encrypted snapshots are encrypted.',
  });
  await key.kms.send(new DisableKeyCommand({ KeyId: key.id }));
  const { SnapshotId = '' } = await ec2.send(new CopySnapshotCommand(copy));
  expect(await settledSnapshot(config, SnapshotId)).toMatchObject({
    State: 'error',
    StateMessage: 'Given key ID is not accessible',
  });
});

test('CopySnapshot: an unencrypted snapshot can be encrypted; encrypted, it never is in clear again', async () => {
  const config = server.client(freshAccount());
  const ec2 = new EC2Client(config);
  const source = await writtenSnapshot(config, { 1: blockOf('p') });
  const copyOf = async (SourceSnapshotId: string, Encrypted?: boolean) => {
    const input = { SourceRegion: 'us-east-1', SourceSnapshotId, Encrypted };
    const { SnapshotId = '' } = await ec2.send(new CopySnapshotCommand(input));
    return settledSnapshot(config, SnapshotId);
  };
  expect(await copyOf(source)).toMatchObject({ State: 'completed', Encrypted: false });
  const encrypted = await copyOf(source, true);
  expect(encrypted).toMatchObject({ State: 'completed', Encrypted: true });
  expect(await readBlock(new EBSClient(config), encrypted.SnapshotId ?? '', 1)).toBe('p');
  expect(await copyOf(encrypted.SnapshotId ?? '')).toMatchObject({ Encrypted: true });
});

test('a shared snapshot: the key policy decides whether another account can make a volume of it', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ec2 = new EC2Client(config);
  const encryption = { Encrypted: true, KmsKeyArn: key.arn };
  const SnapshotId = await writtenSnapshot(config, { 0: blockOf('s') }, encryption);
  const friend = freshAccount();
  const theirConfig = server.client(friend);
  const theirs = new EC2Client(theirConfig);
  const volume = { AvailabilityZone: 'us-east-1b', SnapshotId };
  await expect(theirs.send(new CreateVolumeCommand(volume))).rejects.toMatchObject({
    name: 'InvalidSnapshot.NotFound',
    message: `The snapshot '${SnapshotId}' does not exist.`,
  });
  await ec2.send(sharing(SnapshotId, friend));
  await expect
    .poll(() => listening.heard)
    .toContainEqual(
      expect.objectContaining({
        account: friend,
        detail: expect.objectContaining({
          event: 'shareSnapshot',
          result: 'succeeded',
          source: key.account,
        }),
      }),
    );
  const refused = await theirs.send(new CreateVolumeCommand(volume));
  expect(refused.State).toBe('creating');
  expect(await settledVolume(theirConfig, refused.VolumeId)).toBeUndefined();
  await letUse(key, friend);
  const made = await theirs.send(new CreateVolumeCommand(volume));
  // Made under the account's own key, whatever key the snapshot is under.
  expect(made.KmsKeyId).toMatch(new RegExp(`^arn:aws:kms:us-east-1:${friend}:key/`));
  expect(await settledVolume(theirConfig, made.VolumeId)).toMatchObject({ State: 'available' });
  await key.kms.send(new DisableKeyCommand({ KeyId: key.id }));
  const { SnapshotId: own = '' } = await theirs.send(
    new CreateSnapshotCommand({ VolumeId: made.VolumeId }),
  );
  await settledSnapshot(theirConfig, own);
  expect(await readBlock(new EBSClient(theirConfig), own, 0)).toBe('s');
});

test('DescribeSnapshots: by owner, and by who may make volumes of them', async () => {
  const config = server.client(freshAccount());
  const ec2 = new EC2Client(config);
  const friend = freshAccount();
  const theirs = new EC2Client(server.client(friend));
  const shared = await writtenSnapshot(config, { 0: blockOf('a') });
  const open = await writtenSnapshot(config, { 0: blockOf('a') });
  const hidden = await writtenSnapshot(config, { 0: blockOf('a') });
  await ec2.send(sharing(shared, friend));
  await ec2.send(publishing(open));
  expect(new Set(await seen(ec2, {}))).toEqual(new Set([shared, open, hidden]));
  expect(new Set(await seen(theirs, {}))).toEqual(new Set([shared, open]));
  expect(await seen(theirs, { OwnerIds: ['self'] })).toEqual([]);
  expect(await seen(theirs, { RestorableByUserIds: ['self'] })).toEqual([shared]);
  expect(await seen(theirs, { RestorableByUserIds: ['all'] })).toEqual([open]);
  const Filters = [{ Name: 'status', Values: ['pending'] }];
  expect(await seen(ec2, { Filters })).toEqual([]);
  await expect(seen(theirs, { SnapshotIds: [hidden] })).rejects.toMatchObject({
    name: 'InvalidSnapshot.NotFound',
    message: `The snapshot '${hidden}' does not exist.`,
  });
  await expect(seen(ec2, { SnapshotIds: ['snap-xyz'] })).rejects.toMatchObject({
    name: 'InvalidSnapshotID.Malformed',
  });
  await theirs.send(new CopySnapshotCommand({ SourceRegion: 'us-east-1', SourceSnapshotId: open }));
  await expect(
    theirs.send(new DeleteSnapshotCommand({ SnapshotId: shared })),
  ).rejects.toMatchObject({ name: expect.stringMatching(/UnauthorizedOperation|NotFound/) });
});

test('snapshot attributes: told to the owner, and reset', async () => {
  const config = server.client(freshAccount());
  const ec2 = new EC2Client(config);
  const friend = freshAccount();
  const SnapshotId = await writtenSnapshot(config, { 0: blockOf('a') });
  const Attribute = 'createVolumePermission';
  const permissions = async () =>
    (await ec2.send(new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute })))
      .CreateVolumePermissions;
  await ec2.send(
    new ModifySnapshotAttributeCommand({
      SnapshotId,
      CreateVolumePermission: { Add: [{ UserId: friend }, { Group: 'all' }] },
    }),
  );
  expect(await permissions()).toEqual([{ UserId: friend }, { Group: 'all' }]);
  await ec2.send(
    new ModifySnapshotAttributeCommand({
      SnapshotId,
      CreateVolumePermission: { Remove: [{ Group: 'all' }] },
    }),
  );
  expect(await permissions()).toEqual([{ UserId: friend }]);
  await ec2.send(new ResetSnapshotAttributeCommand({ SnapshotId, Attribute }));
  expect(await permissions()).toEqual([]);
});

test('block public access: nothing new is shared with everybody, or nothing at all', async () => {
  const config = server.client(freshAccount());
  const ec2 = new EC2Client(config);
  const theirs = new EC2Client(server.client(freshAccount()));
  const open = await writtenSnapshot(config, { 0: blockOf('a') });
  await ec2.send(publishing(open));
  await ec2.send(new EnableSnapshotBlockPublicAccessCommand({ State: 'block-new-sharing' }));
  await expect(ec2.send(publishing(open))).rejects.toMatchObject({
    name: 'OperationNotPermitted',
    message:
      'You cannot publicly share snapshots in this Region because block public access for snapshots is enabled.',
  });
  expect(await seen(theirs, { SnapshotIds: [open] })).toEqual([open]);
  await ec2.send(new EnableSnapshotBlockPublicAccessCommand({ State: 'block-all-sharing' }));
  await expect(seen(theirs, { SnapshotIds: [open] })).rejects.toMatchObject({
    name: 'InvalidSnapshot.NotFound',
  });
  await expect(ec2.send(new GetSnapshotBlockPublicAccessStateCommand({}))).resolves.toMatchObject({
    State: 'block-all-sharing',
  });
  await ec2.send(new DisableSnapshotBlockPublicAccessCommand({}));
  expect(await seen(theirs, { SnapshotIds: [open] })).toEqual([open]);
});
