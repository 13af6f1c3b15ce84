import {
  CreateBucketCommand,
  DeleteBucketTaggingCommand,
  DeletePublicAccessBlockCommand,
  GetBucketAclCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyStatusCommand,
  GetBucketTaggingCommand,
  GetObjectCommand,
  GetPublicAccessBlockCommand,
  PutBucketAclCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function bucket() {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account));
  const Bucket = `open-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'content' }));
  const publicPolicy = policyText({
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${Bucket}/*`,
  });
  return { account, s3, Bucket, publicPolicy };
}

test('Public access: new buckets block it; without the block a public policy counts, and a restriction takes it back', async () => {
  const { account, s3, Bucket, publicPolicy: Policy } = await bucket();
  const all = {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  };
  const block = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
  expect(block.PublicAccessBlockConfiguration).toEqual(all);
  const putPolicy = () => s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  await expect(putPolicy()).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:root is not authorized to perform: s3:PutBucketPolicy on resource: ` +
      `"arn:aws:s3:::${Bucket}" because public policies are prevented by the BlockPublicPolicy setting in S3 Block ` +
      'Public Access.',
  });
  await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
  await expect(s3.send(new GetPublicAccessBlockCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchPublicAccessBlockConfiguration',
    message: 'The public access block configuration was not found',
  });
  await putPolicy();
  const status = await s3.send(new GetBucketPolicyStatusCommand({ Bucket }));
  expect(status.PolicyStatus).toEqual({ IsPublic: true });
  const stranger = new S3Client(server.client(freshAccount()));
  const readIt = () => stranger.send(new GetObjectCommand({ Bucket, Key: 'k' }));
  expect(await (await readIt()).Body?.transformToString()).toBe('content');
  const PublicAccessBlockConfiguration = { RestrictPublicBuckets: true };
  await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }));
  await expect(readIt()).rejects.toMatchObject({ name: 'AccessDenied', message: 'Access Denied' });
});

test('GetBucketPolicyStatus: tells what is public', async () => {
  const { account, s3, Bucket } = await bucket();
  await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
  const Resource = `arn:aws:s3:::${Bucket}/*`;
  const everybody = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource } as const;
  const cases: readonly (readonly [object, boolean])[] = [
    [{}, true],
    [{ Principal: { AWS: '*' } }, true],
    [{ Principal: { AWS: `arn:aws:iam::${account}:root` } }, false],
    [{ Principal: { Service: 's3.amazonaws.com' } }, false],
    [{ Effect: 'Deny' }, false],
    [{ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } }, false],
    [{ Condition: { StringLike: { 'aws:SourceArn': '*' } } }, true],
    [{ Condition: { IpAddress: { 'aws:SourceIp': '10.1.0.0/16' } } }, false],
    [{ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } } }, true],
    [{ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, true],
  ];
  let count = 0;
  for (const [change, isPublic] of cases) {
    const Policy = policyText({ ...everybody, ...change });
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    const { PolicyStatus } = await s3.send(new GetBucketPolicyStatusCommand({ Bucket }));
    expect([change, PolicyStatus?.IsPublic]).toEqual([change, isPublic]);
    count += 1;
  }
  expect(count).toBe(10);
});

test('Ownership: the bucket’s owner owns everything, and lists are not taken', async () => {
  const { s3, Bucket } = await bucket();
  const controls = await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }));
  expect(controls.OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  const acl = await s3.send(new GetBucketAclCommand({ Bucket }));
  expect(acl.Grants).toEqual([
    { Grantee: { ID: acl.Owner?.ID, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' },
  ]);
  const refusal = {
    name: 'AccessControlListNotSupported',
    message: 'The bucket does not allow ACLs',
  };
  const ACL = 'public-read' as const;
  await expect(s3.send(new PutBucketAclCommand({ Bucket, ACL }))).rejects.toMatchObject(refusal);
  await expect(s3.send(new PutObjectAclCommand({ Bucket, Key: 'k', ACL }))).rejects.toMatchObject(
    refusal,
  );
  await expect(
    s3.send(new PutObjectCommand({ Bucket, Key: 'x', Body: 'x', ACL })),
  ).rejects.toMatchObject(refusal);
  await s3.send(
    new PutObjectCommand({ Bucket, Key: 'x', Body: '', ACL: 'bucket-owner-full-control' }),
  );
  const OwnershipControls = { Rules: [{ ObjectOwnership: 'ObjectWriter' as const }] };
  await expect(
    s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls })),
  ).rejects.toMatchObject({
    name: 'NotImplemented',
    message:
      's3:PutBucketOwnershipControls is not implemented for the object ownership ObjectWriter',
  });
});

test('Tags: of buckets and objects, by which policies decide', async () => {
  const { account, s3, Bucket } = await bucket();
  await expect(s3.send(new GetBucketTaggingCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchTagSet',
    message: 'The TagSet does not exist',
  });
  const TagSet = [{ Key: 'team', Value: 'blue' }];
  await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
  expect((await s3.send(new GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual(TagSet);
  await s3.send(new DeleteBucketTaggingCommand({ Bucket }));
  const Resource = `arn:aws:s3:::${Bucket}/*`;
  const config = await newUser(server, account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource,
        Condition: { StringEquals: { 's3:ExistingObjectTag/Team': 'blue' } },
      },
      {
        Effect: 'Allow',
        Action: ['s3:PutObject', 's3:PutObjectTagging'],
        Resource,
        Condition: { StringEquals: { 's3:RequestObjectTag/Team': 'blue' } },
      },
    ],
  });
  const ann = new S3Client(config);
  const denied = { name: 'AccessDenied' };
  const readIt = () => ann.send(new GetObjectCommand({ Bucket, Key: 'k' }));
  await expect(readIt()).rejects.toMatchObject(denied);
  const Tagging = { TagSet: [{ Key: 'Team', Value: 'blue' }] };
  await s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'k', Tagging }));
  expect(await readIt()).toMatchObject({ TagCount: 1 });
  const write = (text: string) =>
    ann.send(new PutObjectCommand({ Bucket, Key: 'own', Body: 'x', Tagging: text }));
  await expect(write('Team=red')).rejects.toMatchObject(denied);
  await write('Team=blue');
  const eleven = Array.from({ length: 11 }, (_, n) => ({ Key: `k${n}`, Value: '' }));
  await expect(
    s3.send(new PutObjectTaggingCommand({ Bucket, Key: 'k', Tagging: { TagSet: eleven } })),
  ).rejects.toMatchObject({
    name: 'BadRequest',
    message: 'Object tags cannot be greater than 10',
  });
});

test('aws:SecureTransport: a bucket may refuse what comes without TLS', async () => {
  const { s3, Bucket } = await bucket();
  const Policy = policyText({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${Bucket}/*`,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'k' }))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining('with an explicit deny in a resource-based policy'),
  });
});
