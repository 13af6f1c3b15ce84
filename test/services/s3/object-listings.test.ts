import {
  CreateBucketCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

const KEYS = ['a', 'b/1', 'b/2', 'b/3/x', 'c', 'd/1', 'ü'];

let server: TestServer;
let s3: S3Client;
let Bucket: string;
beforeAll(async () => {
  server = await startServer();
  const account = freshAccount();
  Bucket = `list-${account}`;
  s3 = new S3Client(server.client(account));
  await s3.send(new CreateBucketCommand({ Bucket }));
  for (const Key of KEYS) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
});
afterAll(() => server.close());

interface Query {
  readonly Prefix?: string;
  readonly Delimiter?: string;
}

async function all(query: Query, MaxKeys: number): Promise<string[]> {
  const found: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket, ...query, MaxKeys, ContinuationToken }),
    );
    expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
    found.push(...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix));
    found.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
    ContinuationToken = page.NextContinuationToken;
    expect(page.IsTruncated).toBe(ContinuationToken !== undefined);
  } while (ContinuationToken !== undefined);
  return found.toSorted();
}

test('ListObjectsV2: finds the same whatever the size of its pages', async () => {
  const queries: readonly (readonly [Query, readonly string[]])[] = [
    [{}, KEYS],
    [{ Delimiter: '/' }, ['a', 'b/', 'c', 'd/', 'ü']],
    [{ Prefix: 'b/', Delimiter: '/' }, ['b/1', 'b/2', 'b/3/']],
    [{ Prefix: 'b' }, ['b/1', 'b/2', 'b/3/x']],
    [{ Prefix: 'none' }, []],
  ];
  let listed = 0;
  for (const [query, expected] of queries) {
    for (const size of [1, 2, 3, 1000]) {
      expect(await all(query, size), JSON.stringify([query, size])).toEqual(expected);
      listed += 1;
    }
  }
  expect(listed).toBe(20);
});

test('ListObjects: goes on after a marker, and tells the next where prefixes are rolled up', async () => {
  const first = await s3.send(new ListObjectsCommand({ Bucket, Delimiter: '/', MaxKeys: 2 }));
  expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'b/', Name: Bucket, MaxKeys: 2 });
  const Marker = first.NextMarker;
  const next = await s3.send(new ListObjectsCommand({ Bucket, Delimiter: '/', Marker }));
  expect(next.Contents?.map(({ Key }) => Key)).toEqual(['c', 'ü']);
  expect(next.CommonPrefixes).toEqual([{ Prefix: 'd/' }]);
  const plain = await s3.send(new ListObjectsCommand({ Bucket, MaxKeys: 1 }));
  expect(plain.NextMarker).toBeUndefined();
});

test('ListObjectsV2: spells keys for URLs when asked to, and refuses foreign tokens', async () => {
  const page = await s3.send(
    new ListObjectsV2Command({ Bucket, StartAfter: 'd/1', EncodingType: 'url' }),
  );
  expect(page.Contents?.map(({ Key }) => Key)).toEqual(['%C3%BC']);
  const foreign = s3.send(new ListObjectsV2Command({ Bucket, ContinuationToken: 'abc' }));
  await expect(foreign).rejects.toMatchObject({
    name: 'InvalidArgument',
    message: 'The continuation token provided is incorrect',
  });
});
