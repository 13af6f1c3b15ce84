import {
  CreateRuleGroupCommand,
  DescribeManagedRuleGroupCommand,
  ListAvailableManagedRuleGroupsCommand,
  ListAvailableManagedRuleGroupVersionsCommand,
  type Rule,
  type RuleGroupReferenceStatement,
  type Statement,
  UpdateWebACLCommand,
} from '@aws-sdk/client-wafv2';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Protected, type Sites, startSites } from './protected-site.ts';
import { blocking, newWebAcl, pathContains, VISIBILITY } from './web-acls.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.server.close());

async function newGroup({ waf }: Protected, Rules: Rule[], Name = 'group'): Promise<string> {
  const { Summary } = await waf.send(
    new CreateRuleGroupCommand({
      Name,
      Scope: 'REGIONAL',
      Capacity: 500,
      Rules,
      VisibilityConfig: VISIBILITY,
    }),
  );
  return Summary?.ARN ?? '';
}

function using(
  Priority: number,
  ARN: string,
  override: 'None' | 'Count' = 'None',
  more: Partial<RuleGroupReferenceStatement> = {},
): Rule {
  return {
    ...blocking(Priority, { RuleGroupReferenceStatement: { ARN, ...more } }),
    Action: undefined,
    OverrideAction: { [override]: {} },
  };
}

const label = (Scope: 'LABEL' | 'NAMESPACE', Key: string): Statement => ({
  LabelMatchStatement: { Scope, Key },
});

test('check 22: later rules see the labels of earlier ones, and none sees its own', async () => {
  const site = await sites.site();
  const labelling = blocking(0, pathContains('/'), {
    Action: { Count: {} },
    RuleLabels: [{ Name: 't:x' }],
  });
  const cases: readonly (readonly [Statement, number])[] = [
    [label('LABEL', 't:x'), 403],
    [label('LABEL', 'x'), 403],
    [label('NAMESPACE', 't:'), 403],
    [label('LABEL', 't:y'), 200],
    [label('LABEL', 'T:X'), 200],
  ];
  let ran = 0;
  for (const [statement, status] of cases) {
    const { arn } = await newWebAcl(site.waf, [labelling, blocking(1, statement)], {
      Name: `acl-${ran}`,
    });
    await site.protect(arn);
    expect((await site.ask('/')).status, String(ran)).toBe(status);
    ran += 1;
  }
  expect(ran).toBe(5);
  const both = { AndStatement: { Statements: [pathContains('/'), label('LABEL', 't:x')] } };
  const own = blocking(0, both, { RuleLabels: [{ Name: 't:x' }] });
  const { arn } = await newWebAcl(site.waf, [own]);
  await site.protect(arn);
  expect((await site.ask('/')).status).toBe(200);
});

test('check 22: a group’s rule sees labels of the web ACL by their whole names alone', async () => {
  const site = await sites.site();
  const labelling = blocking(0, pathContains('/'), {
    Action: { Count: {} },
    RuleLabels: [{ Name: 't:x' }],
  });
  const short = await newGroup(site, [blocking(0, label('LABEL', 't:x'))], 'short');
  const whole = await newGroup(
    site,
    [blocking(0, label('LABEL', `awswaf:${site.account}:webacl:acl:t:x`))],
    'whole',
  );
  const { arn, name, token } = await newWebAcl(site.waf, [labelling, using(1, short)]);
  await site.protect(arn);
  expect((await site.ask('/')).status).toBe(200);
  await site.waf.send(
    new UpdateWebACLCommand({
      ...name,
      LockToken: token,
      DefaultAction: { Allow: {} },
      VisibilityConfig: VISIBILITY,
      Rules: [labelling, using(1, whole)],
    }),
  );
  expect((await site.ask('/')).status).toBe(403);
});

test('check 23: a group that is only counted ends where it would, and the web ACL goes on', async () => {
  const site = await sites.site();
  const group = await newGroup(site, [
    blocking(0, pathContains('/a')),
    blocking(1, pathContains('/'), { Action: { Count: {} }, RuleLabels: [{ Name: 'went:on' }] }),
  ]);
  const wentOn = label('LABEL', `awswaf:${site.account}:rulegroup:group:went:on`);
  const counted = await newWebAcl(site.waf, [using(0, group, 'Count'), blocking(1, wentOn)]);
  await site.protect(counted.arn);
  expect((await site.ask('/a')).status).toBe(200);
  const overrides = { RuleActionOverrides: [{ Name: 'rule-0', ActionToUse: { Count: {} } }] };
  const overridden = await newWebAcl(
    site.waf,
    [using(0, group, 'None', overrides), blocking(1, wentOn)],
    { Name: 'overridden' },
  );
  await site.protect(overridden.arn);
  expect((await site.ask('/a')).status).toBe(403);
});

test('check 24: a managed group may be overridden in rules it doesn’t have, and none that is unknown used', async () => {
  const { waf } = await sites.site();
  const managed = (Name: string, more = {}) => ({
    ...blocking(0, { ManagedRuleGroupStatement: { VendorName: 'AWS', Name, ...more } }),
    Action: undefined,
    OverrideAction: { None: {} },
  });
  const RuleActionOverrides = [{ Name: 'NoSuchRule', ActionToUse: { Count: {} } }];
  await newWebAcl(waf, [managed('AWSManagedRulesCommonRuleSet', { RuleActionOverrides })]);
  await expect(newWebAcl(waf, [managed('AWSManagedRulesNone')])).rejects.toMatchObject({
    name: 'WAFInvalidParameterException',
    Field: 'MANAGED_RULE_SET_STATEMENT',
    Parameter: 'AWS/AWSManagedRulesNone',
  });
  await expect(
    newWebAcl(waf, [managed('AWSManagedRulesCommonRuleSet', { Version: 'Version_99' })]),
  ).rejects.toMatchObject({ Parameter: 'Version_99' });
});

test('DescribeManagedRuleGroup: tells a group’s capacity, namespace and rules', async () => {
  const { waf } = await sites.site();
  const named = {
    VendorName: 'AWS',
    Name: 'AWSManagedRulesSQLiRuleSet',
    Scope: 'REGIONAL',
  } as const;
  const group = await waf.send(new DescribeManagedRuleGroupCommand(named));
  expect(group).toMatchObject({
    Capacity: 200,
    LabelNamespace: 'awswaf:managed:aws:sql-database:',
  });
  expect(group.Rules).toContainEqual({ Name: 'SQLi_QUERYARGUMENTS', Action: { Block: {} } });
  expect(group.AvailableLabels).toContainEqual({
    Name: 'awswaf:managed:aws:sql-database:SQLi_QueryArguments',
  });
  const { ManagedRuleGroups = [] } = await waf.send(
    new ListAvailableManagedRuleGroupsCommand({ Scope: 'REGIONAL' }),
  );
  expect(ManagedRuleGroups.map(({ Name }) => Name)).toContain(named.Name);
  const { Versions = [], CurrentDefaultVersion } = await waf.send(
    new ListAvailableManagedRuleGroupVersionsCommand(named),
  );
  expect(Versions.map(({ Name }) => Name)).toContain(CurrentDefaultVersion);
  await expect(
    waf.send(new DescribeManagedRuleGroupCommand({ ...named, Name: 'None' })),
  ).rejects.toMatchObject({ name: 'WAFNonexistentItemException' });
});

test('check 30: custom keys count each combination, and requests without a key not at all', async () => {
  const site = await sites.site();
  const { arn } = await newWebAcl(site.waf, [
    blocking(0, {
      RateBasedStatement: {
        Limit: 10,
        AggregateKeyType: 'CUSTOM_KEYS',
        CustomKeys: [
          { Header: { Name: 'x-k', TextTransformations: [{ Priority: 0, Type: 'NONE' }] } },
          { HTTPMethod: {} },
        ],
      },
    }),
  ]);
  await site.protect(arn);
  const ask = async (key?: string) =>
    (await site.ask('/', { headers: key === undefined ? {} : { 'x-k': key } })).status;
  for (let count = 0; count < 10; count += 1) expect(await ask('a')).toBe(200);
  expect(await ask('a')).toBe(403);
  expect(await ask('b')).toBe(200);
  for (let count = 0; count < 15; count += 1) expect(await ask()).toBe(200);
});

test('check 31: a challenge is told to programs, and a page that solves it to browsers', async () => {
  const site = await sites.site();
  const { arn } = await newWebAcl(site.waf, [
    blocking(0, pathContains('/p'), { Action: { Challenge: {} } }),
  ]);
  await site.protect(arn);
  const bare = await site.ask('/p');
  expect(bare).toMatchObject({ status: 202, body: '' });
  expect(bare.headers['x-amzn-waf-action']).toBe('challenge');
  const page = await site.ask('/p', { headers: { Accept: 'text/html' } });
  expect(page.status).toBe(202);
  const [, puzzle = ''] = /const puzzle = "([^"]+)"/.exec(page.body) ?? [];
  const Cookie = `aws-waf-token=${puzzle}.${solutionOf(puzzle)}`;
  expect((await site.ask('/p', { headers: { Cookie } })).status).toBe(200);
  expect((await site.ask('/p', { headers: { Cookie: `${Cookie}0` } })).status).toBe(202);
  const engine = sites.server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 301_000);
  expect((await site.ask('/p', { headers: { Cookie } })).status).toBe(202);
});

/** As the page works it out. */
function solutionOf(puzzle: string): number {
  const [text = ''] = puzzle.split('.');
  for (let answer = 0; ; answer += 1) {
    const digest = createHash('sha256').update(`${text}.${answer}`).digest();
    if (digest.readUInt32BE(0) >>> 18 === 0) return answer;
  }
}

test('check 38: a web ACL that is changed under load answers by its old rules or its new ones', async () => {
  const site = await sites.site();
  const { arn, name, token } = await newWebAcl(site.waf, [blocking(0, pathContains('/x'))]);
  await site.protect(arn);
  const asked = Array.from({ length: 60 }, async () => (await site.ask('/x')).status);
  const updated = site.waf.send(
    new UpdateWebACLCommand({
      ...name,
      LockToken: token,
      DefaultAction: { Allow: {} },
      VisibilityConfig: VISIBILITY,
      Rules: [
        blocking(0, pathContains('/x'), {
          Action: { Block: { CustomResponse: { ResponseCode: 404 } } },
        }),
      ],
    }),
  );
  const statuses = new Set(await Promise.all(asked));
  await updated;
  statuses.add((await site.ask('/x')).status);
  expect([...statuses].every((status) => status === 403 || status === 404)).toBe(true);
  expect(statuses).toContain(404);
});
