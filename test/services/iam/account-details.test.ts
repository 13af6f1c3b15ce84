import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountSummaryCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { newDevice } from '../../mfa.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const ALLOW = policyText({ Effect: 'Allow', Action: 's3:*', Resource: '*' });

/** One of each: user, group, role, policy. */
async function furnished(account: string): Promise<IAMClient> {
  const iam = new IAMClient(server.client(account));
  const UserName = 'ann';
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new CreateGroupCommand({ GroupName: 'admins' }));
  await iam.send(new AddUserToGroupCommand({ UserName, GroupName: 'admins' }));
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument: ALLOW }));
  await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: ADMIN }));
  await iam.send(
    new CreateRoleCommand({
      RoleName: 'r',
      AssumeRolePolicyDocument: policyText({
        Effect: 'Allow',
        Principal: { AWS: account },
        Action: 'sts:AssumeRole',
      }),
    }),
  );
  await iam.send(new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: ALLOW }));
  return iam;
}

test('GetAccountSummary: counts what the account has beside its quotas', async () => {
  const iam = await furnished(freshAccount());
  await newDevice(iam, 'phone', 'ann');
  await newDevice(iam, 'spare');
  const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
  expect(SummaryMap).toMatchObject({
    Users: 1,
    UsersQuota: 5_000,
    Groups: 1,
    Roles: 1,
    Policies: 1,
    PolicyVersionsInUse: 1,
    MFADevices: 2,
    MFADevicesInUse: 1,
    AccountAccessKeysPresent: 0,
    AccessKeysPerUserQuota: 2,
  });
});

test('GetAccountAuthorizationDetails: shows who has which policies, page by page', async () => {
  const account = freshAccount();
  const iam = await furnished(account);
  const whole = await iam.send(new GetAccountAuthorizationDetailsCommand({}));
  expect(whole.UserDetailList).toMatchObject([
    {
      UserName: 'ann',
      GroupList: ['admins'],
      UserPolicyList: [
        { PolicyName: 'own', PolicyDocument: encodeURIComponent(ALLOW).replaceAll('*', '%2A') },
      ],
      AttachedManagedPolicies: [{ PolicyName: 'AdministratorAccess', PolicyArn: ADMIN }],
    },
  ]);
  expect(whole.GroupDetailList?.map((one) => one.GroupName)).toEqual(['admins']);
  expect(whole.RoleDetailList).toMatchObject([
    { RoleName: 'r', RoleLastUsed: {}, InstanceProfileList: [] },
  ]);
  expect(whole.Policies?.map((one) => one.PolicyName)).toEqual(['p', 'AdministratorAccess']);
  expect(whole.Policies?.[0]?.PolicyVersionList).toMatchObject([
    { VersionId: 'v1', IsDefaultVersion: true },
  ]);
  let pages = 0;
  let items = 0;
  let Marker: string | undefined;
  do {
    const page = await iam.send(new GetAccountAuthorizationDetailsCommand({ MaxItems: 2, Marker }));
    const { UserDetailList, GroupDetailList, RoleDetailList, Policies } = page;
    for (const list of [UserDetailList, GroupDetailList, RoleDetailList, Policies]) {
      items += list?.length ?? 0;
    }
    Marker = page.Marker;
    pages += 1;
  } while (Marker !== undefined);
  expect([pages, items]).toEqual([3, 5]);
  const filtered = await iam.send(
    new GetAccountAuthorizationDetailsCommand({ Filter: ['Role', 'LocalManagedPolicy'] }),
  );
  expect(filtered.UserDetailList).toEqual([]);
  expect(filtered.Policies?.map((one) => one.PolicyName)).toEqual(['p']);
});
