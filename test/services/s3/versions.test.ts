import { createHash } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
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

async function bucket(Status?: 'Enabled' | 'Suspended') {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account));
  const Bucket = `versions-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const own = { account, s3, Bucket };
  if (Status !== undefined) await setVersioning(own, Status);
  return own;
}

type Own = Awaited<ReturnType<typeof bucket>>;

async function setVersioning({ s3, Bucket }: Own, Status: 'Enabled' | 'Suspended') {
  const VersioningConfiguration = { Status };
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
}

async function put({ s3, Bucket }: Own, Key: string, Body: string): Promise<string | undefined> {
  return (await s3.send(new PutObjectCommand({ Bucket, Key, Body }))).VersionId;
}

async function read({ s3, Bucket }: Own, Key: string, VersionId?: string) {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  return Body?.transformToString();
}

async function remove({ s3, Bucket }: Own, Key: string, VersionId?: string) {
  const { DeleteMarker, VersionId: shown } = await s3.send(
    new DeleteObjectCommand({ Bucket, Key, VersionId }),
  );
  return { DeleteMarker, VersionId: shown };
}

/** What is listed: key, version, whether it is the latest, and what it is. */
async function listed({ s3, Bucket }: Own, input: object = {}) {
  const page = await s3.send(new ListObjectVersionsCommand({ Bucket, ...input }));
  const of = (kind: string) => (entry: object) => ({ kind, ...entry });
  const all = [
    ...(page.Versions ?? []).map(of('object')),
    ...(page.DeleteMarkers ?? []).map(of('marker')),
  ];
  return { page, all };
}

test('PutBucketVersioning: every object keeps its versions from then on, and what was there is `null`', async () => {
  const own = await bucket();
  const { s3, Bucket } = own;
  expect(await put(own, 'k', 'before')).toBeUndefined();
  expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBeUndefined();
  await setVersioning(own, 'Enabled');
  expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
  const first = await put(own, 'k', 'first');
  const second = await put(own, 'k', 'second');
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(second).not.toBe(first);
  expect(await read(own, 'k')).toBe('second');
  expect(await read(own, 'k', first)).toBe('first');
  expect(await read(own, 'k', 'null')).toBe('before');
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'k', VersionId: first }));
  expect(head).toMatchObject({ VersionId: first, ContentLength: 5 });
  const { all } = await listed(own);
  expect(all).toMatchObject([
    { kind: 'object', Key: 'k', VersionId: second, IsLatest: true, Size: 6 },
    { kind: 'object', Key: 'k', VersionId: first, IsLatest: false },
    { kind: 'object', Key: 'k', VersionId: 'null', IsLatest: false },
  ]);
  await expect(read(own, 'k', 'f'.repeat(32))).rejects.toMatchObject({
    name: 'NoSuchVersion',
    message: 'The specified version does not exist.',
  });
});

test('DeleteObject: hides what has versions behind a marker, and takes one version for good', async () => {
  const own = await bucket('Enabled');
  const { s3, Bucket } = own;
  const first = await put(own, 'k', 'first');
  const second = await put(own, 'k', 'second');
  const marker = await remove(own, 'k');
  expect(marker).toEqual({
    DeleteMarker: true,
    VersionId: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  await expect(read(own, 'k')).rejects.toMatchObject({
    name: 'NoSuchKey',
    message: 'The specified key does not exist.',
  });
  await expect(read(own, 'k', marker.VersionId)).rejects.toMatchObject({
    name: 'MethodNotAllowed',
    message: 'The specified method is not allowed against this resource.',
    $metadata: { httpStatusCode: 405 },
  });
  const shown = await s3.send(new ListObjectsV2Command({ Bucket }));
  expect(shown.KeyCount).toBe(0);
  expect((await listed(own)).all).toMatchObject([
    { kind: 'object', VersionId: second, IsLatest: false },
    { kind: 'object', VersionId: first, IsLatest: false },
    { kind: 'marker', VersionId: marker.VersionId, IsLatest: true },
  ]);
  // Without the marker the newest version is the object again.
  expect(await remove(own, 'k', marker.VersionId)).toEqual({
    DeleteMarker: true,
    VersionId: marker.VersionId,
  });
  expect(await read(own, 'k')).toBe('second');
  expect(await remove(own, 'k', second)).toEqual({ DeleteMarker: undefined, VersionId: second });
  expect(await read(own, 'k')).toBe('first');
  await expect(read(own, 'k', second)).rejects.toMatchObject({ name: 'NoSuchVersion' });
  await expect(s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({
    name: 'BucketNotEmpty',
  });
});

test('Suspended versions: a new object takes the place of `null`, and others stay', async () => {
  const own = await bucket('Enabled');
  const first = await put(own, 'k', 'first');
  await setVersioning(own, 'Suspended');
  await put(own, 'k', 'null one');
  await put(own, 'k', 'null two');
  expect(await read(own, 'k')).toBe('null two');
  expect((await listed(own)).all).toMatchObject([
    { VersionId: 'null', IsLatest: true },
    { VersionId: first, IsLatest: false },
  ]);
  expect(await remove(own, 'k')).toEqual({ DeleteMarker: true, VersionId: 'null' });
  expect((await listed(own)).all).toMatchObject([
    { kind: 'object', VersionId: first, IsLatest: false },
    { kind: 'marker', VersionId: 'null', IsLatest: true },
  ]);
  await put(own, 'k', 'null three');
  expect((await listed(own)).all).toMatchObject([
    { kind: 'object', VersionId: 'null', IsLatest: true },
    { kind: 'object', VersionId: first, IsLatest: false },
  ]);
  await setVersioning(own, 'Enabled');
  const second = await put(own, 'k', 'second');
  expect((await listed(own)).all.map((one) => 'VersionId' in one && one.VersionId)).toEqual([
    second,
    'null',
    first,
  ]);
});

test('ListObjectVersions: goes on within a key and past common prefixes, page by page', async () => {
  const own = await bucket('Enabled');
  const expected: string[] = [];
  for (const key of ['a', 'a/1', 'a/2', 'b']) {
    const ids = [await put(own, key, '1'), await put(own, key, '2'), await put(own, key, '3')];
    expected.push(...ids.reverse().map((id) => `${key} ${id}`));
  }
  const seen: string[] = [];
  let markers = {};
  for (let pages = 0; pages < 12; pages += 1) {
    const { page } = await listed(own, { MaxKeys: 2, ...markers });
    seen.push(...(page.Versions ?? []).map(({ Key, VersionId }) => `${Key} ${VersionId}`));
    if (page.IsTruncated !== true) break;
    markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
  expect(seen).toEqual(expected);
  const { page } = await listed(own, { Delimiter: '/', MaxKeys: 4 });
  expect(page.CommonPrefixes).toEqual([{ Prefix: 'a/' }]);
  expect(page.IsTruncated).toBe(true);
  const rest = await listed(own, { Delimiter: '/', KeyMarker: page.NextKeyMarker });
  expect(rest.page.Versions?.map(({ Key }) => Key)).toEqual(['b', 'b', 'b']);
  const prefixed = await listed(own, { Prefix: 'a/2' });
  expect(prefixed.all).toHaveLength(3);
  await expect(
    listed(own, { KeyMarker: 'a', VersionIdMarker: 'e'.repeat(32) }),
  ).rejects.toMatchObject({ name: 'InvalidArgument', message: 'Invalid version id specified' });
});

test('DeleteObjects: tells of each key what became of it', async () => {
  const own = await bucket('Enabled');
  const { s3, Bucket, account } = own;
  const first = await put(own, 'a', '1');
  const second = await put(own, 'a', '2');
  await put(own, 'b', '1');
  const Delete = {
    Objects: [
      { Key: 'a', VersionId: second },
      { Key: 'a', VersionId: first },
      { Key: 'b' },
      { Key: 'b', ETag: '"other"' },
    ],
  };
  const { Deleted, Errors } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete }));
  expect(Deleted).toEqual([
    { Key: 'a', VersionId: second },
    { Key: 'a', VersionId: first },
    { Key: 'b', DeleteMarker: true, DeleteMarkerVersionId: expect.any(String) },
  ]);
  expect(Errors).toMatchObject([{ Key: 'b', Code: 'NoSuchKey' }]);
  expect((await listed(own, { Prefix: 'a' })).all).toEqual([]);
  const config = await newUser(server, account, 'ann', {
    allow: [{ Effect: 'Allow', Action: 's3:DeleteObject', Resource: `arn:aws:s3:::${Bucket}/*` }],
  });
  const ann = new S3Client(config);
  const asked = { Objects: [{ Key: 'c' }, { Key: 'b', VersionId: 'null' }], Quiet: true };
  const answer = await ann.send(new DeleteObjectsCommand({ Bucket, Delete: asked }));
  expect(answer.Deleted ?? []).toEqual([]);
  expect(answer.Errors).toEqual([
    {
      Key: 'b',
      VersionId: 'null',
      Code: 'AccessDenied',
      Message:
        `User: arn:aws:iam::${account}:user/ann is not authorized to perform: s3:DeleteObjectVersion on resource: ` +
        `"arn:aws:s3:::${Bucket}/b" because no identity-based policy allows the s3:DeleteObjectVersion action`,
    },
  ]);
});

test('Versions: reading one takes a permission of its own, which policies narrow by its id', async () => {
  const own = await bucket('Enabled');
  const { s3, Bucket, account } = own;
  const first = await put(own, 'k', 'first');
  const second = await put(own, 'k', 'second');
  const Resource = `arn:aws:s3:::${Bucket}/*`;
  const Policy = policyText({
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:GetObjectVersion',
    Resource,
    Condition: { StringEquals: { 's3:VersionId': first } },
  });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  expect(await read(own, 'k', second)).toBe('second');
  await expect(read(own, 'k', first)).rejects.toMatchObject({ name: 'AccessDenied' });
  const config = await newUser(server, account, 'bob', {
    allow: [{ Effect: 'Allow', Action: 's3:GetObject', Resource }],
  });
  const bob = { ...own, s3: new S3Client(config) };
  expect(await read(bob, 'k')).toBe('second');
  await expect(read(bob, 'k', second)).rejects.toMatchObject({
    message:
      `User: arn:aws:iam::${account}:user/bob is not authorized to perform: s3:GetObjectVersion on resource: ` +
      `"arn:aws:s3:::${Bucket}/k" because no identity-based policy allows the s3:GetObjectVersion action`,
  });
});

test('PutBucketVersioning: refuses MFA delete, which nobody would ask a device for', async () => {
  const { s3, Bucket } = await bucket();
  const VersioningConfiguration = { Status: 'Enabled', MFADelete: 'Enabled' } as const;
  await expect(
    s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration })),
  ).rejects.toMatchObject({
    name: 'NotImplemented',
    message: 's3:PutBucketVersioning is not implemented for MFA delete',
  });
});

function hasHeaders(request: unknown): request is { headers: Record<string, string> } {
  return typeof request === 'object' && request !== null && 'headers' in request;
}

test('DeleteObjects: refuses a list that is not what its digest promises', async () => {
  const own = await bucket();
  const { s3, Bucket } = own;
  await put(own, 'k', 'content');
  const cases = [
    {
      header: 'content-md5',
      value: createHash('md5').update('other').digest('base64'),
      message: 'The Content-MD5 you specified did not match what we received.',
    },
    {
      header: 'x-amz-checksum-sha256',
      value: createHash('sha256').update('other').digest('base64'),
      message: 'The SHA256 you specified did not match the calculated checksum.',
    },
  ];
  let count = 0;
  for (const { header, value, message } of cases) {
    const command = new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'k' }] } });
    command.middlewareStack.add(
      (next) => (args) => {
        const { request } = args;
        if (hasHeaders(request)) request.headers[header] = value;
        return next(args);
      },
      { step: 'build', priority: 'low' },
    );
    await expect(s3.send(command)).rejects.toMatchObject({ name: 'BadDigest', message });
    count += 1;
  }
  expect(count).toBe(2);
  expect(await read(own, 'k')).toBe('content');
});
