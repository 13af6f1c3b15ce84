import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeEventBusCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
  ListEventBusesCommand,
  ListRulesCommand,
  ListTagsForResourceCommand,
  PutEventsCommand,
  PutPermissionCommand,
  PutPartnerEventsCommand,
  PutRuleCommand,
  type PutRuleCommandInput,
  RemovePermissionCommand,
  RemoveTargetsCommand,
  TagResourceCommand,
  TestEventPatternCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText, type Statement } from '../../identities.ts';
import { freshAccount, type TestServer } from '../../server.ts';
import { clientOf, newRule, quiet, startEventsServer } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());

const EventPattern = '{"source": ["shop"]}';
const ORDER = { Source: 'shop', DetailType: 'Order', Detail: '{}' };

function told(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );
}

test('buses: the default one is there; others are made, listed and deleted with their rules', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const arn = (name: string) => `arn:aws:events:us-east-1:${account}:event-bus/${name}`;
  expect(await events.send(new DescribeEventBusCommand({}))).toMatchObject({
    Name: 'default',
    Arn: arn('default'),
  });
  const create = (Name: string) => events.send(new CreateEventBusCommand({ Name }));
  expect((await create('orders')).EventBusArn).toBe(arn('orders'));
  await create('other');
  expect(await told(create('orders'))).toBe(
    'ResourceAlreadyExistsException: Event bus orders already exists.',
  );
  expect(await told(create('default'))).toBe(
    'ResourceAlreadyExistsException: Event bus default already exists.',
  );
  const { EventBuses, NextToken } = await events.send(new ListEventBusesCommand({ Limit: 1 }));
  expect(EventBuses?.map(({ Name }) => Name)).toEqual(['default', 'orders']);
  const rest = await events.send(new ListEventBusesCommand({ Limit: 1, NextToken }));
  expect(rest.EventBuses?.map(({ Name }) => Name)).toEqual(['other']);
  await events.send(new PutRuleCommand({ Name: 'r', EventBusName: 'orders', EventPattern }));
  await events.send(new DeleteEventBusCommand({ Name: 'orders' }));
  expect(await told(events.send(new DescribeEventBusCommand({ Name: 'orders' })))).toBe(
    'ResourceNotFoundException: Event bus orders does not exist.',
  );
  expect(await told(events.send(new DeleteEventBusCommand({ Name: 'default' })))).toBe(
    'ValidationException: Cannot delete event bus default.',
  );
});

test('rules: replaced but for targets and tags, enabled, disabled, and deleted without targets', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const queue = await newRule(server, account, 'r', {
    pattern: { source: ['shop'] },
    Description: 'first',
    Tags: [{ Key: 'a', Value: '1' }],
  });
  const RuleArn = `arn:aws:events:us-east-1:${account}:rule/r`;
  await events.send(new PutRuleCommand({ Name: 'r', EventPattern: '{"source": ["other"]}' }));
  const described = await events.send(new DescribeRuleCommand({ Name: 'r' }));
  expect(described.Description).toBeUndefined();
  expect(described).toMatchObject({
    Name: 'r',
    Arn: RuleArn,
    State: 'ENABLED',
    EventBusName: 'default',
    EventPattern: '{"source": ["other"]}',
    CreatedBy: account,
  });
  await events.send(new PutEventsCommand({ Entries: [ORDER] }));
  await quiet(server);
  expect(await queue.events()).toEqual([]);
  await events.send(new PutRuleCommand({ Name: 'r', EventPattern }));
  await events.send(new DisableRuleCommand({ Name: 'r' }));
  await events.send(new PutEventsCommand({ Entries: [ORDER] }));
  await quiet(server);
  expect(await queue.events()).toEqual([]);
  await events.send(new EnableRuleCommand({ Name: 'r' }));
  await events.send(new PutEventsCommand({ Entries: [ORDER] }));
  await quiet(server);
  expect(await queue.events()).toHaveLength(1);
  expect(await told(events.send(new DeleteRuleCommand({ Name: 'r' })))).toBe(
    "ValidationException: Rule can't be deleted since it has targets.",
  );
  await events.send(new RemoveTargetsCommand({ Rule: 'r', Ids: ['queue'] }));
  await events.send(new DeleteRuleCommand({ Name: 'r' }));
  expect(await told(events.send(new DescribeRuleCommand({ Name: 'r' })))).toBe(
    'ResourceNotFoundException: Rule r does not exist on EventBus default.',
  );
  expect((await events.send(new ListRulesCommand({}))).Rules).toEqual([]);
});

test('PutRule: what can’t be is refused with AWS’s texts', async () => {
  const events = clientOf(server, freshAccount());
  await events.send(new CreateEventBusCommand({ Name: 'own' }));
  const put = (input: Partial<PutRuleCommandInput>) =>
    told(events.send(new PutRuleCommand({ Name: 'r', ...input })));
  expect(await put({})).toBe(
    'ValidationException: Parameter(s) EventPattern or ScheduleExpression must be specified.',
  );
  expect(await put({ ScheduleExpression: 'rate(1 minutes)' })).toBe(
    'ValidationException: Parameter ScheduleExpression is not valid.',
  );
  expect(await put({ ScheduleExpression: 'rate(1 minute)', EventBusName: 'own' })).toBe(
    'ValidationException: ScheduleExpression is supported only on the default event bus.',
  );
  expect(await put({ EventPattern, EventBusName: 'none' })).toBe(
    'ResourceNotFoundException: Event bus none does not exist.',
  );
  const wrong = '{"source": "shop"}';
  expect(await put({ EventPattern: wrong })).toBe(
    `InvalidEventPatternException: Event pattern is not valid. Reason: "source" must be an object or an array\n at [Source: (String)"${wrong}"; line: 1, column: 13]`,
  );
});

test('rules: 300 on a bus, 30 of them with wildcards', async () => {
  const events = clientOf(server, freshAccount());
  const put = (Name: string, pattern = EventPattern) =>
    events.send(new PutRuleCommand({ Name, EventPattern: pattern }));
  const LIMIT =
    'LimitExceededException: The requested resource exceeds the maximum number allowed.';
  for (let n = 0; n < 30; n += 1) await put(`w${n}`, '{"source": [{"wildcard": "s*p"}]}');
  expect(await told(put('w30', '{"source": [{"wildcard": "s*p"}]}'))).toBe(LIMIT);
  for (let n = 30; n < 300; n += 1) await put(`r${n}`);
  expect(await told(put('r300'))).toBe(LIMIT);
  expect(await told(put('r299'))).toBe('done');
});

test('tags: of buses and of rules', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const { RuleArn } = await events.send(new PutRuleCommand({ Name: 'r', EventPattern }));
  const bus = `arn:aws:events:us-east-1:${account}:event-bus/default`;
  for (const ResourceARN of [RuleArn, bus]) {
    const Tags = [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ];
    await events.send(new TagResourceCommand({ ResourceARN, Tags }));
    await events.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['a'] }));
    const held = await events.send(new ListTagsForResourceCommand({ ResourceARN }));
    expect(held.Tags).toEqual([{ Key: 'b', Value: '2' }]);
  }
});

test('tags: who may make a rule by tags may do so, in whatever case the key is', async () => {
  const account = freshAccount();
  const allow: readonly Statement[] = [
    {
      Effect: 'Allow',
      Action: ['events:PutRule', 'events:TagResource'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestTag/Team': 'night' } },
    },
  ];
  const eve = new EventBridgeClient(await newUser(server, account, 'eve', { allow }));
  const put = (Value: string) =>
    eve.send(new PutRuleCommand({ Name: Value, EventPattern, Tags: [{ Key: 'Team', Value }] }));
  await put('night');
  await expect(put('day')).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('PutEvents: each entry is answered for, and a bus that is not there takes them in vain', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const answer = await events.send(
    new PutEventsCommand({
      Entries: [
        ORDER,
        { ...ORDER, Source: undefined },
        { ...ORDER, DetailType: '' },
        { ...ORDER, Detail: undefined },
        { ...ORDER, Detail: 'no JSON' },
        { ...ORDER, Source: 'aws.kms' },
        { ...ORDER, EventBusName: 'none' },
      ],
    }),
  );
  expect(answer.FailedEntryCount).toBe(5);
  const required = (name: string) => ({
    ErrorCode: 'InvalidArgument',
    ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
  });
  expect(answer.Entries).toEqual([
    { EventId: expect.any(String) },
    required('Source'),
    required('DetailType'),
    required('Detail'),
    { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' },
    {
      ErrorCode: 'NotAuthorizedForSourceException',
      ErrorMessage: 'Not authorized for the source.',
    },
    { EventId: expect.any(String) },
  ]);
  const Detail = JSON.stringify({ text: 'x'.repeat(1_048_576) });
  expect(await told(events.send(new PutEventsCommand({ Entries: [{ ...ORDER, Detail }] })))).toBe(
    'ValidationException: Total size of the entries in the request is over the limit.',
  );
  await expect(
    events.send(new PutPartnerEventsCommand({ Entries: [{ Source: 'aws.partner/x' }] })),
  ).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
});

test('PutEvents: across accounts, when both sides allow it', async () => {
  const [from, to] = [freshAccount(), freshAccount()];
  const owner = clientOf(server, to);
  const queue = await newRule(server, to, 'all', { pattern: { source: ['shop'] } });
  const EventBusName = `arn:aws:events:us-east-1:${to}:event-bus/default`;
  const config = await newUser(server, from, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'events:PutEvents',
        Resource: EventBusName,
        Condition: { StringEquals: { 'events:source': 'shop' } },
      },
    ],
  });
  const put = (Source = 'shop') =>
    told(
      new EventBridgeClient(config).send(
        new PutEventsCommand({ Entries: [{ ...ORDER, Source, EventBusName }] }),
      ),
    );
  const denied = `AccessDeniedException: User: arn:aws:iam::${from}:user/ann is not authorized to perform: events:PutEvents on resource: ${EventBusName} because no`;
  expect(await put()).toBe(`${denied} resource-based policy allows the events:PutEvents action`);
  const permission = { Action: 'events:PutEvents', Principal: from, StatementId: 'let' };
  await owner.send(new PutPermissionCommand(permission));
  expect(await put('elsewhere')).toBe(
    `${denied} identity-based policy allows the events:PutEvents action`,
  );
  expect(await put()).toBe('done');
  await quiet(server);
  expect(await queue.events()).toMatchObject([{ account: from, source: 'shop' }]);
  const { Policy } = await owner.send(new DescribeEventBusCommand({}));
  expect(JSON.parse(Policy ?? '')).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'let',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${from}:root` },
        Action: 'events:PutEvents',
        Resource: EventBusName,
      },
    ],
  });
  expect(await told(owner.send(new RemovePermissionCommand({ StatementId: 'never' })))).toBe(
    'ResourceNotFoundException: Statement with the provided id does not exist.',
  );
  await owner.send(new RemovePermissionCommand({ StatementId: 'let' }));
  expect(await put()).toBe(`${denied} resource-based policy allows the events:PutEvents action`);
});

test('PutPermission: a whole policy, of a bus that is there', async () => {
  const account = freshAccount();
  const events = clientOf(server, account);
  const Policy = policyText({
    Sid: 'read',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'events:ListRules',
    Resource: '*',
  });
  await events.send(new PutPermissionCommand({ Policy }));
  expect((await events.send(new DescribeEventBusCommand({}))).Policy).toBe(Policy);
  expect(await told(events.send(new PutPermissionCommand({ Policy: '{}' })))).toMatch(
    /^ValidationException: Parameter Policy is not valid\. Reason: /,
  );
  await events.send(new RemovePermissionCommand({ RemoveAllPermissions: true }));
  expect((await events.send(new DescribeEventBusCommand({}))).Policy).toBeUndefined();
  expect(await told(events.send(new PutPermissionCommand({ EventBusName: 'none', Policy })))).toBe(
    'ResourceNotFoundException: Event bus none does not exist.',
  );
});

test('TestEventPattern: says whether an event matches, and what is no event', async () => {
  const events = clientOf(server, freshAccount());
  const Event = JSON.stringify({
    id: '1',
    source: 'shop',
    'detail-type': 'Order',
    account: '111111111111',
    region: 'us-east-1',
    time: '2026-01-01T00:00:00Z',
  });
  const run = (pattern: string, event = Event) =>
    events.send(new TestEventPatternCommand({ EventPattern: pattern, Event: event }));
  expect((await run(EventPattern)).Result).toBe(true);
  expect((await run('{"source": ["other"]}')).Result).toBe(false);
  expect(await told(run(EventPattern, 'no event'))).toBe(
    'ValidationException: Parameter Event is not valid.',
  );
  expect(await told(run('{"source": []}'))).toMatch(
    /^InvalidEventPatternException: Event pattern is not valid\. Reason: Empty arrays are not allowed/,
  );
});
