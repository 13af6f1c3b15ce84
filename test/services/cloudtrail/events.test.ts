import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreateBucketCommand,
  GetBucketLocationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ListKeysCommand, KMSClient, TagResourceCommand } from '@aws-sdk/client-kms';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('LookupEvents: shows calls newest first, refused ones too, and no other account', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const other = new STSClient(server.client(freshAccount()));
  await other.send(new GetCallerIdentityCommand({}));
  await new STSClient(config).send(new GetCallerIdentityCommand({}));
  const kms = new KMSClient(config);
  await kms.send(new ListKeysCommand({})).catch(() => undefined);
  await kms.send(new TagResourceCommand({ KeyId: '', Tags: [] })).catch(() => undefined);
  const trail = new CloudTrailClient(config);
  const { Events = [] } = await trail.send(new LookupEventsCommand({}));
  expect(Events.map((event) => event.EventName)).toEqual([
    'TagResource',
    'ListKeys',
    'GetCallerIdentity',
  ]);
  const refused = JSON.parse(Events[0]?.CloudTrailEvent ?? '{}');
  expect(refused.errorCode).toBeTypeOf('string');
  expect(refused.recipientAccountId).toBe(account);
});

test('LookupEvents: searches by each attribute and pages with a token bound to the search', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const sts = new STSClient(config);
  for (let call = 0; call < 5; call += 1) await sts.send(new GetCallerIdentityCommand({}));
  const trail = new CloudTrailClient(config);
  const search = {
    LookupAttributes: [{ AttributeKey: 'EventName' as const, AttributeValue: 'GetCallerIdentity' }],
    MaxResults: 2,
  };
  const ids = new Set<string>();
  let token: string | undefined;
  let pages = 0;
  do {
    const page = await trail.send(new LookupEventsCommand({ ...search, NextToken: token }));
    for (const event of page.Events ?? []) ids.add(event.EventId ?? '');
    token = page.NextToken;
    pages += 1;
    if (token !== undefined && pages === 1) {
      const elsewhere = trail.send(new LookupEventsCommand({ MaxResults: 2, NextToken: token }));
      await expect(elsewhere).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
    }
  } while (token !== undefined && pages < 20);
  expect(ids.size).toBe(5);
});

test('LookupEvents: shows management events alone: calls on buckets, and none on objects', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const s3 = new S3Client(config);
  const Bucket = `seen-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
  await s3.send(new GetBucketLocationCommand({ Bucket }));
  const { Events } = await new CloudTrailClient(config).send(new LookupEventsCommand({}));
  expect(Events?.map(({ EventName }) => EventName)).toEqual(['GetBucketLocation', 'CreateBucket']);
});
