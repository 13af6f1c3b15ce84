import {
  CreateChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
} from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { settled, stacksOf } from './stack-clients.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const template = (value: string): string =>
  `Resources: {P: {Type: AWS::SSM::Parameter, Properties: {Name: /set, Type: String, Value: ${value}}}}`;

test('change sets: review a new stack by a template of S3, make it, and find nothing to change', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const client = stacksOf(config);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const Bucket = `templates-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'a/t.yaml', Body: template('one') }));
  const TemplateURL = `${server.url}/${Bucket}/a/t.yaml`;
  const StackName = 'reviewed';
  const { Id: ChangeSetName } = await client.send(
    new CreateChangeSetCommand({
      StackName,
      TemplateURL,
      ChangeSetName: 'first',
      ChangeSetType: 'CREATE',
    }),
  );
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
  expect(Stacks[0]?.StackStatus).toBe('REVIEW_IN_PROGRESS');
  const shown = await client.send(new DescribeChangeSetCommand({ ChangeSetName }));
  expect(shown).toMatchObject({
    Status: 'CREATE_COMPLETE',
    ExecutionStatus: 'AVAILABLE',
    Changes: [
      {
        Type: 'Resource',
        ResourceChange: {
          Action: 'Add',
          LogicalResourceId: 'P',
          ResourceType: 'AWS::SSM::Parameter',
        },
      },
    ],
  });
  await client.send(new ExecuteChangeSetCommand({ ChangeSetName }));
  expect((await settled(client, StackName)).StackStatus).toBe('CREATE_COMPLETE');

  await client.send(new CreateChangeSetCommand({ StackName, TemplateURL, ChangeSetName: 'again' }));
  const again = { StackName, ChangeSetName: 'again' };
  const empty = await client.send(new DescribeChangeSetCommand(again));
  expect([empty.Status, empty.StatusReason]).toEqual([
    'FAILED',
    "The submitted information didn't contain changes. Submit different information to create a change set.",
  ]);
  await expect(client.send(new ExecuteChangeSetCommand(again))).rejects.toMatchObject({
    name: 'InvalidChangeSetStatusException',
  });
  await expect(
    client.send(new DescribeChangeSetCommand({ StackName, ChangeSetName: 'gone' })),
  ).rejects.toThrow('ChangeSet [gone] does not exist');
});
