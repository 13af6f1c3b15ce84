import {
  AttachPolicyCommand,
  CreateOrganizationalUnitCommand,
  CreatePolicyCommand,
  DeleteResourcePolicyCommand,
  DeregisterDelegatedAdministratorCommand,
  DescribeResourcePolicyCommand,
  DisableAWSServiceAccessCommand,
  EnableAWSServiceAccessCommand,
  ListAccountsCommand,
  ListAWSServiceAccessForOrganizationCommand,
  ListDelegatedAdministratorsCommand,
  ListDelegatedServicesForAccountCommand,
  OrganizationsClient,
  PutResourcePolicyCommand,
  RegisterDelegatedAdministratorCommand,
  RemoveAccountFromOrganizationCommand,
} from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { enable, newMember, newOrganization } from './fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ServicePrincipal = 'guardduty.amazonaws.com';
const REFUSED = {
  name: 'AccessDeniedException',
  message: "You don't have permissions to access this resource.",
};

test('delegated administrators: may read the organization once registered, and change nothing', async () => {
  const organization = await newOrganization(server);
  const { client, rootId, management } = organization;
  const AccountId = await newMember(server, organization);
  const below = new OrganizationsClient(server.client(AccountId));
  const register = (id: string, principal = ServicePrincipal) =>
    client.send(
      new RegisterDelegatedAdministratorCommand({ AccountId: id, ServicePrincipal: principal }),
    );
  await expect(register(AccountId)).rejects.toMatchObject({
    name: 'ConstraintViolationException',
    Reason: 'SERVICE_ACCESS_NOT_ENABLED',
  });
  await client.send(new EnableAWSServiceAccessCommand({ ServicePrincipal }));
  await expect(
    client.send(new EnableAWSServiceAccessCommand({ ServicePrincipal: 'nobody.amazonaws.com' })),
  ).rejects.toMatchObject({
    name: 'InvalidInputException',
    message: 'You specified an unrecognized service principal.',
    Reason: 'UNRECOGNIZED_SERVICE_PRINCIPAL',
  });
  const trusted = await client.send(new ListAWSServiceAccessForOrganizationCommand({}));
  expect(trusted.EnabledServicePrincipals).toMatchObject([{ ServicePrincipal }]);
  await expect(register(management)).rejects.toMatchObject({
    message:
      'You cannot register management account/yourself as delegated administrator for your ' +
      'organization.',
    Reason: 'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR',
  });
  await expect(below.send(new ListAccountsCommand({}))).rejects.toMatchObject(REFUSED);
  await register(AccountId);
  await expect(register(AccountId)).rejects.toMatchObject({
    name: 'AccountAlreadyRegisteredException',
    message: 'The provided account is already a delegated administrator for your organization.',
  });
  const { Accounts } = await below.send(new ListAccountsCommand({}));
  expect(Accounts).toHaveLength(2);
  await expect(
    below.send(new CreateOrganizationalUnitCommand({ ParentId: rootId, Name: 'x' })),
  ).rejects.toMatchObject(REFUSED);
  const idle = await newUser(server, AccountId, 'idle');
  await expect(
    new OrganizationsClient(idle).send(new ListAccountsCommand({})),
  ).rejects.toMatchObject({ message: expect.stringContaining('no identity-based policy allows') });
  const listed = await client.send(new ListDelegatedAdministratorsCommand({ ServicePrincipal }));
  expect(listed.DelegatedAdministrators?.map(({ Id }) => Id)).toEqual([AccountId]);
  const services = await client.send(new ListDelegatedServicesForAccountCommand({ AccountId }));
  expect(services.DelegatedServices).toMatchObject([{ ServicePrincipal }]);
  await expect(
    client.send(new RemoveAccountFromOrganizationCommand({ AccountId })),
  ).rejects.toMatchObject({ Reason: 'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG' });
  await client.send(new DeregisterDelegatedAdministratorCommand({ AccountId, ServicePrincipal }));
  await expect(below.send(new ListAccountsCommand({}))).rejects.toMatchObject(REFUSED);
  await expect(
    client.send(new DeregisterDelegatedAdministratorCommand({ AccountId, ServicePrincipal })),
  ).rejects.toMatchObject({ name: 'AccountNotRegisteredException' });
  await client.send(new DisableAWSServiceAccessCommand({ ServicePrincipal }));
  const none = await client.send(new ListAWSServiceAccessForOrganizationCommand({}));
  expect(none.EnabledServicePrincipals).toEqual([]);
});

test('the delegation policy: gives a member the policies of one type', async () => {
  const organization = await newOrganization(server);
  const { client } = organization;
  await enable(organization, 'TAG_POLICY');
  const member = await newMember(server, organization);
  const below = new OrganizationsClient(server.client(member));
  await expect(client.send(new DescribeResourcePolicyCommand({}))).rejects.toMatchObject({
    name: 'ResourcePolicyNotFoundException',
  });
  const delegation = (Action: readonly string[], more: object = {}) =>
    policyText({
      Effect: 'Allow',
      Principal: { AWS: member },
      Action,
      Resource: '*',
      Condition: { StringEqualsIfExists: { 'organizations:PolicyType': ['TAG_POLICY'] } },
      ...more,
    });
  const put = (Content: string) => client.send(new PutResourcePolicyCommand({ Content }));
  await expect(put('{')).rejects.toMatchObject({ Reason: 'INVALID_RESOURCE_POLICY_JSON' });
  await expect(put(delegation(['organizations:CloseAccount']))).rejects.toMatchObject({
    name: 'InvalidInputException',
    Reason: 'UNSUPPORTED_ACTION_IN_RESOURCE_POLICY',
  });
  await expect(
    put(
      delegation(['organizations:ListAccounts'], {
        Principal: { AWS: `arn:aws:iam::${member}:user/ghost` },
      }),
    ),
  ).rejects.toMatchObject({ Reason: 'INVALID_PRINCIPAL' });
  const content = delegation(['organizations:CreatePolicy', 'organizations:AttachPolicy']);
  const { ResourcePolicy } = await put(content);
  expect(ResourcePolicy?.ResourcePolicySummary?.Arn).toMatch(
    new RegExp(
      `^arn:aws:organizations::${organization.management}:resourcepolicy/${organization.id}/rp-`,
    ),
  );
  const make = (Type: 'TAG_POLICY' | 'SERVICE_CONTROL_POLICY', Content: string) =>
    below.send(new CreatePolicyCommand({ Name: 'delegated', Description: '', Type, Content }));
  const { Policy } = await make('TAG_POLICY', '{"tags":{"a":{"tag_key":{"@@assign":"A"}}}}');
  await below.send(
    new AttachPolicyCommand({ PolicyId: Policy?.PolicySummary?.Id, TargetId: member }),
  );
  await expect(
    make('SERVICE_CONTROL_POLICY', policyText({ Effect: 'Deny', Action: '*', Resource: '*' })),
  ).rejects.toMatchObject(REFUSED);
  await client.send(new DeleteResourcePolicyCommand({}));
  await expect(make('TAG_POLICY', '{"tags":{}}')).rejects.toMatchObject(REFUSED);
});
