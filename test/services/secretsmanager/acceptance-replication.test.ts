import { CreateKeyCommand, DisableKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetResourcePolicyCommand,
  GetSecretValueCommand,
  PutResourcePolicyCommand,
  PutSecretValueCommand,
  RemoveRegionsFromReplicationCommand,
  ReplicateSecretToRegionsCommand,
  SecretsManagerClient,
  StopReplicationToReplicaCommand,
  TagResourceCommand,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newOwner, token } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const FAR = 'eu-west-1';

/** A secret of an account of its own, with a replica. */
async function replicated(SecretId: string) {
  const { client, account } = newOwner(server);
  const there = new SecretsManagerClient(server.client(account, FAR));
  const { ARN = '' } = await client.send(
    new CreateSecretCommand({ Name: SecretId, SecretString: 'one' }),
  );
  const { ReplicationStatus } = await client.send(
    new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions: [{ Region: FAR }] }),
  );
  return { client, there, account, ARN, ReplicationStatus };
}

test('check 32: a replica has the same name, suffix and value, under a key of its own Region', async () => {
  const { there, ARN, ReplicationStatus, client } = await replicated('same');
  expect(ReplicationStatus).toEqual([
    { Region: FAR, KmsKeyId: 'alias/aws/secretsmanager', Status: 'InSync' },
  ]);
  const read = await there.send(new GetSecretValueCommand({ SecretId: 'same' }));
  expect(read).toMatchObject({ ARN: ARN.replace('us-east-1', FAR), SecretString: 'one' });
  const described = await client.send(new DescribeSecretCommand({ SecretId: 'same' }));
  expect(described).toMatchObject({ PrimaryRegion: 'us-east-1', ReplicationStatus });
  const replica = await there.send(new DescribeSecretCommand({ SecretId: 'same' }));
  expect(replica.PrimaryRegion).toBe('us-east-1');
  expect(replica.ReplicationStatus).toBeUndefined();
});

test('check 32: what changes in the primary Region changes in the replica', async () => {
  const { client, there, account } = await replicated('follows');
  const SecretId = 'follows';
  const ClientRequestToken = token('two');
  await client.send(
    new PutSecretValueCommand({ SecretId, SecretString: 'two', ClientRequestToken }),
  );
  await client.send(new UpdateSecretCommand({ SecretId, Description: 'changed' }));
  await client.send(new TagResourceCommand({ SecretId, Tags: [{ Key: 'team', Value: 'blue' }] }));
  const ResourcePolicy = policyText({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'secretsmanager:GetSecretValue',
    Resource: '*',
  });
  await client.send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy }));
  const read = await there.send(new GetSecretValueCommand({ SecretId }));
  expect(read).toMatchObject({ SecretString: 'two', VersionId: ClientRequestToken });
  const previous = { SecretId, VersionStage: 'AWSPREVIOUS' };
  expect((await there.send(new GetSecretValueCommand(previous))).SecretString).toBe('one');
  const described = await there.send(new DescribeSecretCommand({ SecretId }));
  expect(described).toMatchObject({
    Description: 'changed',
    Tags: [{ Key: 'team', Value: 'blue' }],
  });
  const policy = await there.send(new GetResourcePolicyCommand({ SecretId }));
  expect(policy.ResourcePolicy).toBe(ResourcePolicy);
});

test('check 32: a replica is not written to, and a primary secret with replicas is not deleted', async () => {
  const { client, there, ARN } = await replicated('guarded');
  const SecretId = 'guarded';
  const refused = {
    name: 'InvalidParameterException',
    message:
      "Operation not permitted on a replica secret. Call must be made in primary secret's region.",
  };
  const put = there.send(new PutSecretValueCommand({ SecretId, SecretString: 'two' }));
  await expect(put).rejects.toMatchObject(refused);
  await expect(there.send(new DeleteSecretCommand({ SecretId }))).rejects.toMatchObject(refused);
  const describe = there.send(new UpdateSecretCommand({ SecretId, Description: 'x' }));
  await expect(describe).rejects.toMatchObject(refused);
  await expect(client.send(new DeleteSecretCommand({ SecretId }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: `You can't delete secret ${ARN} that still has replica regions [${FAR}].`,
  });
});

test('check 32: a promoted replica is a secret of its own, and writable', async () => {
  const { client, there, ARN } = await replicated('promoted');
  const SecretId = 'promoted';
  const stopped = await there.send(new StopReplicationToReplicaCommand({ SecretId }));
  expect(stopped.ARN).toBe(ARN.replace('us-east-1', FAR));
  await there.send(new PutSecretValueCommand({ SecretId, SecretString: 'there' }));
  await client.send(new PutSecretValueCommand({ SecretId, SecretString: 'here' }));
  const own = await there.send(new GetSecretValueCommand({ SecretId }));
  expect(own.SecretString).toBe('there');
  const described = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(described.ReplicationStatus).toBeUndefined();
  await client.send(new DeleteSecretCommand({ SecretId }));
  expect((await there.send(new DescribeSecretCommand({ SecretId }))).PrimaryRegion).toBeUndefined();
});

test('check 32: a Region taken from replication loses its replica at once', async () => {
  const { client, there } = await replicated('removed');
  const SecretId = 'removed';
  const { ReplicationStatus } = await client.send(
    new RemoveRegionsFromReplicationCommand({ SecretId, RemoveReplicaRegions: [FAR] }),
  );
  expect(ReplicationStatus).toEqual([]);
  await expect(there.send(new DescribeSecretCommand({ SecretId }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('ReplicateSecretToRegions: its own Region, and what is none, are refused', async () => {
  const { client } = newOwner(server);
  const SecretId = 'nowhere';
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'one' }));
  for (const Region of ['us-east-1', 'us-middle-9']) {
    const input = { SecretId, AddReplicaRegions: [{ Region }] };
    await expect(client.send(new ReplicateSecretToRegionsCommand(input))).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Invalid replica region.',
    });
  }
});

test('ReplicateSecretToRegions: a namesake stands in the way until it is overwritten', async () => {
  const { client, account } = newOwner(server);
  const there = new SecretsManagerClient(server.client(account, FAR));
  const SecretId = 'namesake';
  const near = await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'near' }));
  await there.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'far' }));
  const input = { SecretId, AddReplicaRegions: [{ Region: FAR }] };
  const failed = await client.send(new ReplicateSecretToRegionsCommand(input));
  expect(failed.ReplicationStatus).toMatchObject([
    { Status: 'Failed', StatusMessage: 'Secret with this name already exists in this region' },
  ]);
  const force = { ...input, ForceOverwriteReplicaSecret: true };
  const done = await client.send(new ReplicateSecretToRegionsCommand(force));
  expect(done.ReplicationStatus).toMatchObject([{ Status: 'InSync' }]);
  const read = await there.send(new GetSecretValueCommand({ SecretId }));
  expect(read).toMatchObject({ SecretString: 'near', ARN: near.ARN?.replace('us-east-1', FAR) });
});

test('CreateSecret: a replica whose key cannot be used fails alone', async () => {
  const { client, account } = newOwner(server);
  const near = 'eu-central-1';
  const missing = '1234abcd-12ab-34cd-56ef-1234567890ab';
  const { ReplicationStatus } = await client.send(
    new CreateSecretCommand({
      Name: 'partly',
      SecretString: 'one',
      AddReplicaRegions: [{ Region: near }, { Region: FAR, KmsKeyId: missing }],
    }),
  );
  expect(ReplicationStatus).toEqual([
    { Region: near, KmsKeyId: 'alias/aws/secretsmanager', Status: 'InSync' },
    {
      Region: FAR,
      KmsKeyId: missing,
      Status: 'Failed',
      StatusMessage:
        'The operation failed because of an invalid KMS key: ' +
        `Key 'arn:aws:kms:${FAR}:${account}:key/${missing}' does not exist`,
    },
  ]);
  const synced = new SecretsManagerClient(server.client(account, near));
  const read = await synced.send(new GetSecretValueCommand({ SecretId: 'partly' }));
  expect(read.SecretString).toBe('one');
  expect((await client.send(new GetSecretValueCommand({ SecretId: 'partly' }))).SecretString).toBe(
    'one',
  );
});

test('PutSecretValue: a replica whose key was disabled falls behind, and can be brought back', async () => {
  const { client, account } = newOwner(server);
  const there = new SecretsManagerClient(server.client(account, FAR));
  const kms = new KMSClient(server.client(account, FAR));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KmsKeyId = KeyMetadata?.Arn ?? '';
  const SecretId = 'behind';
  await client.send(
    new CreateSecretCommand({
      Name: SecretId,
      SecretString: 'one',
      AddReplicaRegions: [{ Region: FAR, KmsKeyId }],
    }),
  );
  await kms.send(new DisableKeyCommand({ KeyId: KmsKeyId }));
  await client.send(new PutSecretValueCommand({ SecretId, SecretString: 'two' }));
  const described = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(described.ReplicationStatus).toMatchObject([
    {
      Status: 'Failed',
      StatusMessage:
        "Secrets Manager can't encrypt the protected secret text using the provided KMS key.",
    },
  ]);
  const again = { SecretId, AddReplicaRegions: [{ Region: FAR }] };
  const { ReplicationStatus } = await client.send(new ReplicateSecretToRegionsCommand(again));
  expect(ReplicationStatus).toMatchObject([{ Status: 'InSync' }]);
  expect((await there.send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('two');
});
