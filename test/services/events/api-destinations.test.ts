import {
  CreateApiDestinationCommand,
  CreateConnectionCommand,
  type CreateConnectionCommandInput,
  DeauthorizeConnectionCommand,
  DeleteConnectionCommand,
  DescribeApiDestinationCommand,
  DescribeConnectionCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, type TestServer } from '../../server.ts';
import { clientOf, HOUR_MS, newQueue, quiet, startEventsServer } from './rig.ts';
import { startWebServer, type WebServer } from './web-server.ts';

let server: TestServer;
let web: WebServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  web = await startWebServer();
});
afterEach(() => web.close());

const BASIC = {
  AuthorizationType: 'BASIC',
  AuthParameters: { BasicAuthParameters: { Username: 'ann', Password: 'secret' } },
} as const;

interface Setup {
  readonly connection?: Omit<CreateConnectionCommandInput, 'Name'>;
  readonly endpoint?: string;
  readonly perSecond?: number;
  readonly target?: Partial<Target>;
  /** What the rule's role may do. */
  readonly allowed?: string;
}

/** A rule whose events go to the web server. */
async function setUp({
  connection = BASIC,
  endpoint = '/hook',
  perSecond,
  target = {},
  allowed = 'events:InvokeApiDestination',
}: Setup = {}) {
  const account = freshAccount();
  const events = clientOf(server, account);
  const { ConnectionArn } = await events.send(
    new CreateConnectionCommand({ Name: 'partner', ...connection }),
  );
  await quiet(server);
  const { ApiDestinationArn } = await events.send(
    new CreateApiDestinationCommand({
      Name: 'hook',
      ConnectionArn,
      InvocationEndpoint: `${web.url}${endpoint}`,
      HttpMethod: 'POST',
      InvocationRateLimitPerSecond: perSecond,
    }),
  );
  const RoleArn = await newRole(server, account, 'caller', { Service: 'events.amazonaws.com' });
  const PolicyDocument = policyText({
    Effect: 'Allow',
    Action: allowed,
    Resource: `arn:aws:events:us-east-1:${account}:api-destination/hook/*`,
  });
  const iam = new IAMClient(server.client(account));
  await iam.send(new PutRolePolicyCommand({ RoleName: 'caller', PolicyName: 'p', PolicyDocument }));
  await events.send(new PutRuleCommand({ Name: 'out', EventPattern: '{"source": ["shop"]}' }));
  const dead = await newQueue(server, account, 'dead');
  const Targets = [
    {
      Id: 'hook',
      Arn: ApiDestinationArn,
      RoleArn,
      DeadLetterConfig: { Arn: dead.arn },
      ...target,
    },
  ];
  await events.send(new PutTargetsCommand({ Rule: 'out', Targets }));
  const put = (...ids: readonly number[]) =>
    events.send(
      new PutEventsCommand({
        Entries: ids.map((id) => ({
          Source: 'shop',
          DetailType: 'Order',
          Detail: JSON.stringify({ id, sku: 'a/b' }),
        })),
      }),
    );
  return { account, events, dead, put };
}

test('API destinations: an event is posted with the connection’s name and password', async () => {
  const { put } = await setUp();
  await put(1);
  await quiet(server);
  const [call] = web.received;
  expect(call).toMatchObject({
    method: 'POST',
    path: '/hook',
    headers: {
      authorization: `Basic ${Buffer.from('ann:secret').toString('base64')}`,
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Amazon/EventBridge/ApiDestinations',
    },
  });
  expect(JSON.parse(call?.body ?? '')).toMatchObject({ source: 'shop', detail: { id: 1 } });
});

test('API destinations: a key, and what connection and target add to path, query, headers and body', async () => {
  const { put, events } = await setUp({
    endpoint: '/skus/*/orders',
    connection: {
      AuthorizationType: 'API_KEY',
      AuthParameters: {
        ApiKeyAuthParameters: { ApiKeyName: 'x-key', ApiKeyValue: 'hidden' },
        InvocationHttpParameters: {
          HeaderParameters: [{ Key: 'x-from', Value: 'connection', IsValueSecret: true }],
          QueryStringParameters: [{ Key: 'v', Value: '2', IsValueSecret: false }],
          BodyParameters: [{ Key: 'shop', Value: 'main', IsValueSecret: false }],
        },
      },
    },
    target: {
      InputPath: '$.detail',
      HttpParameters: {
        PathParameterValues: ['$.detail.sku'],
        HeaderParameters: { 'x-from': 'target', 'x-type': '$.detail-type' },
        QueryStringParameters: { id: '$.detail.id' },
      },
    },
  });
  await put(7);
  await quiet(server);
  expect(web.received).toMatchObject([
    {
      path: '/skus/a%2Fb/orders?id=7&v=2',
      headers: { 'x-key': 'hidden', 'x-from': 'connection', 'x-type': 'Order' },
      body: JSON.stringify({ id: 7, sku: 'a/b', shop: 'main' }),
    },
  ]);
  const shown = await events.send(new DescribeConnectionCommand({ Name: 'partner' }));
  expect(shown.AuthParameters).toEqual({
    ApiKeyAuthParameters: { ApiKeyName: 'x-key' },
    InvocationHttpParameters: {
      HeaderParameters: [{ Key: 'x-from', IsValueSecret: true }],
      QueryStringParameters: [{ Key: 'v', Value: '2', IsValueSecret: false }],
      BodyParameters: [{ Key: 'shop', Value: 'main', IsValueSecret: false }],
    },
  });
});

test('API destinations: OAuth clients get a token first, and a new one when it is over', async () => {
  web.answers.set('/token', { access_token: 't1', token_type: 'bearer', expires_in: 60 });
  const { put, events } = await setUp({
    connection: {
      AuthorizationType: 'OAUTH_CLIENT_CREDENTIALS',
      AuthParameters: {
        OAuthParameters: {
          ClientParameters: { ClientID: 'me', ClientSecret: 'hush' },
          AuthorizationEndpoint: `${web.url}/token`,
          HttpMethod: 'POST',
          OAuthHttpParameters: { BodyParameters: [{ Key: 'scope', Value: 'orders' }] },
        },
      },
    },
  });
  expect(await events.send(new DescribeApiDestinationCommand({ Name: 'hook' }))).toMatchObject({
    ApiDestinationState: 'ACTIVE',
    InvocationRateLimitPerSecond: 300,
  });
  expect(web.received[0]).toMatchObject({
    path: '/token',
    body: 'scope=orders&grant_type=client_credentials&client_id=me&client_secret=hush',
  });
  await put(1);
  await quiet(server);
  web.answers.set('/token', { access_token: 't2', expires_in: 3600 });
  await quiet(server, 61_000);
  await put(2);
  await quiet(server);
  expect(web.received.map(({ path, headers }) => [path, headers.authorization])).toEqual([
    ['/token', undefined],
    ['/hook', 'Bearer t1'],
    ['/token', undefined],
    ['/hook', 'Bearer t2'],
  ]);
});

test('API destinations: servers in trouble are tried again, refusals are not', async () => {
  const { put, dead } = await setUp();
  web.statuses.push(503, 429, 200, 404);
  await put(1);
  await quiet(server, HOUR_MS);
  expect(web.received).toHaveLength(3);
  await put(2);
  await quiet(server, HOUR_MS);
  expect(web.received).toHaveLength(4);
  expect((await dead.messages()).map(({ attributes }) => attributes)).toMatchObject([
    {
      ERROR_CODE: 'SDK_CLIENT_ERROR',
      ERROR_MESSAGE:
        'Unable to invoke ApiDestination endpoint: The endpoint answered with status 404.',
      RETRY_ATTEMPTS: '0',
    },
  ]);
});

test('API destinations: what fails until its tries are used up goes to the dead-letter queue', async () => {
  const { put, dead, account } = await setUp({
    target: { RetryPolicy: { MaximumRetryAttempts: 2 } },
  });
  web.statuses.push(500, 500, 500, 500);
  await put(1);
  await quiet(server, HOUR_MS);
  expect(web.received).toHaveLength(3);
  const [letter] = await dead.messages();
  expect(JSON.parse(letter?.body ?? '')).toMatchObject({ source: 'shop', detail: { id: 1 } });
  expect(letter?.attributes).toEqual({
    RULE_ARN: `arn:aws:events:us-east-1:${account}:rule/out`,
    TARGET_ARN: expect.stringContaining(':api-destination/hook/'),
    ERROR_CODE: 'ERROR_FROM_TARGET',
    ERROR_MESSAGE:
      'Unable to invoke ApiDestination endpoint: The endpoint answered with status 500.',
    RETRY_ATTEMPTS: '2',
    EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
  });
});

test('API destinations: an event that grows too old goes to the dead-letter queue', async () => {
  const { put, dead } = await setUp({
    target: { RetryPolicy: { MaximumEventAgeInSeconds: 60 } },
  });
  web.statuses.push(...Array.from({ length: 100 }, () => 503));
  await put(1);
  await quiet(server, HOUR_MS);
  const [letter] = await dead.messages();
  expect(letter?.attributes['EXHAUSTED_RETRY_CONDITION']).toBe('MaximumEventAgeInSeconds');
});

test('API destinations: a role that may not invoke them sends nothing', async () => {
  const { put, dead, account } = await setUp({ allowed: 'events:PutEvents' });
  await put(1);
  await quiet(server);
  expect(web.received).toEqual([]);
  const [letter] = await dead.messages();
  expect(letter?.attributes['ERROR_CODE']).toBe('NO_PERMISSIONS');
  expect(letter?.attributes['ERROR_MESSAGE']).toMatch(
    new RegExp(
      `^User: arn:aws:sts::${account}:assumed-role/caller/.* is not authorized to perform: ` +
        'events:InvokeApiDestination on resource: arn:aws:events:us-east-1:.*:api-destination/hook/.* ' +
        'because no identity-based policy allows the events:InvokeApiDestination action$',
    ),
  );
});

test('API destinations: calls keep to their rate', async () => {
  const { put } = await setUp({ perSecond: 1 });
  await put(1, 2, 3);
  await quiet(server);
  expect(web.received).toHaveLength(1);
  await quiet(server, 1_000);
  expect(web.received).toHaveLength(2);
  await quiet(server, 1_000);
  expect(web.received).toHaveLength(3);
});

test('connections: deauthorized they send nothing; in use they stay', async () => {
  const { put, events } = await setUp();
  await expect(events.send(new DeleteConnectionCommand({ Name: 'partner' }))).rejects.toMatchObject(
    { name: 'ValidationException' },
  );
  expect(await events.send(new DeauthorizeConnectionCommand({ Name: 'partner' }))).toMatchObject({
    ConnectionState: 'DEAUTHORIZING',
  });
  await put(1);
  await quiet(server, HOUR_MS);
  expect(web.received).toEqual([]);
  await expect(events.send(new DescribeConnectionCommand({ Name: 'none' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: "Failed to describe the connection(s). Connection 'none' does not exist.",
  });
});
