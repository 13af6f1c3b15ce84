import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  PutLogGroupDeletionProtectionCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newStream, streamIn } from './groups.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const refusal = (name: string, message: string) => expect.objectContaining({ name, message });

test('CreateLogGroup: makes what DescribeLogGroups shows', async () => {
  const account = freshAccount();
  const logs = new CloudWatchLogsClient(server.client(account));
  const logGroupName = 'audit';
  const before = server.platform.engine().clock.serviceTime();
  await logs.send(new CreateLogGroupCommand({ logGroupName, tags: { team: 'blue' } }));
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}));
  const arn = `arn:aws:logs:us-east-1:${account}:log-group:audit`;
  expect(logGroups).toEqual([
    {
      logGroupName,
      arn: `${arn}:*`,
      logGroupArn: arn,
      creationTime: expect.any(Number),
      metricFilterCount: 0,
      storedBytes: 0,
      logGroupClass: 'STANDARD',
      deletionProtectionEnabled: false,
    },
  ]);
  expect(logGroups?.[0]?.creationTime).toBeGreaterThanOrEqual(before);
  await expect(logs.send(new CreateLogGroupCommand({ logGroupName }))).rejects.toEqual(
    refusal('ResourceAlreadyExistsException', 'The specified log group already exists'),
  );
});

test('CreateLogGroup: refuses a name as AWS does', async () => {
  const logs = new CloudWatchLogsClient(server.client(freshAccount()));
  await expect(logs.send(new CreateLogGroupCommand({ logGroupName: 'a b' }))).rejects.toEqual(
    refusal(
      'InvalidParameterException',
      "1 validation error detected: Value 'a b' at 'logGroupName' failed to satisfy constraint: " +
        String.raw`Member must satisfy regular expression pattern: [\.\-_/#A-Za-z0-9]+`,
    ),
  );
});

test('DescribeLogGroups: finds by prefix and by pattern, in pages', async () => {
  const logs = new CloudWatchLogsClient(server.client(freshAccount()));
  for (const logGroupName of ['/a/one', '/a/two', '/b/one']) {
    await logs.send(new CreateLogGroupCommand({ logGroupName }));
  }
  const names = async (input: object): Promise<readonly (string | undefined)[]> => {
    const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand(input));
    return logGroups.map(({ logGroupName }) => logGroupName);
  };
  expect(await names({ logGroupNamePrefix: '/a/' })).toEqual(['/a/one', '/a/two']);
  expect(await names({ logGroupNamePattern: 'one' })).toEqual(['/a/one', '/b/one']);
  const first = await logs.send(new DescribeLogGroupsCommand({ limit: 2 }));
  expect(first.logGroups).toHaveLength(2);
  expect(await names({ limit: 2, nextToken: first.nextToken })).toEqual(['/b/one']);
  await expect(names({ logGroupNamePrefix: 'a', logGroupNamePattern: 'b' })).rejects.toEqual(
    refusal(
      'InvalidParameterException',
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    ),
  );
  await expect(names({ nextToken: 'elsewhere' })).rejects.toEqual(
    refusal('InvalidParameterException', 'The specified nextToken is invalid.'),
  );
});

test('DeleteLogGroup: takes its streams and events away, and a namesake starts empty', async () => {
  const { account, logs, group, put } = await newStream(server);
  await put(['gone']);
  await logs.send(new DeleteLogGroupCommand({ logGroupName: group }));
  await expect(logs.send(new DescribeLogStreamsCommand({ logGroupName: group }))).rejects.toEqual(
    refusal('ResourceNotFoundException', 'The specified log group does not exist.'),
  );
  await streamIn(server, account);
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}));
  expect(logGroups).toMatchObject([{ logGroupName: group, storedBytes: 0 }]);
});

test('DeleteLogGroup: leaves a protected group alone', async () => {
  const { logs, group } = await newStream(server);
  const protect = (deletionProtectionEnabled: boolean) =>
    logs.send(
      new PutLogGroupDeletionProtectionCommand({
        logGroupIdentifier: group,
        deletionProtectionEnabled,
      }),
    );
  await protect(true);
  await expect(logs.send(new DeleteLogGroupCommand({ logGroupName: group }))).rejects.toEqual(
    refusal(
      'ValidationException',
      'The log group is protected from deletion. Turn its deletion protection off first.',
    ),
  );
  await protect(false);
  await logs.send(new DeleteLogGroupCommand({ logGroupName: group }));
});

test('CreateLogGroup: a policy names groups with :* at the end', async () => {
  const account = freshAccount();
  const config = await newUser(server, account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'logs:CreateLogGroup',
        Resource: `arn:aws:logs:us-east-1:${account}:log-group:mine-*:*`,
      },
    ],
  });
  const logs = new CloudWatchLogsClient(config);
  await logs.send(new CreateLogGroupCommand({ logGroupName: 'mine-1' }));
  await expect(logs.send(new CreateLogGroupCommand({ logGroupName: 'yours' }))).rejects.toEqual(
    refusal(
      'AccessDeniedException',
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: logs:CreateLogGroup on resource: ` +
        `arn:aws:logs:us-east-1:${account}:log-group:yours:log-stream: because no identity-based policy allows the ` +
        'logs:CreateLogGroup action',
    ),
  );
});
