import {
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteUserCommand,
  GetRoleCommand,
  IAMClient,
  ListRolesCommand,
  ListRoleTagsCommand,
  PutRolePermissionsBoundaryCommand,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
  UpdateRoleDescriptionCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function trusting(Principal: unknown): string {
  return policyText({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' });
}

async function role(iam: IAMClient, RoleName: string, AssumeRolePolicyDocument: string) {
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  return Role;
}

test('CreateRole: refuses a principal that does not exist', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const cases: readonly (readonly [principal: object, shown: string])[] = [
    [{ AWS: `arn:aws:iam::${account}:user/ghost` }, `"AWS":"arn:aws:iam::${account}:user/ghost"`],
    [{ AWS: `arn:aws:iam::${account}:role/ghost` }, `"AWS":"arn:aws:iam::${account}:role/ghost"`],
    [{ AWS: 'nonsense' }, '"AWS":"nonsense"'],
    [{ Service: 'example.com' }, '"Service":"example.com"'],
  ];
  let ran = 0;
  for (const [principal, shown] of cases) {
    await expect(role(iam, 'r', trusting(principal))).rejects.toMatchObject({
      name: 'MalformedPolicyDocumentException',
      message: `Invalid principal in policy: ${shown}`,
    });
    ran += 1;
  }
  expect(ran).toBe(4);
  await expect(iam.send(new GetRoleCommand({ RoleName: 'r' }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
  });
});

test('CreateRole: answers the role with its trust policy encoded', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const trust = trusting({ Service: 'lambda.amazonaws.com' });
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: 'worker',
      Path: '/jobs/',
      AssumeRolePolicyDocument: trust,
      Description: 'works',
      MaxSessionDuration: 7_200,
      Tags: [{ Key: 'a', Value: 'b' }],
    }),
  );
  expect(Role).toMatchObject({
    Arn: `arn:aws:iam::${account}:role/jobs/worker`,
    RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
    AssumeRolePolicyDocument: encodeURIComponent(trust).replaceAll('*', '%2A'),
    MaxSessionDuration: 7_200,
    Description: 'works',
    Tags: [{ Key: 'a', Value: 'b' }],
  });
  await expect(role(iam, 'WORKER', trust)).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    message: 'Role with name WORKER already exists.',
  });
});

test('UpdateAssumeRolePolicy: shows the unique id of a user who is gone', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const UserName = 'ann';
  const { User } = await iam.send(new CreateUserCommand({ UserName }));
  await role(iam, 'r', trusting({ AWS: account }));
  const trust = trusting({ AWS: User?.Arn });
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: 'r', PolicyDocument: trust }));
  const shown = async () => {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'r' }));
    return decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '');
  };
  expect(await shown()).toBe(trust);
  await iam.send(new DeleteUserCommand({ UserName }));
  await iam.send(new CreateUserCommand({ UserName }));
  expect(await shown()).toContain(`"AWS":"${User?.UserId}"`);
});

test('roles: updated, tagged, bounded, listed and deleted', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const RoleName = 'r';
  await role(iam, RoleName, trusting({ AWS: account }));
  await iam.send(
    new UpdateRoleCommand({ RoleName, Description: 'new', MaxSessionDuration: 3_600 }),
  );
  await iam.send(new UpdateRoleDescriptionCommand({ RoleName, Description: 'newer' }));
  await iam.send(new TagRoleCommand({ RoleName, Tags: [{ Key: 'k', Value: 'v' }] }));
  const tags = await iam.send(new ListRoleTagsCommand({ RoleName }));
  expect(tags.Tags).toEqual([{ Key: 'k', Value: 'v' }]);
  await iam.send(new UntagRoleCommand({ RoleName, TagKeys: ['k'] }));
  const PermissionsBoundary = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary }));
  const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
  expect(Role).toMatchObject({
    Description: 'newer',
    PermissionsBoundary: { PermissionsBoundaryArn: PermissionsBoundary },
  });
  await iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName }));
  const again = iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName }));
  await expect(again).rejects.toMatchObject({ name: 'NoSuchEntityException' });
  const { Roles } = await iam.send(new ListRolesCommand({}));
  expect(Roles?.map((one) => one.RoleName)).toEqual([RoleName]);
  await iam.send(new DeleteRoleCommand({ RoleName }));
  expect((await iam.send(new ListRolesCommand({}))).Roles).toEqual([]);
});
