import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
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

async function bucketFor(name: string) {
  const account = freshAccount();
  const Bucket = `${name}-${account}`;
  const s3 = new S3Client(server.client(account));
  await s3.send(new CreateBucketCommand({ Bucket }));
  return { account, Bucket, s3 };
}

test('PutObject: keeps bytes, headers and metadata, and tells what it stored', async () => {
  const { Bucket, s3 } = await bucketFor('put');
  const Body = 'The quick brown fox';
  const put = await s3.send(
    new PutObjectCommand({
      Bucket,
      Key: 'a b/ü+%.txt',
      Body,
      ContentType: 'text/plain',
      CacheControl: 'no-store',
      Metadata: { Owner: 'me' },
    }),
  );
  const etag = `"${createHash('md5').update(Body).digest('hex')}"`;
  expect(put).toMatchObject({ ETag: etag, ServerSideEncryption: 'AES256' });
  expect(put.ChecksumCRC32).toBeTypeOf('string');
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a b/ü+%.txt' }));
  expect(await got.Body?.transformToString()).toBe(Body);
  expect(got).toMatchObject({
    ETag: etag,
    ContentType: 'text/plain',
    CacheControl: 'no-store',
    ContentLength: Body.length,
    Metadata: { owner: 'me' },
    ServerSideEncryption: 'AES256',
  });
});

test('PutObject: computes each checksum that clients ask for, which they verify on reading', async () => {
  const { Bucket, s3 } = await bucketFor('sums');
  let verified = 0;
  for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const) {
    const Key = ChecksumAlgorithm;
    const put = await s3.send(
      new PutObjectCommand({ Bucket, Key, Body: '123456789', ChecksumAlgorithm }),
    );
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    const name = `Checksum${ChecksumAlgorithm}` as const;
    expect(put[name], Key).toBeTypeOf('string');
    expect(head[name]).toBe(put[name]);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(await got.Body?.transformToString()).toBe('123456789');
    verified += 1;
  }
  expect(verified).toBe(5);
});

test('PutObject: refuses what differs from its checksum or MD5, and keeps nothing of it', async () => {
  const { Bucket, s3 } = await bucketFor('bad');
  const wrong = { Bucket, Key: 'a', Body: 'hello' };
  const sum = s3.send(new PutObjectCommand({ ...wrong, ChecksumCRC32: 'AAAAAA==' }));
  await expect(sum).rejects.toMatchObject({
    name: 'BadDigest',
    message: 'The CRC32 you specified did not match the calculated checksum.',
  });
  const ContentMD5 = createHash('md5').update('other').digest('base64');
  await expect(s3.send(new PutObjectCommand({ ...wrong, ContentMD5 }))).rejects.toMatchObject({
    name: 'BadDigest',
    message: 'The Content-MD5 you specified did not match what we received.',
  });
  const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket }));
  expect(KeyCount).toBe(0);
});

test('PutObject: reads a stream in chunks with a trailing checksum, as large as it comes', async () => {
  const { account, Bucket } = await bucketFor('stream');
  const config = await newUser(server, account, 'writer', {
    allow: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
  });
  // A user's signature is verified; dev mode's root needs none.
  const s3 = new S3Client(config);
  const piece = Buffer.alloc(1024 * 1024, 'x');
  const pieces = 24;
  const Body = Readable.from(Array.from({ length: pieces }, () => piece));
  const ContentLength = piece.length * pieces;
  await s3.send(new PutObjectCommand({ Bucket, Key: 'large', Body, ContentLength }));
  const hash = createHash('md5');
  for (let i = 0; i < pieces; i += 1) hash.update(piece);
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'large' }));
  expect(got.ETag).toBe(`"${hash.digest('hex')}"`);
  expect(got.ContentLength).toBe(ContentLength);
  expect(got.ContentEncoding).toBeUndefined();
  const bytes = await got.Body?.transformToByteArray();
  expect(bytes?.length).toBe(ContentLength);
});

test('PutObject: a body cut short by its client leaves nothing behind', async () => {
  const { account, Bucket, s3 } = await bucketFor('cut');
  const url = new URL(`${server.url}/${Bucket}/cut`);
  const credential = `Credential=${account}/20260101/us-east-1/s3/aws4_request`;
  const Authorization = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=host, Signature=${'0'.repeat(64)}`;
  await new Promise<void>((resolve) => {
    const call = request(url, {
      method: 'PUT',
      headers: {
        Authorization,
        'Content-Length': '1000000',
        'x-amz-date': '20260101T000000Z',
        'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
      },
    });
    call.on('error', () => resolve());
    call.write('part', () => call.destroy());
    call.on('close', () => resolve());
  });
  const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket }));
  expect(KeyCount).toBe(0);
});

test('PutObject: is denied before its body is read', async () => {
  const { account, Bucket } = await bucketFor('denied');
  const s3 = new S3Client(await newUser(server, account, 'eve'));
  const Body = Buffer.alloc(3 * 1024 * 1024);
  await expect(s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body }))).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/eve is not authorized to perform: s3:PutObject on ` +
      `resource: "arn:aws:s3:::${Bucket}/k" because no identity-based policy allows the s3:PutObject action`,
  });
});

test('PutObject: writes only where nothing is, or what is known, when told to', async () => {
  const { Bucket, s3 } = await bucketFor('when');
  const object = { Bucket, Key: 'a', Body: '1' };
  const first = await s3.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }));
  const again = s3.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }));
  await expect(again).rejects.toMatchObject({
    name: 'PreconditionFailed',
    message: 'At least one of the pre-conditions you specified did not hold',
  });
  const IfMatch = first.ETag;
  await s3.send(new PutObjectCommand({ ...object, Body: '2', IfMatch }));
  const stale = s3.send(new PutObjectCommand({ ...object, Body: '3', IfMatch }));
  await expect(stale).rejects.toMatchObject({ name: 'PreconditionFailed' });
  const missing = s3.send(new PutObjectCommand({ ...object, Key: 'none', Body: '4', IfMatch }));
  await expect(missing).rejects.toMatchObject({
    name: 'NoSuchKey',
    message: 'The specified key does not exist.',
  });
});

test('PutObject: says what is not built, and takes nothing in its place', async () => {
  const { Bucket, s3 } = await bucketFor('later');
  const ServerSideEncryption = 'aws:fsx' as const;
  const put = s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x', ServerSideEncryption }));
  await expect(put).rejects.toMatchObject({
    name: 'NotImplemented',
    message: 's3:PutObject is not implemented for server-side encryption by aws:fsx',
  });
});
