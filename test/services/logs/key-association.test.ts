import {
  AssociateKmsKeyCommand,
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
  DisassociateKmsKeyCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { DisableKeyCommand, EnableKeyCommand } from '@aws-sdk/client-kms';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { type OwnStream, streamIn } from './groups.ts';
import { logsKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function messages({ logs, group, stream }: OwnStream) {
  const { events = [] } = await logs.send(
    new GetLogEventsCommand({ logGroupName: group, logStreamName: stream }),
  );
  return events.map(({ message }) => message);
}

test('CreateLogGroup: events are encrypted by a data key of KMS, in the name of the group', async () => {
  const account = freshAccount();
  const groupArn = `arn:aws:logs:us-east-1:${account}:log-group:/app/log`;
  const key = await logsKey(server, account, groupArn);
  const own = await streamIn(server, account, key.arn);
  await own.put(['hidden']);
  expect(await messages(own)).toEqual(['hidden']);
  const { logGroups } = await own.logs.send(new DescribeLogGroupsCommand({}));
  expect(logGroups).toMatchObject([{ kmsKeyId: key.arn }]);
  await key.kms.send(new DisableKeyCommand({ KeyId: key.arn }));
  const unusable = expect.objectContaining({
    name: 'InvalidParameterException',
    message: 'The specified KMS key does not exist or is disabled.',
  });
  await expect(messages(own)).rejects.toEqual(unusable);
  await expect(own.put(['more'])).rejects.toEqual(unusable);
  await key.kms.send(new EnableKeyCommand({ KeyId: key.arn }));
  expect(await messages(own)).toEqual(['hidden']);
  const trail = new CloudTrailClient(server.client(account));
  const { Events = [] } = await trail.send(
    new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'GenerateDataKey' }],
    }),
  );
  const record: unknown = JSON.parse(Events[0]?.CloudTrailEvent ?? '{}');
  expect(record).toMatchObject({
    userIdentity: { type: 'AWSService', invokedBy: 'logs.us-east-1.amazonaws.com' },
    requestParameters: { encryptionContext: { 'aws:logs:arn': groupArn } },
  });
});

test('CreateLogGroup: a key whose policy lets CloudWatch Logs not use it is refused', async () => {
  const account = freshAccount();
  const logs = new CloudWatchLogsClient(server.client(account));
  const create = (kmsKeyId: string) =>
    logs.send(new CreateLogGroupCommand({ logGroupName: 'mine', kmsKeyId }));
  const other = `arn:aws:logs:us-east-1:${account}:log-group:other`;
  for (const key of [await logsKey(server, account), await logsKey(server, account, other)]) {
    await expect(create(key.arn)).rejects.toEqual(
      expect.objectContaining({
        name: 'AccessDeniedException',
        message:
          'The specified KMS key does not exist or is not allowed to be used with LogGroup ' +
          `'arn:aws:logs:us-east-1:${account}:log-group:mine'`,
      }),
    );
  }
  expect((await logs.send(new DescribeLogGroupsCommand({}))).logGroups).toEqual([]);
});

test('DisassociateKmsKey: what came under the key stays under it, what comes does not', async () => {
  const account = freshAccount();
  const key = await logsKey(server, account, `arn:aws:logs:us-east-1:${account}:log-group:*`);
  const own = await streamIn(server, account);
  const { group: logGroupName } = own;
  await own.put(['before'], own.now() - 300_000);
  await own.logs.send(new AssociateKmsKeyCommand({ logGroupName, kmsKeyId: key.arn }));
  await own.put(['under'], own.now() - 200_000);
  await own.logs.send(new DisassociateKmsKeyCommand({ logGroupName }));
  await own.put(['after']);
  expect(await messages(own)).toEqual(['before', 'under', 'after']);
  await key.kms.send(new DisableKeyCommand({ KeyId: key.arn }));
  await expect(messages(own)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  const { events } = await own.logs.send(
    new GetLogEventsCommand({
      logGroupName,
      logStreamName: own.stream,
      startTime: own.now() - 60_000,
    }),
  );
  expect(events).toMatchObject([{ message: 'after' }]);
});
