import {
  CreateBucketCommand,
  DeleteBucketCommand,
  GetBucketWebsiteCommand,
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('CreateBucket: makes a bucket in its Region, and one name for all accounts', async () => {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account, 'eu-west-1'));
  const Bucket = `made-${account}`;
  const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' as const };
  const elsewhere = { LocationConstraint: 'us-west-2' as const };
  const wrong = new CreateBucketCommand({ Bucket, CreateBucketConfiguration: elsewhere });
  await expect(s3.send(wrong)).rejects.toMatchObject({
    name: 'IllegalLocationConstraintException',
    message:
      'The us-west-2 location constraint is incompatible for the region specific endpoint this request was sent to.',
  });
  const made = await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  expect(made.Location).toBe(`/${Bucket}`);
  const location = await s3.send(new GetBucketLocationCommand({ Bucket }));
  expect(location.LocationConstraint).toBe('eu-west-1');
  const head = await s3.send(new HeadBucketCommand({ Bucket }));
  expect(head.BucketRegion).toBe('eu-west-1');
  const again = s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  await expect(again).rejects.toMatchObject({ name: 'BucketAlreadyOwnedByYou' });
  const other = new S3Client(server.client(freshAccount()));
  await expect(other.send(new CreateBucketCommand({ Bucket }))).rejects.toMatchObject({
    name: 'BucketAlreadyExists',
    message:
      'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
  });
});

test('CreateBucket: refuses names that are no bucket names', async () => {
  const s3 = new S3Client({ ...server.client(freshAccount()), forcePathStyle: true });
  const names = [
    'Upper',
    'ab',
    '192.168.1.1',
    'a..b',
    '-ab',
    'ab-',
    'xn--abc',
    'abc-s3alias',
    'a_b',
  ];
  let refused = 0;
  for (const Bucket of names) {
    const made = s3.send(new CreateBucketCommand({ Bucket }));
    await expect(made, Bucket).rejects.toMatchObject({
      name: 'InvalidBucketName',
      message: 'The specified bucket is not valid.',
    });
    refused += 1;
  }
  expect(refused).toBe(9);
});

test('DeleteBucket: takes an empty bucket only', async () => {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account));
  const Bucket = `kept-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
  await expect(s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({
    name: 'BucketNotEmpty',
    message: 'The bucket you tried to delete is not empty',
  });
  const empty = `empty-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket: empty }));
  await s3.send(new DeleteBucketCommand({ Bucket: empty }));
  await expect(s3.send(new HeadBucketCommand({ Bucket: empty }))).rejects.toMatchObject({
    name: 'NotFound',
  });
});

test('ListBuckets: shows an account its own, in pages', async () => {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account));
  for (const letter of ['b', 'a', 'c']) {
    await s3.send(new CreateBucketCommand({ Bucket: `${letter}-${account}` }));
  }
  const first = await s3.send(new ListBucketsCommand({ MaxBuckets: 2 }));
  expect(first.Buckets?.map(({ Name }) => Name)).toEqual([`a-${account}`, `b-${account}`]);
  const ContinuationToken = first.ContinuationToken;
  const rest = await s3.send(new ListBucketsCommand({ ContinuationToken }));
  expect(rest.Buckets?.map(({ Name }) => Name)).toEqual([`c-${account}`]);
  expect(rest.ContinuationToken).toBeUndefined();
});

test('GetBucketEncryption: is SSE-S3 from the start; what is not built says so', async () => {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account));
  const Bucket = `plain-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const { ServerSideEncryptionConfiguration } = await s3.send(
    new GetBucketEncryptionCommand({ Bucket }),
  );
  expect(ServerSideEncryptionConfiguration?.Rules).toEqual([
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
  ]);
  const versioning = await s3.send(new GetBucketVersioningCommand({ Bucket }));
  expect(versioning.Status).toBeUndefined();
  await expect(s3.send(new GetBucketWebsiteCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NotImplementedException',
    message: 's3:GetBucketWebsite is not implemented: this part of S3 is not built',
    $metadata: { httpStatusCode: 501 },
  });
});
