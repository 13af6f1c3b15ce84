import {
  AcceptAdministratorInvitationCommand,
  CreateMembersCommand,
  CreatePublishingDestinationCommand,
  CreateSampleFindingsCommand,
  DeleteDetectorCommand,
  DescribeOrganizationConfigurationCommand,
  DescribePublishingDestinationCommand,
  EnableOrganizationAdminAccountCommand,
  GetAdministratorAccountCommand,
  GuardDutyClient,
  InviteMembersCommand,
  ListDetectorsCommand,
  ListFindingsCommand,
  ListInvitationsCommand,
  ListMembersCommand,
  UpdateDetectorCommand,
  UpdateOrganizationConfigurationCommand,
  UpdatePublishingDestinationCommand,
} from '@aws-sdk/client-guardduty';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  DescribeCreateAccountStatusCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { guarded } from './bench.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function advance(minutes: number): Promise<void> {
  const body = JSON.stringify({ advance: `PT${minutes}M` });
  const answer = await fetch(`${server.url}/_holdfast/clock`, { method: 'POST', body });
  if (!answer.ok) throw new Error(await answer.text());
}

async function sampleIds(client: GuardDutyClient, DetectorId: string) {
  const FindingCriteria = { Criterion: { 'service.additionalInfo.sample': { Equals: ['true'] } } };
  const { FindingIds = [] } = await client.send(
    new ListFindingsCommand({ DetectorId, FindingCriteria }),
  );
  return FindingIds;
}

test('check 29: an invited member is seen by its administrator, who alone sets how often is told', async () => {
  const admin = await guarded(server);
  const member = await guarded(server);
  const AccountDetails = [{ AccountId: member.account, Email: 'm@example.com' }];
  const { DetectorId } = admin;
  await admin.client.send(new CreateMembersCommand({ DetectorId, AccountDetails }));
  await admin.client.send(new InviteMembersCommand({ DetectorId, AccountIds: [member.account] }));
  const { Invitations = [] } = await member.client.send(new ListInvitationsCommand({}));
  expect(Invitations).toMatchObject([{ AccountId: admin.account, RelationshipStatus: 'Invited' }]);
  await member.client.send(
    new AcceptAdministratorInvitationCommand({
      DetectorId: member.DetectorId,
      AdministratorId: admin.account,
      InvitationId: Invitations[0]?.InvitationId,
    }),
  );
  expect((await admin.client.send(new ListMembersCommand({ DetectorId }))).Members).toMatchObject([
    { AccountId: member.account, RelationshipStatus: 'Enabled', DetectorId: member.DetectorId },
  ]);
  await member.client.send(
    new CreateSampleFindingsCommand({
      DetectorId: member.DetectorId,
      FindingTypes: ['Recon:EC2/Portscan'],
    }),
  );
  expect(await sampleIds(admin.client, DetectorId)).toEqual(
    await sampleIds(member.client, member.DetectorId),
  );
  await expect(
    member.client.send(
      new UpdateDetectorCommand({
        DetectorId: member.DetectorId,
        FindingPublishingFrequency: 'ONE_HOUR',
      }),
    ),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message:
      'The request is rejected because a member account cannot change the finding publishing frequency.',
  });
  await expect(admin.client.send(new DeleteDetectorCommand({ DetectorId }))).rejects.toMatchObject({
    message:
      'The request is rejected because the current account cannot delete detector while it has invited ' +
      'or associated members.',
  });
});

test("an organization's administrator looks after all of its accounts, those that come later too", async () => {
  const management = freshAccount();
  const organizations = new OrganizationsClient(server.client(management));
  await organizations.send(new CreateOrganizationCommand({}));
  const newAccount = async (AccountName: string) => {
    const Email = `${AccountName}-${management}@example.com`;
    const { CreateAccountStatus } = await organizations.send(
      new CreateAccountCommand({ AccountName, Email }),
    );
    const CreateAccountRequestId = CreateAccountStatus?.Id;
    let account: string | undefined;
    await expect
      .poll(async () => {
        const status = new DescribeCreateAccountStatusCommand({ CreateAccountRequestId });
        account = (await organizations.send(status)).CreateAccountStatus?.AccountId;
        return account;
      })
      .toBeDefined();
    return account ?? '';
  };
  const security = await newAccount('security');
  const first = await newAccount('first');
  const owner = new GuardDutyClient(server.client(management));
  await owner.send(new EnableOrganizationAdminAccountCommand({ AdminAccountId: security }));
  const client = new GuardDutyClient(server.client(security));
  const DetectorId = (await client.send(new ListDetectorsCommand({}))).DetectorIds?.[0];
  await client.send(
    new UpdateOrganizationConfigurationCommand({
      DetectorId,
      AutoEnableOrganizationMembers: 'ALL',
    }),
  );
  const configuration = await client.send(
    new DescribeOrganizationConfigurationCommand({ DetectorId }),
  );
  expect(configuration.AutoEnableOrganizationMembers).toBe('ALL');
  const memberIds = async () => {
    const { Members = [] } = await client.send(new ListMembersCommand({ DetectorId }));
    return Members.map(({ AccountId = '' }) => AccountId).toSorted();
  };
  expect(await memberIds()).toEqual([first, management].toSorted());
  const second = await newAccount('second');
  await expect
    .poll(async () => {
      await advance(2);
      return memberIds();
    })
    .toEqual([first, management, second].toSorted());
  const later = new GuardDutyClient(server.client(second));
  const own = (await later.send(new ListDetectorsCommand({}))).DetectorIds?.[0];
  const { Administrator } = await later.send(
    new GetAdministratorAccountCommand({ DetectorId: own }),
  );
  expect(Administrator).toMatchObject({ AccountId: security, RelationshipStatus: 'Enabled' });
  await expect(
    owner.send(
      new DescribeOrganizationConfigurationCommand({
        DetectorId: (await owner.send(new ListDetectorsCommand({}))).DetectorIds?.[0],
      }),
    ),
  ).rejects.toMatchObject({
    message:
      'The request is rejected because the current account is not the delegated administrator of its organization.',
  });
});

test('check 31: findings go to a bucket once its policy and its key let GuardDuty in', async () => {
  const { client, DetectorId, account } = await guarded(server);
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const kms = new KMSClient(server.client(account));
  const Bucket = `findings-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const Principal = { Service: 'guardduty.amazonaws.com' };
  const own = {
    Effect: 'Allow' as const,
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  const closed = await kms.send(new CreateKeyCommand({}));
  const open = await kms.send(
    new CreateKeyCommand({
      Policy: policyText(own, {
        Effect: 'Allow',
        Principal,
        Action: 'kms:GenerateDataKey',
        Resource: '*',
      }),
    }),
  );
  const put = {
    Effect: 'Allow' as const,
    Principal,
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${Bucket}/*`,
  };
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: policyText(put) }));
  const DestinationArn = `arn:aws:s3:::${Bucket}`;
  const { DestinationId } = await client.send(
    new CreatePublishingDestinationCommand({
      DetectorId,
      DestinationType: 'S3',
      DestinationProperties: { DestinationArn, KmsKeyArn: closed.KeyMetadata?.Arn },
    }),
  );
  const status = async () => {
    const describe = new DescribePublishingDestinationCommand({ DetectorId, DestinationId });
    return (await client.send(describe)).Status;
  };
  expect(await status()).toBe('UNABLE_TO_PUBLISH_FIX_DESTINATION_PROPERTY');
  await client.send(
    new UpdatePublishingDestinationCommand({
      DetectorId,
      DestinationId,
      DestinationProperties: { KmsKeyArn: open.KeyMetadata?.Arn },
    }),
  );
  expect(await status()).toBe('PUBLISHING');
  await client.send(
    new CreateSampleFindingsCommand({ DetectorId, FindingTypes: ['Recon:EC2/Portscan'] }),
  );
  await advance(6);
  const texts: string[] = [];
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  for (const { Key = '' } of Contents) {
    expect(Key).toMatch(
      new RegExp(
        `^AWSLogs/${account}/GuardDuty/us-east-1/\\d{4}/\\d\\d/\\d\\d/[0-9a-f-]+\\.jsonl\\.gz$`,
      ),
    );
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(got.ServerSideEncryption).toBe('aws:kms');
    texts.push(
      gunzipSync((await got.Body?.transformToByteArray()) ?? new Uint8Array()).toString('utf8'),
    );
  }
  expect(texts.some((text) => text.includes('"type":"Recon:EC2/Portscan"'))).toBe(true);
});
