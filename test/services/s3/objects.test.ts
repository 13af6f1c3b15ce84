import { createHash } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const CHUNK = 64 * 1024;

async function stored(size: number) {
  const account = freshAccount();
  const Bucket = `got-${account}`;
  const s3 = new S3Client(server.client(account));
  await s3.send(new CreateBucketCommand({ Bucket }));
  const content = Buffer.from(Array.from({ length: size }, (_, i) => (i * 7) & 255));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: content }));
  return { account, Bucket, s3, content, object: { Bucket, Key: 'k' } };
}

test('GetObject: gives the bytes that were asked for, across the chunks they are kept in', async () => {
  const { s3, content, object } = await stored(3 * CHUNK);
  const size = content.length;
  const ranges = [
    ['bytes=0-0', 0, 0],
    [`bytes=${CHUNK - 1}-${CHUNK}`, CHUNK - 1, CHUNK],
    [`bytes=${2 * CHUNK}-`, 2 * CHUNK, size - 1],
    ['bytes=-5', size - 5, size - 1],
    [`bytes=10-${size * 2}`, 10, size - 1],
  ] as const;
  let read = 0;
  for (const [Range, first, last] of ranges) {
    const got = await s3.send(new GetObjectCommand({ ...object, Range }));
    expect(got.ContentRange).toBe(`bytes ${first}-${last}/${size}`);
    expect(got.$metadata.httpStatusCode, Range).toBe(206);
    const bytes = (await got.Body?.transformToByteArray()) ?? new Uint8Array();
    expect(Buffer.compare(bytes, content.subarray(first, last + 1))).toBe(0);
    read += 1;
  }
  expect(read).toBe(5);
  const beyond = s3.send(new GetObjectCommand({ ...object, Range: `bytes=${size}-` }));
  await expect(beyond).rejects.toMatchObject({
    name: 'InvalidRange',
    message: 'The requested range is not satisfiable',
  });
});

test('GetObject: an empty object has no bytes', async () => {
  const { s3, object } = await stored(0);
  const got = await s3.send(new GetObjectCommand(object));
  expect(got.ContentLength).toBe(0);
  expect(await got.Body?.transformToString()).toBe('');
});

test('GetObject: keeps to conditions', async () => {
  const { s3, object } = await stored(3);
  const { ETag = '', LastModified = new Date() } = await s3.send(new HeadObjectCommand(object));
  const same = s3.send(new GetObjectCommand({ ...object, IfNoneMatch: ETag }));
  await expect(same).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
  const since = s3.send(new GetObjectCommand({ ...object, IfModifiedSince: LastModified }));
  await expect(since).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
  const other = s3.send(new GetObjectCommand({ ...object, IfMatch: '"0"' }));
  await expect(other).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await s3.send(new GetObjectCommand({ ...object, IfMatch: ETag }));
});

test('GetObject: tells that a key is missing to whom may list the bucket alone', async () => {
  const { account, Bucket, s3 } = await stored(1);
  const missing = { Bucket, Key: 'none' };
  await expect(s3.send(new GetObjectCommand(missing))).rejects.toMatchObject({
    name: 'NoSuchKey',
    message: 'The specified key does not exist.',
  });
  await expect(s3.send(new HeadObjectCommand(missing))).rejects.toMatchObject({
    name: 'NotFound',
  });
  const config = await newUser(server, account, 'reader', {
    allow: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
  });
  await expect(new S3Client(config).send(new GetObjectCommand(missing))).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/reader is not authorized to perform: s3:ListBucket on ` +
      `resource: "arn:aws:s3:::${Bucket}" because no identity-based policy allows the s3:ListBucket action`,
  });
});

test('DeleteObject: takes an object, and agrees when there is none', async () => {
  const { s3, object } = await stored(1);
  await s3.send(new DeleteObjectCommand(object));
  await s3.send(new DeleteObjectCommand(object));
  await expect(s3.send(new GetObjectCommand(object))).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('GetObjectAttributes: tells what is asked for, and needs a permission beside reading', async () => {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account));
  const Bucket = `attributes-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(
    new PutObjectCommand({ Bucket, Key: 'k', Body: 'content', ChecksumAlgorithm: 'SHA256' }),
  );
  const asked = new GetObjectAttributesCommand({
    Bucket,
    Key: 'k',
    ObjectAttributes: ['ETag', 'Checksum', 'ObjectSize', 'StorageClass', 'ObjectParts'],
  });
  expect(await s3.send(asked)).toMatchObject({
    ETag: createHash('md5').update('content').digest('hex'),
    Checksum: {
      ChecksumSHA256: createHash('sha256').update('content').digest('base64'),
      ChecksumType: 'FULL_OBJECT',
    },
    ObjectSize: 7,
    StorageClass: 'STANDARD',
  });
  const config = await newUser(server, account, 'ann', {
    allow: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
  });
  await expect(new S3Client(config).send(asked)).rejects.toMatchObject({
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: s3:GetObjectAttributes on resource: ` +
      `"arn:aws:s3:::${Bucket}/k" because no identity-based policy allows the s3:GetObjectAttributes action`,
  });
});
