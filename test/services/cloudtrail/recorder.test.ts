import { PutEventSelectorsCommand } from '@aws-sdk/client-cloudtrail';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { keysUnder, storedFile } from '../../../labs/audit/digests.ts';
import { loggingTrail, type TrailBucket } from './trail-bucket.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** Records of what follows in the trail's log files. */
async function recorded(made: TrailBucket, account: string) {
  const { clock, advanceTo } = server.platform.engine();
  await advanceTo(clock.serviceTime() + 6 * 60_000);
  const keys = await keysUnder(made.s3, made.bucket, `AWSLogs/${account}/CloudTrail/`);
  const files = await Promise.all(keys.map((key) => storedFile(made.s3, made.bucket, key)));
  return files.flatMap(({ text }) => JSON.parse(text).Records);
}

type Selectors = Omit<ConstructorParameters<typeof PutEventSelectorsCommand>[0], 'TrailName'>;

/** What a trail with these selectors records of one call of each kind. */
async function namesWith(selectors: (bucket: string) => Selectors): Promise<readonly string[]> {
  const account = freshAccount();
  const config = server.client(account);
  const made = await loggingTrail(config, account);
  const Bucket = `data-${account}`;
  await made.s3.send(new CreateBucketCommand({ Bucket }));
  await server.platform.engine().advanceTo(server.platform.engine().clock.serviceTime() + 1);
  const { trail } = made;
  await trail.send(new PutEventSelectorsCommand({ TrailName: 'audit', ...selectors(Bucket) }));
  await made.s3.send(new PutObjectCommand({ Bucket, Key: 'a/b', Body: 'x' }));
  await made.s3.send(new PutObjectCommand({ Bucket: made.bucket, Key: 'other', Body: 'x' }));
  await made.s3.send(new GetObjectCommand({ Bucket, Key: 'a/b' }));
  await new KMSClient(config).send(new ListKeysCommand({}));
  const records = await recorded(made, account);
  const start = records.findIndex(({ eventName }) => eventName === 'PutEventSelectors');
  const after = records
    .slice(start + 1)
    .filter(({ eventSource }) => !/cloudtrail/.test(eventSource));
  return after.filter(({ eventName }) => eventName !== 'CreateBucket').map((r) => r.eventName);
}

const OBJECTS = 'AWS::S3::Object';

test('selectors: decide what a trail records', async () => {
  const basic = (selector: object) => ({ EventSelectors: [selector] });
  const inBucket = (bucket: string) => [{ Type: OBJECTS, Values: [`arn:aws:s3:::${bucket}/`] }];
  const every = [{ Type: OBJECTS, Values: ['arn:aws:s3'] }];
  const advanced = (...fields: { Field: string; Equals?: string[]; StartsWith?: string[] }[]) => ({
    AdvancedEventSelectors: [{ FieldSelectors: fields }],
  });
  const cases: readonly (readonly [(bucket: string) => Selectors, readonly string[]])[] = [
    [() => basic({ ReadWriteType: 'All' }), ['ListKeys']],
    [() => basic({ ReadWriteType: 'WriteOnly' }), []],
    [() => basic({ ExcludeManagementEventSources: ['kms.amazonaws.com'] }), []],
    [
      (bucket) => basic({ DataResources: inBucket(bucket) }),
      ['PutObject', 'GetObject', 'ListKeys'],
    ],
    [
      () => basic({ DataResources: every, IncludeManagementEvents: false }),
      ['PutObject', 'PutObject', 'GetObject'],
    ],
    [
      (bucket) =>
        basic({
          DataResources: inBucket(bucket),
          IncludeManagementEvents: false,
          ReadWriteType: 'ReadOnly',
        }),
      ['GetObject'],
    ],
    [
      (bucket) =>
        advanced(
          { Field: 'eventCategory', Equals: ['Data'] },
          { Field: 'resources.type', Equals: [OBJECTS] },
          { Field: 'resources.ARN', StartsWith: [`arn:aws:s3:::${bucket}/a/`] },
          { Field: 'eventName', Equals: ['PutObject'] },
        ),
      ['PutObject'],
    ],
    [() => advanced({ Field: 'eventCategory', Equals: ['Management'] }), ['ListKeys']],
  ];
  let compared = 0;
  for (const [selectors, names] of cases) {
    expect(await namesWith(selectors), `case ${compared}`).toEqual(names);
    compared += 1;
  }
  expect(compared).toBe(8);
});

test('data events: are told apart, and name the object and its bucket', async () => {
  const account = freshAccount();
  const made = await loggingTrail(server.client(account), account);
  const DataResources = [{ Type: OBJECTS, Values: ['arn:aws:s3'] }];
  const EventSelectors = [{ DataResources, IncludeManagementEvents: false }];
  await made.trail.send(new PutEventSelectorsCommand({ TrailName: 'audit', EventSelectors }));
  await made.s3.send(new PutObjectCommand({ Bucket: made.bucket, Key: 'k', Body: 'secret' }));
  const record = (await recorded(made, account)).find((one) => one.eventName === 'PutObject');
  expect(record).toMatchObject({
    eventSource: 's3.amazonaws.com',
    eventCategory: 'Data',
    managementEvent: false,
    readOnly: false,
    resources: [
      { type: OBJECTS, ARN: `arn:aws:s3:::${made.bucket}/k` },
      { type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${made.bucket}`, accountId: account },
    ],
    additionalEventData: { bytesTransferredIn: 6, SSEApplied: 'Default_SSE_S3' },
  });
  expect(JSON.stringify(record)).not.toContain('secret');
});
