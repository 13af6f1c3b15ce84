import {
  CreateBucketCommand,
  DeleteBucketPolicyCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function bucketFor(name: string) {
  const account = freshAccount();
  const Bucket = `${name}-${account}`;
  const s3 = new S3Client(server.client(account));
  await s3.send(new CreateBucketCommand({ Bucket }));
  return { account, Bucket, s3 };
}

test('PutBucketPolicy: lets another account in, and a Deny shuts everyone out', async () => {
  const { Bucket, s3 } = await bucketFor('shared');
  await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
  const friend = freshAccount();
  const theirs = new S3Client(server.client(friend));
  const read = new GetObjectCommand({ Bucket, Key: 'k' });
  await expect(theirs.send(read)).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Access Denied',
  });
  const Resource = `arn:aws:s3:::${Bucket}/*`;
  const Principal = { AWS: `arn:aws:iam::${friend}:root` };
  const allow = { Effect: 'Allow', Principal, Action: 's3:GetObject', Resource } as const;
  const Policy = policyText(allow);
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  expect((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(Policy);
  expect(await (await theirs.send(read)).Body?.transformToString()).toBe('x');
  const deny = { Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource } as const;
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: policyText(allow, deny) }));
  await expect(theirs.send(read)).rejects.toMatchObject({ message: 'Access Denied' });
  await expect(s3.send(read)).rejects.toMatchObject({
    message: expect.stringMatching(/ with an explicit deny in a resource-based policy$/),
  });
  await s3.send(new DeleteBucketPolicyCommand({ Bucket }));
  await s3.send(read);
  await expect(s3.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NoSuchBucketPolicy',
    message: 'The bucket policy does not exist',
  });
});

test('PutBucketPolicy: refuses what is no policy of this bucket', async () => {
  const { Bucket, s3 } = await bucketFor('policy');
  const own = `arn:aws:s3:::${Bucket}/*`;
  const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject' } as const;
  const ghost = { AWS: `arn:aws:iam::${freshAccount()}:user/ghost` };
  const policies = [
    ['{', 'This policy contains invalid Json'],
    [policyText({ ...statement, Resource: 'arn:aws:s3:::other/*' }), 'Policy has invalid resource'],
    [policyText({ ...statement, Resource: `${own.slice(0, -2)}*` }), 'Policy has invalid resource'],
    [policyText(statement), 'Missing required field Resource'],
    [
      policyText({ Effect: 'Allow', Action: 's3:GetObject', Resource: own }),
      'Missing required field Principal',
    ],
    [policyText({ ...statement, Principal: ghost, Resource: own }), 'Invalid principal in policy'],
  ] as const;
  let refused = 0;
  for (const [Policy, message] of policies) {
    const put = s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    await expect(put, Policy).rejects.toMatchObject({ name: 'MalformedPolicy', message });
    refused += 1;
  }
  expect(refused).toBe(6);
});
