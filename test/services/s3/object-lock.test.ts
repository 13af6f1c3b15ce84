import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectLegalHoldCommand,
  GetObjectLockConfigurationCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  type ObjectLockRetention,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
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

const DAY = 86_400_000;
const LOCKED = {
  name: 'AccessDenied',
  message: 'Access Denied because object protected by object lock.',
};

async function bucket(ObjectLockEnabledForBucket = true) {
  const account = freshAccount();
  const s3 = new S3Client(server.client(account));
  const Bucket = `locked-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket }));
  return { account, s3, Bucket };
}

type Own = Awaited<ReturnType<typeof bucket>>;

async function put({ s3, Bucket }: Own, more: Partial<PutObjectCommandInput> = {}) {
  const input = { Bucket, Key: 'k', Body: 'content', ...more };
  return (await s3.send(new PutObjectCommand(input))).VersionId ?? '';
}

function remove(
  { s3, Bucket }: Pick<Own, 's3' | 'Bucket'>,
  VersionId: string,
  BypassGovernanceRetention?: boolean,
) {
  const input = { Bucket, Key: 'k', VersionId, BypassGovernanceRetention };
  return s3.send(new DeleteObjectCommand(input));
}

function retain(
  { s3, Bucket }: Pick<Own, 's3' | 'Bucket'>,
  Retention: ObjectLockRetention,
  BypassGovernanceRetention?: boolean,
) {
  const input = { Bucket, Key: 'k', Retention, BypassGovernanceRetention };
  return s3.send(new PutObjectRetentionCommand(input));
}

async function now(): Promise<number> {
  const answer = await fetch(`${server.url}/_holdfast/clock`);
  const { serviceTime }: { serviceTime: string } = JSON.parse(await answer.text());
  return Date.parse(serviceTime);
}

async function advance(duration: string): Promise<void> {
  const body = JSON.stringify({ advance: duration });
  await fetch(`${server.url}/_holdfast/clock`, { method: 'POST', body });
}

test('Object Lock: compliance keeps a version from everybody until its time is over', async () => {
  const own = await bucket();
  const until = new Date((await now()) + 10 * DAY);
  const VersionId = await put(own, {
    ObjectLockMode: 'COMPLIANCE',
    ObjectLockRetainUntilDate: until,
  });
  const head = await own.s3.send(new HeadObjectCommand({ Bucket: own.Bucket, Key: 'k' }));
  expect(head).toMatchObject({ ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: until });
  await expect(remove(own, VersionId)).rejects.toMatchObject(LOCKED);
  await expect(remove(own, VersionId, true)).rejects.toMatchObject(LOCKED);
  const shorter = { Mode: 'COMPLIANCE', RetainUntilDate: new Date(until.getTime() - DAY) } as const;
  await expect(retain(own, shorter, true)).rejects.toMatchObject(LOCKED);
  await retain(own, { ...shorter, RetainUntilDate: new Date(until.getTime() + DAY) });
  // A marker hides it; the version is there.
  await own.s3.send(new DeleteObjectCommand({ Bucket: own.Bucket, Key: 'k' }));
  const Delete = { Objects: [{ Key: 'k', VersionId }] };
  const { Errors } = await own.s3.send(new DeleteObjectsCommand({ Bucket: own.Bucket, Delete }));
  expect(Errors).toMatchObject([{ Code: 'AccessDenied', Message: LOCKED.message }]);
  await advance('P12D');
  await remove(own, VersionId);
});

test('Object Lock: governance gives way to who may bypass it, and says so', async () => {
  const own = await bucket();
  const RetainUntilDate = new Date((await now()) + 10 * DAY);
  const VersionId = await put(own);
  await retain(own, { Mode: 'GOVERNANCE', RetainUntilDate });
  const shown = await own.s3.send(new GetObjectRetentionCommand({ Bucket: own.Bucket, Key: 'k' }));
  expect(shown.Retention).toEqual({ Mode: 'GOVERNANCE', RetainUntilDate });
  await expect(remove(own, VersionId)).rejects.toMatchObject(LOCKED);
  const Resource = `arn:aws:s3:::${own.Bucket}/*`;
  const Action = ['s3:DeleteObjectVersion', 's3:PutObjectRetention'];
  const config = await newUser(server, own.account, 'ann', {
    allow: [{ Effect: 'Allow', Action, Resource }],
  });
  const ann = { s3: new S3Client(config), Bucket: own.Bucket };
  const denied = {
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${own.account}:user/ann is not authorized to perform: s3:BypassGovernanceRetention on ` +
      `resource: "arn:aws:s3:::${own.Bucket}/k" because no identity-based policy allows the ` +
      's3:BypassGovernanceRetention action',
  };
  await expect(remove(ann, VersionId, true)).rejects.toMatchObject(denied);
  await expect(retain(ann, {}, true)).rejects.toMatchObject(denied);
  await remove(own, VersionId, true);
});

test('Object Lock: a legal hold has no end but that of who set it', async () => {
  const own = await bucket();
  const { s3, Bucket } = own;
  const VersionId = await put(own, { ObjectLockLegalHoldStatus: 'ON' });
  const hold = await s3.send(new GetObjectLegalHoldCommand({ Bucket, Key: 'k' }));
  expect(hold.LegalHold).toEqual({ Status: 'ON' });
  await advance('P4000D');
  await expect(remove(own, VersionId, true)).rejects.toMatchObject(LOCKED);
  const LegalHold = { Status: 'OFF' } as const;
  await s3.send(new PutObjectLegalHoldCommand({ Bucket, Key: 'k', LegalHold }));
  await remove(own, VersionId);
});

test('Object Lock: a bucket’s default retention is that of every new object', async () => {
  const own = await bucket(false);
  const { s3, Bucket } = own;
  const DefaultRetention = { Mode: 'GOVERNANCE', Days: 5 } as const;
  const ObjectLockConfiguration = {
    ObjectLockEnabled: 'Enabled',
    Rule: { DefaultRetention },
  } as const;
  const configure = () =>
    s3.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
  await expect(s3.send(new GetObjectLockConfigurationCommand({ Bucket }))).rejects.toMatchObject({
    name: 'ObjectLockConfigurationNotFoundError',
    message: 'Object Lock configuration does not exist for this bucket',
  });
  await expect(put(own, { ObjectLockLegalHoldStatus: 'ON' })).rejects.toMatchObject({
    name: 'InvalidRequest',
    message: 'Bucket is missing Object Lock Configuration',
  });
  await expect(configure()).rejects.toMatchObject({ name: 'InvalidBucketState' });
  const versioning = (Status: 'Enabled' | 'Suspended') =>
    s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
  await versioning('Enabled');
  await configure();
  const shown = await s3.send(new GetObjectLockConfigurationCommand({ Bucket }));
  expect(shown.ObjectLockConfiguration).toEqual(ObjectLockConfiguration);
  await expect(versioning('Suspended')).rejects.toMatchObject({
    name: 'InvalidBucketState',
    message:
      'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
  });
  const VersionId = await put(own);
  await expect(remove(own, VersionId)).rejects.toMatchObject(LOCKED);
  await advance('P6D');
  await remove(own, VersionId);
  await expect(
    put(own, { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: new Date(0) }),
  ).rejects.toMatchObject({
    name: 'InvalidArgument',
    message: 'The retain until date must be in the future!',
  });
});

test('Object Lock: a policy bounds the days, the mode and the hold of whatever sets a lock', async () => {
  const own = await bucket();
  const { s3, Bucket, account } = own;
  const deny = (Action: string | string[], Condition: object) => ({
    Effect: 'Deny',
    Principal: '*',
    Action,
    Resource: `arn:aws:s3:::${Bucket}/*`,
    Condition,
  });
  const retaining = ['s3:PutObject', 's3:PutObjectRetention'];
  const Statement = [
    deny(retaining, { NumericGreaterThan: { 's3:object-lock-remaining-retention-days': '10' } }),
    deny(retaining, { StringEquals: { 's3:object-lock-mode': 'COMPLIANCE' } }),
    deny('s3:PutObjectLegalHold', { StringEquals: { 's3:object-lock-legal-hold': 'OFF' } }),
    deny('s3:BypassGovernanceRetention', {
      NumericLessThan: { 's3:object-lock-remaining-retention-days': '5' },
    }),
  ];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  const allow = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] as const;
  const config = await newUser(server, account, 'ann', { allow });
  const ann = { ...own, s3: new S3Client(config) };
  const denied = (action: string) => ({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: s3:${action} on resource: ` +
      `"arn:aws:s3:::${Bucket}/k" with an explicit deny in a resource-based policy`,
  });
  const start = await now();
  const inDays = (days: number) => new Date(start + days * DAY);
  await put(ann);
  const lock = (days: number) =>
    ({ ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: inDays(days) }) as const;
  const named = { Bucket, Key: 'k' };
  const bringing = [
    (days: number) => put(ann, lock(days)),
    (days: number) => ann.s3.send(new CreateMultipartUploadCommand({ ...named, ...lock(days) })),
    (days: number) =>
      ann.s3.send(
        new CopyObjectCommand({
          ...named,
          CopySource: `${Bucket}/k`,
          MetadataDirective: 'REPLACE',
          ...lock(days),
        }),
      ),
  ];
  for (const bring of bringing) {
    await expect(bring(11)).rejects.toMatchObject(denied('PutObject'));
    await bring(10);
  }
  expect(bringing).toHaveLength(3);
  await expect(
    retain(ann, { Mode: 'GOVERNANCE', RetainUntilDate: inDays(36_500) }),
  ).rejects.toMatchObject(denied('PutObjectRetention'));
  await expect(
    retain(ann, { Mode: 'COMPLIANCE', RetainUntilDate: inDays(10) }),
  ).rejects.toMatchObject(denied('PutObjectRetention'));
  await retain(ann, { Mode: 'GOVERNANCE', RetainUntilDate: inDays(10) });
  await expect(
    retain(ann, { Mode: 'GOVERNANCE', RetainUntilDate: inDays(4) }, true),
  ).rejects.toMatchObject(denied('BypassGovernanceRetention'));
  await retain(ann, { Mode: 'GOVERNANCE', RetainUntilDate: inDays(6) }, true);
  const hold = (Status: 'ON' | 'OFF') =>
    ann.s3.send(new PutObjectLegalHoldCommand({ ...named, LegalHold: { Status } }));
  await hold('ON');
  await expect(hold('OFF')).rejects.toMatchObject(denied('PutObjectLegalHold'));
});
