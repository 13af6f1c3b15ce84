import {
  AcceptAdministratorInvitationCommand,
  ArchiveFindingsCommand,
  CreateMembersCommand,
  CreateSampleFindingsCommand,
  DeleteMembersCommand,
  DescribeOrganizationConfigurationCommand,
  DisableOrganizationAdminAccountCommand,
  DisassociateFromAdministratorAccountCommand,
  DisassociateMembersCommand,
  EnableOrganizationAdminAccountCommand,
  GetAdministratorAccountCommand,
  GetDetectorCommand,
  GetFindingsCommand,
  GetMemberDetectorsCommand,
  GetMembersCommand,
  GuardDutyClient,
  InviteMembersCommand,
  ListDetectorsCommand,
  ListFindingsCommand,
  ListInvitationsCommand,
  ListMembersCommand,
  ListOrganizationAdminAccountsCommand,
  StartMonitoringMembersCommand,
  StopMonitoringMembersCommand,
  UpdateMemberDetectorsCommand,
  UpdateOrganizationConfigurationCommand,
} from '@aws-sdk/client-guardduty';
import {
  DeregisterDelegatedAdministratorCommand,
  ListDelegatedAdministratorsCommand,
  RemoveAccountFromOrganizationCommand,
} from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newMember, newOrganization, settle } from '../organizations/fixture.ts';
import { type Guarded, guarded } from './bench.ts';

const FIVE_DAYS_MS = 5 * 24 * 60 * 60 * 1_000;
const ServicePrincipal = 'guardduty.amazonaws.com';
const NOT_ASSOCIATED =
  'The request was rejected because the given account ID is not an associated member of the current account.';
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** An account's client, and the detector it has by now. */
async function existing(account: string): Promise<Guarded> {
  const client = new GuardDutyClient(server.client(account));
  const { DetectorIds = [] } = await client.send(new ListDetectorsCommand({}));
  return { account, client, DetectorId: DetectorIds[0] ?? '' };
}

/** An organization with an administrator, and two accounts that it does not look after yet. */
async function chosen() {
  const organization = await newOrganization(server);
  const security = await newMember(server, organization);
  const first = await newMember(server, organization);
  const second = await newMember(server, organization);
  const owner = new GuardDutyClient(server.client(organization.management));
  await owner.send(new EnableOrganizationAdminAccountCommand({ AdminAccountId: security }));
  return { organization, owner, admin: await existing(security), first, second };
}

async function added({ client, DetectorId }: Guarded, ...accounts: string[]) {
  const AccountDetails = accounts.map((AccountId) => ({ AccountId, Email: 'm@example.com' }));
  const answer = await client.send(new CreateMembersCommand({ DetectorId, AccountDetails }));
  return answer.UnprocessedAccounts;
}

async function invited(admin: Guarded, member: Guarded): Promise<string> {
  const { client, DetectorId } = admin;
  await client.send(new InviteMembersCommand({ DetectorId, AccountIds: [member.account] }));
  const { Invitations = [] } = await member.client.send(new ListInvitationsCommand({}));
  return Invitations.find((one) => one.AccountId === admin.account)?.InvitationId ?? '';
}

async function accept(admin: Guarded, { client, DetectorId }: Guarded, InvitationId: string) {
  const AdministratorId = admin.account;
  await client.send(
    new AcceptAdministratorInvitationCommand({ DetectorId, AdministratorId, InvitationId }),
  );
}

/** An administrator and a member that accepted its invitation. */
async function invitedPair() {
  const admin = await guarded(server);
  const member = await guarded(server);
  await added(admin, member.account);
  await accept(admin, member, await invited(admin, member));
  return { admin, member };
}

async function statuses({ client, DetectorId }: Guarded) {
  const list = new ListMembersCommand({ DetectorId, OnlyAssociated: 'false' });
  const { Members = [] } = await client.send(list);
  return Members.map((one) => `${one.AccountId} ${one.RelationshipStatus}`).toSorted();
}

async function administratorOf({ client, DetectorId }: Guarded) {
  const { Administrator } = await client.send(new GetAdministratorAccountCommand({ DetectorId }));
  return Administrator?.AccountId;
}

async function isOn({ client, DetectorId }: Guarded) {
  return (await client.send(new GetDetectorCommand({ DetectorId }))).Status === 'ENABLED';
}

async function s3Status({ client, DetectorId }: Guarded) {
  const { Features = [] } = await client.send(new GetDetectorCommand({ DetectorId }));
  return Features.find(({ Name }) => Name === 'S3_DATA_EVENTS')?.Status;
}

/** Makes a sample in the account; gives the ids that `seer` has of the account's samples. */
async function samplesOf({ client, DetectorId, account }: Guarded, seer: Guarded) {
  const FindingTypes = ['Recon:EC2/Portscan'];
  await client.send(new CreateSampleFindingsCommand({ DetectorId, FindingTypes }));
  return seen(account, seer);
}

async function seen(account: string, { client, DetectorId }: Guarded) {
  const FindingCriteria = {
    Criterion: {
      accountId: { Equals: [account] },
      'service.additionalInfo.sample': { Equals: ['true'] },
    },
  };
  const list = new ListFindingsCommand({ DetectorId, FindingCriteria });
  return (await client.send(list)).FindingIds ?? [];
}

test('an account that has not accepted is not acted on, and shows nothing of itself', async () => {
  const admin = await guarded(server);
  const victim = await guarded(server);
  const { client, DetectorId } = admin;
  const AccountIds = [victim.account];
  await added(admin, victim.account);
  const refused = [{ AccountId: victim.account, Result: NOT_ASSOCIATED }];
  const calls = [
    () => client.send(new StopMonitoringMembersCommand({ DetectorId, AccountIds })),
    () => client.send(new StartMonitoringMembersCommand({ DetectorId, AccountIds })),
    () => client.send(new DisassociateMembersCommand({ DetectorId, AccountIds })),
    () => client.send(new GetMemberDetectorsCommand({ DetectorId, AccountIds })),
    () =>
      client.send(
        new UpdateMemberDetectorsCommand({
          DetectorId,
          AccountIds,
          Features: [{ Name: 'S3_DATA_EVENTS', Status: 'DISABLED' }],
        }),
      ),
  ];
  const attempt = async () => {
    for (const call of calls) expect((await call()).UnprocessedAccounts).toEqual(refused);
  };
  await attempt();
  await invited(admin, victim);
  await attempt();
  expect(calls.length).toBe(5);
  expect(await isOn(victim)).toBe(true);
  expect(await s3Status(victim)).toBe('ENABLED');
  const { Members } = await client.send(new GetMembersCommand({ DetectorId, AccountIds }));
  expect(Members).toMatchObject([{ RelationshipStatus: 'Invited' }]);
  expect(Members?.[0]?.DetectorId).toBeUndefined();
  expect(await samplesOf(victim, admin)).toEqual([]);
});

test('a member is acted on until it leaves, and may be invited again', async () => {
  const { admin, member } = await invitedPair();
  const { client, DetectorId } = admin;
  const AccountIds = [member.account];
  await client.send(new StopMonitoringMembersCommand({ DetectorId, AccountIds }));
  expect(await isOn(member)).toBe(false);
  const again = await client.send(new InviteMembersCommand({ DetectorId, AccountIds }));
  expect(again.UnprocessedAccounts).toEqual([
    {
      AccountId: member.account,
      Result: 'The request was rejected because the account is a member already.',
    },
  ]);
  await client.send(new StartMonitoringMembersCommand({ DetectorId, AccountIds }));
  expect(await isOn(member)).toBe(true);
  const { MemberDataSourceConfigurations = [] } = await client.send(
    new GetMemberDetectorsCommand({ DetectorId, AccountIds }),
  );
  expect(MemberDataSourceConfigurations[0]?.Features).toContainEqual(
    expect.objectContaining({ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }),
  );
  const Features = [{ Name: 'S3_DATA_EVENTS', Status: 'DISABLED' }] as const;
  await client.send(
    new UpdateMemberDetectorsCommand({ DetectorId, AccountIds, Features: [...Features] }),
  );
  expect(await s3Status(member)).toBe('DISABLED');
  expect(await samplesOf(member, admin)).toHaveLength(1);

  await member.client.send(
    new DisassociateFromAdministratorAccountCommand({ DetectorId: member.DetectorId }),
  );
  expect(await statuses(admin)).toEqual([`${member.account} Resigned`]);
  expect(await seen(member.account, admin)).toEqual([]);
  expect(await samplesOf(member, admin)).toEqual([]);
  const stopped = await client.send(new StopMonitoringMembersCommand({ DetectorId, AccountIds }));
  expect(stopped.UnprocessedAccounts).toEqual([
    { AccountId: member.account, Result: NOT_ASSOCIATED },
  ]);
  expect(await isOn(member)).toBe(true);

  await accept(admin, member, await invited(admin, member));
  expect(await statuses(admin)).toEqual([`${member.account} Enabled`]);
  expect(await samplesOf(member, admin)).toHaveLength(1);
  await client.send(new DisassociateMembersCommand({ DetectorId, AccountIds }));
  expect(await statuses(admin)).toEqual([`${member.account} Removed`]);
  expect(await administratorOf(member)).toBeUndefined();
  await client.send(new DeleteMembersCommand({ DetectorId, AccountIds }));
  expect(await statuses(admin)).toEqual([]);
});

test('who no longer looks after an account changes none of its findings', async () => {
  const { admin, member } = await invitedPair();
  const { client, DetectorId } = admin;
  const FindingIds = await samplesOf(member, admin);
  const isArchived = async () => {
    const get = new GetFindingsCommand({ DetectorId: member.DetectorId, FindingIds });
    return (await member.client.send(get)).Findings?.[0]?.Service?.Archived;
  };
  expect(await isArchived()).toBe(false);
  await member.client.send(
    new DisassociateFromAdministratorAccountCommand({ DetectorId: member.DetectorId }),
  );
  await expect(
    client.send(new ArchiveFindingsCommand({ DetectorId, FindingIds })),
  ).rejects.toMatchObject({ name: 'BadRequestException' });
  expect(await isArchived()).toBe(false);
  await accept(admin, member, await invited(admin, member));
  const [fresh = ''] = await samplesOf(member, admin);
  await client.send(new ArchiveFindingsCommand({ DetectorId, FindingIds: [fresh] }));
  const get = new GetFindingsCommand({ DetectorId: member.DetectorId, FindingIds: [fresh] });
  expect((await member.client.send(get)).Findings?.[0]?.Service?.Archived).toBe(true);
});

test('a member account has no members, and an account has one administrator', async () => {
  const { admin, member } = await invitedPair();
  const other = await guarded(server);
  await expect(added(member, other.account)).rejects.toMatchObject({
    message:
      'The request is rejected because the current account is a member account, which cannot have members.',
  });
  await added(other, member.account);
  await expect(accept(other, member, await invited(other, member))).rejects.toMatchObject({
    message:
      'The request is rejected because the current account is already a member of another administrator account.',
  });
  expect(await administratorOf(member)).toBe(admin.account);
});

test("accounts of one's organization are members without an invitation, others are not", async () => {
  const { organization, owner, admin, first } = await chosen();
  const { DelegatedAdministrators } = await organization.client.send(
    new ListDelegatedAdministratorsCommand({ ServicePrincipal }),
  );
  expect(DelegatedAdministrators?.map(({ Id }) => Id)).toEqual([admin.account]);
  const outsider = await guarded(server);
  expect(await added(admin, first, outsider.account)).toEqual([]);
  expect(await statuses(admin)).toEqual(
    [`${first} Enabled`, `${outsider.account} Created`].toSorted(),
  );
  const member = await existing(first);
  expect(await administratorOf(member)).toBe(admin.account);
  expect(await administratorOf(outsider)).toBeUndefined();
  await expect(
    member.client.send(
      new DisassociateFromAdministratorAccountCommand({ DetectorId: member.DetectorId }),
    ),
  ).rejects.toMatchObject({
    message:
      'The request is rejected because an account of an organization cannot leave the administrator ' +
      'that the organization chose.',
  });
  const { client, DetectorId } = admin;
  await client.send(new DisassociateMembersCommand({ DetectorId, AccountIds: [first] }));
  expect(await administratorOf(member)).toBeUndefined();
  expect(await added(admin, first)).toEqual([]);
  expect(await administratorOf(member)).toBe(admin.account);
  await expect(
    client.send(new EnableOrganizationAdminAccountCommand({ AdminAccountId: first })),
  ).rejects.toMatchObject({
    message:
      'The request is rejected because the caller is not the management account of an organization.',
  });
  const guest = await newUser(server, organization.management, 'guest');
  await expect(
    new GuardDutyClient(guest).send(
      new DisableOrganizationAdminAccountCommand({ AdminAccountId: admin.account }),
    ),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${organization.management}:user/guest is not authorized to perform: ` +
      'guardduty:DisableOrganizationAdminAccount because no identity-based policy ' +
      'allows the guardduty:DisableOrganizationAdminAccount action',
  });
  const { AdminAccounts } = await owner.send(new ListOrganizationAdminAccountsCommand({}));
  expect(AdminAccounts).toEqual([{ AdminAccountId: admin.account, AdminStatus: 'ENABLED' }]);
});

test('an organization does not take an account from the administrator it accepted', async () => {
  const { admin, first } = await chosen();
  const outsider = await guarded(server);
  const member = await guarded(server, first);
  await added(outsider, first);
  await accept(outsider, member, await invited(outsider, member));
  expect(await added(admin, first)).toEqual([
    {
      AccountId: first,
      Result:
        'The request was rejected because the account has another administrator account, or members of its own.',
    },
  ]);
  expect(await administratorOf(member)).toBe(outsider.account);
});

test('S3 protection for all of an organization reaches the accounts it has', async () => {
  const { admin, first, second } = await chosen();
  const { client, DetectorId } = admin;
  await added(admin, first, second);
  const member = await existing(first);
  expect(await s3Status(member)).toBe('DISABLED');
  await client.send(
    new UpdateOrganizationConfigurationCommand({
      DetectorId,
      AutoEnableOrganizationMembers: 'ALL',
      Features: [{ Name: 'S3_DATA_EVENTS', AutoEnable: 'ALL' }],
    }),
  );
  expect(await s3Status(member)).toBe('ENABLED');
  expect(await s3Status(await existing(second))).toBe('ENABLED');
  const { UnprocessedAccounts } = await client.send(
    new StopMonitoringMembersCommand({ DetectorId, AccountIds: [first] }),
  );
  expect(UnprocessedAccounts).toEqual([
    {
      AccountId: first,
      Result:
        'The request was rejected because the organization has GuardDuty enabled automatically for all of its accounts.',
    },
  ]);
});

test('an account that leaves its organization leaves its administrator', async () => {
  const { organization, admin, first, second } = await chosen();
  await added(admin, first, second);
  const member = await existing(first);
  expect(await samplesOf(member, admin)).toHaveLength(1);
  await settle(server, FIVE_DAYS_MS);
  await organization.client.send(new RemoveAccountFromOrganizationCommand({ AccountId: first }));
  await expect.poll(() => administratorOf(member)).toBeUndefined();
  expect(await statuses(admin)).toEqual([`${first} Removed`, `${second} Enabled`].toSorted());
  expect(await seen(first, admin)).toEqual([]);
  const { client, DetectorId } = admin;
  const { UnprocessedAccounts } = await client.send(
    new StopMonitoringMembersCommand({ DetectorId, AccountIds: [first, second] }),
  );
  expect(UnprocessedAccounts).toEqual([{ AccountId: first, Result: NOT_ASSOCIATED }]);
  expect(await isOn(member)).toBe(true);
  await accept(admin, member, await invited(admin, member));
  expect(await administratorOf(member)).toBe(admin.account);
});

test('an administrator that is withdrawn looks after no account any more', async () => {
  const { organization, owner, admin, first, second } = await chosen();
  const { client, DetectorId } = admin;
  await added(admin, first);
  const member = await existing(first);
  const enable = new EnableOrganizationAdminAccountCommand({ AdminAccountId: second });
  await expect(owner.send(enable)).rejects.toMatchObject({
    message:
      'The request is rejected because another account is the delegated administrator of the ' +
      'organization already.',
  });
  await owner.send(new DisableOrganizationAdminAccountCommand({ AdminAccountId: admin.account }));
  expect(await administratorOf(member)).toBeUndefined();
  expect(await statuses(admin)).toEqual([]);
  expect(await isOn(member)).toBe(true);
  const describe = new DescribeOrganizationConfigurationCommand({ DetectorId });
  await expect(client.send(describe)).rejects.toMatchObject({ name: 'BadRequestException' });
  await owner.send(enable);
  expect(await added(await existing(second), first)).toEqual([]);
  expect(await administratorOf(member)).toBe(second);
  await organization.client.send(
    new DeregisterDelegatedAdministratorCommand({ AccountId: second, ServicePrincipal }),
  );
  await expect.poll(() => administratorOf(member)).toBeUndefined();
  const { AdminAccounts } = await owner.send(new ListOrganizationAdminAccountsCommand({}));
  expect(AdminAccounts).toEqual([]);
});
