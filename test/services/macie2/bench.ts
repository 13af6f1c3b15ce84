import {
  CreateClassificationJobCommand,
  type CreateClassificationJobCommandInput,
  DescribeClassificationJobCommand,
  EnableMacieCommand,
  type Finding,
  GetFindingsCommand,
  ListFindingsCommand,
  Macie2Client,
} from '@aws-sdk/client-macie2';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { freshAccount, type TestServer } from '../../server.ts';

/** An account with Macie, a bucket, and their clients. */
export interface Watched {
  readonly account: string;
  readonly client: Macie2Client;
  readonly s3: S3Client;
  readonly bucket: string;
}

export async function watched(server: TestServer): Promise<Watched> {
  const account = freshAccount();
  const client = new Macie2Client(server.client(account));
  await client.send(new EnableMacieCommand({}));
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const bucket = `data-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  return { account, client, s3, bucket };
}

export async function put({ s3, bucket }: Watched, Key: string, Body: string | Uint8Array) {
  return s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
}

/** Runs a one-time job over the bucket until it is done; gives its id. */
export async function classified(
  watch: Watched,
  more: Partial<CreateClassificationJobCommandInput> = {},
): Promise<string> {
  const { client, account, bucket } = watch;
  const { jobId = '' } = await client.send(
    new CreateClassificationJobCommand({
      clientToken: crypto.randomUUID(),
      name: 'all',
      jobType: 'ONE_TIME',
      managedDataIdentifierSelector: 'ALL',
      s3JobDefinition: { bucketDefinitions: [{ accountId: account, buckets: [bucket] }] },
      ...more,
    }),
  );
  await expect
    .poll(
      async () => (await client.send(new DescribeClassificationJobCommand({ jobId }))).jobStatus,
      { timeout: 20_000 },
    )
    .toBe('COMPLETE');
  return jobId;
}

/** All findings, archived ones too. */
export async function allFindings({ client }: Watched): Promise<readonly Finding[]> {
  const criterion = { archived: { eq: ['true', 'false'] } };
  const { findingIds = [] } = await client.send(
    new ListFindingsCommand({ findingCriteria: { criterion } }),
  );
  if (findingIds.length === 0) return [];
  const { findings = [] } = await client.send(new GetFindingsCommand({ findingIds }));
  return findings;
}
