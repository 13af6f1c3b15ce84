import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  GetRuleGroupCommand,
  GetWebACLCommand,
  type Rule,
  UpdateWebACLCommand,
} from '@aws-sdk/client-wafv2';
import {
  DescribeAttackCommand,
  DescribeAttackStatisticsCommand,
  DescribeProtectionCommand,
  DisableApplicationLayerAutomaticResponseCommand,
  EnableApplicationLayerAutomaticResponseCommand,
  ListAttacksCommand,
  UpdateApplicationLayerAutomaticResponseCommand,
} from '@aws-sdk/client-shield';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { itemKey } from '../../../src/services/wafv2/arns.ts';
import { ruleGroups } from '../../../src/services/wafv2/state.ts';
import { startServer, type TestServer } from '../../server.ts';
import { blocking, pathContains } from '../wafv2/web-acls.ts';
import { type FloodedSite, newFloodedSite } from './flooded-site.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const DAY_MS = 86_400_000;
const FLOOD = 400;
const BOT = { path: '/login', agent: 'flood-bot' };

/** Rules of the group that Shield has in a web ACL: by their names, what they do. */
async function groupRules({ rules }: FloodedSite): Promise<Record<string, string>> {
  const [rule] = await rules();
  const [name = '', id = ''] =
    rule?.Statement?.RuleGroupReferenceStatement?.ARN?.split('/').slice(2) ?? [];
  const group = await server.platform
    .engine()
    .store.run((unit) =>
      unit
        .view({ account: '153427709519', region: 'us-east-1' })
        .get(ruleGroups, itemKey({ wafScope: 'REGIONAL', name })),
    );
  expect(group?.id).toBe(id);
  return Object.fromEntries(
    (group?.rules ?? []).map(({ Name, Action }) => [Name, Object.keys(Action ?? {})[0] ?? '']),
  );
}

const OFFENDERS = 'ShieldKnownOffenderIPRateBasedRule';

test('check 40: automatic response stops a flood, spares visitors, and goes when the flood does', {
  timeout: 120_000,
}, async () => {
  const site = await newFloodedSite(server);
  const { shield, account, arn: ResourceArn } = site;
  const enabled = { ResourceArn, Action: { Block: {} } };
  const enable = new EnableApplicationLayerAutomaticResponseCommand(enabled);
  await expect(shield.send(enable)).rejects.toMatchObject({
    name: 'InvalidOperationException',
    message: 'The resource must be associated with an AWS WAF web ACL (v2).',
  });
  await site.guard();
  await shield.send(enable);
  await expect(shield.send(enable)).rejects.toMatchObject({
    name: 'InvalidOperationException',
    message: 'The operation would not cause any change to occur.',
  });
  const name = `ShieldMitigationRuleGroup_${account}_${site.webAcl.name.Id}_`;
  const [rule, ...others] = await site.rules();
  expect(others).toEqual([]);
  expect(rule).toMatchObject({ Priority: 10_000_000, OverrideAction: { None: {} } });
  expect(rule?.Name?.startsWith(name)).toBe(true);
  const { WebACL } = await site.waf.send(new GetWebACLCommand(site.webAcl.name));
  expect(WebACL?.Capacity).toBe(150);
  const { Protection } = await shield.send(new DescribeProtectionCommand({ ResourceArn }));
  expect(Protection?.ApplicationLayerAutomaticResponseConfiguration).toEqual({
    Status: 'ENABLED',
    Action: { Block: {} },
  });
  expect(await groupRules(site)).toEqual({ [OFFENDERS]: 'Block' });

  await site.usual();
  expect((await shield.send(new ListAttacksCommand({}))).AttackSummaries).toEqual([]);
  // A flood that lasts longer than a second is stopped before its end.
  const { 403: early = 0, ...flood } = await site.visit(FLOOD, BOT);
  expect(flood).toEqual({ 200: FLOOD - early });
  await site.settle();
  expect(await site.visit(20, BOT)).toEqual({ 403: 20 });
  expect(await site.visit(20, { path: '/' })).toEqual({ 200: 20 });
  expect(await site.visit(20, { path: '/shop' })).toEqual({ 200: 20 });
  const first = `ShieldMitigation-${site.protection.slice(0, 8)}-1`;
  expect(await groupRules(site)).toEqual({ [OFFENDERS]: 'Block', [first]: 'Block' });
  await site.settle();

  const { AttackSummaries: [summary] = [] } = await shield.send(
    new ListAttacksCommand({ ResourceArns: [ResourceArn] }),
  );
  expect(summary).toMatchObject({ ResourceArn, AttackVectors: [{ VectorType: 'REQUEST_FLOOD' }] });
  expect(summary?.EndTime).toBeUndefined();
  const described = new DescribeAttackCommand({ AttackId: summary?.AttackId });
  const { Attack } = await shield.send(described);
  const total = FLOOD + 60;
  expect(Attack?.Mitigations).toEqual([{ MitigationName: first }]);
  expect(Attack?.SubResources?.[0]).toMatchObject({
    Type: 'URL',
    Id: '/login',
    AttackVectors: [{ VectorCounters: [{ Name: 'Requests', Sum: FLOOD + 20 }] }],
  });
  expect(Attack?.AttackCounters).toMatchObject([
    { Name: 'RequestsPerSecond', Max: total / 60, Average: total / 60, N: 1 },
    { Name: 'Requests', Sum: total },
    { Name: 'RefusedRequests', Sum: 20 + early },
    { Name: 'ServerErrors', Sum: 0 },
    { Name: 'Connections' },
  ]);
  expect(Attack?.AttackProperties).toEqual([
    {
      AttackLayer: 'APPLICATION',
      AttackPropertyIdentifier: 'DESTINATION_URL',
      TopContributors: [
        { Name: '/login', Value: FLOOD + 20 },
        { Name: '/', Value: 20 },
        { Name: '/shop', Value: 20 },
      ],
      Unit: 'REQUESTS',
      Total: total,
    },
    {
      AttackLayer: 'APPLICATION',
      AttackPropertyIdentifier: 'SOURCE_IP_ADDRESS',
      TopContributors: [{ Name: '127.0.0.1', Value: total }],
      Unit: 'REQUESTS',
      Total: total,
    },
    {
      AttackLayer: 'APPLICATION',
      AttackPropertyIdentifier: 'SOURCE_USER_AGENT',
      TopContributors: [
        { Name: 'flood-bot', Value: FLOOD + 20 },
        { Name: 'browser', Value: 40 },
      ],
      Unit: 'REQUESTS',
      Total: total,
    },
  ]);
  expect(await detected(site)).toBe(1);

  const count = { ResourceArn, Action: { Count: {} } };
  await shield.send(new UpdateApplicationLayerAutomaticResponseCommand(count));
  expect(await groupRules(site)).toEqual({ [OFFENDERS]: 'Count', [first]: 'Count' });
  expect(await site.visit(5, BOT)).toEqual({ 200: 5 });
  await shield.send(new UpdateApplicationLayerAutomaticResponseCommand(enabled));
  expect(await site.visit(5, BOT)).toEqual({ 403: 5 });

  await site.toMinute(3);
  const ended = await shield.send(described);
  expect(ended.Attack?.EndTime).toBeInstanceOf(Date);
  expect(await site.visit(1, BOT)).toEqual({ 403: 1 });
  await site.toMinute(6);
  expect(await groupRules(site)).toEqual({ [OFFENDERS]: 'Block' });
  expect(await site.visit(1, BOT)).toEqual({ 200: 1 });
  expect(await detected(site)).toBe(0);

  await shield.send(new DisableApplicationLayerAutomaticResponseCommand({ ResourceArn }));
  expect(await site.rules()).toEqual([]);
  const after = await site.waf.send(new GetWebACLCommand(site.webAcl.name));
  expect(after.WebACL?.Capacity).toBe(0);
  await expect(
    shield.send(new DisableApplicationLayerAutomaticResponseCommand({ ResourceArn })),
  ).rejects.toMatchObject({
    name: 'InvalidOperationException',
    message: 'Automatic application layer DDoS mitigation is not enabled for the resource.',
  });

  const none = await shield.send(new DescribeAttackStatisticsCommand({}));
  expect(none.DataItems).toEqual([{ AttackCount: 0 }]);
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + DAY_MS);
  const statistics = await shield.send(new DescribeAttackStatisticsCommand({}));
  expect(statistics.DataItems).toEqual([
    { AttackVolume: { RequestsPerSecond: { Max: (total + 10) / 60 } }, AttackCount: 1 },
  ]);
});

/** The last value of DDoSDetected. */
async function detected({ account, arn }: FloodedSite): Promise<number | undefined> {
  const client = new CloudWatchClient(server.client(account));
  const now = server.platform.engine().clock.serviceTime();
  const { Datapoints = [] } = await client.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/DDoSProtection',
      MetricName: 'DDoSDetected',
      Dimensions: [{ Name: 'ResourceArn', Value: arn }],
      StartTime: new Date(now - 3_600_000),
      EndTime: new Date(now + 60_000),
      Period: 60,
      Statistics: ['Maximum'],
    }),
  );
  const byTime = Datapoints.toSorted(
    (one, other) => (one.Timestamp?.getTime() ?? 0) - (other.Timestamp?.getTime() ?? 0),
  );
  return byTime.at(-1)?.Maximum;
}

test('check 40: the owner of a web ACL can take the group out, and can not look into it', {
  timeout: 60_000,
}, async () => {
  const site = await newFloodedSite(server);
  await site.guard();
  const { arn: ResourceArn } = site;
  await site.shield.send(
    new EnableApplicationLayerAutomaticResponseCommand({ ResourceArn, Action: { Block: {} } }),
  );
  const [rule] = await site.rules();
  const ARN = rule?.Statement?.RuleGroupReferenceStatement?.ARN ?? '';
  await expect(site.waf.send(new GetRuleGroupCommand({ ARN }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const change = async (Rules: Rule[]) => {
    const { LockToken, WebACL } = await site.waf.send(new GetWebACLCommand(site.webAcl.name));
    const { DefaultAction, VisibilityConfig } = WebACL ?? {};
    const settings = { DefaultAction, VisibilityConfig };
    const update = { ...site.webAcl.name, ...settings, LockToken, Rules };
    await site.waf.send(new UpdateWebACLCommand(update));
  };
  await change([blocking(0, pathContains('/private')), ...(await site.rules())]);
  expect(await site.rules()).toHaveLength(2);
  const own = (await site.rules()).filter(({ Name }) => Name !== rule?.Name);
  await change(own);
  await site.usual();
  await site.visit(FLOOD, BOT);
  await site.settle();
  expect(await site.visit(5, BOT)).toEqual({ 200: 5 });
  const { AttackSummaries: [summary] = [] } = await site.shield.send(new ListAttacksCommand({}));
  const { Attack } = await site.shield.send(
    new DescribeAttackCommand({ AttackId: summary?.AttackId }),
  );
  expect(Attack?.Mitigations).toEqual([]);
});
