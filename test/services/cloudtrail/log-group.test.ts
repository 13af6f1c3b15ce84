import {
  CreateTrailCommand,
  type CreateTrailCommandInput,
  GetTrailStatusCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { trailBucket } from './trail-bucket.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const MINUTE = 60_000;
const Name = 'audit';
const logGroupName = 'trail';

async function advance(milliseconds: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + milliseconds);
}

/** A bucket, a log group, and a role that CloudTrail may take, with the permissions that AWS documents. */
async function target(service = 'cloudtrail.amazonaws.com', isAllowed = true) {
  const account = freshAccount();
  const config = server.client(account);
  const made = await trailBucket(config, account);
  const logs = new CloudWatchLogsClient(config);
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  const group = `arn:aws:logs:us-east-1:${account}:log-group:${logGroupName}:*`;
  const role = await newRole(server, account, 'to-logs', { Service: service });
  if (isAllowed) {
    const PolicyDocument = policyText({
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: `${group.slice(0, -1)}log-stream:${account}_CloudTrail_us-east-1*`,
    });
    const RoleName = 'to-logs';
    // Creating a stream is a permission on its group.
    const create = policyText({
      Effect: 'Allow',
      Action: 'logs:CreateLogStream',
      Resource: group,
    });
    const iam = new IAMClient(config);
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'a', PolicyDocument }));
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'b', PolicyDocument: create }));
  }
  const create = (input: Partial<CreateTrailCommandInput> = {}) =>
    made.trail.send(
      new CreateTrailCommand({
        Name,
        S3BucketName: made.bucket,
        CloudWatchLogsLogGroupArn: group,
        CloudWatchLogsRoleArn: role,
        ...input,
      }),
    );
  return { account, config, trail: made.trail, logs, group, role, create };
}

test('a trail’s log group: gets each record, as its role puts it there', async () => {
  const { account, config, trail, logs, group, role, create } = await target();
  expect(await create()).toMatchObject({
    CloudWatchLogsLogGroupArn: group,
    CloudWatchLogsRoleArn: role,
  });
  await trail.send(new StartLoggingCommand({ Name }));
  await new KMSClient(config).send(new ListKeysCommand({}));
  await advance(6 * MINUTE);
  const { logStreams } = await logs.send(new DescribeLogStreamsCommand({ logGroupName }));
  expect(logStreams).toMatchObject([{ logStreamName: `${account}_CloudTrail_us-east-1` }]);
  const filterPattern = '{ $.eventName = "ListKeys" && $.eventSource = "kms.amazonaws.com" }';
  const found = () => logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern }));
  const { events = [] } = await found();
  expect(events).toHaveLength(1);
  const record: { readonly eventTime: string } = JSON.parse(events[0]?.message ?? '{}');
  expect(events[0]?.timestamp).toBe(Date.parse(record.eventTime));
  const status = await trail.send(new GetTrailStatusCommand({ Name }));
  expect(status.LatestCloudWatchLogsDeliveryTime).toBeInstanceOf(Date);
  await advance(60 * MINUTE);
  expect((await found()).events).toHaveLength(1);
});

test('a trail’s log group: records wait for one that is gone, and the status says why', async () => {
  const { config, trail, logs, create } = await target();
  await create();
  await trail.send(new StartLoggingCommand({ Name }));
  await logs.send(new DeleteLogGroupCommand({ logGroupName }));
  await new KMSClient(config).send(new ListKeysCommand({}));
  await advance(6 * MINUTE);
  const status = await trail.send(new GetTrailStatusCommand({ Name }));
  expect(status.LatestCloudWatchLogsDeliveryError).toBe('ResourceNotFoundException');
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  await advance(70 * MINUTE);
  const filterPattern = '"ListKeys"';
  const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern }));
  expect(events).toHaveLength(1);
  const after = await trail.send(new GetTrailStatusCommand({ Name }));
  expect(after.LatestCloudWatchLogsDeliveryError).toBeUndefined();
});

test('CreateTrail: refuses a log group or role that can’t work, in the words of AWS', async () => {
  const good = await target();
  const refused: readonly [input: Partial<CreateTrailCommandInput>, name: string, text: string][] =
    [
      [
        { CloudWatchLogsRoleArn: '' },
        'InvalidParameterCombinationException',
        'You must specify a role ARN as well as a log group.',
      ],
      [
        { CloudWatchLogsLogGroupArn: good.group.replace('trail:*', 'other:*') },
        'InvalidCloudWatchLogsLogGroupArnException',
        'Access denied. Verify in IAM that the role has adequate permissions.',
      ],
      [
        { CloudWatchLogsLogGroupArn: good.group.slice(0, -2) },
        'InvalidCloudWatchLogsLogGroupArnException',
        'CloudTrail cannot validate the specified log group ARN.',
      ],
    ];
  for (const [input, name, message] of refused) {
    await expect(good.create(input), message).rejects.toMatchObject({ name, message });
  }
  expect(refused).toHaveLength(3);
  const untrusting = await target('ec2.amazonaws.com');
  await expect(untrusting.create()).rejects.toMatchObject({
    name: 'InvalidCloudWatchLogsRoleArnException',
    message: 'Access denied. Check the trust relationships for your role.',
  });
  const powerless = await target('cloudtrail.amazonaws.com', false);
  await expect(powerless.create()).rejects.toMatchObject({
    name: 'InvalidCloudWatchLogsLogGroupArnException',
    message: 'Access denied. Verify in IAM that the role has adequate permissions.',
  });
});
