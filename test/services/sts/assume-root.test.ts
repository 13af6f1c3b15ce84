import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreateAccessKeyCommand,
  DeleteAccessKeyCommand,
  EnableOrganizationsRootCredentialsManagementCommand,
  EnableOrganizationsRootSessionsCommand,
  DisableOrganizationsRootSessionsCommand,
  GetAccountSummaryCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListOrganizationsFeaturesCommand,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import {
  EnableAWSServiceAccessCommand,
  RegisterDelegatedAdministratorCommand,
} from '@aws-sdk/client-organizations';
import {
  CreateBucketCommand,
  GetBucketPolicyCommand,
  ListBucketsCommand,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { AssumeRootCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { type ClientConfig, freshAccount, startServer, type TestServer } from '../../server.ts';
import { newMember, newOrganization, type TestOrganization } from '../organizations/fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const task = (name: string) => `arn:aws:iam::aws:policy/root-task/${name}`;
const MAY = [{ Effect: 'Allow', Action: ['sts:AssumeRoot', 'iam:*'], Resource: '*' }] as const;

async function organizationThatTrustsIam(): Promise<
  TestOrganization & { readonly iam: IAMClient }
> {
  const organization = await newOrganization(server);
  await organization.client.send(
    new EnableAWSServiceAccessCommand({ ServicePrincipal: 'iam.amazonaws.com' }),
  );
  return { ...organization, iam: new IAMClient(server.client(organization.management)) };
}

async function assumeRoot(
  config: ClientConfig,
  TargetPrincipal: string,
  name: string,
): Promise<ClientConfig> {
  const { Credentials: made } = await new STSClient(config).send(
    new AssumeRootCommand({ TargetPrincipal, TaskPolicyArn: { arn: task(name) } }),
  );
  const accessKeyId = made?.AccessKeyId ?? '';
  const secretAccessKey = made?.SecretAccessKey ?? '';
  const sessionToken = made?.SessionToken ?? '';
  return { ...config, credentials: { accessKeyId, secretAccessKey, sessionToken } };
}

test('ListOrganizationsFeatures: features are those of the organization, for its management to switch', async () => {
  const { iam, id } = await organizationThatTrustsIam();
  await iam.send(new EnableOrganizationsRootSessionsCommand({}));
  expect(await iam.send(new EnableOrganizationsRootCredentialsManagementCommand({}))).toMatchObject(
    {
      OrganizationId: id,
      EnabledFeatures: ['RootCredentialsManagement', 'RootSessions'],
    },
  );
  await iam.send(new DisableOrganizationsRootSessionsCommand({}));
  expect(await iam.send(new ListOrganizationsFeaturesCommand({}))).toMatchObject({
    OrganizationId: id,
    EnabledFeatures: ['RootCredentialsManagement'],
  });
});

test('EnableOrganizationsRootSessions: needs an organization, its management, and trust in IAM', async () => {
  const alone = new IAMClient(server.client(freshAccount()));
  const enable = (iam: IAMClient) => iam.send(new EnableOrganizationsRootSessionsCommand({}));
  await expect(enable(alone)).rejects.toMatchObject({
    name: 'OrganizationNotFoundException',
    message: 'The request was rejected because no organization is associated with your account.',
  });
  const organization = await newOrganization(server);
  await expect(enable(new IAMClient(server.client(organization.management)))).rejects.toMatchObject(
    { name: 'ServiceAccessNotEnabledException' },
  );
  const member = await newMember(server, organization);
  await expect(enable(new IAMClient(server.client(member)))).rejects.toMatchObject({
    name: 'AccountNotManagementOrDelegatedAdministratorException',
  });
});

test('AssumeRoot: opens one task in a member account, and nothing else', async () => {
  const organization = await organizationThatTrustsIam();
  const { iam, management } = organization;
  const member = await newMember(server, organization);
  const rootIam = new IAMClient(server.client(member));
  await rootIam.send(new CreateAccessKeyCommand({}));
  const boss = await newUser(server, management, 'boss', { allow: MAY });
  await iam.send(new EnableOrganizationsRootCredentialsManagementCommand({}));

  const audit = await assumeRoot(boss, member, 'IAMAuditRootUserCredentials');
  const who = await new STSClient(audit).send(new GetCallerIdentityCommand({}));
  expect(who).toMatchObject({ Account: member, Arn: `arn:aws:iam::${member}:root` });
  const auditor = new IAMClient(audit);
  const { AccessKeyMetadata: keys } = await auditor.send(new ListAccessKeysCommand({}));
  expect(keys).toHaveLength(1);
  await auditor.send(new GetAccountSummaryCommand({}));
  await expect(auditor.send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${member}:root is not authorized to perform: iam:ListUsers on ` +
      `resource: arn:aws:iam::${member}:user/ with an explicit deny in a session ` +
      `policy: ${task('IAMAuditRootUserCredentials')}`,
  });
  const AccessKeyId = keys?.[0]?.AccessKeyId;
  await expect(auditor.send(new DeleteAccessKeyCommand({ AccessKeyId }))).rejects.toMatchObject({
    name: 'AccessDenied',
  });

  const cleaner = new IAMClient(
    await assumeRoot(boss, `arn:aws:iam::${member}:root`, 'IAMDeleteRootUserCredentials'),
  );
  await cleaner.send(new DeleteAccessKeyCommand({ AccessKeyId }));
  expect((await rootIam.send(new ListAccessKeysCommand({}))).AccessKeyMetadata).toEqual([]);
  await expect(
    cleaner.send(new ListAccessKeysCommand({ UserName: 'nobody' })),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
  const trail = new CloudTrailClient(server.client(member));
  const { Events } = await trail.send(
    new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'DeleteAccessKey' }],
    }),
  );
  const event = JSON.parse(Events?.[0]?.CloudTrailEvent ?? '{}');
  expect(event.userIdentity).toMatchObject({
    type: 'Root',
    accountId: member,
    sessionContext: { assumedRoot: 'true' },
  });
});

test('AssumeRoot: unlocks a bucket whose policy locks everybody out', async () => {
  const organization = await organizationThatTrustsIam();
  const member = await newMember(server, organization);
  const boss = await newUser(server, organization.management, 'boss', { allow: MAY });
  const owner = new S3Client({ ...server.client(member), forcePathStyle: true });
  const Bucket = `locked-${member}`;
  await owner.send(new CreateBucketCommand({ Bucket }));
  await owner.send(new PutBucketPolicyCommand({ Bucket, Policy: lockedPolicy(Bucket) }));
  await expect(assumeRoot(boss, member, 'S3UnlockBucketPolicy')).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${organization.management}:user/boss is not authorized to perform: ` +
      `sts:AssumeRoot on resource: arn:aws:iam::${member}:root because no resource-based policy ` +
      'allows the sts:AssumeRoot action',
  });
  await organization.iam.send(new EnableOrganizationsRootSessionsCommand({}));
  const unlock = await assumeRoot(boss, member, 'S3UnlockBucketPolicy');
  const s3 = new S3Client({ ...unlock, forcePathStyle: true });
  await s3.send(new GetBucketPolicyCommand({ Bucket }));
  await s3.send(new ListBucketsCommand({}));
  await expect(s3.send(new CreateBucketCommand({ Bucket: 'another' }))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});

function lockedPolicy(bucket: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${bucket}/*`,
    },
  });
}

test('AssumeRoot: roots, strangers and other policies are refused; administrators of IAM may', async () => {
  const organization = await organizationThatTrustsIam();
  const { iam, management } = organization;
  const member = await newMember(server, organization);
  const delegate = await newMember(server, organization);
  await iam.send(new EnableOrganizationsRootCredentialsManagementCommand({}));
  const audit = 'IAMAuditRootUserCredentials';
  await expect(assumeRoot(server.client(management), member, audit)).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Root users may not call AssumeRoot.',
  });
  const boss = await newUser(server, management, 'boss', { allow: MAY });
  for (const target of [management, freshAccount()]) {
    await expect(assumeRoot(boss, target, audit)).rejects.toMatchObject({ name: 'AccessDenied' });
  }
  const stranger = await newUser(server, freshAccount(), 'eve', { allow: MAY });
  await expect(assumeRoot(stranger, member, audit)).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  await expect(assumeRoot(boss, member, 'Other')).rejects.toMatchObject({ name: 'AccessDenied' });
  const plain = await newUser(server, management, 'plain');
  await expect(assumeRoot(plain, member, audit)).rejects.toMatchObject({
    message:
      `User: arn:aws:iam::${management}:user/plain is not authorized to perform: sts:AssumeRoot ` +
      `on resource: arn:aws:iam::${member}:root because no identity-based policy allows the ` +
      'sts:AssumeRoot action',
  });
  const inDelegate = await newUser(server, delegate, 'admin', { allow: MAY });
  await expect(assumeRoot(inDelegate, member, audit)).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  await organization.client.send(
    new RegisterDelegatedAdministratorCommand({
      AccountId: delegate,
      ServicePrincipal: 'iam.amazonaws.com',
    }),
  );
  await assumeRoot(inDelegate, member, audit);
});
