import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  DeleteGroupCommand,
  GetGroupCommand,
  IAMClient,
  ListAttachedGroupPoliciesCommand,
  ListGroupPoliciesCommand,
  ListGroupsCommand,
  ListUsersCommand,
  PutGroupPolicyCommand,
  RemoveUserFromGroupCommand,
  UpdateGroupCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test("groups: members have the group's policies for as long as they belong", async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const member = new IAMClient(await newUser(server, account, 'ann'));
  const GroupName = 'readers';
  await iam.send(new CreateGroupCommand({ GroupName }));
  await iam.send(
    new PutGroupPolicyCommand({
      GroupName,
      PolicyName: 'list',
      PolicyDocument: policyText({ Effect: 'Allow', Action: 'iam:ListUsers', Resource: '*' }),
    }),
  );
  await expect(member.send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  await iam.send(new AddUserToGroupCommand({ GroupName, UserName: 'ann' }));
  await member.send(new ListUsersCommand({}));
  const { Users } = await iam.send(new GetGroupCommand({ GroupName }));
  expect(Users?.map((user) => user.UserName)).toEqual(['ann']);
  await iam.send(new RemoveUserFromGroupCommand({ GroupName, UserName: 'ann' }));
  await expect(member.send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});

test('UpdateGroup: members follow a renamed group; a group with a longer name is another', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const member = new IAMClient(await newUser(server, account, 'ann'));
  for (const GroupName of ['dev', 'devops']) await iam.send(new CreateGroupCommand({ GroupName }));
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iam.send(new AttachGroupPolicyCommand({ GroupName: 'dev', PolicyArn }));
  await iam.send(new AddUserToGroupCommand({ GroupName: 'dev', UserName: 'ann' }));
  await iam.send(new UpdateGroupCommand({ GroupName: 'dev', NewGroupName: 'makers' }));
  await member.send(new ListUsersCommand({}));
  const attached = await iam.send(new ListAttachedGroupPoliciesCommand({ GroupName: 'makers' }));
  expect(attached.AttachedPolicies).toEqual([{ PolicyName: 'AdministratorAccess', PolicyArn }]);
  const { Groups } = await iam.send(new ListGroupsCommand({}));
  expect(Groups?.map((group) => group.GroupName)).toEqual(['devops', 'makers']);
  await expect(iam.send(new DeleteGroupCommand({ GroupName: 'makers' }))).rejects.toMatchObject({
    name: 'DeleteConflictException',
    message: 'Cannot delete entity, must remove users from group first.',
  });
  await iam.send(new DeleteGroupCommand({ GroupName: 'devops' }));
});

test('PutGroupPolicy: a malformed document changes nothing', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const GroupName = 'g';
  await iam.send(new CreateGroupCommand({ GroupName }));
  for (const PolicyDocument of ['{"a":1}', 'nothing', '{"Version":"2012-10-17"}']) {
    const put = iam.send(new PutGroupPolicyCommand({ GroupName, PolicyName: 'p', PolicyDocument }));
    await expect(put).rejects.toMatchObject({
      name: 'MalformedPolicyDocumentException',
      message: 'Syntax errors in policy.',
    });
  }
  const { PolicyNames } = await iam.send(new ListGroupPoliciesCommand({ GroupName }));
  expect(PolicyNames).toEqual([]);
});
