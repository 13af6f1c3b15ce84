import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newOwner, token } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const DAY_MS = 86_400_000;

test('check 22: the same token makes one secret; with another value it is refused', async () => {
  const { client } = newOwner(server);
  const input = { Name: 'app/db', SecretString: 'one', ClientRequestToken: token('t') };
  const first = await client.send(new CreateSecretCommand(input));
  const again = await client.send(new CreateSecretCommand(input));
  expect(again).toMatchObject({ ARN: first.ARN, Name: 'app/db', VersionId: token('t') });
  await expect(
    client.send(new CreateSecretCommand({ ...input, SecretString: 'two' })),
  ).rejects.toMatchObject({
    name: 'ResourceExistsException',
    message:
      `You can't use ClientRequestToken ${token('t')} because that value is already in use for a ` +
      `version of secret ${first.ARN}.`,
  });
  await expect(
    client.send(new CreateSecretCommand({ ...input, ClientRequestToken: token('u') })),
  ).rejects.toMatchObject({
    name: 'ResourceExistsException',
    message: 'The operation failed because the secret app/db already exists.',
  });
});

test('check 23: labels move with each value, and AWSPREVIOUS follows AWSCURRENT', async () => {
  const { client } = newOwner(server);
  const SecretId = 'labels';
  const create = { Name: SecretId, SecretString: 'one', ClientRequestToken: token('one') };
  await client.send(new CreateSecretCommand(create));
  const put = { SecretId, SecretString: 'two', ClientRequestToken: token('two') };
  const second = await client.send(new PutSecretValueCommand(put));
  expect(second.VersionStages).toEqual(['AWSCURRENT']);
  const previous = await client.send(
    new GetSecretValueCommand({ SecretId, VersionStage: 'AWSPREVIOUS' }),
  );
  expect(previous).toMatchObject({
    SecretString: 'one',
    VersionId: token('one'),
    VersionStages: ['AWSPREVIOUS'],
  });
  await expect(
    client.send(new GetSecretValueCommand({ SecretId, VersionStage: 'AWSPENDING' })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret value for staging label: AWSPENDING",
  });
  await expect(
    client.send(new GetSecretValueCommand({ SecretId, VersionId: token('none') })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `Secrets Manager can't find the specified secret value for VersionId: ${token('none')}`,
  });
  const mismatch = { SecretId, VersionId: token('one'), VersionStage: 'AWSCURRENT' };
  await expect(client.send(new GetSecretValueCommand(mismatch))).rejects.toMatchObject({
    name: 'InvalidRequestException',
    message: 'You provided a VersionStage that is not associated to the provided VersionId.',
  });
});

test('check 23: a label is moved from the version it is on, which must be said', async () => {
  const { client } = newOwner(server);
  const SecretId = 'moves';
  const create = { Name: SecretId, SecretString: 'one', ClientRequestToken: token('one') };
  await client.send(new CreateSecretCommand(create));
  const put = { SecretId, ClientRequestToken: token('two'), VersionStages: ['AWSPENDING'] };
  await client.send(new PutSecretValueCommand({ ...put, SecretString: 'two' }));
  const move = { SecretId, VersionStage: 'AWSCURRENT', MoveToVersionId: token('two') };
  await expect(client.send(new UpdateSecretVersionStageCommand(move))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      "The parameter RemoveFromVersionId can't be empty. Staging label AWSCURRENT is currently " +
      `attached to version ${token('one')}, so you must explicitly reference that version in ` +
      'RemoveFromVersionId.',
  });
  const RemoveFromVersionId = token('one');
  await client.send(new UpdateSecretVersionStageCommand({ ...move, RemoveFromVersionId }));
  const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId }));
  expect(VersionIdsToStages).toEqual({
    [token('one')]: ['AWSPREVIOUS'],
    [token('two')]: ['AWSCURRENT', 'AWSPENDING'],
  });
});

test('check 24: a value too long, and two values, are refused', async () => {
  const { client } = newOwner(server);
  const long = { Name: 'long', SecretString: 'x'.repeat(65_537) };
  await expect(client.send(new CreateSecretCommand(long))).rejects.toMatchObject({
    name: 'ValidationException',
  });
  const longest = { Name: 'long', SecretString: 'x'.repeat(65_536) };
  await client.send(new CreateSecretCommand(longest));
  const both = { Name: 'both', SecretString: 'text', SecretBinary: new Uint8Array([1]) };
  await expect(client.send(new CreateSecretCommand(both))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message:
      "You can't specify both a binary secret value and a string secret value in the same secret.",
  });
});

test('check 25: a deleted secret waits thirty days, during which it can be restored', async () => {
  const { client } = newOwner(server);
  const Name = 'waits';
  const { ARN } = await client.send(new CreateSecretCommand({ Name, SecretString: 'one' }));
  const now = server.platform.engine().clock.serviceTime();
  const { DeletionDate } = await client.send(new DeleteSecretCommand({ SecretId: Name }));
  const days = ((DeletionDate?.getTime() ?? 0) - now) / DAY_MS;
  expect(Math.round(days * 100) / 100).toBe(30);
  await expect(client.send(new GetSecretValueCommand({ SecretId: Name }))).rejects.toMatchObject({
    name: 'InvalidRequestException',
    message: "You can't perform this operation on the secret because it was marked for deletion.",
  });
  const again = client.send(new CreateSecretCommand({ Name, SecretString: 'two' }));
  await expect(again).rejects.toMatchObject({
    name: 'InvalidRequestException',
    message:
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
  });
  const described = await client.send(new DescribeSecretCommand({ SecretId: Name }));
  expect(described.DeletedDate).toEqual(DeletionDate);
  await client.send(new RestoreSecretCommand({ SecretId: Name }));
  const read = await client.send(new GetSecretValueCommand({ SecretId: Name }));
  expect(read).toMatchObject({ ARN, SecretString: 'one' });
});

test('check 25: windows have seven to thirty days, and a forced deletion has none', async () => {
  const { client } = newOwner(server);
  const SecretId = 'forced';
  const first = await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'one' }));
  await expect(
    client.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 6 })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
  });
  const force = { SecretId, ForceDeleteWithoutRecovery: true };
  await expect(
    client.send(new DeleteSecretCommand({ ...force, RecoveryWindowInDays: 7 })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
  });
  await client.send(new DeleteSecretCommand(force));
  await expect(client.send(new GetSecretValueCommand({ SecretId }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret.",
  });
  const missing = await client.send(new DeleteSecretCommand(force));
  expect(missing.Name).toBe(SecretId);
  const second = await client.send(
    new CreateSecretCommand({ Name: SecretId, SecretString: 'two' }),
  );
  expect(second.ARN).toMatch(/:secret:forced-[A-Za-z0-9]{6}$/);
  expect(second.ARN).not.toBe(first.ARN);
  const { Versions } = await client.send(new ListSecretVersionIdsCommand({ SecretId }));
  expect(Versions).toHaveLength(1);
});
