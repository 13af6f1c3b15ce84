import { gunzipSync } from 'node:zlib';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  DescribeClassificationJobCommand,
  PutClassificationExportConfigurationCommand,
} from '@aws-sdk/client-macie2';
import {
  CreateBucketCommand,
  DeleteBucketPolicyCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { allFindings, classified, put, watched } from './bench.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const CARD = '4556737586899855';

test('results of all objects are put into the bucket that was chosen, under its key; what is refused is said', async () => {
  const watch = await watched(server);
  await put(watch, 'a.txt', `visa ${CARD}`);
  await put(watch, 'b.txt', 'nothing');
  await put(watch, 'c.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]));
  const bucketName = `results-${watch.account}`;
  await watch.s3.send(new CreateBucketCommand({ Bucket: bucketName }));
  const kms = new KMSClient(server.client(watch.account));
  const root = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${watch.account}:root` },
    Action: 'kms:*',
    Resource: '*',
  } as const;
  const macie = { Effect: 'Allow', Principal: { Service: 'macie.amazonaws.com' } } as const;
  const Policy = policyText(root, {
    ...macie,
    Action: ['kms:GenerateDataKey', 'kms:Encrypt'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceAccount': watch.account } },
  });
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Policy }));
  const configuration = {
    s3Destination: { bucketName, kmsKeyArn: KeyMetadata?.Arn ?? '', keyPrefix: 'found' },
  };
  const choose = new PutClassificationExportConfigurationCommand({ configuration });
  await expect(watch.client.send(choose)).rejects.toMatchObject({ name: 'ValidationException' });
  await watch.s3.send(
    new PutBucketPolicyCommand({
      Bucket: bucketName,
      Policy: policyText({
        ...macie,
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${bucketName}/*`,
        Condition: { StringEquals: { 'aws:SourceAccount': watch.account } },
      }),
    }),
  );
  await watch.client.send(choose);
  const jobId = await classified(watch);
  const prefix = `found/AWSLogs/${watch.account}/Macie/us-east-1/${jobId}/`;
  const list = await watch.s3.send(
    new ListObjectsV2Command({ Bucket: bucketName, Prefix: prefix }),
  );
  const Key = list.Contents?.[0]?.Key ?? '';
  const object = await watch.s3.send(new GetObjectCommand({ Bucket: bucketName, Key }));
  expect(object.SSEKMSKeyId).toBe(KeyMetadata?.Arn);
  const lines = gunzipSync((await object.Body?.transformToByteArray()) ?? new Uint8Array())
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ title }) => title).slice(1)).toEqual([
    'No sensitive data was found in the S3 object',
    'The S3 object was not analyzed',
  ]);
  expect(lines.map(({ classificationDetails: { result } }) => result.status)).toEqual([
    { code: 'COMPLETE' },
    { code: 'COMPLETE' },
    { code: 'SKIPPED', reason: 'UNSUPPORTED_FILE_TYPE_EXCEPTION' },
  ]);
  const [finding] = await allFindings(watch);
  expect(finding?.classificationDetails?.detailedResultsLocation).toBe(`s3://${bucketName}/${Key}`);

  await watch.s3.send(new DeleteBucketPolicyCommand({ Bucket: bucketName }));
  const next = await classified(watch);
  const job = await watch.client.send(new DescribeClassificationJobCommand({ jobId: next }));
  expect(job.lastRunErrorStatus).toEqual({ code: 'ERROR' });
  const found = await allFindings(watch);
  const later = found.find(({ classificationDetails: told }) => told?.jobId === next);
  expect(later?.classificationDetails?.result?.status?.code).toBe('COMPLETE');
  expect(later?.classificationDetails?.detailedResultsLocation).toBeUndefined();
});
