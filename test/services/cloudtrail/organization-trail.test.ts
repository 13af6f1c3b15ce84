import {
  CloudTrailClient,
  CreateTrailCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  DescribeCreateAccountStatusCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { CreateBucketCommand, PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keysUnder, storedFile } from '../../../labs/audit/digests.ts';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

const MINUTE = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function advance(minutes: number): Promise<void> {
  const { clock, advanceTo } = server.platform.engine();
  await advanceTo(clock.serviceTime() + minutes * MINUTE);
}

test('an organization trail: records the member accounts too, each in a folder of its own', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const organizations = new OrganizationsClient(config);
  const { Organization } = await organizations.send(
    new CreateOrganizationCommand({ FeatureSet: 'ALL' }),
  );
  const asked = await organizations.send(
    new CreateAccountCommand({ AccountName: 'member', Email: `m${account}@example.com` }),
  );
  await advance(10);
  const { CreateAccountStatus } = await organizations.send(
    new DescribeCreateAccountStatusCommand({
      CreateAccountRequestId: asked.CreateAccountStatus?.Id,
    }),
  );
  const member = CreateAccountStatus?.AccountId ?? '';
  const Bucket = `org-${account}`;
  const s3 = new S3Client(config);
  await s3.send(new CreateBucketCommand({ Bucket }));
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  const root = `arn:aws:s3:::${Bucket}`;
  const Policy = policyText(
    { Effect: 'Allow', Principal, Action: 's3:GetBucketAcl', Resource: root },
    { Effect: 'Allow', Principal, Action: 's3:PutObject', Resource: `${root}/AWSLogs/*` },
  );
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  const trail = new CloudTrailClient(config);
  const made = await trail.send(
    new CreateTrailCommand({ Name: 'all', S3BucketName: Bucket, IsOrganizationTrail: true }),
  );
  expect(made.IsOrganizationTrail).toBe(true);
  await trail.send(new StartLoggingCommand({ Name: 'all' }));
  await new KMSClient(server.client(member)).send(new ListKeysCommand({}));
  await advance(6);
  const folder = `AWSLogs/${Organization?.Id}/${member}/CloudTrail/us-east-1/`;
  const [key = ''] = await keysUnder(s3, Bucket, folder);
  const { text } = await storedFile(s3, Bucket, key);
  const names = JSON.parse(text).Records.map((record: { eventName: string }) => record.eventName);
  expect(names).toEqual(['ListKeys']);
});
