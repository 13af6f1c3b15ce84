import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  IAMClient,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, GetBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import {
  AssociateDRTLogBucketCommand,
  AssociateDRTRoleCommand,
  AssociateProactiveEngagementDetailsCommand,
  CreateSubscriptionCommand,
  DescribeDRTAccessCommand,
  DescribeEmergencyContactSettingsCommand,
  DescribeSubscriptionCommand,
  DisableProactiveEngagementCommand,
  DisassociateDRTLogBucketCommand,
  DisassociateDRTRoleCommand,
  EnableProactiveEngagementCommand,
  ShieldClient,
  UpdateEmergencyContactSettingsCommand,
} from '@aws-sdk/client-shield';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function subscribed() {
  const account = freshAccount();
  const client = new ShieldClient(server.client(account));
  await client.send(new CreateSubscriptionCommand({}));
  return { account, client };
}

const team = { Service: 'drt.shield.amazonaws.com' };
const POLICY = 'arn:aws:iam::aws:policy/service-role/AWSShieldDRTAccessPolicy';

test('the response team: has a role that trusts it and has its policy, and the buckets it is given', async () => {
  const { account, client } = await subscribed();
  const iam = new IAMClient(server.client(account));
  const associate = (RoleArn: string) => client.send(new AssociateDRTRoleCommand({ RoleArn }));
  const bucket = { LogBucket: `logs-${account}` };
  await expect(client.send(new AssociateDRTLogBucketCommand(bucket))).rejects.toMatchObject({
    name: 'NoAssociatedRoleException',
  });
  await expect(associate(await newRole(server, account, 'mine'))).rejects.toMatchObject({
    name: 'AccessDeniedForDependencyException',
    message: 'The role must trust the service principal drt.shield.amazonaws.com.',
  });
  const RoleArn = await newRole(server, account, 'drt', team);
  await expect(associate(RoleArn)).rejects.toMatchObject({
    name: 'AccessDeniedForDependencyException',
    message: 'The managed policy AWSShieldDRTAccessPolicy must be attached to the role.',
  });
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'drt', PolicyArn: POLICY }));
  await associate(RoleArn);
  await expect(associate(RoleArn)).rejects.toMatchObject({ name: 'InvalidOperationException' });
  await expect(client.send(new AssociateDRTLogBucketCommand(bucket))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The bucket does not exist.',
  });
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: bucket.LogBucket }));
  await client.send(new AssociateDRTLogBucketCommand(bucket));
  expect(await client.send(new DescribeDRTAccessCommand({}))).toMatchObject({
    RoleArn,
    LogBucketList: [bucket.LogBucket],
  });
  const policy = async () =>
    (await s3.send(new GetBucketPolicyCommand({ Bucket: bucket.LogBucket }))).Policy ?? '';
  expect(JSON.parse(await policy())).toMatchObject({
    Statement: [{ Sid: 'AWSDDoSResponseTeamAccessS3Bucket', Principal: team }],
  });
  await client.send(new DisassociateDRTLogBucketCommand(bucket));
  await expect(policy()).rejects.toMatchObject({ name: 'NoSuchBucketPolicy' });
  await client.send(new DisassociateDRTRoleCommand({}));
  await expect(client.send(new DisassociateDRTRoleCommand({}))).rejects.toMatchObject({
    name: 'InvalidOperationException',
    message: 'The operation would not cause any change to occur.',
  });
});

/** An account whose response team has its role. */
async function engaged() {
  const { account, client } = await subscribed();
  const RoleArn = await newRole(server, account, 'drt', team);
  await new IAMClient(server.client(account)).send(
    new AttachRolePolicyCommand({ RoleName: 'drt', PolicyArn: POLICY }),
  );
  await client.send(new AssociateDRTRoleCommand({ RoleArn }));
  return { account, client, RoleArn };
}

test('AssociateDRTLogBucket: of the account’s own buckets, by whoever may change the bucket’s policy', async () => {
  const { account, client } = await engaged();
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const LogBucket = `logs-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket: LogBucket }));
  const ann = new ShieldClient(
    await newUser(server, account, 'ann', {
      allow: [{ Effect: 'Allow', Action: ['shield:*', 's3:GetBucketPolicy'], Resource: '*' }],
    }),
  );
  await expect(ann.send(new AssociateDRTLogBucketCommand({ LogBucket }))).rejects.toMatchObject({
    message: expect.stringContaining('is not authorized to perform: s3:PutBucketPolicy'),
  });
  expect(await client.send(new DescribeDRTAccessCommand({}))).toMatchObject({ LogBucketList: [] });
  const stranger = freshAccount();
  const foreign = `logs-${stranger}`;
  await new S3Client({ ...server.client(stranger), forcePathStyle: true }).send(
    new CreateBucketCommand({ Bucket: foreign }),
  );
  await expect(
    client.send(new AssociateDRTLogBucketCommand({ LogBucket: foreign })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The bucket does not exist.',
  });
});

test('AssociateDRTRole: of the account itself, and trusted and equipped indeed', async () => {
  const { account, client, RoleArn } = await engaged();
  const iam = new IAMClient(server.client(account));
  const associate = (arn: string) => client.send(new AssociateDRTRoleCommand({ RoleArn: arn }));
  await expect(associate(RoleArn.replace(account, freshAccount()))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('is not authorized to perform: iam:PassRole'),
  });
  await expect(associate(RoleArn.replace('role/', 'role/other/'))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The role does not exist.',
  });
  const refused = await newRole(server, account, 'refused', team);
  await iam.send(
    new UpdateAssumeRolePolicyCommand({
      RoleName: 'refused',
      PolicyDocument: policyText(
        { Effect: 'Allow', Principal: team, Action: 'sts:AssumeRole' },
        { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' },
      ),
    }),
  );
  await expect(associate(refused)).rejects.toMatchObject({
    name: 'AccessDeniedForDependencyException',
    message: 'The role must trust the service principal drt.shield.amazonaws.com.',
  });
  const named = await newRole(server, account, 'named', team);
  const { Policy } = await iam.send(
    new CreatePolicyCommand({
      PolicyName: 'AWSShieldDRTAccessPolicy',
      PolicyDocument: policyText({ Effect: 'Allow', Action: 'shield:*', Resource: '*' }),
    }),
  );
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'named', PolicyArn: Policy?.Arn }));
  await expect(associate(named)).rejects.toMatchObject({
    name: 'AccessDeniedForDependencyException',
    message: 'The managed policy AWSShieldDRTAccessPolicy must be attached to the role.',
  });
});

test('AssociateDRTRole: whoever may not pass the role is refused', async () => {
  const { account } = await subscribed();
  const RoleArn = await newRole(server, account, 'drt', team);
  const ann = new ShieldClient(
    await newUser(server, account, 'ann', {
      allow: [{ Effect: 'Allow', Action: 'shield:*', Resource: '*' }],
    }),
  );
  await expect(ann.send(new AssociateDRTRoleCommand({ RoleArn }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: iam:PassRole on ` +
      `resource: ${RoleArn} because no identity-based policy allows the iam:PassRole action`,
  });
});

test('contacts: proactive engagement needs a phone, and is pending until it is enabled', async () => {
  const { client } = await subscribed();
  const mail = { EmailAddress: 'ann@example.com' };
  const contact = { ...mail, PhoneNumber: '+15555550100' };
  await expect(client.send(new EnableProactiveEngagementCommand({}))).rejects.toMatchObject({
    name: 'InvalidOperationException',
    message: 'Proactive engagement details have not been associated.',
  });
  const associate = (EmergencyContactList: (typeof mail)[]) =>
    client.send(new AssociateProactiveEngagementDetailsCommand({ EmergencyContactList }));
  await expect(associate([mail])).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: 'You must provide at least one phone number in the emergency contact list.',
  });
  await associate([contact]);
  const status = async () =>
    (await client.send(new DescribeSubscriptionCommand({}))).Subscription
      ?.ProactiveEngagementStatus;
  expect(await status()).toBe('PENDING');
  await client.send(new EnableProactiveEngagementCommand({}));
  expect(await status()).toBe('ENABLED');
  await expect(
    client.send(new UpdateEmergencyContactSettingsCommand({ EmergencyContactList: [mail] })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  await client.send(new DisableProactiveEngagementCommand({}));
  expect(await status()).toBe('DISABLED');
  await client.send(new UpdateEmergencyContactSettingsCommand({ EmergencyContactList: [mail] }));
  const { EmergencyContactList } = await client.send(
    new DescribeEmergencyContactSettingsCommand({}),
  );
  expect(EmergencyContactList).toEqual([mail]);
});
