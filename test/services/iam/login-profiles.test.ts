import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  ChangePasswordCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeleteLoginProfileCommand,
  DeleteUserCommand,
  GetLoginProfileCommand,
  IAMClient,
  UpdateAccountPasswordPolicyCommand,
  UpdateLoginProfileCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const UserName = 'ann';
const VIOLATION = {
  name: 'PasswordPolicyViolationException',
  message: 'Password does not conform to the account password policy.',
};

async function withUser(account: string): Promise<IAMClient> {
  const iam = new IAMClient(server.client(account));
  await iam.send(new CreateUserCommand({ UserName }));
  return iam;
}

test('CreateLoginProfile: gives a user a password, which nobody sees again', async () => {
  const account = freshAccount();
  const iam = await withUser(account);
  const Password = 'Correct-horse-7';
  const made = await iam.send(
    new CreateLoginProfileCommand({ UserName, Password, PasswordResetRequired: true }),
  );
  const profile = { UserName, CreateDate: expect.any(Date), PasswordResetRequired: true };
  expect(made.LoginProfile).toEqual(profile);
  await expect(
    iam.send(new CreateLoginProfileCommand({ UserName, Password })),
  ).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    message: 'Login Profile for user ann already exists.',
  });
  const got = await iam.send(new GetLoginProfileCommand({ UserName }));
  expect(got.LoginProfile).toEqual(profile);
  const trail = new CloudTrailClient(server.client(account));
  const { Events } = await trail.send(new LookupEventsCommand({}));
  expect(JSON.stringify(Events)).toContain('CreateLoginProfile');
  expect(JSON.stringify(Events)).not.toContain(Password);
  await expect(iam.send(new DeleteUserCommand({ UserName }))).rejects.toMatchObject({
    name: 'DeleteConflictException',
    message: 'Cannot delete entity, must delete login profile first.',
  });
  await iam.send(new DeleteLoginProfileCommand({ UserName }));
  await expect(iam.send(new GetLoginProfileCommand({ UserName }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: 'Login Profile for User ann cannot be found.',
  });
  await iam.send(new DeleteUserCommand({ UserName }));
});

test("CreateLoginProfile: passwords keep to the policy, AWS's own when the account has none", async () => {
  const iam = await withUser(freshAccount());
  const create = (Password: string) =>
    iam.send(new CreateLoginProfileCommand({ UserName, Password }));
  const update = (Password: string) =>
    iam.send(new UpdateLoginProfileCommand({ UserName, Password }));
  await expect(create('Short-1')).rejects.toMatchObject(VIOLATION);
  await expect(create('onlylower1')).rejects.toMatchObject(VIOLATION);
  await create('Three-kinds');
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 10,
      RequireNumbers: true,
      PasswordReusePrevention: 2,
    }),
  );
  await expect(update('without-number')).rejects.toMatchObject(VIOLATION);
  await update('number-one-1');
  await update('number-two-2');
  await expect(update('number-one-1')).rejects.toMatchObject(VIOLATION);
  await expect(update('number-two-2')).rejects.toMatchObject(VIOLATION);
  await update('number-three-3');
  await update('number-one-1');
});

test('ChangePassword: a user changes the own password by knowing it, when that is allowed', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const ann = new IAMClient(await newUser(server, account, UserName));
  await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'First-word-1' }));
  const change = (OldPassword: string, NewPassword: string) =>
    ann.send(new ChangePasswordCommand({ OldPassword, NewPassword }));
  await expect(change('First-word-1', 'Second-word-2')).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining('is not authorized to perform: iam:ChangePassword'),
  });
  await iam.send(
    new UpdateAccountPasswordPolicyCommand({
      MinimumPasswordLength: 8,
      AllowUsersToChangePassword: true,
    }),
  );
  await expect(change('Wrong-word-1', 'Second-word-2')).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'The old password was incorrect.',
  });
  await expect(change('First-word-1', 'short')).rejects.toMatchObject(VIOLATION);
  await change('First-word-1', 'Second-word-2');
  await change('Second-word-2', 'Third-word-3');
  await expect(
    iam.send(new ChangePasswordCommand({ OldPassword: 'a', NewPassword: 'b' })),
  ).rejects.toMatchObject({ name: 'InvalidUserTypeException' });
});
