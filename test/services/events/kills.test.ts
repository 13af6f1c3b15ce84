import {
  CreateApiDestinationCommand,
  CreateConnectionCommand,
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../../labs/private-server.ts';
import { policyText } from '../../identities.ts';
import { startWebServer, type WebServer } from './web-server.ts';

const program = join(import.meta.dirname, '..', '..', '..', 'dist', 'holdfast.js');
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const ACCOUNT = '000000000000';
const EVENTS = 30;

let web: WebServer;
let folder: string;
beforeAll(async () => {
  web = await startWebServer();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-events-'));
});
afterAll(async () => {
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

function start() {
  const flags = ['--dev', '--no-throttling'];
  return startServer({ program, dataDirectory: join(folder, 'data'), flags });
}

async function setUp(events: EventBridgeClient, iam: IAMClient): Promise<void> {
  const { ConnectionArn } = await events.send(
    new CreateConnectionCommand({
      Name: 'web',
      AuthorizationType: 'API_KEY',
      AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: 'x-key', ApiKeyValue: 'k' } },
    }),
  );
  const { ApiDestinationArn } = await events.send(
    new CreateApiDestinationCommand({
      Name: 'web',
      ConnectionArn,
      InvocationEndpoint: `${web.url}/hook`,
      HttpMethod: 'POST',
      InvocationRateLimitPerSecond: 20,
    }),
  );
  const RoleName = 'caller';
  const Principal = { Service: 'events.amazonaws.com' };
  const AssumeRolePolicyDocument = policyText({
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRole',
  });
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const PolicyDocument = policyText({ Effect: 'Allow', Action: 'events:*', Resource: '*' });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'own', PolicyDocument }));
  await events.send(new PutRuleCommand({ Name: 'out', EventPattern: '{"source": ["shop"]}' }));
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/${RoleName}`;
  const Targets = [{ Id: 'web', Arn: ApiDestinationArn, RoleArn }];
  await events.send(new PutTargetsCommand({ Rule: 'out', Targets }));
}

function arrived(): ReadonlySet<unknown> {
  return new Set(web.received.map(({ body }) => JSON.parse(body).detail.n));
}

test('a server that is killed while it delivers loses no event', async () => {
  const first = await start();
  const config = { endpoint: first.url, region: 'us-east-1', credentials };
  const events = new EventBridgeClient(config);
  await setUp(events, new IAMClient(config));
  for (let n = 0; n < EVENTS; n += 1) {
    const Detail = JSON.stringify({ n });
    const Entries = [{ Source: 'shop', DetailType: 'Order', Detail }];
    const { FailedEntryCount } = await events.send(new PutEventsCommand({ Entries }));
    expect(FailedEntryCount).toBe(0);
  }
  // The destination's rate leaves some on their way when the first few have arrived.
  await expect.poll(() => arrived().size, { timeout: 30_000 }).toBeGreaterThan(2);
  await first.kill();
  expect(arrived().size).toBeLessThan(EVENTS);
  const second = await start();
  await expect.poll(() => arrived().size, { timeout: 60_000 }).toBe(EVENTS);
  await second.kill();
}, 120_000);
