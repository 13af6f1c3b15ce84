import {
  CreateSubscriptionCommand,
  DeleteProtectionCommand,
  DescribeAttackCommand,
  EnableApplicationLayerAutomaticResponseCommand,
  ListAttacksCommand,
  ShieldClient,
} from '@aws-sdk/client-shield';
import {
  AssociateWebACLCommand,
  DeleteWebACLCommand,
  DisassociateWebACLCommand,
  GetWebACLCommand,
} from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyOf } from '../../../src/listing/every-document.ts';
import { ipSets, ruleGroups } from '../../../src/services/wafv2/state.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newWebAcl } from '../wafv2/web-acls.ts';
import { type FloodedSite, newFloodedSite } from './flooded-site.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const FLOOD = 400;

async function guarded(): Promise<FloodedSite> {
  const site = await newFloodedSite(server);
  await site.guard();
  await enable(site);
  return site;
}

async function enable({ shield, arn: ResourceArn }: FloodedSite): Promise<void> {
  await shield.send(
    new EnableApplicationLayerAutomaticResponseCommand({ ResourceArn, Action: { Block: {} } }),
  );
}

async function attackOf({ shield }: FloodedSite) {
  const { AttackSummaries: [summary] = [] } = await shield.send(new ListAttacksCommand({}));
  if (summary === undefined) return undefined;
  const { Attack } = await shield.send(new DescribeAttackCommand({ AttackId: summary.AttackId }));
  return Attack;
}

test('a crowd: many who ask what is usually asked are no attack, and are answered', async () => {
  const site = await guarded();
  await site.usual();
  await site.visit(2 * FLOOD * 0.5, { path: '/', agent: 'browser' });
  await site.visit(FLOOD * 0.5, { path: '/shop', agent: 'browser' });
  await site.settle();
  expect(await attackOf(site)).toBeUndefined();
  expect(await site.visit(10)).toEqual({ 200: 10 });
});

test('a flood before anything is known: is counted, and not judged', async () => {
  const site = await guarded();
  await site.visit(FLOOD, { agent: 'flood-bot' });
  await site.settle();
  expect(await attackOf(site)).toBeUndefined();
});

test('an attack that looks like visitors: is told of, and nobody is stopped but whom it comes from', async () => {
  const site = await guarded();
  await site.usual();
  await site.visit(FLOOD, { path: '/', from: '127.0.0.9' });
  await site.settle();
  expect(await site.visit(5, { path: '/', from: '127.0.0.9' })).toEqual({ 403: 5 });
  expect(await site.visit(5, { path: '/' })).toEqual({ 200: 5 });
  const [source] =
    (await attackOf(site))?.AttackProperties?.filter(
      ({ AttackPropertyIdentifier: kind }) => kind === 'SOURCE_IP_ADDRESS',
    ) ?? [];
  expect(source?.TopContributors?.[0]).toEqual({ Name: '127.0.0.9', Value: FLOOD });
});

test('an attack that changes its looks: gets a rule for each of them', async () => {
  const site = await guarded();
  await site.usual();
  await site.visit(FLOOD, { path: '/', agent: 'one' });
  await site.settle();
  await site.visit(FLOOD, { path: '/', agent: 'other' });
  await site.settle();
  expect(await site.visit(5, { path: '/', agent: 'other' })).toEqual({ 403: 5 });
  expect(await site.visit(5, { path: '/', agent: 'one' })).toEqual({ 403: 5 });
  expect((await attackOf(site))?.Mitigations).toHaveLength(2);
});

test('another web ACL before the resource: has the rules from the next requests on, and the first one has none', async () => {
  const site = await guarded();
  await site.usual();
  const other = await newWebAcl(site.waf, [], { Name: 'other' });
  const association = { WebACLArn: other.arn, ResourceArn: site.arn };
  await site.waf.send(new AssociateWebACLCommand(association));
  await site.visit(1);
  await site.settle();
  expect(await site.rules()).toEqual([]);
  const { WebACL } = await site.waf.send(new GetWebACLCommand(other.name));
  expect(WebACL?.Rules).toMatchObject([{ Priority: 10_000_000 }]);
});

test('a protection that is deleted: its rules go, and its attack has ended', async () => {
  const site = await guarded();
  await site.usual();
  const bot = { path: '/', agent: 'flood-bot' };
  await site.visit(FLOOD, bot);
  await site.settle();
  expect(await site.visit(1, bot)).toEqual({ 403: 1 });
  await site.settle();
  await site.shield.send(new DeleteProtectionCommand({ ProtectionId: site.protection }));
  expect(await site.rules()).toEqual([]);
  expect(await site.visit(1, bot)).toEqual({ 200: 1 });
  expect((await attackOf(site))?.EndTime).toBeInstanceOf(Date);
});

test('a web ACL that is deleted: nothing of Shield is left of it', async () => {
  const site = await guarded();
  await site.waf.send(new DisassociateWebACLCommand({ ResourceArn: site.arn }));
  const { LockToken } = await site.waf.send(new GetWebACLCommand(site.webAcl.name));
  await site.waf.send(new DeleteWebACLCommand({ ...site.webAcl.name, LockToken }));
  const left = await server.platform.engine().store.run(async (unit) => {
    const owned = unit.view({ account: '153427709519', region: 'us-east-1' });
    return [...(await everyOf(owned, ruleGroups)), ...(await everyOf(owned, ipSets))];
  });
  expect(left.filter(({ name }) => name.includes(`_${site.account}_`))).toEqual([]);
});

test('attacks and automatic response: need permissions, and are told to their own account alone', async () => {
  const site = await guarded();
  await site.usual();
  await site.visit(FLOOD, { agent: 'flood-bot' });
  await site.settle();
  const AttackId = (await attackOf(site))?.AttackId ?? '';
  const stranger = new ShieldClient(server.client(freshAccount()));
  await stranger.send(new CreateSubscriptionCommand({}));
  await expect(stranger.send(new DescribeAttackCommand({ AttackId }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  expect((await stranger.send(new ListAttacksCommand({}))).AttackSummaries).toEqual([]);
  const eve = new ShieldClient(await newUser(server, site.account, 'eve'));
  const denied: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ['ListAttacks', () => eve.send(new ListAttacksCommand({})), ''],
    [
      'DescribeAttack',
      () => eve.send(new DescribeAttackCommand({ AttackId })),
      ` on resource: arn:aws:shield::${site.account}:attack/${AttackId}`,
    ],
    [
      'EnableApplicationLayerAutomaticResponse',
      () =>
        eve.send(
          new EnableApplicationLayerAutomaticResponseCommand({
            ResourceArn: site.arn,
            Action: { Block: {} },
          }),
        ),
      ` on resource: arn:aws:shield::${site.account}:protection/${site.protection}`,
    ],
  ];
  let ran = 0;
  for (const [name, call, resource] of denied) {
    await expect(call()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:iam::${site.account}:user/eve is not authorized to perform: shield:${name}` +
        `${resource} because no identity-based policy allows the shield:${name} action`,
    });
    ran += 1;
  }
  expect(ran).toBe(3);
});
