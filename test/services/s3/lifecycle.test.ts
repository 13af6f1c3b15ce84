import {
  AbortMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketLifecycleCommand,
  DeleteObjectCommand,
  GetBucketLifecycleConfigurationCommand,
  HeadObjectCommand,
  type LifecycleRule,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
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

async function bucket(isVersioned = false) {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account));
  const Bucket = `aging-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  if (isVersioned) {
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  }
  return { s3, Bucket };
}

type Own = Awaited<ReturnType<typeof bucket>>;

async function rules({ s3, Bucket }: Own, ...Rules: LifecycleRule[]): Promise<void> {
  const LifecycleConfiguration = { Rules };
  await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
}

async function advance(duration: string): Promise<void> {
  const body = JSON.stringify({ advance: duration });
  const { status } = await fetch(`${server.url}/_holdfast/clock`, { method: 'POST', body });
  expect(status).toBe(200);
}

async function keys({ s3, Bucket }: Own): Promise<string[]> {
  const { Versions = [], DeleteMarkers = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket }),
  );
  return [
    ...Versions.map(({ Key, IsLatest }) => `${Key} object ${IsLatest}`),
    ...DeleteMarkers.map(({ Key, IsLatest }) => `${Key} marker ${IsLatest}`),
  ];
}

test('Lifecycle: objects expire after their days, as far as prefix, tags and size say', async () => {
  const own = await bucket();
  const { s3, Bucket } = own;
  const put = (Key: string, more: object = {}) =>
    s3.send(new PutObjectCommand({ Bucket, Key, Body: '12345', ...more }));
  await rules(
    own,
    { ID: 'days', Status: 'Enabled', Filter: { Prefix: 'log/' }, Expiration: { Days: 3 } },
    {
      Status: 'Enabled',
      Filter: { And: { Prefix: 'tmp/', Tags: [{ Key: 'keep', Value: 'no' }] } },
      Expiration: { Days: 1 },
    },
    {
      Status: 'Enabled',
      Filter: { ObjectSizeGreaterThan: 8 },
      Expiration: { Days: 1 },
    },
    { Status: 'Disabled', Filter: { Prefix: '' }, Expiration: { Days: 1 } },
  );
  await put('log/1');
  await put('tmp/1', { Tagging: 'keep=no' });
  await put('tmp/2', { Tagging: 'keep=yes' });
  await put('large', { Body: '123456789' });
  await advance('P2DT1H');
  expect(await keys(own)).toEqual(['log/1 object true', 'tmp/2 object true']);
  await advance('P2D');
  expect(await keys(own)).toEqual(['tmp/2 object true']);
  const shown = await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  expect(shown.Rules?.[0]).toEqual({
    ID: 'days',
    Status: 'Enabled',
    Filter: { Prefix: 'log/' },
    Expiration: { Days: 3 },
  });
  await s3.send(new DeleteBucketLifecycleCommand({ Bucket }));
  await expect(
    s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
  ).rejects.toMatchObject({
    name: 'NoSuchLifecycleConfiguration',
    message: 'The lifecycle configuration does not exist',
  });
  await put('log/2');
  await advance('P9D');
  await s3.send(new HeadObjectCommand({ Bucket, Key: 'log/2' }));
});

test('Lifecycle: where there are versions a marker comes first; old versions and lone markers go later', async () => {
  const own = await bucket(true);
  const { s3, Bucket } = own;
  const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
  await rules(own, {
    Status: 'Enabled',
    Filter: { Prefix: '' },
    Expiration: { Days: 5 },
    NoncurrentVersionExpiration: { NoncurrentDays: 2, NewerNoncurrentVersions: 1 },
  });
  for (let count = 0; count < 4; count += 1) await put('k');
  expect(await keys(own)).toHaveLength(4);
  await advance('P4D');
  expect(await keys(own)).toEqual(['k object true', 'k object false']);
  await advance('P3D');
  expect(await keys(own)).toEqual(['k object false', 'k marker true']);
  await rules(own, {
    Status: 'Enabled',
    Filter: { Prefix: '' },
    Expiration: { ExpiredObjectDeleteMarker: true },
    NoncurrentVersionExpiration: { NoncurrentDays: 1 },
  });
  await advance('P3D');
  expect(await keys(own)).toEqual([]);
});

test('Lifecycle: uploads that nobody completes are aborted', async () => {
  const own = await bucket();
  const { s3, Bucket } = own;
  await rules(own, {
    Status: 'Enabled',
    Filter: { Prefix: 'in/' },
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 2 },
  });
  await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'in/x' }));
  const other = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'out/x' }));
  await advance('P4D');
  const { Uploads } = await s3.send(new ListMultipartUploadsCommand({ Bucket }));
  expect(Uploads?.map(({ Key }) => Key)).toEqual(['out/x']);
  const { UploadId } = other;
  await s3.send(new AbortMultipartUploadCommand({ Bucket, Key: 'out/x', UploadId }));
});

test('Lifecycle: more versions than one unit looks at all have their turn', {
  timeout: 60_000,
}, async () => {
  const own = await bucket(true);
  const { s3, Bucket } = own;
  for (let key = 0; key < 60; key += 1) {
    const Key = `k${String(key).padStart(3, '0')}`;
    for (let version = 0; version < 10; version += 1) {
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    }
  }
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'k000' }));
  await rules(own, {
    Status: 'Enabled',
    Filter: { Prefix: '' },
    NoncurrentVersionExpiration: { NoncurrentDays: 1 },
  });
  await advance('P3D');
  expect(await keys(own)).toHaveLength(60);
});

test('PutBucketLifecycleConfiguration: refuses what AWS refuses, and what is not built by name', async () => {
  const own = await bucket();
  const base = { Status: 'Enabled', Filter: { Prefix: '' } } as const;
  const cases: readonly (readonly [LifecycleRule, string])[] = [
    [base, 'At least one action needs to be specified in a rule.'],
    [
      { ...base, Expiration: { Days: 0 } },
      "'Days' for Expiration action must be a positive integer",
    ],
    [
      { ...base, Expiration: { Date: new Date('2030-01-01T10:00:00Z') } },
      "'Date' must be at midnight GMT",
    ],
    [
      { ...base, Transitions: [{ Days: 1, StorageClass: 'GLACIER' }] },
      's3:PutBucketLifecycleConfiguration is not implemented for transitions to other storage classes',
    ],
  ];
  let count = 0;
  for (const [rule, message] of cases) {
    await expect(rules(own, rule)).rejects.toMatchObject({ message });
    count += 1;
  }
  expect(count).toBe(4);
});
