import {
  CreateEventBusCommand,
  PutEventsCommand,
  PutPermissionCommand,
  PutRuleCommand,
  PutTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, type TestServer } from '../../server.ts';
import { clientOf, newQueue, newRule, quiet, startEventsServer } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());

const SHOP = { source: ['shop'] };
const FAR = 'eu-central-1';
const FARTHER = 'ap-southeast-2';
const EVENTS = { Service: 'events.amazonaws.com' };

/** A role that EventBridge may assume, and that may put events on one bus. */
async function sendingRole(account: string, Resource: string): Promise<string> {
  const arn = await newRole(server, account, 'sends', EVENTS);
  const PolicyDocument = policyText({ Effect: 'Allow', Action: 'events:PutEvents', Resource });
  await new IAMClient(server.client(account)).send(
    new PutRolePolicyCommand({ RoleName: 'sends', PolicyName: 'own', PolicyDocument }),
  );
  return arn;
}

async function passOn(
  account: string,
  target: Omit<Target, 'Id'>,
  { region, EventBusName }: { region?: string; EventBusName?: string } = {},
): Promise<void> {
  const events = clientOf(server, account, region);
  const EventPattern = JSON.stringify(SHOP);
  await events.send(new PutRuleCommand({ Name: 'pass', EventBusName, EventPattern }));
  const Targets = [{ Id: 'bus', ...target }];
  await events.send(new PutTargetsCommand({ Rule: 'pass', EventBusName, Targets }));
}

async function order(account: string): Promise<string | undefined> {
  const Entries = [{ Source: 'shop', DetailType: 'Order', Detail: '{"id":7}' }];
  const { Entries: [put] = [] } = await clientOf(server, account).send(
    new PutEventsCommand({ Entries }),
  );
  await quiet(server);
  return put?.EventId;
}

test('bus to bus: another Region of the same account, as the role, and no third Region', async () => {
  const account = freshAccount();
  const far = clientOf(server, account, FAR);
  await far.send(new CreateEventBusCommand({ Name: 'inbox' }));
  const bus = { EventBusName: 'inbox' };
  const got = await newRule(server, account, 'all', { pattern: SHOP, region: FAR, ...bus });
  const Arn = `arn:aws:events:${FAR}:${account}:event-bus/inbox`;
  const RoleArn = await sendingRole(account, '*');
  await passOn(account, { Arn, RoleArn });
  const dead = await newQueue(server, account, 'dead', { region: FAR });
  await passOn(
    account,
    {
      Arn: `arn:aws:events:${FARTHER}:${account}:event-bus/default`,
      RoleArn,
      DeadLetterConfig: { Arn: dead.arn },
    },
    { region: FAR, ...bus },
  );
  const id = await order(account);
  expect(await got.events()).toMatchObject([
    { id, account, region: 'us-east-1', source: 'shop', detail: { id: 7 } },
  ]);
  expect((await dead.messages())[0]?.attributes).toMatchObject({
    ERROR_CODE: 'THIRD_REGION_HOP_DETECTED',
  });
});

test('bus to bus: another account in another Region needs the role and the policy of the bus', async () => {
  const [from, to] = [freshAccount(), freshAccount()];
  const receiver = clientOf(server, to, FAR);
  await receiver.send(new CreateEventBusCommand({ Name: 'inbox' }));
  const got = await newRule(server, to, 'all', {
    pattern: SHOP,
    region: FAR,
    EventBusName: 'inbox',
  });
  const Arn = `arn:aws:events:${FAR}:${to}:event-bus/inbox`;
  const dead = await newQueue(server, from, 'dead');
  const RoleArn = await sendingRole(from, Arn);
  await passOn(from, { Arn, RoleArn, DeadLetterConfig: { Arn: dead.arn } });
  await order(from);
  expect(await got.events()).toEqual([]);
  expect((await dead.take())[0]?.attributes).toMatchObject({ ERROR_CODE: 'NO_PERMISSIONS' });
  const Policy = policyText({
    Sid: 'sender',
    Effect: 'Allow',
    Principal: { AWS: RoleArn },
    Action: 'events:PutEvents',
    Resource: Arn,
  });
  await receiver.send(new PutPermissionCommand({ EventBusName: 'inbox', Policy }));
  const id = await order(from);
  expect(await got.events()).toMatchObject([{ id, account: from, region: 'us-east-1' }]);
  // The bus lets the role in, but the role may not go there any more.
  const PolicyDocument = policyText({ Effect: 'Deny', Action: 'events:*', Resource: '*' });
  await new IAMClient(server.client(from)).send(
    new PutRolePolicyCommand({ RoleName: 'sends', PolicyName: 'own', PolicyDocument }),
  );
  await order(from);
  expect(await got.events()).toHaveLength(1);
  expect((await dead.take())[0]?.attributes).toMatchObject({ ERROR_CODE: 'NO_PERMISSIONS' });
});
