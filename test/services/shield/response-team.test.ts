import { AttachRolePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
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
import { newUser } from '../../identities.ts';
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
  await client.send(new DisassociateDRTLogBucketCommand(bucket));
  await client.send(new DisassociateDRTRoleCommand({}));
  await expect(client.send(new DisassociateDRTRoleCommand({}))).rejects.toMatchObject({
    name: 'InvalidOperationException',
    message: 'The operation would not cause any change to occur.',
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
