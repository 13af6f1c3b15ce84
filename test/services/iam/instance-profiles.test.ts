import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  GetInstanceProfileCommand,
  IAMClient,
  ListInstanceProfilesCommand,
  ListInstanceProfilesForRoleCommand,
  ListInstanceProfileTagsCommand,
  RemoveRoleFromInstanceProfileCommand,
  TagInstanceProfileCommand,
  UntagInstanceProfileCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const TRUST = policyText({
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
});

async function withRole(account: string, ...names: readonly string[]): Promise<IAMClient> {
  const iam = new IAMClient(server.client(account));
  for (const RoleName of names) {
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: TRUST }));
  }
  return iam;
}

test('CreateInstanceProfile: makes a profile that takes one role', async () => {
  const account = freshAccount();
  const iam = await withRole(account, 'r', 'r2');
  const InstanceProfileName = 'web';
  const made = await iam.send(
    new CreateInstanceProfileCommand({
      InstanceProfileName,
      Path: '/team/',
      Tags: [{ Key: 'a', Value: '1' }],
    }),
  );
  expect(made.InstanceProfile).toEqual({
    Path: '/team/',
    InstanceProfileName,
    InstanceProfileId: expect.stringMatching(/^AIPA[A-Z2-7]{17}$/),
    Arn: `arn:aws:iam::${account}:instance-profile/team/web`,
    CreateDate: expect.any(Date),
    Roles: [],
    Tags: [{ Key: 'a', Value: '1' }],
  });
  await expect(
    iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: 'WEB' })),
  ).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    message: 'Instance Profile WEB already exists.',
  });
  const add = (RoleName: string) =>
    iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName }));
  await add('r');
  await expect(add('r2')).rejects.toMatchObject({
    name: 'LimitExceededException',
    message: 'Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
  });
  const got = await iam.send(new GetInstanceProfileCommand({ InstanceProfileName }));
  expect(got.InstanceProfile?.Roles?.map((role) => role.RoleName)).toEqual(['r']);
  const ofRole = await iam.send(new ListInstanceProfilesForRoleCommand({ RoleName: 'r' }));
  expect(ofRole.InstanceProfiles?.map((one) => one.InstanceProfileName)).toEqual(['web']);
  const listed = await iam.send(new ListInstanceProfilesCommand({ PathPrefix: '/team/' }));
  expect(listed.InstanceProfiles).toHaveLength(1);
  expect(
    (await iam.send(new ListInstanceProfilesCommand({ PathPrefix: '/other/' }))).InstanceProfiles,
  ).toEqual([]);
});

test('DeleteInstanceProfile: neither profile nor role goes while one holds the other', async () => {
  const iam = await withRole(freshAccount(), 'r', 'r2');
  const InstanceProfileName = 'web';
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName: 'r' }));
  const held = {
    name: 'DeleteConflictException',
    message: 'Cannot delete entity, must remove roles from instance profile first.',
  };
  await expect(
    iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName })),
  ).rejects.toMatchObject(held);
  await expect(iam.send(new DeleteRoleCommand({ RoleName: 'r' }))).rejects.toMatchObject(held);
  await expect(
    iam.send(new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName, RoleName: 'r2' })),
  ).rejects.toMatchObject({ message: 'The role with name r2 cannot be found.' });
  await iam.send(new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName, RoleName: 'r' }));
  await iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName }));
  await iam.send(new DeleteRoleCommand({ RoleName: 'r' }));
  await expect(
    iam.send(new GetInstanceProfileCommand({ InstanceProfileName })),
  ).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: 'Instance Profile web cannot be found.',
  });
});

test('AddRoleToInstanceProfile: needs the permission to pass the role', async () => {
  const account = freshAccount();
  const iam = await withRole(account, 'r');
  const InstanceProfileName = 'web';
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
  const add = { Effect: 'Allow', Action: 'iam:AddRoleToInstanceProfile', Resource: '*' } as const;
  const pass = { Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' } as const;
  const lacking = new IAMClient(await newUser(server, account, 'ann', { allow: [add] }));
  const command = new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName: 'r' });
  await expect(lacking.send(command)).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: iam:PassRole on ` +
      `resource: arn:aws:iam::${account}:role/r because no identity-based policy allows the ` +
      'iam:PassRole action',
  });
  const passing = new IAMClient(await newUser(server, account, 'bob', { allow: [add, pass] }));
  await passing.send(command);
});

test('TagInstanceProfile: tags come, are listed, and go', async () => {
  const iam = await withRole(freshAccount());
  const InstanceProfileName = 'web';
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
  const Tags = [
    { Key: 'a', Value: '1' },
    { Key: 'b', Value: '2' },
  ];
  await iam.send(new TagInstanceProfileCommand({ InstanceProfileName, Tags }));
  await iam.send(new UntagInstanceProfileCommand({ InstanceProfileName, TagKeys: ['a'] }));
  const listed = await iam.send(new ListInstanceProfileTagsCommand({ InstanceProfileName }));
  expect(listed.Tags).toEqual([{ Key: 'b', Value: '2' }]);
});
