import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  FilterLogEventsCommand,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  EventBridgeClient,
  ListRuleNamesByTargetCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import {
  CreateTopicCommand,
  SetTopicAttributesCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, type TestServer } from '../../server.ts';
import { newFunction, python } from '../lambda/functions.ts';
import { clientOf, newQueue, newRule, quiet, startEventsServer } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());

const SHOP = { source: ['shop'] };

async function order(account: string, id = 1): Promise<void> {
  const Detail = JSON.stringify({ id, note: 'say "hi"', items: ['a', 'b'] });
  const Entries = [{ Source: 'shop', DetailType: 'Order', Detail }];
  await clientOf(server, account).send(new PutEventsCommand({ Entries }));
  await quiet(server);
}

/** A rule `out` with one target. */
async function ruleWith(account: string, target: Omit<Partial<Target>, 'Id'>): Promise<string> {
  const events = clientOf(server, account);
  const EventPattern = JSON.stringify(SHOP);
  const { RuleArn } = await events.send(new PutRuleCommand({ Name: 'out', EventPattern }));
  const Targets = [{ Id: 't', Arn: '', ...target }];
  await events.send(new PutTargetsCommand({ Rule: 'out', Targets }));
  return RuleArn ?? '';
}

test('SQS: a FIFO queue gets the group that the target names', async () => {
  const account = freshAccount();
  const queue = await newQueue(server, account, 'orders.fifo', {
    attributes: { FifoQueue: 'true' },
  });
  await ruleWith(account, { Arn: queue.arn, SqsParameters: { MessageGroupId: 'g1' } });
  await order(account);
  expect((await queue.messages()).map(({ group }) => group)).toEqual(['g1']);
});

test('SNS: a topic whose policy lets the rule publish passes the event on', async () => {
  const account = freshAccount();
  const sns = new SNSClient(server.client(account));
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'orders' }));
  const RuleArn = await ruleWith(account, { Arn: TopicArn });
  const AttributeValue = policyText({
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sns:Publish',
    Resource: TopicArn,
    Condition: { ArnEquals: { 'aws:SourceArn': RuleArn } },
  });
  await sns.send(
    new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue }),
  );
  const queue = await newQueue(server, account, 'told', {
    statement: { Principal: { Service: 'sns.amazonaws.com' }, Condition: undefined },
  });
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: queue.arn }));
  await order(account);
  const [notification] = await queue.events();
  expect(JSON.parse(String(notification?.['Message']))).toMatchObject({ source: 'shop' });
});

test('Lambda: a function that lets the rule invoke it gets the event', async () => {
  const account = freshAccount();
  const queue = await newQueue(server, account, 'unused');
  const lambda = await newFunction(server, account, 'takes', {
    ...python('def handler(event, context):\n    print("got " + event["detail-type"])\n'),
  });
  const Arn = `arn:aws:lambda:us-east-1:${account}:function:takes`;
  const SourceArn = await ruleWith(account, { Arn, DeadLetterConfig: { Arn: queue.arn } });
  await order(account);
  expect((await queue.messages())[0]?.attributes['ERROR_CODE']).toBe('NO_PERMISSIONS');
  await lambda.send(
    new AddPermissionCommand({
      FunctionName: 'takes',
      StatementId: 'rule',
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
      SourceArn,
    }),
  );
  await order(account);
  expect(await queue.messages()).toHaveLength(1);
});

test('CloudWatch Logs: an event is written into a stream of the rule', async () => {
  const account = freshAccount();
  const logs = new CloudWatchLogsClient(server.client(account));
  const logGroupName = '/aws/events/orders';
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  const Arn = `arn:aws:logs:us-east-1:${account}:log-group:${logGroupName}`;
  await logs.send(
    new PutResourcePolicyCommand({
      policyName: 'events',
      policyDocument: policyText({
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: `${Arn}:*`,
      }),
    }),
  );
  const dead = await newQueue(server, account, 'dead');
  await ruleWith(account, { Arn, DeadLetterConfig: { Arn: dead.arn } });
  await order(account, 1);
  await order(account, 2);
  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
  expect(events.map(({ message }) => JSON.parse(message ?? '').detail.id)).toEqual([1, 2]);
  expect(new Set(events.map(({ logStreamName }) => logStreamName)).size).toBe(1);
});

/** What a target is told to get, and what it gets. */
const INPUTS: readonly (readonly [what: string, target: Partial<Target>, expected: unknown])[] = [
  ['always the same', { Input: '{"a": 1}' }, '{"a": 1}'],
  ['a part', { InputPath: '$.detail.items' }, '["a","b"]'],
  ['an entry', { InputPath: '$.detail.items[1]' }, '"b"'],
  ['a text', { InputPath: '$.detail-type' }, '"Order"'],
  [
    'a sentence',
    {
      InputTransformer: {
        InputPathsMap: { type: '$.detail-type', id: '$.detail.id' },
        InputTemplate: '"<type> number <id>"',
      },
    },
    '"Order number 1"',
  ],
  [
    'an object',
    {
      InputTransformer: {
        InputPathsMap: { note: '$.detail.note', items: '$.detail.items', none: '$.detail.none' },
        InputTemplate: '{"note": <note>, "items": <items>, "text": "it: <note>", "none": <none>}',
      },
    },
    '{"note": "say \\"hi\\"", "items": ["a","b"], "text": "it: say \\"hi\\"", "none": ""}',
  ],
  [
    'a list within quotes, without its own',
    {
      InputTransformer: {
        InputPathsMap: { items: '$.detail.items' },
        InputTemplate: '"items <items>"',
      },
    },
    '"items [a,b]"',
  ],
];

test('inputs: a target gets what it asks for', async () => {
  let run = 0;
  for (const [what, target, expected] of INPUTS) {
    const account = freshAccount();
    const queue = await newRule(server, account, 'out', { pattern: SHOP, target });
    await order(account);
    expect(
      (await queue.messages()).map(({ body }) => body),
      what,
    ).toEqual([expected]);
    run += 1;
  }
  expect(run).toBe(7);
});

test('inputs: templates know the rule and the event', async () => {
  const account = freshAccount();
  const InputTemplate =
    '{"arn": <aws.events.rule-arn>, "name": <aws.events.rule-name>, "at": ' +
    '<aws.events.event.ingestion-time>, "event": <aws.events.event>, "all": <aws.events.event.json>}';
  const queue = await newRule(server, account, 'out', {
    pattern: SHOP,
    target: { InputTransformer: { InputTemplate } },
  });
  await order(account);
  const [got] = await queue.events();
  expect(got).toMatchObject({
    arn: `arn:aws:events:us-east-1:${account}:rule/out`,
    name: 'out',
    at: expect.stringMatching(/^\d{4}-.*Z$/),
    event: { source: 'shop' },
    all: { detail: { id: 1 } },
  });
  expect(got?.['event']).not.toHaveProperty('detail');
});

test('PutTargets: refuses what can’t be delivered, with a reason', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  await events.send(new PutRuleCommand({ Name: 'r', EventPattern: JSON.stringify(SHOP) }));
  const refusal = (...Targets: readonly Target[]) =>
    events.send(new PutTargetsCommand({ Rule: 'r', Targets: [...Targets] })).then(
      () => 'put',
      (error: Error) => `${error.name}: ${error.message}`,
    );
  const queue = (name = 'q') => `arn:aws:sqs:us-east-1:${account}:${name}`;
  expect(await refusal({ Id: '1', Arn: 'nowhere' })).toBe(
    'ValidationException: Parameter nowhere is not valid. Reason: Provided Arn is not in correct format.',
  );
  expect(await refusal({ Id: '1', Arn: `arn:aws:kinesis:us-east-1:${account}:stream/s` })).toBe(
    'NotImplementedException: events:PutTargets is not implemented for targets of the service kinesis (1)',
  );
  expect(await refusal({ Id: '1', Arn: queue('q.fifo') })).toBe(
    'ValidationException: Parameter(s) SqsParameters must be specified for target: 1.',
  );
  expect(await refusal({ Id: '1', Arn: queue(), Input: '{}', InputPath: '$.x' })).toBe(
    'ValidationException: Only one of Input, InputPath, or InputTransformer must be provided for target 1.',
  );
  expect(await refusal({ Id: '1', Arn: queue(), Input: '{' })).toBe(
    'ValidationException: JSON syntax error in input for target 1.',
  );
  const dead = { DeadLetterConfig: { Arn: `arn:aws:sqs:eu-west-1:${account}:q` } };
  expect(await refusal({ Id: '1', Arn: queue(), ...dead })).toMatch(/^ValidationException: /);
  const six = Array.from({ length: 6 }, (_, at) => ({ Id: `t${at}`, Arn: queue() }));
  expect(await refusal(...six)).toBe(
    'LimitExceededException: The requested resource exceeds the maximum number allowed.',
  );
  expect(await refusal(...six.slice(1))).toBe('put');
});

test('targets: listed in pages, found by their ARN, and removed', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const first = await newRule(server, account, 'first', { pattern: SHOP });
  await events.send(new PutRuleCommand({ Name: 'second', EventPattern: JSON.stringify(SHOP) }));
  const more = [1, 2, 3].map((n) => ({ Id: `t${n}`, Arn: `${first.arn}-${n}` }));
  const Targets = [...more, { Id: 'same', Arn: first.arn }];
  await events.send(new PutTargetsCommand({ Rule: 'second', Targets }));
  const list = { Rule: 'second', Limit: 3 };
  const page = await events.send(new ListTargetsByRuleCommand(list));
  expect(page.Targets?.map(({ Id }) => Id)).toEqual(['t1', 't2', 't3']);
  const { NextToken } = page;
  const rest = await events.send(new ListTargetsByRuleCommand({ ...list, NextToken }));
  expect(rest).toMatchObject({ Targets: [{ Id: 'same' }] });
  expect(rest.NextToken).toBeUndefined();
  const find = new ListRuleNamesByTargetCommand({ TargetArn: first.arn });
  expect((await events.send(find)).RuleNames).toEqual(['first', 'second']);
  const removed = await events.send(
    new RemoveTargetsCommand({ Rule: 'second', Ids: ['same', 'never'] }),
  );
  expect(removed).toMatchObject({ FailedEntryCount: 1, FailedEntries: [{ TargetId: 'never' }] });
  expect((await events.send(find)).RuleNames).toEqual(['first']);
});

test('PutTargets: a user must be allowed to pass the role, and by target', async () => {
  const account = freshAccount();
  const root = clientOf(server, account);
  await root.send(new PutRuleCommand({ Name: 'r', EventPattern: JSON.stringify(SHOP) }));
  const ours = `arn:aws:sqs:us-east-1:${account}:ours`;
  const user = new EventBridgeClient(
    await newUser(server, account, 'ann', {
      allow: [
        {
          Effect: 'Allow',
          Action: 'events:PutTargets',
          Resource: '*',
          Condition: { ArnEquals: { 'events:TargetArn': ours } },
        },
      ],
    }),
  );
  const put = (target: Partial<Target>) =>
    user.send(new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 't', Arn: ours, ...target }] }));
  expect(await put({})).toMatchObject({ FailedEntryCount: 0 });
  const arn = `arn:aws:events:us-east-1:${account}:rule/r`;
  await expect(put({ Arn: `${ours}-not` })).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${account}:user/ann is not authorized to perform: events:PutTargets on resource: ${arn} because no identity-based policy allows the events:PutTargets action`,
  });
  const RoleArn = `arn:aws:iam::${account}:role/any`;
  await expect(put({ RoleArn })).rejects.toMatchObject({
    message: expect.stringContaining(`to perform: iam:PassRole on resource: ${RoleArn}`),
  });
});
