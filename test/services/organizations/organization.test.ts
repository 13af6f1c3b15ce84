import {
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  DeleteOrganizationalUnitCommand,
  DeleteOrganizationCommand,
  DescribeOrganizationalUnitCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListAccountsForParentCommand,
  ListChildrenCommand,
  ListOrganizationalUnitsForParentCommand,
  ListParentsCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
  MoveAccountCommand,
  OrganizationsClient,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateOrganizationalUnitCommand,
} from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newMember, newOrganization } from './fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const NOT_IN_USE = {
  name: 'AWSOrganizationsNotInUseException',
  message: 'Your account is not a member of an organization.',
};

test('CreateOrganization: all features, SCPs enabled, FullAWSAccess everywhere', async () => {
  const management = freshAccount();
  const client = new OrganizationsClient(server.client(management));
  await expect(client.send(new DescribeOrganizationCommand({}))).rejects.toMatchObject(NOT_IN_USE);
  await expect(client.send(new ListAccountsCommand({}))).rejects.toMatchObject(NOT_IN_USE);
  const { Organization } = await client.send(new CreateOrganizationCommand({}));
  const id = Organization?.Id ?? '';
  expect(id).toMatch(/^o-[a-z0-9]{10}$/);
  expect(Organization).toEqual({
    Id: id,
    Arn: `arn:aws:organizations::${management}:organization/${id}`,
    FeatureSet: 'ALL',
    MasterAccountArn: `arn:aws:organizations::${management}:account/${id}/${management}`,
    MasterAccountId: management,
    MasterAccountEmail: `${management}@accounts.invalid`,
    AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
  });
  const { Roots } = await client.send(new ListRootsCommand({}));
  const rootId = Roots?.[0]?.Id ?? '';
  expect(Roots).toEqual([
    {
      Id: rootId,
      Arn: `arn:aws:organizations::${management}:root/${id}/${rootId}`,
      Name: 'Root',
      PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    },
  ]);
  for (const TargetId of [rootId, management]) {
    const { Policies } = await client.send(
      new ListPoliciesForTargetCommand({ TargetId, Filter: 'SERVICE_CONTROL_POLICY' }),
    );
    expect(Policies).toEqual([
      {
        Id: 'p-FullAWSAccess',
        Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
        Name: 'FullAWSAccess',
        Description: 'Allows access to every operation',
        Type: 'SERVICE_CONTROL_POLICY',
        AwsManaged: true,
      },
    ]);
  }
  await expect(client.send(new CreateOrganizationCommand({}))).rejects.toMatchObject({
    name: 'AlreadyInOrganizationException',
  });
});

test('DeleteOrganization: only once it is empty; then nothing of it is left', async () => {
  const organization = await newOrganization(server);
  await newMember(server, organization);
  await expect(organization.client.send(new DeleteOrganizationCommand({}))).rejects.toMatchObject({
    name: 'OrganizationNotEmptyException',
    message:
      'To delete an organization you must first remove all member accounts (except the master).',
  });
  const empty = await newOrganization(server);
  await empty.client.send(new DeleteOrganizationCommand({}));
  await expect(empty.client.send(new ListRootsCommand({}))).rejects.toMatchObject(NOT_IN_USE);
  const again = await empty.client.send(new CreateOrganizationCommand({}));
  expect(again.Organization?.Id).not.toBe(empty.id);
});

test('organizational units: a tree of names, five deep', async () => {
  const { client, rootId, id } = await newOrganization(server);
  const make = async (ParentId: string, Name: string): Promise<string> => {
    const made = await client.send(new CreateOrganizationalUnitCommand({ ParentId, Name }));
    return made.OrganizationalUnit?.Id ?? '';
  };
  let parent = rootId;
  const line: string[] = [];
  for (let depth = 1; depth <= 5; depth += 1) {
    parent = await make(parent, `level ${depth}`);
    line.push(parent);
  }
  await expect(make(parent, 'too deep')).rejects.toMatchObject({
    name: 'ConstraintViolationException',
    Reason: 'OU_DEPTH_LIMIT_EXCEEDED',
  });
  await expect(make(rootId, 'level 1')).rejects.toMatchObject({
    name: 'DuplicateOrganizationalUnitException',
    message: 'An OU with the same name already exists.',
  });
  const [top = '', second = ''] = line;
  const described = await client.send(
    new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: second }),
  );
  expect(described.OrganizationalUnit).toMatchObject({
    Id: second,
    Name: 'level 2',
    Path: `${id}/${rootId}/${top}/${second}/`,
  });
  await expect(
    client.send(new DeleteOrganizationalUnitCommand({ OrganizationalUnitId: top })),
  ).rejects.toMatchObject({ name: 'OrganizationalUnitNotEmptyException' });
  await make(rootId, 'other');
  await expect(
    client.send(new UpdateOrganizationalUnitCommand({ OrganizationalUnitId: top, Name: 'other' })),
  ).rejects.toMatchObject({ name: 'DuplicateOrganizationalUnitException' });
  await client.send(
    new UpdateOrganizationalUnitCommand({ OrganizationalUnitId: top, Name: 'renamed' }),
  );
  const listed = await client.send(
    new ListOrganizationalUnitsForParentCommand({ ParentId: rootId }),
  );
  expect(listed.OrganizationalUnits?.map(({ Name }) => Name)).toEqual(['other', 'renamed']);
  const gone = `ou-${rootId.slice(2)}-abcdefgh`;
  await expect(
    client.send(new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: gone })),
  ).rejects.toMatchObject({
    name: 'OrganizationalUnitNotFoundException',
    message: "You specified an organizational unit that doesn't exist.",
  });
});

test('MoveAccount: between parents that exist, from the one it stands below', async () => {
  const organization = await newOrganization(server);
  const { client, rootId } = organization;
  const AccountId = await newMember(server, organization);
  const { OrganizationalUnit } = await client.send(
    new CreateOrganizationalUnitCommand({ ParentId: rootId, Name: 'apps' }),
  );
  const unit = OrganizationalUnit?.Id ?? '';
  const move = (SourceParentId: string, DestinationParentId: string) =>
    client.send(new MoveAccountCommand({ AccountId, SourceParentId, DestinationParentId }));
  const nowhere = `ou-${rootId.slice(2)}-abcdefgh`;
  await expect(move(unit, rootId)).rejects.toMatchObject({ name: 'DuplicateAccountException' });
  await expect(move(rootId, nowhere)).rejects.toMatchObject({
    name: 'DestinationParentNotFoundException',
  });
  await expect(move(nowhere, unit)).rejects.toMatchObject({
    name: 'SourceParentNotFoundException',
  });
  await move(rootId, unit);
  const parents = await client.send(new ListParentsCommand({ ChildId: AccountId }));
  expect(parents.Parents).toEqual([{ Id: unit, Type: 'ORGANIZATIONAL_UNIT' }]);
  const children = await client.send(
    new ListChildrenCommand({ ParentId: unit, ChildType: 'ACCOUNT' }),
  );
  expect(children.Children).toEqual([{ Id: AccountId, Type: 'ACCOUNT' }]);
  const below = await client.send(new ListAccountsForParentCommand({ ParentId: unit }));
  expect(below.Accounts?.map(({ Id }) => Id)).toEqual([AccountId]);
});

test('ListAccounts: pages, whose tokens serve no other listing', async () => {
  const organization = await newOrganization(server);
  const { client } = organization;
  const made = new Set([organization.management]);
  for (let count = 0; count < 4; count += 1) made.add(await newMember(server, organization));
  const seen: string[] = [];
  let next: string | undefined;
  do {
    const page = await client.send(new ListAccountsCommand({ MaxResults: 2, NextToken: next }));
    seen.push(...(page.Accounts ?? []).map(({ Id }) => Id ?? ''));
    next = page.NextToken;
    if (next !== undefined) {
      const elsewhere = { ParentId: organization.rootId, NextToken: next };
      await expect(client.send(new ListAccountsForParentCommand(elsewhere))).rejects.toMatchObject({
        name: 'InvalidInputException',
        Reason: 'INVALID_NEXT_TOKEN',
      });
    }
  } while (next !== undefined);
  expect(new Set(seen)).toEqual(made);
  expect(seen).toHaveLength(5);
});

test('tags: on roots, units, accounts and policies; reserved keys are refused', async () => {
  const organization = await newOrganization(server);
  const { client, rootId, management } = organization;
  for (const ResourceId of [rootId, management]) {
    await client.send(
      new TagResourceCommand({
        ResourceId,
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'b', Value: '2' },
        ],
      }),
    );
    await client.send(new UntagResourceCommand({ ResourceId, TagKeys: ['a'] }));
    const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceId }));
    expect(Tags).toEqual([{ Key: 'b', Value: '2' }]);
  }
  await expect(
    client.send(
      new TagResourceCommand({ ResourceId: rootId, Tags: [{ Key: 'aws:x', Value: '' }] }),
    ),
  ).rejects.toMatchObject({
    name: 'InvalidInputException',
    Reason: 'INVALID_SYSTEM_TAGS_PARAMETER',
  });
  await expect(
    client.send(new ListTagsForResourceCommand({ ResourceId: freshAccount() })),
  ).rejects.toMatchObject({ name: 'TargetNotFoundException' });
});

test('authorization: IAM decides in the management account; members see no more than their own', async () => {
  const organization = await newOrganization(server);
  const member = await newMember(server, organization);
  const user = await newUser(server, organization.management, 'idle');
  await expect(
    new OrganizationsClient(user).send(new ListAccountsCommand({})),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${organization.management}:user/idle is not authorized to perform: ` +
      'organizations:ListAccounts because no identity-based policy allows the ' +
      'organizations:ListAccounts action',
  });
  const below = new OrganizationsClient(server.client(member));
  const told = await below.send(new DescribeOrganizationCommand({}));
  expect(told.Organization?.Id).toBe(organization.id);
  const refused = [
    () => below.send(new ListAccountsCommand({})),
    () => below.send(new ListRootsCommand({})),
    () =>
      below.send(new CreateOrganizationalUnitCommand({ ParentId: organization.rootId, Name: 'x' })),
    () =>
      below.send(new TagResourceCommand({ ResourceId: member, Tags: [{ Key: 'a', Value: '' }] })),
    () => below.send(new DeleteOrganizationCommand({})),
  ];
  let ran = 0;
  for (const attempt of refused) {
    await expect(attempt()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: "You don't have permissions to access this resource.",
    });
    ran += 1;
  }
  expect(ran).toBe(5);
});
