import {
  AttachPolicyCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  DeletePolicyCommand,
  DescribeEffectivePolicyCommand,
  DescribePolicyCommand,
  DetachPolicyCommand,
  DisablePolicyTypeCommand,
  EnablePolicyTypeCommand,
  ListPoliciesCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
  ListTargetsForPolicyCommand,
  OrganizationsClient,
  type PolicyType,
  TagResourceCommand,
  UpdatePolicyCommand,
} from '@aws-sdk/client-organizations';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { attachNew, enable, newMember, newOrganization, type TestOrganization } from './fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const DENY = { Effect: 'Deny', Action: 'kms:ListKeys', Resource: '*' } as const;
const RCP = { ...DENY, Principal: '*', Action: 'kms:*' } as const;

let made = 0;
async function create(
  { client }: Pick<TestOrganization, 'client'>,
  Type: PolicyType,
  Content: string,
) {
  made += 1;
  const Name = `named-${made}`;
  const { Policy } = await client.send(
    new CreatePolicyCommand({ Name, Description: 'd', Type, Content }),
  );
  return Policy?.PolicySummary?.Id ?? '';
}

test('CreatePolicy: documents must be of their type', async () => {
  const organization = await newOrganization(server);
  const text = (statement: object) => policyText({ Effect: 'Deny', ...statement });
  const cases: readonly (readonly [PolicyType, string, boolean])[] = [
    ['SERVICE_CONTROL_POLICY', policyText(DENY), true],
    ['SERVICE_CONTROL_POLICY', '{', false],
    ['SERVICE_CONTROL_POLICY', '{"Statement":[]}', false],
    ['SERVICE_CONTROL_POLICY', policyText(RCP), false],
    ['RESOURCE_CONTROL_POLICY', policyText(RCP), true],
    ['RESOURCE_CONTROL_POLICY', policyText({ ...RCP, Effect: 'Allow' }), false],
    ['RESOURCE_CONTROL_POLICY', policyText(DENY), false],
    ['RESOURCE_CONTROL_POLICY', text({ ...RCP, Action: '*' }), false],
    ['RESOURCE_CONTROL_POLICY', text({ ...RCP, Action: 'iam:*' }), false],
    ['RESOURCE_CONTROL_POLICY', text({ ...RCP, Principal: { AWS: freshAccount() } }), false],
    ['RESOURCE_CONTROL_POLICY', text({ Principal: '*', NotAction: 'kms:*', Resource: '*' }), false],
    ['TAG_POLICY', '{"tags":{"cost":{"tag_key":{"@@assign":"Cost"}}}}', true],
    ['TAG_POLICY', '{"tags":{"cost":{"colour":{"@@assign":"x"}}}}', false],
    ['TAG_POLICY', '{"tags":{"cost":{"tag_key":"Cost"}}}', false],
    ['TAG_POLICY', '{"plans":{}}', false],
    ['BACKUP_POLICY', '{"plans":{"daily":{"regions":{"@@append":["eu-west-1"]}}}}', true],
    ['BACKUP_POLICY', '{"plans":{"daily":{"regions":{"@@append":"eu-west-1"}}}}', false],
    [
      'AISERVICES_OPT_OUT_POLICY',
      '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}',
      true,
    ],
    ['AISERVICES_OPT_OUT_POLICY', '{"services":{"x":{"@@invent":"optOut"}}}', false],
    [
      'DECLARATIVE_POLICY_EC2',
      '{"ec2_attributes":{"image_block_public_access":{"state":{"@@assign":"block_new_sharing"}}}}',
      true,
    ],
  ];
  let ran = 0;
  for (const [type, content, isAccepted] of cases) {
    const attempt = create(organization, type, content);
    if (isAccepted) await expect(attempt, content).resolves.toMatch(/^p-[a-z0-9]{10}$/);
    else {
      await expect(attempt, content).rejects.toMatchObject({
        name: 'MalformedPolicyDocumentException',
        message:
          'The provided policy document does not meet the requirements of the specified policy type.',
      });
    }
    ran += 1;
  }
  expect(ran).toBe(20);
});

test('policies: sizes, names, AWS ones that stay as they are', async () => {
  const organization = await newOrganization(server);
  const { client, management, id } = organization;
  const padded = (size: number): string => policyText(DENY).padEnd(size, ' ');
  await create(organization, 'SERVICE_CONTROL_POLICY', padded(10_240));
  await expect(
    create(organization, 'SERVICE_CONTROL_POLICY', padded(10_241)),
  ).rejects.toMatchObject({
    name: 'ConstraintViolationException',
    message: 'You have exceeded the maximum policy size.',
    Reason: 'POLICY_CONTENT_LIMIT_EXCEEDED',
  });
  const PolicyId = await create(organization, 'SERVICE_CONTROL_POLICY', policyText(DENY));
  const { Policy } = await client.send(new DescribePolicyCommand({ PolicyId }));
  expect(Policy).toEqual({
    PolicySummary: {
      Id: PolicyId,
      Arn: `arn:aws:organizations::${management}:policy/${id}/service_control_policy/${PolicyId}`,
      Name: `named-${made}`,
      Description: 'd',
      Type: 'SERVICE_CONTROL_POLICY',
      AwsManaged: false,
    },
    Content: policyText(DENY),
  });
  await expect(
    client.send(new UpdatePolicyCommand({ PolicyId, Name: 'FullAWSAccess' })),
  ).rejects.toMatchObject({
    name: 'DuplicatePolicyException',
    message: 'A policy with the same name already exists.',
  });
  const immutable = { name: 'InvalidInputException', Reason: 'IMMUTABLE_POLICY' };
  const aws = 'p-FullAWSAccess';
  await expect(
    client.send(new UpdatePolicyCommand({ PolicyId: aws, Name: 'mine' })),
  ).rejects.toMatchObject(immutable);
  await expect(
    client.send(new TagResourceCommand({ ResourceId: aws, Tags: [{ Key: 'a', Value: '' }] })),
  ).rejects.toMatchObject(immutable);
  await expect(client.send(new DeletePolicyCommand({ PolicyId: aws }))).rejects.toMatchObject(
    immutable,
  );
  await expect(
    client.send(new DescribePolicyCommand({ PolicyId: 'p-abcdefghij' })),
  ).rejects.toMatchObject({
    name: 'PolicyNotFoundException',
    message: "You specified a policy that doesn't exist.",
  });
  const listed = await client.send(new ListPoliciesCommand({ Filter: 'SERVICE_CONTROL_POLICY' }));
  expect(listed.Policies?.map(({ Id }) => Id)).toContain(aws);
  expect(listed.Policies).toHaveLength(3);
});

test('attachments: enabled types, no doubles, limits, and never the last SCP', async () => {
  const organization = await newOrganization(server);
  const { client, rootId } = organization;
  const attach = (PolicyId: string, TargetId = rootId) =>
    client.send(new AttachPolicyCommand({ PolicyId, TargetId }));
  const detach = (PolicyId: string) =>
    client.send(new DetachPolicyCommand({ PolicyId, TargetId: rootId }));
  const rcp = await create(organization, 'RESOURCE_CONTROL_POLICY', policyText(RCP));
  await expect(attach(rcp)).rejects.toMatchObject({
    name: 'PolicyTypeNotEnabledException',
    message: 'This operation can be performed only for enabled policy types.',
  });
  await expect(detach('p-FullAWSAccess')).rejects.toMatchObject({
    name: 'ConstraintViolationException',
    Reason: 'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
    message:
      'You cannot remove the last policy attached to the specified target. You must have at least ' +
      'one attached at all times.',
  });
  const scps: string[] = [];
  for (let count = 0; count < 10; count += 1) {
    scps.push(await create(organization, 'SERVICE_CONTROL_POLICY', policyText(DENY)));
  }
  const [first = '', ...others] = scps;
  await attach(first);
  await expect(attach(first)).rejects.toMatchObject({ name: 'DuplicatePolicyAttachmentException' });
  await expect(client.send(new DeletePolicyCommand({ PolicyId: first }))).rejects.toMatchObject({
    name: 'PolicyInUseException',
  });
  const last = others.pop() ?? '';
  for (const id of others) await attach(id);
  await expect(attach(last)).rejects.toMatchObject({
    name: 'ConstraintViolationException',
    message: 'You have attached the maximum number of policies to the specified target.',
    Reason: 'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
  });
  await expect(detach(last)).rejects.toMatchObject({ name: 'PolicyNotAttachedException' });
  const targets = await client.send(new ListTargetsForPolicyCommand({ PolicyId: first }));
  expect(targets.Targets).toMatchObject([{ TargetId: rootId, Name: 'Root', Type: 'ROOT' }]);
  await detach(first);
  await client.send(new DeletePolicyCommand({ PolicyId: first }));
});

test('policy types: enabling attaches the default, disabling drops what was attached', async () => {
  const organization = await newOrganization(server);
  const { client, rootId: RootId } = organization;
  const member = await newMember(server, organization);
  const attached = async (TargetId: string, Filter: PolicyType) => {
    const { Policies } = await client.send(new ListPoliciesForTargetCommand({ TargetId, Filter }));
    return Policies?.map(({ Id }) => Id);
  };
  await enable(organization, 'RESOURCE_CONTROL_POLICY');
  await expect(enable(organization, 'RESOURCE_CONTROL_POLICY')).rejects.toMatchObject({
    name: 'PolicyTypeAlreadyEnabledException',
    message: 'The specified policy type is already enabled.',
  });
  for (const target of [RootId, member]) {
    expect(await attached(target, 'RESOURCE_CONTROL_POLICY')).toEqual(['p-RCPFullAWSAccess']);
  }
  await expect(
    client.send(new DetachPolicyCommand({ PolicyId: 'p-RCPFullAWSAccess', TargetId: RootId })),
  ).rejects.toMatchObject({ name: 'InvalidInputException', Reason: 'NON_DETACHABLE_POLICY' });
  const kms = new KMSClient(server.client(member));
  await attachNew(organization, 'SERVICE_CONTROL_POLICY', member, DENY);
  await expect(kms.send(new ListKeysCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const type = { RootId, PolicyType: 'SERVICE_CONTROL_POLICY' } as const;
  await client.send(new DisablePolicyTypeCommand(type));
  await expect(kms.send(new ListKeysCommand({}))).resolves.toBeDefined();
  await expect(client.send(new DisablePolicyTypeCommand(type))).rejects.toMatchObject({
    name: 'PolicyTypeNotEnabledException',
  });
  await client.send(new EnablePolicyTypeCommand(type));
  expect(await attached(member, 'SERVICE_CONTROL_POLICY')).toEqual(['p-FullAWSAccess']);
  await expect(kms.send(new ListKeysCommand({}))).resolves.toBeDefined();
});

test('consolidated billing: no policy types, and no policies', async () => {
  const client = new OrganizationsClient(server.client(freshAccount()));
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'CONSOLIDATED_BILLING' }));
  const { Roots } = await client.send(new ListRootsCommand({}));
  expect(Roots?.[0]?.PolicyTypes).toEqual([]);
  const unavailable = { name: 'PolicyTypeNotAvailableForOrganizationException' };
  const RootId = Roots?.[0]?.Id;
  await expect(
    client.send(new EnablePolicyTypeCommand({ RootId, PolicyType: 'SERVICE_CONTROL_POLICY' })),
  ).rejects.toMatchObject(unavailable);
  await expect(
    create({ client }, 'SERVICE_CONTROL_POLICY', policyText(DENY)),
  ).rejects.toMatchObject(unavailable);
});

test('DescribeEffectivePolicy: what is attached above merges; members may ask for their own', async () => {
  const organization = await newOrganization(server);
  const { client, rootId } = organization;
  await enable(organization, 'TAG_POLICY');
  const member = await newMember(server, organization);
  const below = new OrganizationsClient(server.client(member));
  const ask = () => below.send(new DescribeEffectivePolicyCommand({ PolicyType: 'TAG_POLICY' }));
  await expect(ask()).rejects.toMatchObject({ name: 'EffectivePolicyNotFoundException' });
  const attach = async (TargetId: string, cost: object) => {
    const content = JSON.stringify({ tags: { costcenter: cost } });
    const PolicyId = await create(organization, 'TAG_POLICY', content);
    await client.send(new AttachPolicyCommand({ PolicyId, TargetId }));
  };
  await attach(rootId, {
    tag_key: { '@@assign': 'CostCenter' },
    tag_value: { '@@assign': ['Development', 'Support'] },
  });
  await attach(member, { tag_value: { '@@append': ['Marketing'] } });
  const { EffectivePolicy } = await ask();
  expect(EffectivePolicy).toMatchObject({ TargetId: member, PolicyType: 'TAG_POLICY' });
  expect(JSON.parse(EffectivePolicy?.PolicyContent ?? '')).toEqual({
    tags: {
      costcenter: {
        tag_key: 'CostCenter',
        tag_value: ['Development', 'Support', 'Marketing'],
      },
    },
  });
  await expect(
    below.send(
      new DescribeEffectivePolicyCommand({
        PolicyType: 'TAG_POLICY',
        TargetId: organization.management,
      }),
    ),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
