import {
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DetachUserPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  IAMClient,
  ListEntitiesForPolicyCommand,
  ListPoliciesCommand,
  type ListPoliciesCommandInput,
  ListPolicyTagsCommand,
  ListPolicyVersionsCommand,
  ListUsersCommand,
  SetDefaultPolicyVersionCommand,
  TagPolicyCommand,
  UntagPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ALLOW = policyText({ Effect: 'Allow', Action: 'iam:*', Resource: '*' });
const DENY = policyText({ Effect: 'Deny', Action: 'iam:ListUsers', Resource: '*' });

async function made(iam: IAMClient, PolicyName: string, PolicyDocument = ALLOW): Promise<string> {
  const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }));
  return Policy?.Arn ?? '';
}

test('CreatePolicyVersion: the default version is what is enforced', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const PolicyArn = await made(iam, 'p');
  const user = new IAMClient(await newUser(server, account, 'ann', { attached: [PolicyArn] }));
  await user.send(new ListUsersCommand({}));
  const version = await iam.send(
    new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: DENY, SetAsDefault: true }),
  );
  expect(version.PolicyVersion).toMatchObject({ VersionId: 'v2', IsDefaultVersion: true });
  // The explicit deny names the managed policy that holds it.
  await expect(user.send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: iam:ListUsers on ` +
      `resource: arn:aws:iam::${account}:user/ with an explicit deny in an identity-based ` +
      `policy: ${PolicyArn}`,
  });
  await iam.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
  await user.send(new ListUsersCommand({}));
});

test('CreatePolicyVersion: five at most; numbers are not used again; the default stays', async () => {
  const iam = new IAMClient(server.client(freshAccount()));
  const PolicyArn = await made(iam, 'p');
  const add = () => iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: ALLOW }));
  for (let index = 0; index < 4; index += 1) await add();
  await expect(add()).rejects.toMatchObject({ name: 'LimitExceededException' });
  await expect(
    iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v1' })),
  ).rejects.toMatchObject({
    name: 'DeleteConflictException',
    message: 'Cannot delete the default version of a policy.',
  });
  await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v5' }));
  const sixth = await add();
  expect(sixth.PolicyVersion?.VersionId).toBe('v6');
  const { Versions } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn }));
  expect(Versions?.map((version) => version.VersionId)).toEqual(['v6', 'v4', 'v3', 'v2', 'v1']);
  const { PolicyVersion } = await iam.send(
    new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }),
  );
  expect(decodeURIComponent(PolicyVersion?.Document ?? '')).toBe(ALLOW);
});

test('DeletePolicy: refused while attached, and names are unique', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const PolicyArn = await made(iam, 'Mine');
  await expect(made(iam, 'mine')).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    message: 'A policy called mine already exists. Duplicate names are not allowed.',
  });
  await newUser(server, account, 'ann', { attached: [PolicyArn] });
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  expect(Policy).toMatchObject({ AttachmentCount: 1, DefaultVersionId: 'v1' });
  const entities = await iam.send(new ListEntitiesForPolicyCommand({ PolicyArn }));
  expect(entities.PolicyUsers?.map((user) => user.UserName)).toEqual(['ann']);
  await expect(iam.send(new DeletePolicyCommand({ PolicyArn }))).rejects.toMatchObject({
    name: 'DeleteConflictException',
    message: 'Cannot delete a policy attached to entities.',
  });
  await iam.send(new DetachUserPolicyCommand({ UserName: 'ann', PolicyArn }));
  await iam.send(new DeletePolicyCommand({ PolicyArn }));
  await expect(iam.send(new GetPolicyCommand({ PolicyArn }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: `Policy ${PolicyArn} was not found.`,
  });
});

test('ListPolicies: local, AWS-managed and attached ones', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const own = await made(iam, 'own');
  await made(iam, 'spare');
  const names = async (input: ListPoliciesCommandInput) =>
    (await iam.send(new ListPoliciesCommand(input))).Policies?.map((one) => one.PolicyName);
  expect(await names({ Scope: 'Local' })).toEqual(['own', 'spare']);
  expect(await names({ Scope: 'AWS' })).toContain('AdministratorAccess');
  await newUser(server, account, 'ann');
  await iam.send(new AttachUserPolicyCommand({ UserName: 'ann', PolicyArn: own }));
  expect(await names({ OnlyAttached: true })).toEqual(['own']);
});

test('TagPolicy: tags are kept; an AWS-managed policy can not be changed', async () => {
  const iam = new IAMClient(server.client(freshAccount()));
  const PolicyArn = await made(iam, 'p');
  await iam.send(new TagPolicyCommand({ PolicyArn, Tags: [{ Key: 'a', Value: '1' }] }));
  const tags = await iam.send(new ListPolicyTagsCommand({ PolicyArn }));
  expect(tags.Tags).toEqual([{ Key: 'a', Value: '1' }]);
  await iam.send(new UntagPolicyCommand({ PolicyArn, TagKeys: ['a'] }));
  expect((await iam.send(new ListPolicyTagsCommand({ PolicyArn }))).Tags).toEqual([]);
  const managed = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await expect(
    iam.send(new TagPolicyCommand({ PolicyArn: managed, Tags: [{ Key: 'a', Value: '1' }] })),
  ).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});
