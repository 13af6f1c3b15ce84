import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateAPIKeyCommand,
  DeleteLoggingConfigurationCommand,
  GetSampledRequestsCommand,
  PutLoggingConfigurationCommand,
  type Rule,
  type VisibilityConfig,
} from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DataProtection as Protection } from '../../../models/wafv2/types.ts';
import type { Evaluation, MatchDetail } from '../../../src/firewall/evaluation.ts';
import { protectedEvaluation } from '../../../src/services/wafv2/inspection/protected-details.ts';
import { Samples } from '../../../src/services/wafv2/inspection/samples.ts';
import { logBacklogs, pendingLogs } from '../../../src/services/wafv2/state.ts';
import { type Protected, type Sites, startSites } from './protected-site.ts';
import { blocking, newWebAcl, pathContains, VISIBILITY } from './web-acls.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.server.close());

async function settle(ms = 0): Promise<void> {
  const engine = sites.server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + ms);
}

const GROUP = 'aws-waf-logs-test';

async function openLog({ waf, account }: Protected, ResourceArn: string) {
  const logs = new CloudWatchLogsClient(sites.server.client(account));
  await logs.send(new CreateLogGroupCommand({ logGroupName: GROUP }));
  const group = `arn:aws:logs:us-east-1:${account}:log-group:${GROUP}`;
  const LoggingConfiguration = { ResourceArn, LogDestinationConfigs: [group] };
  await waf.send(new PutLoggingConfigurationCommand({ LoggingConfiguration }));
  return logs;
}

async function sampled({ waf }: Protected, WebAclArn: string, RuleMetricName: string) {
  const now = sites.server.platform.engine().clock.serviceTime();
  const TimeWindow = { StartTime: new Date(now - 60_000), EndTime: new Date(now + 60_000) };
  const input = { WebAclArn, RuleMetricName, Scope: 'REGIONAL', TimeWindow, MaxItems: 10 } as const;
  return (await waf.send(new GetSampledRequestsCommand(input))).SampledRequests ?? [];
}

function managedSql(VisibilityConfig: VisibilityConfig): Rule {
  return {
    Name: 'sql',
    Priority: 1,
    OverrideAction: { None: {} },
    Statement: {
      ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesSQLiRuleSet' },
    },
    VisibilityConfig,
  };
}

/** Counts by a cookie and an argument. */
const counting: Rule = blocking(
  0,
  {
    RateBasedStatement: {
      Limit: 10,
      AggregateKeyType: 'CUSTOM_KEYS',
      CustomKeys: [
        { Cookie: { Name: 'sid', TextTransformations: [{ Priority: 0, Type: 'NONE' }] } },
        { QueryArgument: { Name: 'token', TextTransformations: [{ Priority: 0, Type: 'NONE' }] } },
      ],
    },
  },
  { Action: { Count: {} } },
);

test('data protection: logs and samples tell a value nowhere, however its name is written', async () => {
  const site = await sites.site();
  const rules = [counting, managedSql({ ...VISIBILITY, MetricName: 'sql' })];
  const { arn } = await newWebAcl(site.waf, rules, {
    DataProtectionConfig: {
      DataProtections: [
        { Field: { FieldType: 'SINGLE_COOKIE', FieldKeys: ['sid'] }, Action: 'SUBSTITUTION' },
        { Field: { FieldType: 'SINGLE_QUERY_ARGUMENT', FieldKeys: ['token'] }, Action: 'HASH' },
      ],
    },
  });
  await site.protect(arn);
  const logs = await openLog(site, arn);
  const ask = (path: string, Cookie: string) => site.ask(path, { headers: { Cookie } });
  for (let count = 0; count < 10; count += 1) await ask('/?token=hush', 'a=b; sid=quiet');
  await ask('/?%74oken=hush', 'a=b;sid=quiet');
  await ask('/?x=1&TOKEN=hush%27%20OR%20%27hush%27=%27hush', 'a=b');
  await ask('/', "a=b;  SID = quiet' OR 'quiet'='quiet");
  await settle(1_000);
  const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName: GROUP }));
  const records = events.map(({ message = '' }) => message).join('\n');
  expect(events).toHaveLength(13);
  expect(records).toContain('SQL_INJECTION');
  expect(records).toContain('"customValues":[{"key":"COOKIE","name":"sid","value":"REDACTED"}');
  expect(records).not.toMatch(/hush|quiet/);
  const shown = await sampled(site, arn, 'sql');
  expect(shown).toHaveLength(2);
  expect(JSON.stringify(shown)).not.toMatch(/hush|quiet/);
});

const detail: MatchDetail = {
  conditionType: 'SQL_INJECTION',
  location: 'ALL_QUERY_ARGS',
  matchedData: ['seen'],
  matchedFieldName: 'token',
};
const evaluated: Evaluation = {
  action: 'BLOCK',
  terminatingRule: { id: 'r', type: 'REGULAR', details: [detail] },
  insertHeaders: [],
  labels: [],
  nonTerminatingMatchingRules: [],
  ruleGroups: [],
  rateRules: [
    {
      rateBasedRuleId: 'id',
      rateBasedRuleName: 'rate',
      limitKey: 'CUSTOMKEYS',
      maxRateAllowed: 10,
      evaluationWindowSec: 60,
      customValues: [{ key: 'QUERY_ARGUMENT', name: 'token', value: 'seen' }],
      limited: true,
    },
  ],
  matches: [],
  oversizeFields: [],
};

test('data protection: what is excluded from it is told', () => {
  const shownOf = (
    more: Pick<Protection, 'ExcludeRuleMatchDetails' | 'ExcludeRateBasedDetails'>,
  ) => {
    const Field = { FieldType: 'SINGLE_QUERY_ARGUMENT', FieldKeys: ['token'] } as const;
    const protections = [{ Field, Action: 'SUBSTITUTION', ...more } as const];
    const { terminatingRule, rateRules } = protectedEvaluation(evaluated, protections);
    return [terminatingRule.details[0]?.matchedData[0], rateRules[0]?.customValues[0]?.value];
  };
  expect(shownOf({})).toEqual(['REDACTED', 'REDACTED']);
  expect(shownOf({ ExcludeRuleMatchDetails: true })).toEqual(['seen', 'REDACTED']);
  expect(shownOf({ ExcludeRateBasedDetails: true })).toEqual(['REDACTED', 'seen']);
});

test('a managed group whose rule shows neither samples nor metrics shows none of its own rules', async () => {
  const site = await sites.site();
  const off = {
    SampledRequestsEnabled: false,
    CloudWatchMetricsEnabled: false,
    MetricName: 'sql',
  };
  const { arn } = await newWebAcl(site.waf, [managedSql(off)]);
  await site.protect(arn);
  expect((await site.ask(`/?id=${encodeURIComponent("1' OR '1'='1")}`)).status).toBe(403);
  await settle();
  expect(await sampled(site, arn, 'SQLi_QUERYARGUMENTS')).toEqual([]);
  expect(await sampled(site, arn, 'sql')).toEqual([]);
  const cloudwatch = new CloudWatchClient(sites.server.client(site.account));
  const { Metrics = [] } = await cloudwatch.send(
    new ListMetricsCommand({ Namespace: 'AWS/WAFV2' }),
  );
  const rules = Metrics.flatMap(({ Dimensions = [] }) =>
    Dimensions.filter(({ Name }) => Name === 'Rule').map(({ Value }) => Value),
  );
  expect(rules).toEqual(['ALL']);
});

/** What waits of an account's logs, and what is noted of it. */
async function waiting({ account }: Protected) {
  const scope = { account, region: 'us-east-1' };
  return sites.server.platform.engine().store.run(async (unit) => {
    const view = unit.view(scope);
    const notes = await view.list(pendingLogs, { limit: 100 });
    const backlogs = await view.list(logBacklogs, { limit: 100 });
    return {
      notes: notes.items.length,
      backlogs: backlogs.items.map(({ document }) => document.notes),
    };
  });
}

test('log records that nobody wants any more are not written', async () => {
  const site = await sites.site();
  const { arn } = await newWebAcl(site.waf, [blocking(0, pathContains('/x'))]);
  await site.protect(arn);
  await openLog(site, arn);
  await site.ask('/y');
  await site.waf.send(new DeleteLoggingConfigurationCommand({ ResourceArn: arn }));
  await settle(1_000);
  expect(await waiting(site)).toEqual({ notes: 0, backlogs: [] });
});

test('log records wait while a destination refuses, are reckoned, and go when it takes them', async () => {
  const site = await sites.site();
  const { arn } = await newWebAcl(site.waf, [blocking(0, pathContains('/x'))]);
  await site.protect(arn);
  const logs = await openLog(site, arn);
  await logs.send(new DeleteLogGroupCommand({ logGroupName: GROUP }));
  await site.ask('/y');
  await settle(1_000);
  expect(await waiting(site)).toEqual({ notes: 1, backlogs: [1] });
  await logs.send(new CreateLogGroupCommand({ logGroupName: GROUP }));
  await settle(301_000);
  expect(await waiting(site)).toEqual({ notes: 0, backlogs: [] });
  const { events } = await logs.send(new FilterLogEventsCommand({ logGroupName: GROUP }));
  expect(events).toHaveLength(1);
});

test('samples: what is kept is bounded, and the metric with the most gives way', () => {
  const samples = new Samples();
  const sampleOf = (URI: string) => () => ({
    Request: { ClientIP: '192.0.2.1', URI },
    Timestamp: new Date(0),
    Action: 'ALLOW',
  });
  samples.add('acl', 'small', 0, sampleOf('/'));
  for (let count = 0; count < 100; count += 1) {
    samples.add('acl', 'large', 0, sampleOf('a'.repeat(1_048_576)));
  }
  const asked = { from: 0, to: 0, most: 500 };
  expect(samples.find('acl', 'small', asked).samples).toHaveLength(1);
  const { samples: kept, population } = samples.find('acl', 'large', asked);
  expect(kept.length).toBeLessThan(32);
  expect(population).toBe(100);
});

test('CreateAPIKey: the audit record doesn’t tell the key', async () => {
  const site = await sites.site();
  const { APIKey = '' } = await site.waf.send(
    new CreateAPIKeyCommand({ Scope: 'REGIONAL', TokenDomains: ['example.com'] }),
  );
  const trail = new CloudTrailClient(sites.server.client(site.account));
  const { Events = [] } = await trail.send(new LookupEventsCommand({}));
  const record = Events.find(({ EventName }) => EventName === 'CreateAPIKey')?.CloudTrailEvent;
  expect(record).toContain('"tokenDomains":["example.com"]');
  expect(record).not.toContain(APIKey.slice(0, 40));
});
