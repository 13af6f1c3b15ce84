import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateRoleCommand,
  CreateServiceLinkedRoleCommand,
  CreateUserCommand,
  DeleteRoleCommand,
  DeleteServiceLinkedRoleCommand,
  GetPolicyCommand,
  GetRoleCommand,
  GetServiceLinkedRoleDeletionStatusCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const AWSServiceName = 'organizations.amazonaws.com';
const RoleName = 'AWSServiceRoleForOrganizations';
const POLICY = 'arn:aws:iam::aws:policy/aws-service-role/AWSOrganizationsServiceTrustPolicy';

test("CreateServiceLinkedRole: makes the role of a service, with the service's policy", async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const create = (more: object = {}) =>
    iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName, ...more }));
  const { Role } = await create();
  expect(Role).toMatchObject({
    RoleName,
    Path: `/aws-service-role/${AWSServiceName}/`,
    Arn: `arn:aws:iam::${account}:role/aws-service-role/${AWSServiceName}/${RoleName}`,
  });
  const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  expect(attached.AttachedPolicies).toEqual([
    { PolicyName: 'AWSOrganizationsServiceTrustPolicy', PolicyArn: POLICY },
  ]);
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: POLICY }));
  expect(Policy).toMatchObject({ IsAttachable: false, DefaultVersionId: 'v3', AttachmentCount: 1 });
  await expect(create()).rejects.toMatchObject({
    name: 'InvalidInputException',
    message:
      `Service role name ${RoleName} has been taken in this account, please try a different ` +
      'suffix.',
  });
  await expect(create({ CustomSuffix: 'x' })).rejects.toMatchObject({
    message: `Custom suffix is not allowed for ${AWSServiceName}`,
  });
  const unknown = create({ AWSServiceName: 'unknown.amazonaws.com' });
  await expect(unknown).rejects.toMatchObject({ name: 'NotImplementedException' });
});

test('service-linked roles: nobody but the service changes them or passes for one', async () => {
  const iam = new IAMClient(server.client(freshAccount()));
  await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName }));
  const held = {
    name: 'UnmodifiableEntityException',
    message:
      `Cannot perform the operation on the protected role '${RoleName}' - this role is only ` +
      'modifiable by AWS',
  };
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  const PolicyDocument = policyText({ Effect: 'Allow', Action: '*', Resource: '*' });
  await expect(
    iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn })),
  ).rejects.toMatchObject(held);
  await expect(
    iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument })),
  ).rejects.toMatchObject(held);
  await expect(iam.send(new DeleteRoleCommand({ RoleName }))).rejects.toMatchObject(held);
  await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  await expect(
    iam.send(new AttachUserPolicyCommand({ UserName: 'ann', PolicyArn: POLICY })),
  ).rejects.toMatchObject({ name: 'PolicyNotAttachableException' });
  const AssumeRolePolicyDocument = policyText({
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  });
  await expect(
    iam.send(
      new CreateRoleCommand({
        RoleName: 'mine',
        Path: '/aws-service-role/ec2.amazonaws.com/',
        AssumeRolePolicyDocument,
      }),
    ),
  ).rejects.toMatchObject({ name: 'InvalidInputException' });
});

test('DeleteServiceLinkedRole: deletes, and tells how it went', async () => {
  const iam = new IAMClient(server.client(freshAccount()));
  await iam.send(new CreateServiceLinkedRoleCommand({ AWSServiceName }));
  const { DeletionTaskId } = await iam.send(new DeleteServiceLinkedRoleCommand({ RoleName }));
  expect(DeletionTaskId).toMatch(
    new RegExp(`^task/aws-service-role/${AWSServiceName}/${RoleName}/[0-9a-f-]{36}$`),
  );
  const status = await iam.send(new GetServiceLinkedRoleDeletionStatusCommand({ DeletionTaskId }));
  expect(status.Status).toBe('SUCCEEDED');
  await expect(iam.send(new GetRoleCommand({ RoleName }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
  });
});

test('CreateServiceLinkedRole: is allowed by the name of the service', async () => {
  const account = freshAccount();
  const config = await newUser(server, account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'iam:CreateServiceLinkedRole',
        Resource: 'arn:aws:iam::*:role/aws-service-role/*',
        Condition: { StringLike: { 'iam:AWSServiceName': 'cloudtrail.amazonaws.com' } },
      },
    ],
  });
  const create = (name: string) =>
    new IAMClient(config).send(new CreateServiceLinkedRoleCommand({ AWSServiceName: name }));
  await create('cloudtrail.amazonaws.com');
  await expect(create(AWSServiceName)).rejects.toMatchObject({ name: 'AccessDenied' });
});
