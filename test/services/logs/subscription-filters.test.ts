import { gunzipSync } from 'node:zlib';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteSubscriptionFilterCommand,
  DescribeSubscriptionFiltersCommand,
  FilterLogEventsCommand,
  PutSubscriptionFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import {
  AddPermissionCommand,
  type LambdaClient,
  RemovePermissionCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newFunction, python } from '../lambda/functions.ts';
import { listen, type Listener } from '../lambda/listener.ts';
import { newStream, type OwnStream, streamIn } from './groups.ts';
import { logsKey } from './keys.ts';

let server: TestServer;
let listener: Listener;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  listener = await listen();
});
afterEach(() => listener.close());
afterAll(() => server.close());

const WAIT = { timeout: 20_000 };
const NO_PERMISSION =
  'InvalidParameterException: Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.';

/** A function that tells what it was given, which a group of its account may invoke. */
async function newTeller({
  account,
  arn,
}: OwnStream): Promise<{ arn: string; lambda: LambdaClient }> {
  const lambda = await newFunction(server, account, 'tells', {
    Environment: { Variables: { TO: listener.url } },
    ...python(
      'import json, os, urllib.request\n' +
        'def handler(event, context):\n' +
        '  urllib.request.urlopen(os.environ["TO"], json.dumps(event).encode())\n',
    ),
  });
  await lambda.send(
    new AddPermissionCommand({
      FunctionName: 'tells',
      StatementId: 'logs',
      Action: 'lambda:InvokeFunction',
      Principal: 'logs.amazonaws.com',
      SourceArn: `${arn}:*`,
    }),
  );
  return { arn: `arn:aws:lambda:us-east-1:${account}:function:tells`, lambda };
}

function subscribe(
  { logs, group }: OwnStream,
  destinationArn: string,
  filterPattern = '',
  filterName = 'all',
  logGroupName = group,
) {
  return logs.send(
    new PutSubscriptionFilterCommand({ logGroupName, filterName, filterPattern, destinationArn }),
  );
}

/** What functions were told, unpacked as they do it. */
function told() {
  return listener.heard.map((text) => {
    const { awslogs } = JSON.parse(text);
    return JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString('utf8'));
  });
}

function messages() {
  return told().flatMap(({ logEvents }) =>
    logEvents.map(({ message }: { readonly message: string }) => message),
  );
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );

test('a function is told what the pattern lets pass, under the ids that readers see', async () => {
  const own = await newStream(server);
  const { arn } = await newTeller(own);
  await subscribe(own, arn, '{ $.level = "error" }', 'errors');
  const start = own.now();
  const three = ['{"level":"error","n":1}', '{"level":"info","n":2}', '{"level":"error","n":3}'];
  await own.put(three, start);
  await expect.poll(() => listener.heard.length, WAIT).toBe(1);
  const { events = [] } = await own.logs.send(
    new FilterLogEventsCommand({ logGroupName: own.group }),
  );
  expect(told()).toEqual([
    {
      messageType: 'DATA_MESSAGE',
      owner: own.account,
      logGroup: own.group,
      logStream: 'one',
      subscriptionFilters: ['errors'],
      logEvents: [
        { id: events[0]?.eventId, timestamp: start, message: '{"level":"error","n":1}' },
        { id: events[2]?.eventId, timestamp: start + 2, message: '{"level":"error","n":3}' },
      ],
    },
  ]);
  await own.put(['{"level":"info"}']);
  await own.logs.send(
    new DeleteSubscriptionFilterCommand({ logGroupName: own.group, filterName: 'errors' }),
  );
  await own.put(['{"level":"error","n":4}']);
  await server.platform.engine().advanceTo(own.now() + 60_000);
  expect(listener.heard).toHaveLength(1);
});

test('much at once comes in parts, each of which a function can take', async () => {
  const own = await newStream(server);
  const { arn } = await newTeller(own);
  await subscribe(own, arn);
  const many = Array.from({ length: 40 }, (_, index) => `${index} ${'x'.repeat(20_000)}`);
  await own.put(many);
  await expect.poll(() => messages().length, WAIT).toBe(40);
  expect(listener.heard.length).toBeGreaterThan(2);
  expect(new Set(messages())).toEqual(new Set(many));
});

test('events of a group with a key wait encrypted, and are told nobody once the key is disabled', async () => {
  const account = freshAccount();
  const groups = `arn:aws:logs:us-east-1:${account}:log-group:*`;
  const { arn: keyArn, kms } = await logsKey(server, account, groups);
  const own = await streamIn(server, account, keyArn);
  const { arn } = await newTeller(own);
  await subscribe(own, arn);
  await own.put(['secret']);
  await expect.poll(messages, WAIT).toEqual(['secret']);
  await kms.send(new DisableKeyCommand({ KeyId: keyArn }));
  expect(await refusal(own.put(['more']))).toContain('The specified KMS key');
  expect(messages()).toEqual(['secret']);
});

test('PutSubscriptionFilter: two of a group, shown and changed', async () => {
  const own = await newStream(server);
  const { arn } = await newTeller(own);
  await subscribe(own, arn, 'one', 'a');
  await subscribe(own, arn, 'two', 'b');
  expect(await refusal(subscribe(own, arn, 'three', 'c'))).toBe(
    'LimitExceededException: Resource limit exceeded.',
  );
  await subscribe(own, arn, 'changed', 'a');
  const { subscriptionFilters } = await own.logs.send(
    new DescribeSubscriptionFiltersCommand({ logGroupName: own.group }),
  );
  expect(subscriptionFilters).toMatchObject([
    { filterName: 'a', filterPattern: 'changed', destinationArn: arn, logGroupName: own.group },
    { filterName: 'b', filterPattern: 'two', distribution: 'ByLogStream' },
  ]);
  expect(
    await refusal(
      own.logs.send(
        new DeleteSubscriptionFilterCommand({ logGroupName: own.group, filterName: 'c' }),
      ),
    ),
  ).toBe('ResourceNotFoundException: The specified subscription filter does not exist.');
});

test('PutSubscriptionFilter: the function must let the group in, then and later', async () => {
  const own = await newStream(server);
  const { arn, lambda } = await newTeller(own);
  await subscribe(own, arn);
  await lambda.send(new RemovePermissionCommand({ FunctionName: 'tells', StatementId: 'logs' }));
  await own.put(['not told']);
  await server.platform.engine().advanceTo(own.now() + 86_400_000);
  expect(listener.heard).toEqual([]);
  expect(await refusal(subscribe(own, arn))).toBe(NO_PERMISSION);
  const none = arn.replace(/tells$/, 'none');
  expect(await refusal(subscribe(own, none))).toBe(NO_PERMISSION);
  const logGroupName = '/aws/lambda/tells';
  await own.logs.send(new CreateLogGroupCommand({ logGroupName }));
  expect(await refusal(subscribe(own, arn, '', 'loop', logGroupName))).toBe(
    'InvalidParameterException: The log group provided is reserved for the function logs of the destination function.',
  );
  const stream = `arn:aws:kinesis:us-east-1:${own.account}:stream/s`;
  expect(await refusal(subscribe(own, stream))).toContain(
    'logs:PutSubscriptionFilter is not implemented for destinations of the service kinesis: only functions are told',
  );
});

test('PutSubscriptionFilter: a policy may name the destination', async () => {
  const own = await newStream(server);
  const { arn } = await newTeller(own);
  const allow = (destination: string) => [
    {
      Effect: 'Allow' as const,
      Action: 'logs:PutSubscriptionFilter',
      Resource: `${own.arn}:*`,
      Condition: { StringEquals: { 'logs:DestinationArn': destination } },
    },
  ];
  const fitting = await newUser(server, own.account, 'fitting', { allow: allow(arn) });
  const other = await newUser(server, own.account, 'other', { allow: allow(`${arn}-2`) });
  const as = (config: typeof fitting) => ({ ...own, logs: new CloudWatchLogsClient(config) });
  expect(await refusal(subscribe(as(other), arn))).toBe(
    `AccessDeniedException: User: arn:aws:iam::${own.account}:user/other is not authorized to perform: logs:PutSubscriptionFilter on resource: ${own.arn}:log-stream: because no identity-based policy allows the logs:PutSubscriptionFilter action`,
  );
  expect(await refusal(subscribe(as(fitting), arn))).toBe('done');
});
