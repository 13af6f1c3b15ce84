import {
  AssociateAdminAccountCommand,
  DisassociateAdminAccountCommand,
  FMSClient,
  GetAdminAccountCommand,
  GetAdminScopeCommand,
  GetPolicyCommand,
  ListAdminAccountsForOrganizationCommand,
  ListAdminsManagingAccountCommand,
  ListMemberAccountsCommand,
  ListPoliciesCommand,
  ListTagsForResourceCommand,
  PutAdminAccountCommand,
  PutPolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-fms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newMember, newOrganization } from '../organizations/fixture.ts';
import { BALANCER } from './fleet.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const POLICY = {
  PolicyName: 'web',
  ResourceType: BALANCER,
  ExcludeResourceTags: false,
  RemediationEnabled: false,
  SecurityServicePolicyData: {
    Type: 'WAFV2',
    ManagedServiceData: JSON.stringify({ type: 'WAFV2', defaultAction: { type: 'ALLOW' } }),
  },
} as const;

async function administered() {
  const organization = await newOrganization(server);
  const admin = await newMember(server, organization);
  const management = new FMSClient(server.client(organization.management));
  await management.send(new AssociateAdminAccountCommand({ AdminAccount: admin }));
  return {
    ...organization,
    admin,
    fms: new FMSClient(server.client(admin)),
    inManagement: management,
  };
}

test('AssociateAdminAccount: by the management account, of a member, one at a time', async () => {
  const outside = freshAccount();
  await expect(
    new FMSClient(server.client(outside)).send(
      new AssociateAdminAccountCommand({ AdminAccount: outside }),
    ),
  ).rejects.toMatchObject({
    name: 'InvalidOperationException',
    message: `Account ${outside} isn't part of an organization.`,
  });
  const { admin, fms, inManagement, management } = await administered();
  const { AdminAccount, RoleStatus } = await inManagement.send(new GetAdminAccountCommand({}));
  expect([AdminAccount, RoleStatus]).toEqual([admin, 'READY']);
  await expect(
    inManagement.send(new AssociateAdminAccountCommand({ AdminAccount: management })),
  ).rejects.toMatchObject({
    message: `Account ${admin} is the Firewall Manager administrator. Disassociate it first.`,
  });
  await expect(
    fms.send(new AssociateAdminAccountCommand({ AdminAccount: admin })),
  ).rejects.toMatchObject({
    message: 'This operation can be called only by the management account of the organization.',
  });
  await fms.send(new DisassociateAdminAccountCommand({}));
  await expect(inManagement.send(new GetAdminAccountCommand({}))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `No default admin could be found for account: ${management}.`,
  });
});

test('PutAdminAccount: a further administrator has its scope of accounts, Regions and types', async () => {
  const organization = await administered();
  const { admin, inManagement, management } = organization;
  const second = await newMember(server, organization);
  const third = await newMember(server, organization);
  const AdminScope = {
    AccountScope: { Accounts: [third], AllAccountsEnabled: false, ExcludeSpecifiedAccounts: false },
    RegionScope: { Regions: ['eu-west-1'], AllRegionsEnabled: false },
  };
  await inManagement.send(new PutAdminAccountCommand({ AdminAccount: second, AdminScope }));
  const got = await inManagement.send(new GetAdminScopeCommand({ AdminAccount: second }));
  expect(got).toMatchObject({ AdminScope, Status: 'ONBOARDING_COMPLETE' });
  const fms = new FMSClient(server.client(second));
  const { MemberAccounts } = await fms.send(new ListMemberAccountsCommand({}));
  expect(MemberAccounts).toEqual([third]);
  await expect(fms.send(new PutPolicyCommand({ Policy: POLICY }))).rejects.toMatchObject({
    name: 'InvalidOperationException',
    message: "The policy is outside the administrator's scope.",
  });
  const { AdminAccounts = [] } = await inManagement.send(
    new ListAdminAccountsForOrganizationCommand({}),
  );
  const told = AdminAccounts.map((one) => `${one.AdminAccount} ${one.DefaultAdmin}`);
  expect(told.toSorted()).toEqual([`${admin} true`, `${second} false`].sort());
  const ofThird = await new FMSClient(server.client(third)).send(
    new ListAdminsManagingAccountCommand({}),
  );
  expect(ofThird.AdminAccounts?.toSorted()).toEqual([admin, second].sort());
  const ofManagement = await inManagement.send(new ListAdminsManagingAccountCommand({}));
  expect(ofManagement.AdminAccounts).toEqual([admin]);
  expect(management).not.toBe(admin);
});

test('PutPolicy: by an administrator, changed with the current token alone, and tagged', async () => {
  const { fms, inManagement, management, admin } = await administered();
  await expect(inManagement.send(new PutPolicyCommand({ Policy: POLICY }))).rejects.toMatchObject({
    name: 'InvalidOperationException',
    message: `Account ${management} isn't a Firewall Manager administrator.`,
  });
  const { Policy, PolicyArn: ResourceArn } = await fms.send(
    new PutPolicyCommand({ Policy: POLICY, TagList: [{ Key: 'team', Value: 'red' }] }),
  );
  expect(ResourceArn).toBe(`arn:aws:fms:us-east-1:${admin}:policy/${Policy?.PolicyId}`);
  const changed = { ...POLICY, PolicyId: Policy?.PolicyId, PolicyName: 'other' };
  await expect(
    fms.send(new PutPolicyCommand({ Policy: { ...changed, PolicyUpdateToken: 'old' } })),
  ).rejects.toMatchObject({
    name: 'InvalidInputException',
    message: 'The PolicyUpdateToken is not the current one.',
  });
  const { PolicyUpdateToken } = Policy ?? {};
  await fms.send(new PutPolicyCommand({ Policy: { ...changed, PolicyUpdateToken } }));
  const { PolicyList } = await fms.send(new ListPoliciesCommand({}));
  expect(PolicyList).toMatchObject([{ PolicyName: 'other', SecurityServiceType: 'WAFV2' }]);
  await fms.send(new TagResourceCommand({ ResourceArn, TagList: [{ Key: 'a', Value: 'b' }] }));
  await fms.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['a'] }));
  const { TagList } = await fms.send(new ListTagsForResourceCommand({ ResourceArn }));
  expect(TagList).toEqual([{ Key: 'team', Value: 'red' }]);
});

test('PutPolicy: what is not built is named, and what is wrong is refused', async () => {
  const { fms } = await administered();
  const put = (Type: 'DNS_FIREWALL' | 'NETWORK_FIREWALL' | 'WAFV2', ManagedServiceData: string) =>
    fms.send(
      new PutPolicyCommand({
        Policy: { ...POLICY, SecurityServicePolicyData: { Type, ManagedServiceData } },
      }),
    );
  for (const type of ['DNS_FIREWALL', 'NETWORK_FIREWALL'] as const) {
    await expect(put(type, '{}')).rejects.toMatchObject({
      message: `fms:PutPolicy is not implemented for policies of the type ${type}`,
      $metadata: { httpStatusCode: 501 },
    });
  }
  await expect(put('WAFV2', '{oops')).rejects.toMatchObject({
    name: 'InvalidInputException',
    message: 'The ManagedServiceData of the policy is not valid.',
  });
});

test('policies: permissions go by their ARNs', async () => {
  const { fms, admin } = await administered();
  const { Policy, PolicyArn = '' } = await fms.send(new PutPolicyCommand({ Policy: POLICY }));
  const ann = new FMSClient(
    await newUser(server, admin, 'ann', {
      allow: [{ Effect: 'Allow', Action: 'fms:GetPolicy', Resource: PolicyArn }],
    }),
  );
  await ann.send(new GetPolicyCommand({ PolicyId: Policy?.PolicyId }));
  await expect(
    ann.send(new PutPolicyCommand({ Policy: { ...POLICY, PolicyId: Policy?.PolicyId } })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${admin}:user/ann is not authorized to perform: fms:PutPolicy on ` +
      `resource: ${PolicyArn} because no identity-based policy allows the fms:PutPolicy action`,
  });
});
