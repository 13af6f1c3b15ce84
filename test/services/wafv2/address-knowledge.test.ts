import {
  ElasticLoadBalancingV2Client,
  ModifyLoadBalancerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AssociateWebACLCommand,
  GetSampledRequestsCommand,
  type Rule,
  type Statement,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryRootKey } from '../../../src/crypto/root-key.ts';
import {
  AddressDatabase,
  asnsOf,
  placesOf,
} from '../../../src/firewall/addresses/address-database.ts';
import { readAddressList } from '../../../src/firewall/addresses/address-list.ts';
import type {
  AddressKnowledge,
  AddressListName,
} from '../../../src/firewall/addresses/knowledge.ts';
import { mmdb } from '../../firewall/mmdb.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newListener, newLoadBalancer, newTenant as newElbTenant } from '../elbv2/rig.ts';
import { blocking, newWebAcl, VISIBILITY } from './web-acls.ts';

const PLACES = mmdb({
  '127.0.0.0/8': { country: { iso_code: 'CH' }, subdivisions: [{ iso_code: 'ZH' }] },
  '192.0.2.0/24': { country: { iso_code: 'US' }, subdivisions: [{ iso_code: 'OR' }] },
  '198.51.100.0/24': { country: { iso_code: 'US' } },
  '2001:db8::/32': { country: { iso_code: 'DE' }, subdivisions: [{ iso_code: 'BE' }] },
});
const ASNS = mmdb({
  '127.0.0.0/8': { autonomous_system_number: 64_496 },
  '192.0.2.0/24': { autonomous_system_number: 64_500 },
  '2001:db8::/32': { autonomous_system_number: 4_200_000_000 },
});

/** Lists that hold who asks, and one that doesn't. */
const LISTS = [
  ['ip-reputation', '# nobody\n'],
  ['reconnaissance', '203.0.113.0/24\n'],
  ['ddos', '127.0.0.0/8\n'],
  ['anonymous', '127.0.0.1\n'],
] as const;

function listsOf(
  texts: readonly (readonly [AddressListName, string])[],
): AddressKnowledge['lists'] {
  return new Map(texts.map(([name, text]) => [name, readAddressList(text)]));
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    addressKnowledge: {
      placeOf: placesOf(await AddressDatabase.open(PLACES)),
      asnOf: asnsOf(await AddressDatabase.open(ASNS)),
      lists: listsOf(LISTS),
    },
  });
});
afterAll(() => server.close());

/** A load balancer that says `OK`, behind a web ACL of these rules. */
async function balancer(rules: Rule[], on = server) {
  const tenant = await newElbTenant(on);
  const { arn, host } = await newLoadBalancer(tenant);
  await newListener(tenant, arn, {
    Type: 'fixed-response',
    FixedResponseConfig: { StatusCode: '200', MessageBody: 'OK' },
  });
  const waf = new WAFV2Client(on.client(tenant.account));
  const webAcl = await newWebAcl(waf, rules);
  await waf.send(new AssociateWebACLCommand({ WebACLArn: webAcl.arn, ResourceArn: arn }));
  const status = (forwarded?: string, name = 'X-Forwarded-For') =>
    statusOf(on, host, forwarded === undefined ? {} : { [name]: forwarded });
  return { ...tenant, waf, webAcl, arn, host, status };
}

async function statusOf(on: TestServer, host: string, headers: Record<string, string> = {}) {
  const open = await on.platform.engine().edge.listeners();
  const port = open.find((one) => one.port === 80)?.localPort;
  return new Promise<number | undefined>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: '/', headers: { host, ...headers } };
    const outgoing = request(options, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

const XFF = 'x-forwarded-for';

function fromCountry(
  CountryCodes: ('US' | 'DE' | 'AQ' | 'CH')[],
  FallbackBehavior?: 'MATCH' | 'NO_MATCH',
): Statement {
  return {
    GeoMatchStatement: {
      CountryCodes,
      ...(FallbackBehavior === undefined
        ? {}
        : { ForwardedIPConfig: { HeaderName: XFF, FallbackBehavior } }),
    },
  };
}

function hasLabel(Key: string): Statement {
  return { LabelMatchStatement: { Scope: 'LABEL', Key } };
}

function managed(Priority: number, Name: string): Rule {
  return {
    Name,
    Priority,
    OverrideAction: { None: {} },
    Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
    VisibilityConfig: { ...VISIBILITY, MetricName: Name },
  };
}

describe('GeoMatch', () => {
  test('the first address of a header: blocked by its country, IPv4 or IPv6; by the fallback; absent, never', async () => {
    const cases: readonly (readonly [
      forwarded: string | undefined,
      noMatch: number,
      match: number,
    ])[] = [
      ['192.0.2.7', 403, 403],
      ['192.0.2.7, 203.0.113.1', 403, 403],
      ['2001:db8::7', 403, 403],
      ['::ffff:192.0.2.7', 403, 403],
      ['203.0.113.1, 192.0.2.7', 200, 200],
      ['127.0.0.1', 200, 200],
      ['2001:db9::7', 200, 200],
      ['192.0.2.7; 203.0.113.1', 200, 403],
      ['nobody', 200, 403],
      [undefined, 200, 200],
    ];
    const lenient = await balancer([blocking(0, fromCountry(['US', 'DE'], 'NO_MATCH'))]);
    const strict = await balancer([blocking(0, fromCountry(['US', 'DE'], 'MATCH'))]);
    for (const [forwarded, noMatch, match] of cases) {
      expect(await lenient.status(forwarded), `${forwarded}, NO_MATCH`).toBe(noMatch);
      expect(await strict.status(forwarded), `${forwarded}, MATCH`).toBe(match);
    }
    expect(cases).toHaveLength(10);
    expect(await strict.status('192.0.2.7', 'X-Real-IP')).toBe(200);
  });

  test('labels of country and region, matched or not, which later rules match', async () => {
    const count = (Priority: number, statement: Statement) =>
      blocking(Priority, statement, { Action: { Count: {} } });
    const { status } = await balancer([
      count(0, fromCountry(['AQ'], 'NO_MATCH')),
      blocking(1, hasLabel('awswaf:forwardedip:geo:region:US-OR')),
      blocking(2, hasLabel('awswaf:forwardedip:geo:country:DE')),
      blocking(3, hasLabel('awswaf:forwardedip:geo:country:XX')),
    ]);
    expect(await status('192.0.2.1')).toBe(403);
    expect(await status('2001:db8::1')).toBe(403);
    expect(await status('203.0.113.1')).toBe(403);
    expect(await status('198.51.100.1')).toBe(200);
    expect(await status('127.0.0.1')).toBe(200);
    const unknownRegion = await balancer([
      count(0, fromCountry(['AQ'], 'NO_MATCH')),
      blocking(1, hasLabel('awswaf:forwardedip:geo:region:US-XX')),
    ]);
    expect(await unknownRegion.status('198.51.100.1')).toBe(403);
    expect(await unknownRegion.status('192.0.2.1')).toBe(200);
  });

  test('the client’s own address; samples tell its country', async () => {
    const { status, waf, webAcl } = await balancer([
      blocking(0, fromCountry(['AQ']), { Action: { Count: {} } }),
      blocking(1, hasLabel('awswaf:clientip:geo:region:CH-ZH')),
    ]);
    expect(await status('192.0.2.1')).toBe(403);
    const now = server.platform.engine().clock.serviceTime();
    const { SampledRequests } = await waf.send(
      new GetSampledRequestsCommand({
        WebAclArn: webAcl.arn,
        RuleMetricName: 'rule-1',
        Scope: 'REGIONAL',
        TimeWindow: { StartTime: new Date(now - 60_000), EndTime: new Date(now + 60_000) },
        MaxItems: 10,
      }),
    );
    expect(SampledRequests).toMatchObject([
      {
        Request: { ClientIP: '127.0.0.1', Country: 'CH' },
        Labels: [
          { Name: 'awswaf:clientip:geo:country:CH' },
          { Name: 'awswaf:clientip:geo:region:CH-ZH' },
        ],
      },
    ]);
    const own = await balancer([blocking(0, fromCountry(['CH']))]);
    expect(await own.status()).toBe(403);
  });

  test('codes that are no countries’, none, and more than 50 are refused', async () => {
    const { waf } = await balancer([]);
    const of = (CountryCodes: unknown) =>
      newWebAcl(waf, [
        // @ts-expect-error the client's types know the codes
        blocking(0, { GeoMatchStatement: { CountryCodes } }),
      ]);
    await expect(of(['EU'])).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(
        "at 'rules.1.member.statement.geoMatchStatement.countryCodes' failed to satisfy constraint",
      ),
    });
    await expect(of([])).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
    await expect(of(Array.from({ length: 51 }, () => 'DE'))).rejects.toMatchObject({
      name: 'WAFLimitsExceededException',
    });
  });
});

describe('autonomous systems', () => {
  const ForwardedIPConfig = { HeaderName: XFF, FallbackBehavior: 'NO_MATCH' } as const;

  test('AsnMatch: of the first address of a header, or of the client; unknown is 0', async () => {
    const forwarded = await balancer([
      blocking(0, { AsnMatchStatement: { AsnList: [64_500, 4_200_000_000], ForwardedIPConfig } }),
    ]);
    expect(await forwarded.status('192.0.2.9, 127.0.0.1')).toBe(403);
    expect(await forwarded.status('2001:db8::9')).toBe(403);
    expect(await forwarded.status('127.0.0.1, 192.0.2.9')).toBe(200);
    expect(await forwarded.status('198.51.100.1')).toBe(200);
    expect(await forwarded.status()).toBe(200);
    const unknown = await balancer([
      blocking(0, { AsnMatchStatement: { AsnList: [0], ForwardedIPConfig } }),
    ]);
    expect(await unknown.status('198.51.100.1')).toBe(403);
    expect(await unknown.status('192.0.2.9')).toBe(200);
    const client = await balancer([blocking(0, { AsnMatchStatement: { AsnList: [64_496] } })]);
    expect(await client.status('192.0.2.9')).toBe(403);
  });

  test('the custom key ASN: requests of one network are counted together', async () => {
    const { status } = await balancer([
      blocking(0, {
        RateBasedStatement: {
          Limit: 10,
          AggregateKeyType: 'CUSTOM_KEYS',
          CustomKeys: [{ ASN: {} }, { HTTPMethod: {} }],
          ForwardedIPConfig,
        },
      }),
    ]);
    for (let n = 1; n <= 10; n += 1) expect(await status(`192.0.2.${n}`), `${n}`).toBe(200);
    expect(await status('192.0.2.11')).toBe(403);
    expect(await status('2001:db8::1')).toBe(200);
  });
});

describe('managed groups of address lists', () => {
  test('AWSManagedRulesAmazonIpReputationList: the DDoS list labels, and later rules match', async () => {
    const group = managed(0, 'AWSManagedRulesAmazonIpReputationList');
    const labelOf = (rule: string) => hasLabel(`awswaf:managed:aws:amazon-ip-list:${rule}`);
    const passing = await balancer([
      group,
      blocking(1, labelOf('AWSManagedIPReputationList')),
      blocking(2, labelOf('AWSManagedReconnaissanceList')),
    ]);
    expect(await passing.status()).toBe(200);
    const stopped = await balancer([group, blocking(1, labelOf('AWSManagedIPDDoSList'))]);
    expect(await stopped.status()).toBe(403);
  });

  test('AWSManagedRulesAnonymousIpList: one of its two lists is not loaded, and named', async () => {
    const { waf } = await balancer([]);
    await expect(
      newWebAcl(waf, [managed(0, 'AWSManagedRulesAnonymousIpList')], { Name: 'other' }),
    ).rejects.toMatchObject({
      $metadata: { httpStatusCode: 501 },
      message:
        'wafv2:ManagedRuleGroupStatement is not implemented for AWSManagedRulesAnonymousIpList: ' +
        "no list is loaded of hosting; 'holdfast up --address-list NAME=FILE' loads one",
    });
  });

  test('AWSManagedRulesAnonymousIpList: clients of its lists are blocked', async () => {
    const other = await startServer({
      addressKnowledge: { lists: listsOf([...LISTS, ['hosting', '']]) },
    });
    try {
      const { status } = await balancer([managed(0, 'AWSManagedRulesAnonymousIpList')], other);
      expect(await status()).toBe(403);
    } finally {
      await other.close();
    }
  });
});

test('a server that starts without the data of a web ACL: its requests fail, or pass where the load balancer says so', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'holdfast-addresses-'));
  const place = { directory, rootKey: memoryRootKey() };
  try {
    const placeOf = placesOf(await AddressDatabase.open(PLACES));
    const first = await startServer({ ...place, addressKnowledge: { placeOf, lists: new Map() } });
    const made = await balancer(
      [blocking(0, { NotStatement: { Statement: fromCountry(['CH']) } })],
      first,
    );
    expect(await made.status()).toBe(200);
    await first.close();
    const second = await startServer(place);
    try {
      expect(await statusOf(second, made.host)).toBe(500);
      const elb = new ElasticLoadBalancingV2Client(second.client(made.account));
      const Attributes = [{ Key: 'waf.fail_open.enabled', Value: 'true' }];
      await elb.send(
        new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn: made.arn, Attributes }),
      );
      expect(await statusOf(second, made.host)).toBe(200);
    } finally {
      await second.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
