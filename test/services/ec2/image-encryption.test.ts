import {
  CopyImageCommand,
  DescribeInstancesCommand,
  DescribeVolumesCommand,
  DisableImageBlockPublicAccessCommand,
  EC2Client,
  RunInstancesCommand,
  StartInstancesCommand,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
import { DisableKeyCommand, KMSClient, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
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

test('encrypted images: not for everybody, and under the default key for nobody else', async () => {
  const account = freshAccount();
  const ec2 = clientOf(account);
  await ec2.send(new DisableImageBlockPublicAccessCommand({}));
  const KmsKeyId = await newKey(server, account);
  const own = await register(ec2, await newSnapshot(ec2, { Encrypted: true, KmsKeyId }), 'own');
  await expect(ec2.send(share(own, { Group: 'all' }))).rejects.toMatchObject({
    name: 'UnsupportedOperation',
    message: 'Encrypted snapshots can’t be shared publicly. Specify another snapshot.',
  });
  await ec2.send(share(own, { UserId: freshAccount() }));
  const standard = await register(ec2, await newSnapshot(ec2, { Encrypted: true }), 'standard');
  await expect(ec2.send(share(standard, { UserId: freshAccount() }))).rejects.toMatchObject({
    name: 'InvalidParameter',
    message:
      'Snapshots encrypted with the AWS Managed CMK can’t be shared. Specify another snapshot.',
  });
});

test('a key that can not be used: the copy fails, and an instance does not start', async () => {
  const account = freshAccount();
  const ec2 = clientOf(account);
  const source = await register(ec2, await newSnapshot(ec2));
  const KmsKeyId = await newKey(server, account);
  await new KMSClient(server.client(account)).send(new DisableKeyCommand({ KeyId: KmsKeyId }));
  const { ImageId = '' } = await ec2.send(
    new CopyImageCommand({
      Name: 'copy',
      SourceImageId: source,
      SourceRegion: 'us-east-1',
      Encrypted: true,
      KmsKeyId,
    }),
  );
  await settles(ec2, ImageId, 'failed');
  expect((await imageOf(ec2, ImageId))?.StateReason).toEqual({
    Code: 'Client.InternalError',
    Message: 'Given key ID is not accessible',
  });
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: source,
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      BlockDeviceMappings: [
        { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 1, Encrypted: true, KmsKeyId } },
      ],
    }),
  );
  expect(Instances).toMatchObject([{ State: { Name: 'pending' } }]);
  const InstanceIds = [Instances?.[0]?.InstanceId ?? ''];
  const instance = async () => {
    const shown = await ec2.send(new DescribeInstancesCommand({ InstanceIds }));
    return shown.Reservations?.[0]?.Instances?.[0];
  };
  await becomes(ec2, InstanceIds[0] ?? '', 'terminated');
  expect((await instance())?.StateReason).toEqual({
    Code: 'Client.InvalidKMSKey.InvalidState',
    Message: 'Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state',
  });
});

/** Lets another account use the key for what is made of a shared snapshot. */
function keyPolicy(owner: string, other: string): string {
  const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
  return policyText(
    { Effect: 'Allow', Principal: root(owner), Action: 'kms:*', Resource: '*' },
    {
      Effect: 'Allow',
      Principal: root(other),
      Action: ['kms:DescribeKey', 'kms:CreateGrant', 'kms:Decrypt', 'kms:ReEncrypt*'],
      Resource: '*',
    },
  );
}

test('a shared encrypted image is launched by whom its key lets in, under a key of their own', async () => {
  const [owner, other] = [freshAccount(), freshAccount()];
  const ec2 = clientOf(owner);
  const kms = new KMSClient(server.client(owner));
  const KmsKeyId = await newKey(server, owner);
  const ImageId = await register(ec2, await newSnapshot(ec2, { Encrypted: true, KmsKeyId }));
  await ec2.send(share(ImageId, { UserId: other }));
  const there = clientOf(other);
  const launched = async () => {
    const { Instances } = await there.send(
      new RunInstancesCommand({ ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 }),
    );
    return Instances?.[0]?.InstanceId ?? '';
  };
  await becomes(there, await launched(), 'terminated');
  const Policy = keyPolicy(owner, other);
  await kms.send(new PutKeyPolicyCommand({ KeyId: KmsKeyId, PolicyName: 'default', Policy }));
  const id = await launched();
  await becomes(there, id, 'running');
  const { Volumes } = await there.send(
    new DescribeVolumesCommand({ Filters: [{ Name: 'attachment.instance-id', Values: [id] }] }),
  );
  expect(Volumes).toMatchObject([
    { Encrypted: true, KmsKeyId: expect.stringContaining(`:${other}:key/`) },
  ]);
});

test('an instance is started by who may let its host open its volumes', async () => {
  const account = freshAccount();
  const ec2 = clientOf(account);
  const KmsKeyId = await newKey(server, account);
  const ImageId = await register(ec2, await newSnapshot(ec2, { Encrypted: true, KmsKeyId }));
  const { Instances } = await ec2.send(
    new RunInstancesCommand({ ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 }),
  );
  const id = Instances?.[0]?.InstanceId ?? '';
  await becomes(ec2, id, 'running');
  await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }));
  await becomes(ec2, id, 'stopped');
  const user = new EC2Client(
    await newUser(server, account, 'ann', {
      allow: [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }],
    }),
  );
  const start = new StartInstancesCommand({ InstanceIds: [id] });
  const { StartingInstances } = await user.send(start);
  expect(StartingInstances).toMatchObject([{ CurrentState: { Name: 'pending' } }]);
  await becomes(ec2, id, 'stopped');
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }));
  expect(Reservations?.[0]?.Instances?.[0]?.StateReason).toEqual({
    Code: 'Client.InternalError',
    Message: 'Client.InternalError: Client error on launch',
  });
  await ec2.send(start);
  await becomes(ec2, id, 'running');
});
