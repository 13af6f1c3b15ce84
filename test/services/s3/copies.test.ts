import { createHash, randomBytes } from 'node:crypto';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  type CopyObjectCommandInput,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  S3Client,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { bucketAndKey, type EncryptedBucket, put, read } from './encrypted-buckets.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function customerKey() {
  const key = randomBytes(32);
  return { text: key.toString('base64'), md5: createHash('md5').update(key).digest('base64') };
}

function copy(
  { s3, Bucket }: Pick<EncryptedBucket, 's3' | 'Bucket'>,
  input: Partial<CopyObjectCommandInput> = {},
) {
  return s3.send(
    new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/k`, ...input }),
  );
}

test('CopyObject: from each encryption to each other, in one Region and into another', async () => {
  const own = await bucketAndKey(server);
  const away = `away-${own.account}`;
  const far = new S3Client(server.client(own.account, 'eu-west-1'));
  await far.send(
    new CreateBucketCommand({
      Bucket: away,
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    }),
  );
  const from = customerKey();
  const to = customerKey();
  const Body = randomBytes(150_000);
  const sources = [
    { name: 'SSE-S3', put: {}, copy: {} },
    {
      name: 'SSE-KMS',
      put: { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: own.key } as const,
      copy: {},
    },
    {
      name: 'SSE-C',
      put: {
        SSECustomerAlgorithm: 'AES256',
        SSECustomerKey: from.text,
        SSECustomerKeyMD5: from.md5,
      },
      copy: {
        CopySourceSSECustomerAlgorithm: 'AES256',
        CopySourceSSECustomerKey: from.text,
        CopySourceSSECustomerKeyMD5: from.md5,
      },
    },
  ];
  const opening = {
    SSECustomerAlgorithm: 'AES256',
    SSECustomerKey: to.text,
    SSECustomerKeyMD5: to.md5,
  };
  const targets = [
    { copy: {}, read: {}, shown: { ServerSideEncryption: 'AES256' } },
    {
      copy: { ServerSideEncryption: 'aws:kms' } as const,
      read: {},
      shown: { ServerSideEncryption: 'aws:kms' },
    },
    { copy: opening, read: opening, shown: { SSECustomerKeyMD5: to.md5 } },
  ];
  let count = 0;
  for (const source of sources) {
    await put(own, { Body, ...source.put });
    for (const target of targets) {
      for (const place of [
        { s3: own.s3, Bucket: own.Bucket },
        { s3: far, Bucket: away },
      ]) {
        const CopySource = `${own.Bucket}/k`;
        const made = await copy(place, { CopySource, ...source.copy, ...target.copy });
        expect(made).toMatchObject(target.shown);
        const asked = { Bucket: place.Bucket, Key: 'copy', ...target.read };
        const { Body: bytes } = await place.s3.send(new GetObjectCommand(asked));
        expect(Body.equals((await bytes?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
        count += 1;
      }
    }
  }
  expect(count).toBe(18);
});

test('CopyObject: headers, metadata and tags come along, or are replaced', async () => {
  const own = await bucketAndKey(server);
  const { s3, Bucket } = own;
  await put(own, {
    ContentType: 'text/plain',
    Metadata: { a: '1' },
    Tagging: 'color=red',
    ChecksumAlgorithm: 'SHA256',
  });
  const made = await copy(own);
  expect(made.CopyObjectResult).toMatchObject({
    ETag: `"${createHash('md5').update('content').digest('hex')}"`,
    ChecksumSHA256: createHash('sha256').update('content').digest('base64'),
  });
  const head = () => s3.send(new HeadObjectCommand({ Bucket, Key: 'copy' }));
  const tags = async () =>
    (await s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'copy' }))).TagSet;
  expect(await head()).toMatchObject({ ContentType: 'text/plain', Metadata: { a: '1' } });
  expect(await tags()).toEqual([{ Key: 'color', Value: 'red' }]);
  await copy(own, {
    MetadataDirective: 'REPLACE',
    Metadata: { b: '2' },
    TaggingDirective: 'REPLACE',
    Tagging: 'color=blue',
  });
  expect(await head()).toMatchObject({
    ContentType: 'binary/octet-stream',
    Metadata: { b: '2' },
  });
  expect(await tags()).toEqual([{ Key: 'color', Value: 'blue' }]);
  await expect(copy(own, { Key: 'k' })).rejects.toMatchObject({
    name: 'InvalidRequest',
    message:
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's " +
      'metadata, storage class, website redirect location or encryption attributes.',
  });
});

test('CopyObject: conditions on the source, and on what is there', async () => {
  const own = await bucketAndKey(server);
  const { ETag } = await put(own);
  const failing: readonly Partial<CopyObjectCommandInput>[] = [
    { CopySourceIfMatch: '"other"' },
    { CopySourceIfNoneMatch: ETag },
    { CopySourceIfModifiedSince: new Date(Date.now() + 3_600_000) },
    { CopySourceIfUnmodifiedSince: new Date(0) },
  ];
  let count = 0;
  for (const condition of failing) {
    await expect(copy(own, condition)).rejects.toMatchObject({
      name: 'PreconditionFailed',
      message: 'At least one of the pre-conditions you specified did not hold',
    });
    count += 1;
  }
  expect(count).toBe(4);
  await copy(own, { CopySourceIfMatch: ETag, IfNoneMatch: '*' });
  await expect(copy(own, { IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
});

test('CopyObject: a version that is named, which the answer names', async () => {
  const own = await bucketAndKey(server);
  const { s3, Bucket } = own;
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  const first = await put(own, { Body: 'first' });
  await put(own, { Body: 'second' });
  const CopySource = `${Bucket}/k?versionId=${first.VersionId}`;
  const made = await copy(own, { Key: 'k', CopySource });
  expect(made.CopySourceVersionId).toBe(first.VersionId);
  expect(made.VersionId).toMatch(/^[0-9a-f]{32}$/);
  expect((await read(own)).text).toBe('first');
});

test('CopyObject: from another account, whose bucket and key let the caller read', async () => {
  const own = await bucketAndKey(server);
  const otherAccount = freshAccount();
  const other = await bucketAndKey(
    server,
    policyText({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:*', Resource: '*' }),
  );
  expect(otherAccount).not.toBe(other.account);
  await put(other, { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: other.key });
  const CopySource = `${other.Bucket}/k`;
  await expect(copy(own, { CopySource })).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Access Denied',
  });
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${own.account}:root` },
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${other.Bucket}/*`,
  });
  await other.s3.send(new PutBucketPolicyCommand({ Bucket: other.Bucket, Policy }));
  await copy(own, { CopySource });
  expect((await read(own, { Key: 'copy' })).head.ServerSideEncryption).toBe('AES256');
  await other.kms.send(new DisableKeyCommand({ KeyId: other.key }));
  await expect(copy(own, { CopySource })).rejects.toMatchObject({ name: 'KMS.DisabledException' });
});

test('CopyObject: takes reading the source, and its key, and writing the target', async () => {
  const own = await bucketAndKey(server);
  await put(own, { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: own.key });
  const arn = `arn:aws:s3:::${own.Bucket}`;
  const cases = [
    { allow: ['s3:PutObject'], action: 's3:GetObject', on: `"${arn}/k"` },
    { allow: ['s3:GetObject'], action: 's3:PutObject', on: `"${arn}/copy"` },
    { allow: ['s3:GetObject', 's3:PutObject'], action: 'kms:Decrypt', on: own.key },
  ];
  let count = 0;
  for (const { allow, action, on } of cases) {
    const name = `user${count}`;
    const config = await newUser(server, own.account, name, {
      allow: [{ Effect: 'Allow', Action: allow, Resource: `${arn}/*` }],
    });
    await expect(copy({ s3: new S3Client(config), Bucket: own.Bucket })).rejects.toMatchObject({
      name: 'AccessDenied',
      message:
        `User: arn:aws:iam::${own.account}:user/${name} is not authorized to perform: ${action} on resource: ${on} ` +
        `because no identity-based policy allows the ${action} action`,
    });
    count += 1;
  }
  expect(count).toBe(3);
});

test('UploadPartCopy: parts out of ranges of another object', async () => {
  const own = await bucketAndKey(server);
  const { s3, Bucket } = own;
  const Body = randomBytes(6 * 1024 ** 2);
  await put(own, { Body, ServerSideEncryption: 'aws:kms', SSEKMSKeyId: own.key });
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'parts' }));
  const Parts = [];
  for (const [number, range] of [
    [1, undefined],
    [2, 'bytes=0-99999'],
  ] as const) {
    const { CopyPartResult } = await s3.send(
      new UploadPartCopyCommand({
        Bucket,
        Key: 'parts',
        UploadId,
        PartNumber: number,
        CopySource: `${Bucket}/k`,
        CopySourceRange: range,
      }),
    );
    Parts.push({ PartNumber: number, ETag: CopyPartResult?.ETag });
  }
  await s3.send(
    new CompleteMultipartUploadCommand({
      Bucket,
      Key: 'parts',
      UploadId,
      MultipartUpload: { Parts },
    }),
  );
  const { Body: bytes } = await s3.send(new GetObjectCommand({ Bucket, Key: 'parts' }));
  const whole = Buffer.concat([Body, Body.subarray(0, 100_000)]);
  expect(whole.equals((await bytes?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true);
  const outside = { CopySource: `${Bucket}/k`, CopySourceRange: 'bytes=0-99999999' };
  const again = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'parts' }));
  await expect(
    s3.send(
      new UploadPartCopyCommand({
        Bucket,
        Key: 'parts',
        UploadId: again.UploadId,
        PartNumber: 1,
        ...outside,
      }),
    ),
  ).rejects.toMatchObject({
    name: 'InvalidArgument',
    message: `Range specified is not valid for source object of size: ${6 * 1024 ** 2}`,
  });
});

test('x-amz-copy-source: a policy names the source as it is, however the request writes it', async () => {
  const own = await bucketAndKey(server);
  const { s3, Bucket, account } = own;
  await put(own, { Key: 'open/k' });
  await put(own, { Key: 'shut/k' });
  const Resource = `arn:aws:s3:::${Bucket}/*`;
  const config = await newUser(server, account, 'ann', {
    allow: [
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      {
        Effect: 'Deny',
        Action: 's3:PutObject',
        Resource,
        Condition: { StringLike: { 's3:x-amz-copy-source': `${Bucket}/shut/*` } },
      },
    ],
  });
  const ann = { s3: new S3Client(config), Bucket };
  const denied = {
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: s3:PutObject on resource: ` +
      `"arn:aws:s3:::${Bucket}/copy" with an explicit deny in an identity-based policy`,
  };
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'copy' }));
  const part = (CopySource: string) =>
    ann.s3.send(
      new UploadPartCopyCommand({ Bucket, Key: 'copy', UploadId, PartNumber: 1, CopySource }),
    );
  const written = ['shut/k', '%73hut/k', 'shut%2Fk'];
  for (const path of written) {
    const CopySource = `${Bucket}/${path}`;
    await expect(copy(ann, { CopySource })).rejects.toMatchObject(denied);
    await expect(part(CopySource)).rejects.toMatchObject(denied);
  }
  expect(written).toHaveLength(3);
  await copy(ann, { CopySource: `/${Bucket}/open/k` });
  await part(`${Bucket}/%6fpen/k`);
});
