import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { type LoggingConfiguration, PutLoggingConfigurationCommand } from '@aws-sdk/client-wafv2';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Protected, type Sites, startSites } from './protected-site.ts';
import { blocking, newWebAcl, pathContains } from './web-acls.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.server.close());

async function settle(ms = 0): Promise<void> {
  const engine = sites.server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + ms);
}

/** A site whose web ACL blocks `/x`, and logs into a group. */
async function loggedSite(more: Partial<LoggingConfiguration> = {}) {
  const site = await sites.site();
  const { arn } = await newWebAcl(site.waf, [
    blocking(0, pathContains('/x'), { RuleLabels: [{ Name: 'seen' }] }),
  ]);
  await site.protect(arn);
  const logs = new CloudWatchLogsClient(sites.server.client(site.account));
  const logGroupName = 'aws-waf-logs-test';
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  const group = `arn:aws:logs:us-east-1:${site.account}:log-group:${logGroupName}`;
  await putLogging(site, { ResourceArn: arn, LogDestinationConfigs: [group], ...more });
  const records = async (): Promise<Record<string, unknown>[]> => {
    await settle(1_000);
    const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName }));
    return events.map(({ message = '' }): Record<string, unknown> => JSON.parse(message));
  };
  return { site, arn, records, logs };
}

async function putLogging({ waf }: Protected, LoggingConfiguration: LoggingConfiguration) {
  await waf.send(new PutLoggingConfigurationCommand({ LoggingConfiguration }));
}

test('check 37: a log group gets one record of each request, with all that AWS tells', async () => {
  const { site, arn, records } = await loggedSite();
  await site.ask('/x?a=1', { method: 'POST', headers: { 'X-Own': 'v' }, body: 'body' });
  await site.ask('/y');
  const [blocked, allowed, more] = await records();
  expect(more).toBeUndefined();
  expect(blocked).toMatchObject({
    formatVersion: 1,
    webaclId: arn,
    terminatingRuleId: 'rule-0',
    terminatingRuleType: 'REGULAR',
    action: 'BLOCK',
    terminatingRuleMatchDetails: [],
    httpSourceName: 'APPSYNC',
    httpSourceId: site.resource,
    ruleGroupList: [],
    rateBasedRuleList: [],
    nonTerminatingMatchingRules: [],
    requestHeadersInserted: [],
    responseCodeSent: 403,
    httpRequest: {
      clientIp: '127.0.0.1',
      country: '-',
      uri: '/x',
      args: 'a=1',
      httpVersion: 'HTTP/1.1',
      httpMethod: 'POST',
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
      fragment: '',
      scheme: 'http',
      host: `site-${site.account}.test`,
    },
    labels: [{ name: `awswaf:${site.account}:webacl:acl:seen` }],
    oversizeFields: [],
  });
  expect(allowed).toMatchObject({ action: 'ALLOW', terminatingRuleId: 'Default_Action' });
});

test('check 37: what is redacted stands as REDACTED, and the origin gets it whole', async () => {
  const { site, records } = await loggedSite({
    RedactedFields: [{ QueryString: {} }, { SingleHeader: { Name: 'authorization' } }],
  });
  await site.ask('/y?token=secret', { headers: { Authorization: 'secret' } });
  const [record] = await records();
  expect(JSON.stringify(record)).not.toContain('secret');
  expect(record).toMatchObject({ httpRequest: { uri: '/y', args: 'REDACTED' } });
  expect(site.arrived[0]?.target).toBe('/y?token=secret');
});

test('check 37: a filter drops what was allowed', async () => {
  const { site, records } = await loggedSite({
    LoggingFilter: {
      DefaultBehavior: 'KEEP',
      Filters: [
        {
          Behavior: 'DROP',
          Requirement: 'MEETS_ANY',
          Conditions: [{ ActionCondition: { Action: 'ALLOW' } }],
        },
      ],
    },
  });
  await site.ask('/y');
  await site.ask('/x');
  expect((await records()).map(({ action }) => action)).toEqual(['BLOCK']);
});

test('check 37: a bucket gets a file every five minutes, in AWS’s folders', async () => {
  const site = await sites.site();
  const { arn } = await newWebAcl(site.waf, [blocking(0, pathContains('/x'))]);
  await site.protect(arn);
  const s3 = new S3Client({ ...sites.server.client(site.account), forcePathStyle: true });
  const Bucket = `aws-waf-logs-${site.account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const LogDestinationConfigs = [`arn:aws:s3:::${Bucket}/front`];
  await putLogging(site, { ResourceArn: arn, LogDestinationConfigs });
  await site.ask('/x');
  await site.ask('/y');
  await settle();
  const listed = async () => (await s3.send(new ListObjectsV2Command({ Bucket }))).Contents ?? [];
  expect(await listed()).toEqual([]);
  await settle(301_000);
  const [file, more] = await listed();
  expect(more).toBeUndefined();
  const { account } = site;
  expect(file?.Key).toMatch(
    new RegExp(
      `^front/AWSLogs/${account}/WAFLogs/us-east-1/acl/\\d{4}/\\d\\d/\\d\\d/\\d\\d/\\d\\d/` +
        `${account}_waflogs_us-east-1_acl_\\d{8}T\\d{4}Z_[0-9a-f]{8}\\.log\\.gz$`,
    ),
  );
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: file?.Key ?? '' }));
  const lines = gunzipSync((await Body?.transformToByteArray()) ?? new Uint8Array())
    .toString()
    .trimEnd()
    .split('\n');
  const actions = lines.map((line): unknown => JSON.parse(line).action);
  expect(actions).toEqual(['BLOCK', 'ALLOW']);
});

test('metrics: requests are counted by web ACL and rule', async () => {
  const site = await sites.site();
  const { arn } = await newWebAcl(site.waf, [blocking(0, pathContains('/x'))]);
  await site.protect(arn);
  await site.ask('/x');
  await site.ask('/x');
  await site.ask('/y');
  await settle();
  const cloudwatch = new CloudWatchClient(sites.server.client(site.account));
  const now = sites.server.platform.engine().clock.serviceTime();
  const sumOf = async (MetricName: string, Rule: string) => {
    const { Datapoints = [] } = await cloudwatch.send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/WAFV2',
        MetricName,
        Dimensions: [
          { Name: 'WebACL', Value: 'metric' },
          { Name: 'Rule', Value: Rule },
          { Name: 'Region', Value: 'us-east-1' },
        ],
        StartTime: new Date(now - 3_600_000),
        EndTime: new Date(now + 60_000),
        Period: 3_600,
        Statistics: ['Sum'],
      }),
    );
    return Datapoints.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
  };
  expect(await sumOf('BlockedRequests', 'rule-0')).toBe(2);
  expect(await sumOf('BlockedRequests', 'ALL')).toBe(2);
  expect(await sumOf('AllowedRequests', 'Default_Action')).toBe(1);
});
