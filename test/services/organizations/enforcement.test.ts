import {
  AttachPolicyCommand,
  CreateOrganizationalUnitCommand,
  CreatePolicyCommand,
  DetachPolicyCommand,
  MoveAccountCommand,
  UpdatePolicyCommand,
} from '@aws-sdk/client-organizations';
import {
  CreateKeyCommand,
  DescribeKeyCommand,
  EncryptCommand,
  KMSClient,
  ListKeysCommand,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import {
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roles } from '../../../src/services/iam/state.ts';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { attachNew, enable, newMember, newOrganization } from './fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const denyKeys = { Effect: 'Deny', Action: 'kms:ListKeys', Resource: '*' } as const;
const listKeys = (account: string) =>
  new KMSClient(server.client(account)).send(new ListKeysCommand({}));

function scpArn(management: string, id: string, policy: string): string {
  return `arn:aws:organizations::${management}:policy/${id}/service_control_policy/${policy}`;
}

test('an SCP: denies the member account, its root too, and names its ARN', async () => {
  const organization = await newOrganization(server);
  const member = await newMember(server, organization);
  await expect(listKeys(member)).resolves.toMatchObject({ Keys: [] });
  const policy = await attachNew(organization, 'SERVICE_CONTROL_POLICY', member, denyKeys);
  const arn = scpArn(organization.management, organization.id, policy);
  await expect(listKeys(member)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${member}:root is not authorized to perform: kms:ListKeys ` +
      `with an explicit deny in a service control policy: ${arn}`,
  });
  const admin = await newUser(server, member, 'admin', {
    attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  });
  await expect(new KMSClient(admin).send(new ListKeysCommand({}))).rejects.toMatchObject({
    message:
      `User: arn:aws:iam::${member}:user/admin is not authorized to perform: kms:ListKeys ` +
      `with an explicit deny in a service control policy: ${arn}`,
  });
  await expect(
    new STSClient(server.client(member)).send(new GetCallerIdentityCommand({})),
  ).resolves.toMatchObject({ Account: member });
});

test('an SCP at the root: binds members at once, never the management account', async () => {
  const organization = await newOrganization(server);
  const member = await newMember(server, organization);
  const other = await newMember(server, organization);
  await attachNew(organization, 'SERVICE_CONTROL_POLICY', organization.rootId, denyKeys);
  await expect(listKeys(member)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(listKeys(other)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(listKeys(organization.management)).resolves.toMatchObject({ Keys: [] });
});

test('SCPs: every level must allow, and changes of the tree and of policies count at once', async () => {
  const organization = await newOrganization(server);
  const { client, rootId } = organization;
  const member = await newMember(server, organization);
  const { OrganizationalUnit } = await client.send(
    new CreateOrganizationalUnitCommand({ ParentId: rootId, Name: 'workloads' }),
  );
  const unit = OrganizationalUnit?.Id ?? '';
  const onlyIam = await attachNew(organization, 'SERVICE_CONTROL_POLICY', unit, {
    Effect: 'Allow',
    Action: 'iam:*',
    Resource: '*',
  });
  await client.send(new DetachPolicyCommand({ PolicyId: 'p-FullAWSAccess', TargetId: unit }));
  await expect(listKeys(member)).resolves.toMatchObject({ Keys: [] });
  await client.send(
    new MoveAccountCommand({
      AccountId: member,
      SourceParentId: rootId,
      DestinationParentId: unit,
    }),
  );
  await expect(listKeys(member)).rejects.toMatchObject({
    message:
      `User: arn:aws:iam::${member}:root is not authorized to perform: kms:ListKeys ` +
      'because no service control policy allows the kms:ListKeys action',
  });
  await client.send(
    new UpdatePolicyCommand({
      PolicyId: onlyIam,
      Content: policyText({ Effect: 'Allow', Action: ['iam:*', 'kms:List*'], Resource: '*' }),
    }),
  );
  await expect(listKeys(member)).resolves.toMatchObject({ Keys: [] });
  await expect(
    new KMSClient(server.client(member)).send(new CreateKeyCommand({})),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await client.send(
    new MoveAccountCommand({
      AccountId: member,
      SourceParentId: unit,
      DestinationParentId: rootId,
    }),
  );
  await expect(
    new KMSClient(server.client(member)).send(new CreateKeyCommand({})),
  ).resolves.toBeDefined();
});

test('OrganizationAccountAccessRole: the management account takes it, and SCPs bind it', async () => {
  const organization = await newOrganization(server);
  const member = await newMember(server, organization);
  const user = await newUser(server, organization.management, 'ops', {
    allow: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }],
  });
  const RoleArn = `arn:aws:iam::${member}:role/OrganizationAccountAccessRole`;
  const { Credentials } = await new STSClient(user).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ops' }),
  );
  const assumed = {
    ...server.client(member),
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    },
  };
  await new IAMClient(assumed).send(new CreateUserCommand({ UserName: 'made-by-role' }));
  await attachNew(organization, 'SERVICE_CONTROL_POLICY', member, {
    Effect: 'Deny',
    Action: 'iam:CreateUser',
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-nobody' } },
  });
  await expect(
    new IAMClient(assumed).send(new CreateUserCommand({ UserName: 'again' })),
  ).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
  const stranger = await newUser(server, freshAccount(), 'stranger', {
    allow: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  });
  await expect(
    new STSClient(stranger).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'stranger' })),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
});

/** Services alone may make roles on their path, which nobody but they can assume: so one is put there. */
async function moveRole(account: string, name: string, path: string): Promise<void> {
  await server.platform.engine().store.run(async (unit) => {
    const view = unit.view({ account, region: 'us-east-1' });
    const id = name.toLowerCase();
    const role = await view.get(roles, id);
    if (role === undefined) throw new Error(`there is no role ${name}`);
    const arn = `arn:aws:iam::${account}:role${path}${name}`;
    view.put(roles, id, { ...role, path, arn });
  });
}

test('service-linked roles: no SCP and no RCP binds them', async () => {
  const organization = await newOrganization(server);
  await enable(organization, 'RESOURCE_CONTROL_POLICY');
  const member = await newMember(server, organization);
  const iam = new IAMClient(server.client(member));
  const trust = policyText({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${member}:root` },
    Action: 'sts:AssumeRole',
  });
  const user = await newUser(server, member, 'starter', {
    allow: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }],
  });
  const sessions = [];
  for (const Path of ['/aws-service-role/example.amazonaws.com/', '/plain/']) {
    const RoleName = Path === '/plain/' ? 'Plain' : 'AWSServiceRoleForExample';
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
    await iam.send(
      new PutRolePolicyCommand({
        RoleName,
        PolicyName: 'all',
        PolicyDocument: policyText({ Effect: 'Allow', Action: 'kms:*', Resource: '*' }),
      }),
    );
    await moveRole(member, RoleName, Path);
    const { Credentials } = await new STSClient(user).send(
      new AssumeRoleCommand({
        RoleArn: `arn:aws:iam::${member}:role${Path}${RoleName}`,
        RoleSessionName: 'session',
      }),
    );
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    sessions.push(new KMSClient({ ...server.client(member), credentials }));
  }
  const { KeyMetadata } = await new KMSClient(server.client(member)).send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId;
  await attachNew(organization, 'SERVICE_CONTROL_POLICY', member, denyKeys);
  await attachNew(organization, 'RESOURCE_CONTROL_POLICY', member, {
    Effect: 'Deny',
    Principal: '*',
    Action: 'kms:DescribeKey',
    Resource: '*',
  });
  const [linked, plain] = sessions;
  await expect(linked?.send(new ListKeysCommand({}))).resolves.toBeDefined();
  await expect(linked?.send(new DescribeKeyCommand({ KeyId }))).resolves.toBeDefined();
  await expect(plain?.send(new ListKeysCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  await expect(plain?.send(new DescribeKeyCommand({ KeyId }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test("RCPs: the perimeter of an organization's keys", async () => {
  const organization = await newOrganization(server);
  await enable(organization, 'RESOURCE_CONTROL_POLICY');
  const owner = await newMember(server, organization);
  const sibling = await newMember(server, organization);
  const outsider = freshAccount();
  const kms = new KMSClient(server.client(owner));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.Arn ?? '';
  const everyone = policyText(
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${owner}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
    { Effect: 'Allow', Principal: '*', Action: 'kms:Encrypt', Resource: '*' },
  );
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy: everyone }));
  const encrypt = (account: string) =>
    new KMSClient(server.client(account)).send(
      new EncryptCommand({ KeyId, Plaintext: new Uint8Array([1]) }),
    );
  for (const account of [owner, sibling, outsider]) await encrypt(account);
  const policy = await attachNew(organization, 'RESOURCE_CONTROL_POLICY', organization.rootId, {
    Effect: 'Deny',
    Principal: '*',
    Action: 'kms:*',
    Resource: '*',
    Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organization.id } },
  });
  await encrypt(owner);
  await encrypt(sibling);
  await expect(encrypt(outsider)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${outsider}:root is not authorized to perform: kms:Encrypt on this resource ` +
      'because the resource does not exist in this Region, no resource-based policies allow access, ' +
      'or a resource-based policy explicitly denies access',
  });
  await organization.client.send(
    new UpdatePolicyCommand({
      PolicyId: policy,
      Content: policyText({ Effect: 'Deny', Principal: '*', Action: 'kms:Encrypt', Resource: '*' }),
    }),
  );
  const arn = `arn:aws:organizations::${organization.management}:policy/${organization.id}/resource_control_policy/${policy}`;
  await expect(encrypt(owner)).rejects.toMatchObject({
    message:
      `User: arn:aws:iam::${owner}:root is not authorized to perform: kms:Encrypt ` +
      `on resource: ${KeyId} with an explicit deny in a resource control policy: ${arn}`,
  });
});

test('RCPs: not in the management account, and only for the services AWS supports', async () => {
  const organization = await newOrganization(server);
  await enable(organization, 'RESOURCE_CONTROL_POLICY');
  await attachNew(organization, 'RESOURCE_CONTROL_POLICY', organization.rootId, {
    Effect: 'Deny',
    Principal: '*',
    Action: ['kms:*', 'sts:AssumeRole'],
    Resource: '*',
  });
  const member = await newMember(server, organization);
  const own = new KMSClient(server.client(organization.management));
  const { KeyMetadata } = await own.send(new CreateKeyCommand({}));
  await own.send(new DescribeKeyCommand({ KeyId: KeyMetadata?.KeyId }));
  await new IAMClient(server.client(member)).send(new CreateUserCommand({ UserName: 'free' }));
  const user = await newUser(server, organization.management, 'ops', {
    allow: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }],
  });
  const RoleArn = `arn:aws:iam::${member}:role/OrganizationAccountAccessRole`;
  await expect(
    new STSClient(user).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'stranger' })),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('condition keys of organizations: ids and paths of caller and resource', async () => {
  const organization = await newOrganization(server);
  const { client, rootId, id } = organization;
  const { OrganizationalUnit } = await client.send(
    new CreateOrganizationalUnitCommand({ ParentId: rootId, Name: 'apps' }),
  );
  const unit = OrganizationalUnit?.Id ?? '';
  const inside = await newMember(server, organization);
  const beside = await newMember(server, organization);
  await client.send(
    new MoveAccountCommand({
      AccountId: inside,
      SourceParentId: rootId,
      DestinationParentId: unit,
    }),
  );
  const owner = freshAccount();
  const kms = new KMSClient(server.client(owner));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.Arn ?? '';
  const guarded = (Condition: object) =>
    kms.send(
      new PutKeyPolicyCommand({
        KeyId,
        Policy: policyText(
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${owner}:root` },
            Action: 'kms:*',
            Resource: '*',
          },
          { Effect: 'Allow', Principal: '*', Action: 'kms:Encrypt', Resource: '*', Condition },
        ),
      }),
    );
  const mayEncrypt = async (account: string): Promise<boolean> => {
    try {
      await new KMSClient(server.client(account)).send(
        new EncryptCommand({ KeyId, Plaintext: new Uint8Array([1]) }),
      );
      return true;
    } catch {
      return false;
    }
  };
  const cases = [
    [{ StringEquals: { 'aws:PrincipalOrgID': id } }, [true, true, false]],
    [
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${id}/${rootId}/${unit}/*` } },
      [true, false, false],
    ],
    [{ StringEquals: { 'aws:ResourceAccount': owner } }, [true, true, true]],
    [{ Null: { 'aws:ResourceOrgID': 'true' } }, [true, true, true]],
    [{ StringEquals: { 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' } }, [false, false, false]],
    [{ Bool: { 'aws:PrincipalIsAWSService': 'false' } }, [true, true, true]],
  ] as const;
  let ran = 0;
  for (const [condition, expected] of cases) {
    await guarded(condition);
    const allowed = [];
    for (const account of [inside, beside, freshAccount()]) allowed.push(await mayEncrypt(account));
    expect(allowed, JSON.stringify(condition)).toEqual(expected);
    ran += 1;
  }
  expect(ran).toBe(6);
});

test('policies of two organizations: neither reaches into the other', async () => {
  const first = await newOrganization(server);
  const second = await newOrganization(server);
  const member = await newMember(server, second);
  await attachNew(first, 'SERVICE_CONTROL_POLICY', first.rootId, denyKeys);
  await expect(listKeys(member)).resolves.toMatchObject({ Keys: [] });
  const { Policy } = await first.client.send(
    new CreatePolicyCommand({
      Name: 'foreign',
      Description: '',
      Type: 'SERVICE_CONTROL_POLICY',
      Content: policyText(denyKeys),
    }),
  );
  await expect(
    first.client.send(
      new AttachPolicyCommand({ PolicyId: Policy?.PolicySummary?.Id, TargetId: member }),
    ),
  ).rejects.toMatchObject({
    name: 'TargetNotFoundException',
    message: "You specified a target that doesn't exist.",
  });
});
