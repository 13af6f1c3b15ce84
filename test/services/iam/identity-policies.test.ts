import {
  AttachRolePolicyCommand,
  CreateGroupCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteGroupPolicyCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DeleteUserPolicyCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  GetGroupPolicyCommand,
  GetRolePolicyCommand,
  GetUserPolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListRolePoliciesCommand,
  ListUserPoliciesCommand,
  PutGroupPolicyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const PolicyDocument = policyText({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
const PolicyName = 'inline';
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';

test('inline policies: come back as they were given, from users, groups and roles', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const trust = policyText({
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: 'sts:AssumeRole',
  });
  const user = { UserName: 'u' };
  const group = { GroupName: 'g' };
  const role = { RoleName: 'r' };
  await iam.send(new CreateUserCommand(user));
  await iam.send(new CreateGroupCommand(group));
  await iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument: trust }));
  const policy = { PolicyName, PolicyDocument };
  await iam.send(new PutUserPolicyCommand({ ...user, ...policy }));
  await iam.send(new PutGroupPolicyCommand({ ...group, ...policy }));
  await iam.send(new PutRolePolicyCommand({ ...role, ...policy }));
  const got = [
    await iam.send(new GetUserPolicyCommand({ ...user, PolicyName })),
    await iam.send(new GetGroupPolicyCommand({ ...group, PolicyName })),
    await iam.send(new GetRolePolicyCommand({ ...role, PolicyName })),
  ];
  expect(got.map((one) => decodeURIComponent(one.PolicyDocument ?? ''))).toEqual(
    Array.from({ length: 3 }, () => PolicyDocument),
  );
  const listed = await iam.send(new ListRolePoliciesCommand(role));
  expect(listed.PolicyNames).toEqual([PolicyName]);
  await expect(iam.send(new DeleteRoleCommand(role))).rejects.toMatchObject({
    name: 'DeleteConflictException',
    message: 'Cannot delete entity, must delete policies first.',
  });
  await iam.send(new DeleteUserPolicyCommand({ ...user, PolicyName }));
  await iam.send(new DeleteGroupPolicyCommand({ ...group, PolicyName }));
  await iam.send(new DeleteRolePolicyCommand({ ...role, PolicyName }));
  await expect(iam.send(new GetUserPolicyCommand({ ...user, PolicyName }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: 'The user policy with name inline cannot be found.',
  });
});

test('inline policies: all of one user together have 2,048 characters, white space left out', async () => {
  const iam = new IAMClient(server.client(freshAccount()));
  const UserName = 'u';
  await iam.send(new CreateUserCommand({ UserName }));
  const Resource = `arn:aws:s3:::${'x'.repeat(900)}`;
  const long = policyText({ Effect: 'Allow', Action: 's3:*', Resource });
  const spaced = long.replaceAll(',', ',\n            ');
  for (const [name, text] of [
    ['one', spaced],
    ['two', long],
  ] as const) {
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: name, PolicyDocument: text }));
  }
  await expect(
    iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'three', PolicyDocument: long })),
  ).rejects.toMatchObject({
    name: 'LimitExceededException',
    message: 'Maximum policy size of 2048 bytes exceeded for user u',
  });
  const { PolicyNames } = await iam.send(new ListUserPoliciesCommand({ UserName }));
  expect(PolicyNames).toEqual(['one', 'two']);
});

test('attached policies: listed by path, detached once', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  await newUser(server, account, 'u', { attached: [ADMIN] });
  const ofUser = await iam.send(new ListAttachedUserPoliciesCommand({ UserName: 'u' }));
  expect(ofUser.AttachedPolicies).toEqual([
    { PolicyName: 'AdministratorAccess', PolicyArn: ADMIN },
  ]);
  const elsewhere = await iam.send(
    new ListAttachedUserPoliciesCommand({ UserName: 'u', PathPrefix: '/team/' }),
  );
  expect(elsewhere.AttachedPolicies).toEqual([]);
  const RoleName = 'r';
  const trust = policyText({
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: 'sts:AssumeRole',
  });
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: ADMIN }));
  const ofRole = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  expect(ofRole.AttachedPolicies).toHaveLength(1);
  await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn: ADMIN }));
  await iam.send(new CreateGroupCommand({ GroupName: 'g' }));
  await expect(
    iam.send(new DetachGroupPolicyCommand({ GroupName: 'g', PolicyArn: ADMIN })),
  ).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: `Policy ${ADMIN} was not found.`,
  });
});
