import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteUserCommand,
  DeleteUserPermissionsBoundaryCommand,
  DetachUserPolicyCommand,
  GetUserCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListGroupsForUserCommand,
  ListUsersCommand,
  ListUserTagsCommand,
  PutUserPermissionsBoundaryCommand,
  RemoveUserFromGroupCommand,
  TagUserCommand,
  UntagUserCommand,
  UpdateAccessKeyCommand,
  UpdateUserCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function root() {
  const account = freshAccount();
  return { account, iam: new IAMClient(server.client(account)) };
}

const ALLOW_ALL = policyText({ Effect: 'Allow', Action: '*', Resource: '*' });

test('CreateUser: answers what GetUser tells; the name is taken whatever its case', async () => {
  const { account, iam } = root();
  const { User: made } = await iam.send(
    new CreateUserCommand({ UserName: 'Alice', Path: '/team/', Tags: [{ Key: 'a', Value: 'b' }] }),
  );
  expect(made).toMatchObject({
    UserName: 'Alice',
    Path: '/team/',
    Arn: `arn:aws:iam::${account}:user/team/Alice`,
    UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
    CreateDate: expect.any(Date),
    Tags: [{ Key: 'a', Value: 'b' }],
  });
  const { User: got } = await iam.send(new GetUserCommand({ UserName: 'Alice' }));
  expect(got).toEqual(made);
  const again = iam.send(new CreateUserCommand({ UserName: 'alice' }));
  await expect(again).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    message: 'User with name alice already exists.',
  });
});

test('GetUser: without a name means the caller, and a missing user is told', async () => {
  const { account, iam } = root();
  const own = await newUser(server, account, 'bob', {
    allow: [{ Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' }],
  });
  const { User } = await new IAMClient(own).send(new GetUserCommand({}));
  expect(User?.UserName).toBe('bob');
  await expect(iam.send(new GetUserCommand({ UserName: 'nobody' }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: 'The user with name nobody cannot be found.',
  });
});

test('GetUser: a denied caller does not learn whether the user exists', async () => {
  const { account } = root();
  const config = await newUser(server, account, 'eve');
  const iam = new IAMClient(config);
  for (const UserName of ['eve', 'nobody']) {
    await expect(iam.send(new GetUserCommand({ UserName }))).rejects.toMatchObject({
      name: 'AccessDenied',
      message:
        `User: arn:aws:iam::${account}:user/eve is not authorized to perform: iam:GetUser on ` +
        `resource: arn:aws:iam::${account}:user/${UserName} because no identity-based policy ` +
        'allows the iam:GetUser action',
    });
  }
});

test('ListUsers: pages through all, and filters by path', async () => {
  const { iam } = root();
  for (let index = 0; index < 5; index += 1) {
    const Path = index % 2 === 0 ? '/even/' : '/odd/';
    await iam.send(new CreateUserCommand({ UserName: `user-${index}`, Path }));
  }
  const names: string[] = [];
  let Marker: string | undefined;
  do {
    const page = await iam.send(new ListUsersCommand({ MaxItems: 2, Marker }));
    for (const user of page.Users ?? []) names.push(user.UserName ?? '');
    Marker = page.Marker;
    expect(page.IsTruncated).toBe(Marker !== undefined);
  } while (Marker !== undefined);
  expect(names).toEqual(['user-0', 'user-1', 'user-2', 'user-3', 'user-4']);
  const even = await iam.send(new ListUsersCommand({ PathPrefix: '/even/' }));
  expect(even.Users?.map((user) => user.UserName)).toEqual(['user-0', 'user-2', 'user-4']);
});

test('UpdateUser: a renamed user keeps id and access keys', async () => {
  const { account, iam } = root();
  const config = await newUser(server, account, 'old');
  const { User: before } = await iam.send(new GetUserCommand({ UserName: 'old' }));
  await iam.send(new UpdateUserCommand({ UserName: 'old', NewUserName: 'new', NewPath: '/p/' }));
  const identity = await new STSClient(config).send(new GetCallerIdentityCommand({}));
  expect(identity).toMatchObject({
    Arn: `arn:aws:iam::${account}:user/p/new`,
    UserId: before?.UserId,
  });
});

test('DeleteUser: refused while keys, policies or groups remain', async () => {
  const { account, iam } = root();
  const config = await newUser(server, account, 'carol', {
    attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  });
  await iam.send(new CreateGroupCommand({ GroupName: 'staff' }));
  await iam.send(new AddUserToGroupCommand({ GroupName: 'staff', UserName: 'carol' }));
  const UserName = 'carol';
  const attempt = () => iam.send(new DeleteUserCommand({ UserName }));
  const conflict = (text: string) => ({ name: 'DeleteConflictException', message: text });
  await expect(attempt()).rejects.toMatchObject(
    conflict('Cannot delete entity, must delete access keys first.'),
  );
  const { accessKeyId: AccessKeyId } = config.credentials;
  await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
  await expect(attempt()).rejects.toMatchObject(
    conflict('Cannot delete entity, must detach all policies first.'),
  );
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn }));
  await expect(attempt()).rejects.toMatchObject(
    conflict('Cannot delete entity, must remove users from group first.'),
  );
  const groups = await iam.send(new ListGroupsForUserCommand({ UserName }));
  expect(groups.Groups?.map((group) => group.GroupName)).toEqual(['staff']);
  await iam.send(new RemoveUserFromGroupCommand({ GroupName: 'staff', UserName }));
  await attempt();
  await expect(attempt()).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});

test('CreateAccessKey: two at most; an inactive key opens nothing, a deleted one is unknown', async () => {
  const { account, iam } = root();
  const config = await newUser(server, account, 'dan');
  const sts = new STSClient(config);
  await sts.send(new GetCallerIdentityCommand({}));
  const UserName = 'dan';
  await iam.send(new CreateAccessKeyCommand({ UserName }));
  await expect(iam.send(new CreateAccessKeyCommand({ UserName }))).rejects.toMatchObject({
    name: 'LimitExceededException',
    message: 'Cannot exceed quota for AccessKeysPerUser: 2',
  });
  const { accessKeyId: AccessKeyId } = config.credentials;
  await iam.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId, Status: 'Inactive' }));
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
  });
  const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({ UserName }));
  expect(AccessKeyMetadata?.map((key) => key.Status).sort()).toEqual(['Active', 'Inactive']);
  await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
  });
});

test('PutUserPermissionsBoundary: limits what policies allow', async () => {
  const { account, iam } = root();
  const config = await newUser(server, account, 'fay', {
    attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  });
  const { Policy } = await iam.send(
    new CreatePolicyCommand({
      PolicyName: 'only-users',
      PolicyDocument: policyText({ Effect: 'Allow', Action: 'iam:GetUser', Resource: '*' }),
    }),
  );
  const PermissionsBoundary = Policy?.Arn ?? '';
  const UserName = 'fay';
  await iam.send(new PutUserPermissionsBoundaryCommand({ UserName, PermissionsBoundary }));
  const own = new IAMClient(config);
  const { User } = await own.send(new GetUserCommand({}));
  expect(User?.PermissionsBoundary).toEqual({
    PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
    PermissionsBoundaryArn: PermissionsBoundary,
  });
  await expect(own.send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringMatching(
      /because no permissions boundary allows the iam:ListUsers action$/,
    ),
  });
  await iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName }));
  await own.send(new ListUsersCommand({}));
  const missing = 'arn:aws:iam::aws:policy/NoSuchPolicy';
  await expect(
    iam.send(new PutUserPermissionsBoundaryCommand({ UserName, PermissionsBoundary: missing })),
  ).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: `Scope ARN: ${missing} does not exist or is not attachable.`,
  });
});

test('TagUser: replaces whatever the case, refuses duplicates and reserved keys', async () => {
  const { iam } = root();
  const UserName = 'gil';
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new TagUserCommand({ UserName, Tags: [{ Key: 'Team', Value: 'a' }] }));
  await iam.send(new TagUserCommand({ UserName, Tags: [{ Key: 'team', Value: 'b' }] }));
  const { Tags } = await iam.send(new ListUserTagsCommand({ UserName }));
  expect(Tags).toEqual([{ Key: 'team', Value: 'b' }]);
  const twice = [
    { Key: 'x', Value: '1' },
    { Key: 'X', Value: '2' },
  ];
  await expect(iam.send(new TagUserCommand({ UserName, Tags: twice }))).rejects.toMatchObject({
    message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  });
  await iam.send(new UntagUserCommand({ UserName, TagKeys: ['TEAM'] }));
  const left = await iam.send(new ListUserTagsCommand({ UserName }));
  expect(left.Tags).toEqual([]);
});

test('AttachUserPolicy: an unknown policy is refused; ten are enough', async () => {
  const { account, iam } = root();
  const UserName = 'hal';
  await iam.send(new CreateUserCommand({ UserName }));
  const attach = (PolicyArn: string) =>
    iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  const missing = `arn:aws:iam::${account}:policy/none`;
  await expect(attach(missing)).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: `Policy ${missing} does not exist or is not attachable.`,
  });
  for (let index = 0; index < 11; index += 1) {
    const made = await iam.send(
      new CreatePolicyCommand({ PolicyName: `p${index}`, PolicyDocument: ALLOW_ALL }),
    );
    const attached = attach(made.Policy?.Arn ?? '');
    if (index < 10) await attached;
    else {
      await expect(attached).rejects.toMatchObject({
        name: 'LimitExceededException',
        message: 'Cannot exceed quota for PoliciesPerIdentity: 10',
      });
    }
  }
});
