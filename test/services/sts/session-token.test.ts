import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('GetSessionToken: the user for a time, but without IAM', async () => {
  const account = freshAccount();
  const config = await newUser(server, account, 'ann', {
    attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  });
  const { Credentials } = await new STSClient(config).send(new GetSessionTokenCommand({}));
  const session = {
    ...config,
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    },
  };
  const who = await new STSClient(session).send(new GetCallerIdentityCommand({}));
  expect(who.Arn).toBe(`arn:aws:iam::${account}:user/ann`);
  await new KMSClient(session).send(new ListKeysCommand({}));
  await expect(new IAMClient(session).send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  await expect(new STSClient(session).send(new GetSessionTokenCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Cannot call GetSessionToken with session credentials',
  });
});

test('GetSessionToken: an MFA device nobody has is refused', async () => {
  const account = freshAccount();
  const config = await newUser(server, account, 'ann');
  const SerialNumber = `arn:aws:iam::${account}:mfa/ann`;
  const command = new GetSessionTokenCommand({ SerialNumber, TokenCode: '123456' });
  await expect(new STSClient(config).send(command)).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});
