import {
  DeleteAccountPasswordPolicyCommand,
  GetAccountPasswordPolicyCommand,
  IAMClient,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('UpdateAccountPasswordPolicy: replaces the whole policy', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const missing = {
    name: 'NoSuchEntityException',
    message: `The Password Policy with domain name ${account} cannot be found.`,
  };
  const get = () => iam.send(new GetAccountPasswordPolicyCommand({}));
  await expect(get()).rejects.toMatchObject(missing);
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 14,
      MaxPasswordAge: 90,
      PasswordReusePrevention: 24,
      RequireSymbols: true,
      HardExpiry: false,
    }),
  );
  expect((await get()).PasswordPolicy).toEqual({
    MinimumPasswordLength: 14,
    RequireSymbols: true,
    RequireNumbers: false,
    RequireUppercaseCharacters: false,
    RequireLowercaseCharacters: false,
    AllowUsersToChangePassword: false,
    ExpirePasswords: true,
    MaxPasswordAge: 90,
    PasswordReusePrevention: 24,
    HardExpiry: false,
  });
  await iam.send(new UpdateAccountPasswordPolicyCommand({}));
  expect((await get()).PasswordPolicy).toEqual({
    MinimumPasswordLength: 6,
    RequireSymbols: false,
    RequireNumbers: false,
    RequireUppercaseCharacters: false,
    RequireLowercaseCharacters: false,
    AllowUsersToChangePassword: false,
    ExpirePasswords: false,
  });
  await iam.send(new DeleteAccountPasswordPolicyCommand({}));
  await expect(iam.send(new DeleteAccountPasswordPolicyCommand({}))).rejects.toMatchObject(missing);
});
