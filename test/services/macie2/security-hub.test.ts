import { PutFindingsPublicationConfigurationCommand } from '@aws-sdk/client-macie2';
import {
  EnableSecurityHubCommand,
  GetFindingsCommand,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { classified, put, watched } from './bench.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const CARD = '4556737586899855';

test('check 48: sensitive data is told to Security Hub only where that was asked for', async () => {
  const watch = await watched(server);
  const hub = new SecurityHubClient(server.client(watch.account));
  await hub.send(new EnableSecurityHubCommand({ EnableDefaultStandards: false }));
  await put(watch, 'a.txt', `visa ${CARD}`);
  await classified(watch);
  const told = async () => (await hub.send(new GetFindingsCommand({}))).Findings ?? [];
  expect(await told()).toEqual([]);
  await watch.client.send(
    new PutFindingsPublicationConfigurationCommand({
      securityHubConfiguration: {
        publishClassificationFindings: true,
        publishPolicyFindings: true,
      },
    }),
  );
  await classified(watch);
  await expect.poll(async () => (await told()).length).toBe(1);
  expect((await told())[0]).toMatchObject({
    ProductArn: 'arn:aws:securityhub:us-east-1::product/aws/macie',
    GeneratorId: 'aws/macie',
    Types: ['Sensitive Data Identifications/Financial/SensitiveData:S3Object-Financial'],
    Severity: { Label: 'HIGH' },
    Resources: [
      { Type: 'AwsS3Bucket', Id: `arn:aws:s3:::${watch.bucket}` },
      { Type: 'AwsS3Object', Id: `arn:aws:s3:::${watch.bucket}/a.txt` },
    ],
  });
});
