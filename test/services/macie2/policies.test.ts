import {
  GetMacieSessionCommand,
  Macie2Client,
  EnableMacieCommand,
  CreateSampleFindingsCommand,
  DescribeBucketsCommand,
  DisableMacieCommand,
  GetBucketStatisticsCommand,
  SearchResourcesCommand,
  type SearchResourcesSimpleCriterion,
  UpdateMacieSessionCommand,
} from '@aws-sdk/client-macie2';
import { IAMClient, GetRoleCommand } from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  DeleteBucketEncryptionCommand,
  DeletePublicAccessBlockCommand,
  PutBucketPolicyCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { allFindings, put, type Watched, watched } from './bench.ts';

let server: TestServer;
const listening = listeningService();

beforeAll(async () => {
  server = await startServer({ furtherServices: [listening.service] });
});
afterAll(() => server.close());

const OPEN = {
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};
const CLOSED = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

async function block({ s3, bucket: Bucket }: Watched, PublicAccessBlockConfiguration: typeof OPEN) {
  return s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
}

async function share({ s3, bucket }: Watched, ...principals: readonly string[]) {
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { AWS: principals },
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${bucket}/*`,
  });
  return s3.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }));
}

async function types(watch: Watched): Promise<readonly (string | undefined)[]> {
  return (await allFindings(watch)).map(({ type }) => type);
}

test('check 47: blocks that go off are one finding, counted, and told of again at the tick', async () => {
  const watch = await watched(server);
  await block(watch, OPEN);
  await block(watch, CLOSED);
  await watch.s3.send(new DeletePublicAccessBlockCommand({ Bucket: watch.bucket }));
  await expect.poll(async () => (await allFindings(watch))[0]?.count).toBe(2);
  const [finding, ...others] = await allFindings(watch);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    type: 'Policy:IAMUser/S3BlockPublicAccessDisabled',
    category: 'POLICY',
    severity: { score: 3, description: 'High' },
    resourcesAffected: { s3Bucket: { name: watch.bucket } },
    policyDetails: {
      action: {
        apiCallDetails: { api: 'DeletePublicAccessBlock', apiServiceName: 's3.amazonaws.com' },
      },
      actor: { userIdentity: { type: 'Root' }, ipAddressDetails: { ipAddressV4: '127.0.0.1' } },
    },
  });
  const counts = () =>
    listening.heard
      .filter((event) => event['account'] === watch.account)
      .map((event) => Object(event['detail']).count);
  await expect.poll(counts).toEqual([1]);
  await fetch(`${server.url}/_holdfast/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: 'PT15M' }),
  });
  await expect.poll(counts).toEqual([1, 2]);
});

test('check 47: what was so before Macie was enabled is none', async () => {
  const account = freshAccount();
  const client = new Macie2Client(server.client(account));
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const watch = { account, client, s3, bucket: `old-${account}` };
  await s3.send(new CreateBucketCommand({ Bucket: watch.bucket }));
  await block(watch, OPEN);
  await client.send(new EnableMacieCommand({}));
  await block(watch, OPEN);
  await share(watch, '111122223333');
  await expect.poll(() => types(watch)).toEqual(['Policy:IAMUser/S3BucketSharedExternally']);
});

test('check 47: CloudFront alone is of medium severity, an external account outweighs it', async () => {
  const watch = await watched(server);
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${watch.bucket}/*`,
  });
  await watch.s3.send(new PutBucketPolicyCommand({ Bucket: watch.bucket, Policy }));
  await expect
    .poll(async () =>
      (await allFindings(watch)).map(({ type, severity }) => [type, severity?.score]),
    )
    .toEqual([['Policy:IAMUser/S3BucketSharedWithCloudFront', 2]]);
  const other = await watched(server);
  const both = policyText({
    Effect: 'Allow',
    Principal: { Service: 'cloudfront.amazonaws.com', AWS: ['111122223333'] },
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${other.bucket}/*`,
  });
  await other.s3.send(new PutBucketPolicyCommand({ Bucket: other.bucket, Policy: both }));
  await expect.poll(() => types(other)).toEqual(['Policy:IAMUser/S3BucketSharedExternally']);
});

test('a public policy is found', async () => {
  const watch = await watched(server);
  await block(watch, { ...CLOSED, BlockPublicPolicy: false, RestrictPublicBuckets: false });
  await share(watch, '*');
  await expect.poll(() => types(watch)).toEqual(['Policy:IAMUser/S3BucketPublic']);
  const { buckets } = await watch.client.send(new DescribeBucketsCommand({}));
  expect(buckets?.[0]?.publicAccess?.effectivePermission).toBe('PUBLIC');
  const statistics = await watch.client.send(new GetBucketStatisticsCommand({}));
  expect(statistics.bucketCountByEffectivePermission?.publiclyAccessible).toBe(1);
});

test('a call is accused of what it changed, not of what came after it', async () => {
  const watch = await watched(server);
  await block(watch, OPEN);
  await expect.poll(() => types(watch)).toHaveLength(1);
  await watch.s3.send(new DeleteBucketEncryptionCommand({ Bucket: watch.bucket }));
  await share(watch, '*');
  await expect.poll(() => types(watch)).toContain('Policy:IAMUser/S3BucketPublic');
  const found = await allFindings(watch);
  const open = found.find(({ type }) => type === 'Policy:IAMUser/S3BucketPublic');
  expect(open?.policyDetails?.action?.apiCallDetails?.api).toBe('PutBucketPolicy');
  expect(found).toHaveLength(2);
});

test('buckets are described, counted and searched as S3 has them', async () => {
  const watch = await watched(server);
  await put(watch, 'a.txt', 'abc');
  await put(watch, 'b.png', 'abcd');
  const { buckets } = await watch.client.send(
    new DescribeBucketsCommand({ criteria: { bucketName: { prefix: 'data-' } } }),
  );
  expect(buckets).toMatchObject([
    {
      bucketName: watch.bucket,
      objectCount: 2,
      sizeInBytes: 7,
      classifiableObjectCount: 1,
      classifiableSizeInBytes: 3,
      sharedAccess: 'NOT_SHARED',
      objectCountByEncryptionType: { s3Managed: 2, kmsManaged: 0 },
      jobDetails: { isDefinedInJob: 'FALSE' },
    },
  ]);
  const simpleCriterion: SearchResourcesSimpleCriterion = {
    key: 'S3_BUCKET_SHARED_ACCESS',
    comparator: 'NE',
    values: ['NOT_SHARED'],
  };
  const { matchingResources } = await watch.client.send(
    new SearchResourcesCommand({ bucketCriteria: { includes: { and: [{ simpleCriterion }] } } }),
  );
  expect(matchingResources).toEqual([]);
});

test('sessions: enabled once, with the linked role, changed, and ended with all it had', async () => {
  const account = freshAccount();
  const client = new Macie2Client(server.client(account));
  await expect(client.send(new GetMacieSessionCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: 'Macie is not enabled',
  });
  await client.send(new EnableMacieCommand({}));
  await expect(client.send(new EnableMacieCommand({}))).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Macie has already been enabled',
  });
  const { Role } = await new IAMClient(server.client(account)).send(
    new GetRoleCommand({ RoleName: 'AWSServiceRoleForAmazonMacie' }),
  );
  await client.send(new UpdateMacieSessionCommand({ findingPublishingFrequency: 'ONE_HOUR' }));
  expect(await client.send(new GetMacieSessionCommand({}))).toMatchObject({
    status: 'ENABLED',
    findingPublishingFrequency: 'ONE_HOUR',
    serviceRole: Role?.Arn,
  });
  await client.send(new CreateSampleFindingsCommand({}));
  const samples = await allFindings({ account, client, s3: new S3Client({}), bucket: '' });
  expect(samples.map(({ sample }) => sample)).toEqual(Array.from({ length: 11 }, () => true));
  await client.send(new DisableMacieCommand({}));
  await client.send(new EnableMacieCommand({}));
  expect(await allFindings({ account, client, s3: new S3Client({}), bucket: '' })).toEqual([]);
});

test('who may not use Macie is told so', async () => {
  const { account } = await watched(server);
  const user = await newUser(server, account, 'nobody');
  const denied = new Macie2Client(user).send(new GetMacieSessionCommand({}));
  await expect(denied).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: macie2:GetMacieSession ` +
      'because no identity-based policy allows the macie2:GetMacieSession action',
  });
});
