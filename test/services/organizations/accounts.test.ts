import {
  CloseAccountCommand,
  CreateAccountCommand,
  DescribeAccountCommand,
  DescribeCreateAccountStatusCommand,
  DescribeOrganizationCommand,
  LeaveOrganizationCommand,
  ListAccountsCommand,
  ListCreateAccountStatusCommand,
  OrganizationsClient,
  RemoveAccountFromOrganizationCommand,
} from '@aws-sdk/client-organizations';
import { GetRoleCommand, IAMClient, ListAttachedRolePoliciesCommand } from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { accountScope, creations } from '../../../src/services/organizations/state.ts';
import { startServer, type TestServer } from '../../server.ts';
import { attachNew, newMember, newOrganization, settle } from './fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('CreateAccount: asked for, then made, with the role the management account takes', async () => {
  const { client, management, rootId, id } = await newOrganization(server);
  const asked = await client.send(
    new CreateAccountCommand({
      AccountName: 'Security',
      Email: 'security@one.example.com',
      RoleName: 'Admins',
      Tags: [{ Key: 'team', Value: 'sec' }],
    }),
  );
  const status = asked.CreateAccountStatus;
  expect(status?.Id).toMatch(/^car-[a-z0-9]{32}$/);
  expect(status).toMatchObject({ AccountName: 'Security', State: 'IN_PROGRESS' });
  await settle(server);
  const done = await client.send(
    new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: status?.Id }),
  );
  const account = done.CreateAccountStatus?.AccountId ?? '';
  expect(account).toMatch(/^\d{12}$/);
  expect(done.CreateAccountStatus).toMatchObject({ State: 'SUCCEEDED' });
  const { Account } = await client.send(new DescribeAccountCommand({ AccountId: account }));
  expect(Account).toMatchObject({
    Id: account,
    Arn: `arn:aws:organizations::${management}:account/${id}/${account}`,
    Email: 'security@one.example.com',
    Name: 'Security',
    Status: 'ACTIVE',
    State: 'ACTIVE',
    JoinedMethod: 'CREATED',
    Paths: [`${id}/${rootId}/${account}/`],
  });
  const iam = new IAMClient(server.client(account));
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'Admins' }));
  expect(JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${management}:root` },
        Action: 'sts:AssumeRole',
      },
    ],
  });
  const { AttachedPolicies } = await iam.send(
    new ListAttachedRolePoliciesCommand({ RoleName: 'Admins' }),
  );
  expect(AttachedPolicies).toEqual([
    {
      PolicyName: 'AdministratorAccess',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    },
  ]);
});

test('CreateAccount: an address serves one account; five at once', async () => {
  const { client, management } = await newOrganization(server);
  const ask = (Email: string) => client.send(new CreateAccountCommand({ AccountName: 'a', Email }));
  await ask('taken@two.example.com');
  await settle(server);
  await ask('TAKEN@two.example.com');
  await settle(server);
  const failed = await client.send(new ListCreateAccountStatusCommand({ States: ['FAILED'] }));
  expect(failed.CreateAccountStatuses).toMatchObject([
    { State: 'FAILED', FailureReason: 'EMAIL_ALREADY_EXISTS' },
  ]);
  // Creations that nobody completes, since no job was ordered for them.
  await server.platform.engine().store.run(async (unit) => {
    const view = unit.view(accountScope(management));
    for (const id of ['car-1', 'car-2', 'car-3', 'car-4', 'car-5']) {
      const asked = { name: 'a', email: `${id}@two.example.com`, roleName: 'r', tags: {} };
      view.put(creations, id, { ...asked, id, state: 'IN_PROGRESS', requested: 0 });
    }
  });
  await expect(ask('sixth@two.example.com')).rejects.toMatchObject({
    name: 'ConstraintViolationException',
    Reason: 'ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED',
  });
});

test('leaving: after four days, and then on its own', async () => {
  const organization = await newOrganization(server);
  const { client, management } = organization;
  const member = await newMember(server, organization);
  const other = await newMember(server, organization);
  const own = new OrganizationsClient(server.client(member));
  const remove = (AccountId: string) =>
    client.send(new RemoveAccountFromOrganizationCommand({ AccountId }));
  await expect(own.send(new LeaveOrganizationCommand({}))).rejects.toMatchObject({
    name: 'ConstraintViolationException',
    Reason: 'WAIT_PERIOD_ACTIVE',
  });
  await expect(remove(other)).rejects.toMatchObject({ Reason: 'WAIT_PERIOD_ACTIVE' });
  await expect(remove(management)).rejects.toMatchObject({
    name: 'MasterCannotLeaveOrganizationException',
  });
  await attachNew(organization, 'SERVICE_CONTROL_POLICY', member, {
    Effect: 'Deny',
    Action: 'kms:*',
    Resource: '*',
  });
  const kms = new KMSClient(server.client(member));
  await expect(kms.send(new ListKeysCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  await settle(server, 4 * DAY_MS);
  await own.send(new LeaveOrganizationCommand({}));
  await remove(other);
  await expect(kms.send(new ListKeysCommand({}))).resolves.toBeDefined();
  await expect(own.send(new DescribeOrganizationCommand({}))).rejects.toMatchObject({
    name: 'AWSOrganizationsNotInUseException',
  });
  const { Accounts } = await client.send(new ListAccountsCommand({}));
  expect(Accounts?.map(({ Id }) => Id)).toEqual([management]);
});

test('CloseAccount: nobody acts in it any more, and after 90 days it is gone', async () => {
  const organization = await newOrganization(server);
  const { client, management } = organization;
  const AccountId = await newMember(server, organization);
  const close = (id: string) => client.send(new CloseAccountCommand({ AccountId: id }));
  await expect(close(management)).rejects.toMatchObject({
    name: 'ConstraintViolationException',
    Reason: 'CANNOT_CLOSE_MANAGEMENT_ACCOUNT',
  });
  await close(AccountId);
  const state = async () => (await client.send(new DescribeAccountCommand({ AccountId }))).Account;
  await settle(server);
  expect(await state()).toMatchObject({ State: 'CLOSED', Status: 'SUSPENDED' });
  await expect(close(AccountId)).rejects.toMatchObject({
    name: 'AccountAlreadyClosedException',
    message: 'The provided account is already closed.',
  });
  const kms = new KMSClient(server.client(AccountId));
  await expect(kms.send(new ListKeysCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      'There is a problem with your AWS account that prevents the action from completing ' +
      'successfully. Contact AWS Support for further assistance.',
  });
  await expect(
    client.send(new RemoveAccountFromOrganizationCommand({ AccountId })),
  ).rejects.toMatchObject({ name: 'ConstraintViolationException' });
  await settle(server, 91 * DAY_MS);
  await expect(state()).rejects.toMatchObject({
    name: 'AccountNotFoundException',
    message: "You specified an account that doesn't exist.",
  });
  await expect(kms.send(new ListKeysCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});
