import {
  CreateAllowListCommand,
  CreateClassificationJobCommand,
  CreateCustomDataIdentifierCommand,
  CreateFindingsFilterCommand,
  DescribeClassificationJobCommand,
  GetAllowListCommand,
  type Scoping,
  type SimpleCriterionForJob,
  UpdateClassificationJobCommand,
} from '@aws-sdk/client-macie2';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { DeleteObjectCommand, PutBucketPolicyCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { allFindings, classified, put, watched } from './bench.ts';

let server: TestServer;
const listening = listeningService();

beforeAll(async () => {
  server = await startServer({ furtherServices: [listening.service] });
});
afterAll(() => server.close());

const CARD = '4556737586899855';

test('check 39: a column of numbers is a finding of its cells, and event buses hear of it', async () => {
  const watch = await watched(server);
  await put(watch, 'people/list.csv', 'id,SSN\n1,123-45-6789\n2,219-09-9999\n');
  const jobId = await classified(watch);
  const [finding, ...others] = await allFindings(watch);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    type: 'SensitiveData:S3Object/Personal',
    category: 'CLASSIFICATION',
    count: 1,
    severity: { score: 3, description: 'High' },
    schemaVersion: '1.0',
    sample: false,
    resourcesAffected: {
      s3Bucket: { name: watch.bucket, arn: `arn:aws:s3:::${watch.bucket}` },
      s3Object: {
        key: 'people/list.csv',
        extension: 'csv',
        path: `${watch.bucket}/people/list.csv`,
        size: 35,
      },
    },
    classificationDetails: {
      jobId,
      originType: 'SENSITIVE_DATA_DISCOVERY_JOB',
      result: {
        status: { code: 'COMPLETE' },
        mimeType: 'text/csv',
        sizeClassified: 35,
        additionalOccurrences: false,
        sensitiveData: [
          {
            category: 'PERSONAL_INFORMATION',
            totalCount: 2,
            detections: [
              {
                type: 'USA_SOCIAL_SECURITY_NUMBER',
                count: 2,
                occurrences: {
                  cells: [
                    { row: 2, column: 2, columnName: 'SSN' },
                    { row: 3, column: 2, columnName: 'SSN' },
                  ],
                },
              },
            ],
          },
        ],
      },
    },
  });
  await expect
    .poll(() => listening.heard.filter((event) => event['account'] === watch.account))
    .toMatchObject([
      {
        source: 'aws.macie',
        'detail-type': 'Macie Finding',
        detail: { id: finding?.id, policyDetails: null, archived: false },
      },
    ]);
});

test('check 44: severities follow counts, kinds together are multiple, and places end at 15', async () => {
  const watch = await watched(server);
  const dates = (count: number) =>
    Array.from({ length: count }, (_, at) => `date of birth: 19${60 + (at % 40)}-03-04`).join('\n');
  for (const count of [1, 2, 99, 100]) await put(watch, `${count}.txt`, dates(count));
  await put(watch, 'mixed.txt', `visa ${CARD}, ssn 123-45-6789`);
  await classified(watch);
  const found = await allFindings(watch);
  const of = (key: string) =>
    found.find(({ resourcesAffected }) => resourcesAffected?.s3Object?.key === key);
  expect(['1', '2', '99', '100'].map((key) => of(`${key}.txt`)?.severity?.description)).toEqual([
    'Low',
    'Medium',
    'Medium',
    'High',
  ]);
  const result = of('99.txt')?.classificationDetails?.result;
  const detection = result?.sensitiveData?.[0]?.detections?.[0];
  expect(detection?.count).toBe(99);
  expect(detection?.occurrences?.lineRanges).toHaveLength(15);
  expect(detection?.occurrences?.lineRanges?.[1]).toEqual({ start: 2, end: 2, startColumn: 16 });
  expect(result?.additionalOccurrences).toBe(true);
  expect(of('mixed.txt')).toMatchObject({
    type: 'SensitiveData:S3Object/Multiple',
    severity: { description: 'High' },
  });
});

test('check 46: what an allow list names is not reported, until the list is gone', async () => {
  const watch = await watched(server);
  await put(watch, 'list.txt', '123-45-6789\n');
  await put(watch, 'data.txt', 'ssn 123-45-6789');
  const { id = '' } = await watch.client.send(
    new CreateAllowListCommand({
      clientToken: 'a',
      name: 'known',
      criteria: { s3WordsList: { bucketName: watch.bucket, objectKey: 'list.txt' } },
    }),
  );
  await classified(watch, { allowListIds: [id] });
  expect(await allFindings(watch)).toEqual([]);
  await watch.s3.send(new DeleteObjectCommand({ Bucket: watch.bucket, Key: 'list.txt' }));
  const { status } = await watch.client.send(new GetAllowListCommand({ id }));
  expect(status?.code).toBe('S3_OBJECT_NOT_FOUND');
  await classified(watch, { allowListIds: [id] });
  expect(await allFindings(watch)).toHaveLength(1);
});

test('a custom identifier is found with its own severity, and a filter that archives keeps it quiet', async () => {
  const watch = await watched(server);
  await put(watch, 'a.txt', 'badge EMP-1234 and badge EMP-5678');
  const { customDataIdentifierId = '' } = await watch.client.send(
    new CreateCustomDataIdentifierCommand({
      name: 'employees',
      regex: 'EMP-[0-9]{4}',
      keywords: ['badge'],
      severityLevels: [{ occurrencesThreshold: 2, severity: 'HIGH' }],
    }),
  );
  await watch.client.send(
    new CreateFindingsFilterCommand({
      name: 'quiet',
      action: 'ARCHIVE',
      findingCriteria: {
        criterion: { type: { eq: ['SensitiveData:S3Object/CustomIdentifier'] } },
      },
    }),
  );
  await classified(watch, {
    managedDataIdentifierSelector: 'NONE',
    customDataIdentifierIds: [customDataIdentifierId],
  });
  const [finding] = await allFindings(watch);
  expect(finding).toMatchObject({
    type: 'SensitiveData:S3Object/CustomIdentifier',
    archived: true,
    severity: { description: 'High' },
    classificationDetails: {
      result: { customDataIdentifiers: { totalCount: 2, detections: [{ name: 'employees' }] } },
    },
  });
  const heard = listening.heard.filter((event) => event['account'] === watch.account);
  expect(heard).toEqual([]);
});

test('objects under a key that does not trust Macie are not read, and the job says so', async () => {
  const watch = await watched(server);
  const kms = new KMSClient(server.client(watch.account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const own = policyText(
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${watch.account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Principal: {
        AWS: `arn:aws:iam::${watch.account}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
      },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
  );
  const trusting = await kms.send(new CreateKeyCommand({ Policy: own }));
  for (const [Key, key] of [
    ['closed.txt', KeyMetadata],
    ['open.txt', trusting.KeyMetadata],
  ] as const) {
    await watch.s3.send(
      new PutObjectCommand({
        Bucket: watch.bucket,
        Key,
        Body: `visa ${CARD}`,
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: key?.Arn,
      }),
    );
  }
  const jobId = await classified(watch);
  const keys = (await allFindings(watch)).map(
    ({ resourcesAffected }) => resourcesAffected?.s3Object?.key,
  );
  expect(keys).toEqual(['open.txt']);
  const job = await watch.client.send(new DescribeClassificationJobCommand({ jobId }));
  expect(job.lastRunErrorStatus).toEqual({ code: 'ERROR' });
});

test('a scope, a sample and criteria narrow what a job looks at', async () => {
  const watch = await watched(server);
  const { account, bucket } = watch;
  for (const key of ['in/a.csv', 'in/b.txt', 'out/c.csv']) {
    await put(watch, key, key.endsWith('csv') ? `visa\n${CARD}\n` : `visa ${CARD}`);
  }
  const scoping: Scoping = {
    includes: {
      and: [
        { simpleScopeTerm: { key: 'OBJECT_EXTENSION', comparator: 'EQ', values: ['csv'] } },
        {
          simpleScopeTerm: { key: 'OBJECT_KEY', comparator: 'STARTS_WITH', values: ['in/'] },
        },
      ],
    },
  };
  const bucketDefinitions = [{ accountId: account, buckets: [bucket] }];
  await classified(watch, { s3JobDefinition: { bucketDefinitions, scoping } });
  const keys = (await allFindings(watch)).map(
    ({ resourcesAffected }) => resourcesAffected?.s3Object?.key,
  );
  expect(keys).toEqual(['in/a.csv']);
  const simpleCriterion: SimpleCriterionForJob = {
    key: 'S3_BUCKET_NAME',
    comparator: 'EQ',
    values: ['another'],
  };
  const excludes = { and: [{ simpleCriterion }] };
  await classified(watch, { s3JobDefinition: { bucketCriteria: { excludes } } });
  expect(await allFindings(watch)).toHaveLength(4);
});

test("a job that names another account's bucket looks at nothing of it, whoever it lets in", async () => {
  const watch = await watched(server);
  const other = await watched(server);
  await put(other, 'a.txt', `visa ${CARD}`);
  await other.s3.send(
    new PutBucketPolicyCommand({
      Bucket: other.bucket,
      Policy: policyText({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${watch.account}:root` },
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${other.bucket}`, `arn:aws:s3:::${other.bucket}/*`],
      }),
    }),
  );
  const bucketDefinitions = [{ accountId: watch.account, buckets: [other.bucket] }];
  await classified(watch, { s3JobDefinition: { bucketDefinitions } });
  expect(await allFindings(watch)).toEqual([]);
});

test('a cancelled job ends, and one that is over can not be changed', async () => {
  const watch = await watched(server);
  const jobId = await classified(watch);
  const cancel = new UpdateClassificationJobCommand({ jobId, jobStatus: 'CANCELLED' });
  await expect(watch.client.send(cancel)).rejects.toMatchObject({
    name: 'ValidationException',
    message: "The job's status can't be changed from COMPLETE to CANCELLED",
  });
});

test('a daily job looks at what came since, at its midnight', async () => {
  const watch = await watched(server);
  await put(watch, 'old.txt', `visa ${CARD}`);
  const { jobId = '' } = await watch.client.send(
    new CreateClassificationJobCommand({
      clientToken: 'daily',
      name: 'daily',
      jobType: 'SCHEDULED',
      scheduleFrequency: { dailySchedule: {} },
      managedDataIdentifierSelector: 'ALL',
      s3JobDefinition: {
        bucketDefinitions: [{ accountId: watch.account, buckets: [watch.bucket] }],
      },
    }),
  );
  await put(watch, 'new.txt', `visa ${CARD}`);
  const advanced = await fetch(`${server.url}/_holdfast/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: 'P1D' }),
  });
  expect(advanced.ok).toBe(true);
  await expect
    .poll(async () => {
      const job = await watch.client.send(new DescribeClassificationJobCommand({ jobId }));
      return [job.jobStatus, job.statistics?.numberOfRuns];
    })
    .toEqual(['IDLE', 1]);
  const keys = (await allFindings(watch)).map(
    ({ resourcesAffected }) => resourcesAffected?.s3Object?.key,
  );
  expect(keys).toEqual(['new.txt']);
});
