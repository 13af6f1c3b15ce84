import {
  GetRateBasedStatementManagedKeysCommand,
  GetSampledRequestsCommand,
  UpdateIPSetCommand,
  type Rule,
  type Statement,
} from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sites, startSites } from './protected-site.ts';
import { blocking, bytes, newIpSet, newWebAcl, pathContains, VISIBILITY } from './web-acls.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.server.close());

const NONE = [{ Priority: 0, Type: 'NONE' }] as const;

function header(Name: string, text: string): Statement {
  return {
    ByteMatchStatement: {
      SearchString: bytes(text),
      FieldToMatch: { SingleHeader: { Name } },
      TextTransformations: [...NONE],
      PositionalConstraint: 'CONTAINS',
    },
  };
}

test('check 1: a blocked request is answered 403, and its origin sees nothing of it', async () => {
  const site = await sites.site();
  expect((await site.ask('/')).body).toBe('OK');
  const { arn } = await newWebAcl(site.waf, [blocking(0, header('user-agent', 'BadBot'))]);
  await site.protect(arn);
  site.arrived.length = 0;
  const blocked = await site.ask('/', { headers: { 'User-Agent': 'xBadBoty' } });
  expect(blocked.status).toBe(403);
  expect(blocked.body).toContain('<h1>403 Forbidden</h1>');
  expect(site.arrived).toEqual([]);
  expect((await site.ask('/', { headers: { 'User-Agent': 'badbot' } })).status).toBe(200);
});

test('check 18: an IP set is changed, and the next request feels it', async () => {
  const site = await sites.site();
  const set = await newIpSet(site.waf, ['10.0.0.0/8']);
  const { arn } = await newWebAcl(site.waf, [
    blocking(0, { IPSetReferenceStatement: { ARN: set.arn } }),
  ]);
  await site.protect(arn);
  expect((await site.ask('/')).status).toBe(200);
  const update = { ...set.name, Addresses: ['127.0.0.1/32'], LockToken: set.token };
  await site.waf.send(new UpdateIPSetCommand(update));
  expect((await site.ask('/')).status).toBe(403);
});

test('check 19: a forwarded address: absent, malformed, and among many', async () => {
  const site = await sites.site();
  const { arn: ARN } = await newIpSet(site.waf, ['192.0.2.0/24']);
  const using = (FallbackBehavior: 'MATCH' | 'NO_MATCH', Position: 'FIRST' | 'ANY') =>
    blocking(0, {
      IPSetReferenceStatement: {
        ARN,
        IPSetForwardedIPConfig: { HeaderName: 'X-Forwarded-For', FallbackBehavior, Position },
      },
    });
  const many = (hitAt: number) =>
    Array.from({ length: 12 }, (_, at) => (at === hitAt ? '192.0.2.1' : '198.51.100.1')).join(', ');
  const cases: readonly (readonly [Rule, string | undefined, number])[] = [
    [using('MATCH', 'FIRST'), undefined, 200],
    [using('MATCH', 'FIRST'), 'not-an-ip', 403],
    [using('MATCH', 'FIRST'), '1.2.3.4; 5.6.7.8', 403],
    [using('NO_MATCH', 'FIRST'), 'not-an-ip', 200],
    [using('NO_MATCH', 'FIRST'), '1.2.3.4; 5.6.7.8', 200],
    [using('MATCH', 'FIRST'), '192.0.2.7, 1.2.3.4', 403],
    [using('MATCH', 'ANY'), many(1), 200],
    [using('MATCH', 'ANY'), many(2), 403],
  ];
  let ran = 0;
  for (const [rule, forwarded, status] of cases) {
    const { arn } = await newWebAcl(site.waf, [rule], { Name: `acl-${ran}` });
    await site.protect(arn);
    const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
    expect((await site.ask('/', { headers })).status, String(ran)).toBe(status);
    ran += 1;
  }
  expect(ran).toBe(8);
});

test('check 21: rules are asked by priority, and the first that ends it decides', async () => {
  const site = await sites.site();
  const all = pathContains('/');
  const allowing = (priority: number) =>
    blocking(priority, pathContains('/ok'), { Action: { Allow: {} } });
  const first = await newWebAcl(site.waf, [allowing(0), blocking(1, all)]);
  await site.protect(first.arn);
  expect((await site.ask('/ok')).status).toBe(200);
  expect((await site.ask('/')).status).toBe(403);
  const last = await newWebAcl(site.waf, [allowing(1), blocking(0, all)], { Name: 'last' });
  await site.protect(last.arn);
  expect((await site.ask('/ok')).status).toBe(403);
});

test('check 26: a custom response has its status, header, body and type', async () => {
  const site = await sites.site();
  const CustomResponse = {
    ResponseCode: 429,
    CustomResponseBodyKey: 'slow',
    ResponseHeaders: [{ Name: 'x-why', Value: 'too fast' }],
  };
  const { arn } = await newWebAcl(
    site.waf,
    [blocking(0, pathContains('/x'), { Action: { Block: { CustomResponse } } })],
    { CustomResponseBodies: { slow: { ContentType: 'APPLICATION_JSON', Content: '{"a":1}' } } },
  );
  await site.protect(arn);
  const answer = await site.ask('/x');
  expect(answer).toMatchObject({ status: 429, body: '{"a":1}' });
  expect(answer.headers).toMatchObject({ 'x-why': 'too fast', 'content-type': 'application/json' });
});

test('check 27: headers that rules insert take the place of what the client sent', async () => {
  const site = await sites.site();
  const inserting = (Name: string, Value: string) => ({
    CustomRequestHandling: { InsertHeaders: [{ Name, Value }] },
  });
  const { arn } = await newWebAcl(site.waf, [
    blocking(0, pathContains('/'), { Action: { Count: inserting('a', '1') } }),
    blocking(1, header('x-amzn-waf-a', '1')),
    blocking(2, pathContains('/'), { Action: { Allow: inserting('b', '2') } }),
  ]);
  await site.protect(arn);
  expect((await site.ask('/', { headers: { 'x-amzn-waf-a': 'evil' } })).status).toBe(200);
  const [request] = site.arrived;
  const sent = request?.headers ?? [];
  const valuesOf = (name: string) =>
    sent.filter((_, at) => at % 2 === 1 && sent[at - 1]?.toLowerCase() === name);
  expect(valuesOf('x-amzn-waf-a')).toEqual(['1']);
  expect(valuesOf('x-amzn-waf-b')).toEqual(['2']);
});

test('check 13: bodies are inspected up to 8,192 bytes, and passed on whole', async () => {
  const site = await sites.site();
  const { arn } = await newWebAcl(site.waf, [
    blocking(0, {
      ByteMatchStatement: {
        SearchString: bytes('EVIL'),
        FieldToMatch: { Body: { OversizeHandling: 'CONTINUE' } },
        TextTransformations: [...NONE],
        PositionalConstraint: 'CONTAINS',
      },
    }),
  ]);
  await site.protect(arn);
  const post = (filler: number) =>
    site.ask('/', { method: 'POST', body: `${'x'.repeat(filler)}EVIL` });
  expect((await post(8_192)).status).toBe(200);
  expect(site.arrived.at(-1)?.body.length).toBe(8_196);
  expect((await post(8_188)).status).toBe(403);
});

test('check 28: a rate rule limits an address, names it, and lets it in again', async () => {
  const site = await sites.site();
  const { arn, name } = await newWebAcl(site.waf, [
    blocking(0, {
      RateBasedStatement: { Limit: 10, EvaluationWindowSec: 60, AggregateKeyType: 'IP' },
    }),
  ]);
  await site.protect(arn);
  const statuses: number[] = [];
  for (let count = 0; count < 12; count += 1) statuses.push((await site.ask('/')).status);
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(statuses.slice(10)).toEqual([403, 403]);
  const limited = () =>
    site.waf.send(
      new GetRateBasedStatementManagedKeysCommand({
        Scope: 'REGIONAL',
        WebACLName: 'acl',
        WebACLId: name.Id,
        RuleName: 'rule-0',
      }),
    );
  expect((await limited()).ManagedKeysIPV4).toEqual({
    IPAddressVersion: 'IPV4',
    Addresses: ['127.0.0.1/32'],
  });
  const engine = sites.server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 90_000);
  expect((await limited()).ManagedKeysIPV4?.Addresses).toEqual([]);
  expect((await site.ask('/')).status).toBe(200);
});

test('check 29: a scope-down statement says what is counted, and what is limited', async () => {
  const site = await sites.site();
  const { arn } = await newWebAcl(site.waf, [
    blocking(0, {
      RateBasedStatement: {
        Limit: 10,
        AggregateKeyType: 'IP',
        ScopeDownStatement: pathContains('/login'),
      },
    }),
  ]);
  await site.protect(arn);
  for (let count = 0; count < 15; count += 1) expect((await site.ask('/')).status).toBe(200);
  for (let count = 0; count < 10; count += 1) expect((await site.ask('/login')).status).toBe(200);
  expect((await site.ask('/login')).status).toBe(403);
  expect((await site.ask('/')).status).toBe(200);
});

test('check 37: GetSampledRequests shows what a rule or a group matched, and what none did', async () => {
  const site = await sites.site();
  const { arn } = await newWebAcl(site.waf, [
    blocking(0, pathContains('/x')),
    {
      Name: 'sql',
      Priority: 1,
      OverrideAction: { None: {} },
      Statement: {
        ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesSQLiRuleSet' },
      },
      VisibilityConfig: { ...VISIBILITY, MetricName: 'sql-metric' },
    },
  ]);
  await site.protect(arn);
  await site.ask('/x?a=1');
  await site.ask(`/z?id=${encodeURIComponent("1' OR '1'='1")}`);
  await site.ask('/y');
  const now = sites.server.platform.engine().clock.serviceTime();
  const sampled = (RuleMetricName: string) =>
    site.waf.send(
      new GetSampledRequestsCommand({
        WebAclArn: arn,
        RuleMetricName,
        Scope: 'REGIONAL',
        TimeWindow: { StartTime: new Date(now - 60_000), EndTime: new Date(now + 60_000) },
        MaxItems: 10,
      }),
    );
  const { SampledRequests, PopulationSize } = await sampled('rule-0');
  expect(PopulationSize).toBe(1);
  expect(SampledRequests?.[0]).toMatchObject({
    Request: { ClientIP: '127.0.0.1', URI: '/x?a=1', Method: 'GET', HTTPVersion: 'HTTP/1.1' },
    Action: 'BLOCK',
    ResponseCodeSent: 403,
    Weight: 1,
  });
  expect((await sampled('sql-metric')).SampledRequests?.[0]).toMatchObject({
    Action: 'BLOCK',
    RuleNameWithinRuleGroup: 'AWS#AWSManagedRulesSQLiRuleSet#SQLi_QUERYARGUMENTS',
  });
  const { SampledRequests: allowed } = await sampled('metric');
  expect(allowed?.map(({ Request, Action }) => [Request?.URI, Action])).toEqual([['/y', 'ALLOW']]);
});
