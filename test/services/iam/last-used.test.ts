import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetAccessKeyLastUsedCommand,
  GetRoleCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Moves service time on by so many minutes; what follows the trail has caught up then. */
async function pass(minutes: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + minutes * 60_000);
}

test('GetAccessKeyLastUsed: tells when a key was last used, where, and for what', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const config = await newUser(server, account, 'ann', { region: 'eu-west-1' });
  const { accessKeyId: AccessKeyId } = config.credentials;
  const used = () => iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }));
  expect(await used()).toMatchObject({
    UserName: 'ann',
    AccessKeyLastUsed: { ServiceName: 'N/A', Region: 'N/A' },
  });
  // A call that is denied is a use of the key all the same.
  await expect(new KMSClient(config).send(new ListKeysCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  await pass(1);
  const first = (await used()).AccessKeyLastUsed;
  expect(first).toEqual({
    LastUsedDate: expect.any(Date),
    ServiceName: 'kms',
    Region: 'eu-west-1',
  });
  await new KMSClient(config).send(new ListKeysCommand({})).catch(() => undefined);
  await pass(1);
  expect((await used()).AccessKeyLastUsed).toEqual(first);
  await new STSClient(config).send(new GetCallerIdentityCommand({}));
  await pass(1);
  expect((await used()).AccessKeyLastUsed?.ServiceName).toBe('sts');
});

test('GetAccessKeyLastUsed: is for keys of the account', async () => {
  const [home, away] = [freshAccount(), freshAccount()];
  const iam = new IAMClient(server.client(home));
  await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
  const { AccessKeyId } = AccessKey ?? {};
  await expect(
    new IAMClient(server.client(away)).send(new GetAccessKeyLastUsedCommand({ AccessKeyId })),
  ).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: `The Access Key with id ${AccessKeyId} cannot be found.`,
  });
});

test('GetRole: tells when the role was last used', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const allow = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }] as const;
  const user = await newUser(server, account, 'ann', { allow });
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: 'r',
      AssumeRolePolicyDocument: policyText({
        Effect: 'Allow',
        Principal: { AWS: account },
        Action: 'sts:AssumeRole',
      }),
    }),
  );
  const { Credentials: made } = await new STSClient(user).send(
    new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: 'session' }),
  );
  await pass(1);
  const before = await iam.send(new GetRoleCommand({ RoleName: 'r' }));
  expect(before.Role?.RoleLastUsed).toEqual({});
  const session = {
    ...server.client(account, 'eu-central-1'),
    credentials: {
      accessKeyId: made?.AccessKeyId ?? '',
      secretAccessKey: made?.SecretAccessKey ?? '',
      sessionToken: made?.SessionToken ?? '',
    },
  };
  await new STSClient(session).send(new GetCallerIdentityCommand({}));
  await pass(1);
  const after = await iam.send(new GetRoleCommand({ RoleName: 'r' }));
  expect(after.Role?.RoleLastUsed).toEqual({
    LastUsedDate: expect.any(Date),
    Region: 'eu-central-1',
  });
});
