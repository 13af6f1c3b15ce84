import {
  DeregisterDelegatedAdministratorCommand,
  ListAWSServiceAccessForOrganizationCommand,
  ListDelegatedAdministratorsCommand,
  RemoveAccountFromOrganizationCommand,
} from '@aws-sdk/client-organizations';
import {
  CreateMembersCommand,
  DeleteMembersCommand,
  DisableOrganizationAdminAccountCommand,
  DisassociateMembersCommand,
  EnableOrganizationAdminAccountCommand,
  GetAdministratorAccountCommand,
  GetFindingsCommand,
  GetMembersCommand,
  ListMembersCommand,
  ListOrganizationAdminAccountsCommand,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newMember, newOrganization, settle } from '../organizations/fixture.ts';
import { finding, hubOf, imported } from './hub.ts';

const FIVE_DAYS_MS = 5 * 24 * 60 * 60 * 1_000;
const ServicePrincipal = 'securityhub.amazonaws.com';
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** An organization whose administrator has one member of two. */
async function administered() {
  const organization = await newOrganization(server);
  const owner = await hubOf(server, organization.management);
  const security = await newMember(server, organization);
  const first = await newMember(server, organization);
  const second = await newMember(server, organization);
  await owner.client.send(new EnableOrganizationAdminAccountCommand({ AdminAccountId: security }));
  const admin = new SecurityHubClient(server.client(security));
  const member = (await hubOf(server, first)).client;
  await added(admin, first);
  return { organization, owner: owner.client, admin, security, member, first, second };
}

async function added(admin: SecurityHubClient, ...accounts: string[]) {
  const AccountDetails = accounts.map((AccountId) => ({ AccountId }));
  const { UnprocessedAccounts } = await admin.send(new CreateMembersCommand({ AccountDetails }));
  return UnprocessedAccounts;
}

async function memberIds(admin: SecurityHubClient) {
  const { Members = [] } = await admin.send(new ListMembersCommand({}));
  return Members.map(({ AccountId }) => AccountId);
}

async function administratorOf(member: SecurityHubClient) {
  return (await member.send(new GetAdministratorAccountCommand({}))).Administrator?.AccountId;
}

async function titles(client: SecurityHubClient) {
  const { Findings = [] } = await client.send(new GetFindingsCommand({}));
  return Findings.map(({ Title }) => Title);
}

test("an organization's administrator has its members' findings, and is registered with Organizations", async () => {
  const { organization, owner, admin, security, member, first } = await administered();
  const access = await organization.client.send(new ListAWSServiceAccessForOrganizationCommand({}));
  expect(access.EnabledServicePrincipals?.map((one) => one.ServicePrincipal)).toEqual([
    ServicePrincipal,
  ]);
  const { DelegatedAdministrators } = await organization.client.send(
    new ListDelegatedAdministratorsCommand({ ServicePrincipal }),
  );
  expect(DelegatedAdministrators?.map(({ Id }) => Id)).toEqual([security]);
  const { AdminAccounts } = await owner.send(new ListOrganizationAdminAccountsCommand({}));
  expect(AdminAccounts).toEqual([{ AccountId: security, Status: 'ENABLED' }]);
  expect(await memberIds(admin)).toEqual([first]);
  expect(await administratorOf(member)).toBe(security);
  await imported(member, finding(first, { Title: "the member's" }));
  expect(await titles(admin)).toEqual(["the member's"]);
});

test('nobody takes an account from the administrator it has', async () => {
  const { admin, security, member, first } = await administered();
  const stranger = await hubOf(server);
  await expect(
    stranger.client.send(new DisassociateMembersCommand({ AccountIds: [first] })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `The account ${first} is not a member of this account.`,
  });
  const { UnprocessedAccounts } = await stranger.client.send(
    new DeleteMembersCommand({ AccountIds: [first] }),
  );
  expect(UnprocessedAccounts).toEqual([
    { AccountId: first, ProcessingResult: 'The account is not a member of this account.' },
  ]);
  expect(await administratorOf(member)).toBe(security);
  await imported(member, finding(first, { Title: 'still seen' }));
  expect(await titles(admin)).toEqual(['still seen']);
  expect(await titles(stranger.client)).toEqual([]);
});

test('only the administrator makes members, and only accounts of its organization', async () => {
  const { owner, admin, security, member, first } = await administered();
  const outsider = freshAccount();
  const refused = 'The account is not another account of the organization.';
  expect(await added(admin, outsider, security)).toEqual([
    { AccountId: outsider, ProcessingResult: refused },
    { AccountId: security, ProcessingResult: refused },
  ]);
  for (const client of [owner, member, (await hubOf(server)).client]) {
    await expect(added(client, first)).rejects.toMatchObject({
      name: 'InvalidInputException',
      message: 'The account is not the administrator of an organization.',
    });
  }
  for (const client of [admin, member]) {
    await expect(
      client.send(new EnableOrganizationAdminAccountCommand({ AdminAccountId: first })),
    ).rejects.toMatchObject({
      message: 'The account is not the management account of an organization.',
    });
  }
  const guest = new SecurityHubClient(await newUser(server, security, 'guest'));
  await expect(added(guest, first)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${security}:user/guest is not authorized to perform: ` +
      `securityhub:CreateMembers on resource: arn:aws:securityhub:us-east-1:${security}:hub/default ` +
      'because no identity-based policy allows the securityhub:CreateMembers action',
  });
});

test('whoever chooses an administrator must be allowed to register it', async () => {
  const organization = await newOrganization(server);
  await hubOf(server, organization.management);
  const security = await newMember(server, organization);
  const user = await newUser(server, organization.management, 'delegate', {
    allow: [{ Effect: 'Allow', Action: 'securityhub:*', Resource: '*' }],
  });
  const enable = new EnableOrganizationAdminAccountCommand({ AdminAccountId: security });
  await expect(new SecurityHubClient(user).send(enable)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('organizations:EnableAWSServiceAccess'),
  });
  const owner = new SecurityHubClient(server.client(organization.management));
  const { AdminAccounts } = await owner.send(new ListOrganizationAdminAccountsCommand({}));
  expect(AdminAccounts).toEqual([]);
});

test('a member that is let go is seen no more until it is added again', async () => {
  const { admin, security, member, first } = await administered();
  await imported(member, finding(first, { Title: 'before' }));
  expect(await titles(admin)).toEqual(['before']);
  await admin.send(new DisassociateMembersCommand({ AccountIds: [first] }));
  expect(await memberIds(admin)).toEqual([]);
  expect(await administratorOf(member)).toBeUndefined();
  expect(await titles(admin)).toEqual([]);
  await imported(member, finding(first, { Id: 'second', Title: 'between' }));
  expect(await titles(admin)).toEqual([]);
  const { UnprocessedAccounts } = await admin.send(new GetMembersCommand({ AccountIds: [first] }));
  expect(UnprocessedAccounts).toHaveLength(1);
  expect(await added(admin, first)).toEqual([]);
  expect(await administratorOf(member)).toBe(security);
  await imported(member, finding(first, { Id: 'third', Title: 'after' }));
  expect(await titles(admin)).toEqual(['after']);
});

test('an account that leaves its organization leaves its administrator', async () => {
  const { organization, admin, member, first } = await administered();
  await imported(member, finding(first, { Title: 'before' }));
  await settle(server, FIVE_DAYS_MS);
  await organization.client.send(new RemoveAccountFromOrganizationCommand({ AccountId: first }));
  await expect.poll(() => administratorOf(member)).toBeUndefined();
  expect(await memberIds(admin)).toEqual([]);
  expect(await titles(admin)).toEqual([]);
  expect(await added(admin, first)).toHaveLength(1);
});

test('an administrator that is withdrawn has no members any more', async () => {
  const { organization, owner, admin, security, member, first, second } = await administered();
  await owner.send(new DisableOrganizationAdminAccountCommand({ AdminAccountId: security }));
  const { DelegatedAdministrators } = await organization.client.send(
    new ListDelegatedAdministratorsCommand({ ServicePrincipal }),
  );
  expect(DelegatedAdministrators).toEqual([]);
  expect(await administratorOf(member)).toBeUndefined();
  expect(await memberIds(admin)).toEqual([]);
  await imported(member, finding(first));
  expect(await titles(admin)).toEqual([]);
  await expect(added(admin, first)).rejects.toMatchObject({ name: 'InvalidInputException' });
  await owner.send(new EnableOrganizationAdminAccountCommand({ AdminAccountId: second }));
  const next = new SecurityHubClient(server.client(second));
  expect(await added(next, first)).toEqual([]);
  expect(await administratorOf(member)).toBe(second);
});

test('an administrator that is withdrawn by way of Organizations has no members either', async () => {
  const { organization, owner, security, member } = await administered();
  await organization.client.send(
    new DeregisterDelegatedAdministratorCommand({ AccountId: security, ServicePrincipal }),
  );
  await expect.poll(() => administratorOf(member)).toBeUndefined();
  const { AdminAccounts } = await owner.send(new ListOrganizationAdminAccountsCommand({}));
  expect(AdminAccounts).toEqual([]);
});
