import {
  AddTagsCommand,
  CloudTrailClient,
  CreateTrailCommand,
  DeleteTrailCommand,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailCommand,
  ListTagsCommand,
  ListTrailsCommand,
  LookupEventsCommand,
  PutEventSelectorsCommand,
  PutInsightSelectorsCommand,
  RemoveTagsCommand,
  UpdateTrailCommand,
} from '@aws-sdk/client-cloudtrail';
import { CreateBucketCommand, DeleteBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { trailBucket } from './trail-bucket.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('CreateTrail: shows what was made, here and as a shadow in other Regions', async () => {
  const account = freshAccount();
  const { bucket, arn, trail } = await trailBucket(server.client(account), account);
  const made = await trail.send(
    new CreateTrailCommand({ Name: 'audit', S3BucketName: bucket, IsMultiRegionTrail: true }),
  );
  expect(made).toMatchObject({
    Name: 'audit',
    S3BucketName: bucket,
    TrailARN: arn,
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: true,
    LogFileValidationEnabled: false,
    IsOrganizationTrail: false,
  });
  const elsewhere = new CloudTrailClient(server.client(account, 'eu-west-1'));
  const shadows = await elsewhere.send(new DescribeTrailsCommand({}));
  expect(shadows.trailList).toMatchObject([{ TrailARN: arn, HomeRegion: 'us-east-1' }]);
  const own = await elsewhere.send(new DescribeTrailsCommand({ includeShadowTrails: false }));
  expect(own.trailList).toEqual([]);
  const { Trails } = await elsewhere.send(new ListTrailsCommand({}));
  expect(Trails).toEqual([{ TrailARN: arn, Name: 'audit', HomeRegion: 'us-east-1' }]);
  const { Trail } = await elsewhere.send(new GetTrailCommand({ Name: arn }));
  expect(Trail).toMatchObject({ HasCustomEventSelectors: false, HasInsightSelectors: false });
});

test('CreateTrail: tells what is wrong, in the words of AWS', async () => {
  const account = freshAccount();
  const { bucket, trail, s3 } = await trailBucket(server.client(account), account);
  await trail.send(new CreateTrailCommand({ Name: 'audit', S3BucketName: bucket }));
  const faults = [
    [
      { Name: 'audit', S3BucketName: bucket },
      'TrailAlreadyExistsException',
      `Trail audit already exists for customer: ${account}`,
    ],
    [
      { Name: 'ab', S3BucketName: bucket },
      'InvalidTrailNameException',
      'Trail name too short. Minimum allowed length: 3 characters. Specified name length: 2 characters.',
    ],
    [
      { Name: '-ab', S3BucketName: bucket },
      'InvalidTrailNameException',
      'Trail name must starts with a letter or number.',
    ],
    [
      { Name: 'other', S3BucketName: `none-${account}` },
      'S3BucketDoesNotExistException',
      `S3 bucket none-${account} does not exist!`,
    ],
    // The policy names the trail `audit` alone.
    [
      { Name: 'other', S3BucketName: bucket },
      'InsufficientS3BucketPolicyException',
      `Incorrect S3 bucket policy is detected for bucket: ${bucket}`,
    ],
    [
      { Name: 'other', S3BucketName: bucket, IsOrganizationTrail: true },
      'OrganizationsNotInUseException',
      'The account is not a member of an organization.',
    ],
    [
      {
        Name: 'other',
        S3BucketName: bucket,
        IsMultiRegionTrail: true,
        IncludeGlobalServiceEvents: false,
      },
      'InvalidParameterCombinationException',
      'Multi-Region trail must include global service events.',
    ],
  ] as const;
  let told = 0;
  for (const [input, name, message] of faults) {
    const failure = trail.send(new CreateTrailCommand(input));
    await expect(failure).rejects.toMatchObject({ name, message });
    told += 1;
  }
  expect(told).toBe(7);
  await s3.send(new DeleteBucketPolicyCommand({ Bucket: bucket }));
  const update = trail.send(
    new UpdateTrailCommand({ Name: 'audit', EnableLogFileValidation: true }),
  );
  await expect(update).rejects.toMatchObject({ name: 'InsufficientS3BucketPolicyException' });
});

test('DeleteTrail: frees the name; an unknown trail is told of', async () => {
  const account = freshAccount();
  const { bucket, trail } = await trailBucket(server.client(account), account);
  const create = new CreateTrailCommand({ Name: 'audit', S3BucketName: bucket });
  await trail.send(create);
  await trail.send(new DeleteTrailCommand({ Name: 'audit' }));
  await expect(trail.send(new GetTrailCommand({ Name: 'audit' }))).rejects.toMatchObject({
    name: 'TrailNotFoundException',
    message: `Unknown trail: audit for the user: ${account}`,
  });
  await trail.send(create);
  await expect(trail.send(create)).rejects.toMatchObject({ name: 'TrailAlreadyExistsException' });
});

test('DeleteTrail: is denied to whom no policy allows it', async () => {
  const account = freshAccount();
  const { bucket, trail, arn } = await trailBucket(server.client(account), account);
  await trail.send(new CreateTrailCommand({ Name: 'audit', S3BucketName: bucket }));
  const user = new CloudTrailClient(await newUser(server, account, 'eve'));
  await expect(user.send(new DeleteTrailCommand({ Name: 'audit' }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/eve is not authorized to perform: ` +
      `cloudtrail:DeleteTrail on resource: ${arn} because no identity-based policy allows the ` +
      'cloudtrail:DeleteTrail action',
  });
});

test('selectors: are kept as given, and insights say that they are not computed', async () => {
  const account = freshAccount();
  const { bucket, trail, arn } = await trailBucket(server.client(account), account);
  await trail.send(new CreateTrailCommand({ Name: 'audit', S3BucketName: bucket }));
  const before = await trail.send(new GetEventSelectorsCommand({ TrailName: 'audit' }));
  expect(before.EventSelectors).toEqual([
    {
      ReadWriteType: 'All',
      IncludeManagementEvents: true,
      DataResources: [],
      ExcludeManagementEventSources: [],
    },
  ]);
  const AdvancedEventSelectors = [
    {
      Name: 'writes',
      FieldSelectors: [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
        { Field: 'readOnly', Equals: ['false'] },
      ],
    },
  ];
  await trail.send(new PutEventSelectorsCommand({ TrailName: 'audit', AdvancedEventSelectors }));
  const after = await trail.send(new GetEventSelectorsCommand({ TrailName: 'audit' }));
  expect(after).toMatchObject({ TrailARN: arn, AdvancedEventSelectors });
  const none = trail.send(new GetInsightSelectorsCommand({ TrailName: 'audit' }));
  await expect(none).rejects.toMatchObject({ name: 'InsightNotEnabledException' });
  const InsightSelectors = [{ InsightType: 'ApiCallRateInsight' as const }];
  await trail.send(new PutInsightSelectorsCommand({ TrailName: 'audit', InsightSelectors }));
  const { Trail } = await trail.send(new GetTrailCommand({ Name: 'audit' }));
  expect(Trail).toMatchObject({ HasCustomEventSelectors: true, HasInsightSelectors: true });
  const insights = trail.send(new LookupEventsCommand({ EventCategory: 'insight' }));
  await expect(insights).rejects.toMatchObject({
    name: 'NotImplementedException',
    message:
      'cloudtrail:LookupEvents is not implemented for Insights events: Insights are not computed here',
  });
});

test('tags: are added over others, removed and listed', async () => {
  const account = freshAccount();
  const { bucket, trail, arn } = await trailBucket(server.client(account), account);
  const TagsList = [{ Key: 'team', Value: 'security' }];
  await trail.send(new CreateTrailCommand({ Name: 'audit', S3BucketName: bucket, TagsList }));
  const more = [
    { Key: 'team', Value: 'audit' },
    { Key: 'cost', Value: '7' },
  ];
  await trail.send(new AddTagsCommand({ ResourceId: arn, TagsList: more }));
  await trail.send(new RemoveTagsCommand({ ResourceId: arn, TagsList: [{ Key: 'cost' }] }));
  const { ResourceTagList } = await trail.send(new ListTagsCommand({ ResourceIdList: [arn] }));
  expect(ResourceTagList).toEqual([
    { ResourceId: arn, TagsList: [{ Key: 'team', Value: 'audit' }] },
  ]);
});

test('UpdateTrail: is for the home Region', async () => {
  const account = freshAccount();
  const { bucket, trail, arn } = await trailBucket(server.client(account), account);
  await new S3Client(server.client(account)).send(
    new CreateBucketCommand({ Bucket: `b-${account}` }),
  );
  const Name = 'audit';
  await trail.send(
    new CreateTrailCommand({ Name, S3BucketName: bucket, IsMultiRegionTrail: true }),
  );
  const elsewhere = new CloudTrailClient(server.client(account, 'eu-west-1'));
  const update = elsewhere.send(
    new UpdateTrailCommand({ Name: arn, EnableLogFileValidation: true }),
  );
  await expect(update).rejects.toMatchObject({ name: 'InvalidHomeRegionException' });
  const done = await trail.send(new UpdateTrailCommand({ Name, EnableLogFileValidation: true }));
  expect(done.LogFileValidationEnabled).toBe(true);
});
