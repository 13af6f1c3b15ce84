import {
  CreateRegexPatternSetCommand,
  CreateRuleGroupCommand,
  CreateWebACLCommand,
  DeleteWebACLCommand,
  GetWebACLCommand,
  ListTagsForResourceCommand,
  ListWebACLsCommand,
  type Rule,
  type Statement,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateWebACLCommand,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import {
  blocking,
  newIpSet,
  newTenant,
  newWebAcl,
  pathContains,
  type Tenant,
  VISIBILITY,
} from './web-acls.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const exactlyOne =
  'You have used none or multiple values for a field that requires exactly one value.';
const threshold =
  "You haven't met a minimum requirement for a threshold setting. Examples include a rule group " +
  "capacity setting that's too low and an OR statement with fewer than two nested statements.";
const notUnique = 'You have used a value more than once that must be unique.';

function fault(reason: string, field: string, parameter: string) {
  return {
    name: 'WAFInvalidParameterException',
    message: `Error reason: ${reason}, field: ${field}, parameter: ${parameter}`,
    Reason: reason,
    Field: field,
    Parameter: parameter,
  };
}

test('CreateWebACL: GetWebACL gives all that was set, bytes included', async () => {
  const { waf, account } = newTenant(server);
  const rule = blocking(0, pathContains('/ÿadmin'), { RuleLabels: [{ Name: 'a:b' }] });
  const { name, arn, token } = await newWebAcl(waf, [rule], {
    Description: 'the first one',
    TokenDomains: ['example.com'],
    CustomResponseBodies: { no: { ContentType: 'TEXT_PLAIN', Content: 'no' } },
  });
  const expected = {
    Name: 'acl',
    Id: name.Id,
    ARN: `arn:aws:wafv2:us-east-1:${account}:regional/webacl/acl/${name.Id}`,
    Description: 'the first one',
    DefaultAction: { Allow: {} },
    Rules: [rule],
    VisibilityConfig: VISIBILITY,
    TokenDomains: ['example.com'],
    CustomResponseBodies: { no: { ContentType: 'TEXT_PLAIN', Content: 'no' } },
    Capacity: 10,
    ManagedByFirewallManager: false,
    RetrofittedByFirewallManager: false,
    LabelNamespace: `awswaf:${account}:webacl:acl:`,
  };
  for (const input of [name, { ARN: arn }]) {
    const { WebACL, LockToken } = await waf.send(new GetWebACLCommand(input));
    expect(LockToken).toBe(token);
    const found = WebACL?.Rules?.[0]?.Statement?.ByteMatchStatement?.SearchString ?? [];
    expect(Buffer.from(found).toString()).toBe('/ÿadmin');
    expect({ ...WebACL, Rules: [rule] }).toEqual(expected);
    expect(WebACL?.Rules?.map(({ Name, RuleLabels }) => [Name, RuleLabels])).toEqual([
      ['rule-0', [{ Name: 'a:b' }]],
    ]);
  }
  await expect(waf.send(new GetWebACLCommand({}))).rejects.toMatchObject(
    fault(exactlyOne, 'WEB_ACL', 'ARN'),
  );
});

test('UpdateWebACL: replaces all, and what is not given is gone', async () => {
  const { waf } = newTenant(server);
  const { name, token } = await newWebAcl(waf, [blocking(0, pathContains('a'))], {
    Description: 'described',
  });
  const update = {
    ...name,
    DefaultAction: { Block: {} },
    VisibilityConfig: VISIBILITY,
    LockToken: token,
  };
  const { NextLockToken } = await waf.send(new UpdateWebACLCommand(update));
  const { WebACL, LockToken } = await waf.send(new GetWebACLCommand(name));
  expect(LockToken).toBe(NextLockToken);
  expect(WebACL).toMatchObject({ DefaultAction: { Block: {} }, Rules: [], Description: '' });
  await expect(waf.send(new UpdateWebACLCommand(update))).rejects.toMatchObject({
    name: 'WAFOptimisticLockException',
  });
  const { WebACLs } = await waf.send(new ListWebACLsCommand({ Scope: 'REGIONAL' }));
  expect(WebACLs?.map(({ Name }) => Name)).toEqual(['acl']);
  await waf.send(new DeleteWebACLCommand({ ...name, LockToken: LockToken ?? '' }));
  await expect(waf.send(new GetWebACLCommand(name))).rejects.toMatchObject({
    name: 'WAFNonexistentItemException',
  });
});

test('check 25: rules that could not be evaluated are refused', async () => {
  const { waf } = newTenant(server);
  const geo: Statement = { GeoMatchStatement: { CountryCodes: ['DE'] } };
  const rate: Statement = { RateBasedStatement: { Limit: 100, AggregateKeyType: 'IP' } };
  const bare: Rule = { ...blocking(0, geo), Action: undefined };
  const cases: readonly (readonly [rules: Rule[], fault: object])[] = [
    [[{ ...blocking(0, geo), OverrideAction: { None: {} } }], fault(exactlyOne, 'RULE', 'Rule')],
    [[bare], fault(exactlyOne, 'RULE', 'Rule')],
    [[{ ...bare, OverrideAction: { Count: {} } }], fault(exactlyOne, 'RULE', 'Rule')],
    [[blocking(0, { ...geo, ...rate })], fault(exactlyOne, 'RULE', 'Rule')],
    [[blocking(0, {})], fault(exactlyOne, 'RULE', 'Rule')],
    [
      [blocking(0, { AndStatement: { Statements: [geo] } })],
      fault(threshold, 'AND_STATEMENT', 'Statements'),
    ],
    [
      [blocking(0, { OrStatement: { Statements: [geo] } })],
      fault(threshold, 'OR_STATEMENT', 'Statements'),
    ],
    [
      [blocking(0, geo), { ...blocking(0, geo), Name: 'other' }],
      fault(notUnique, 'RULE', 'Priority'),
    ],
    [[blocking(0, geo), { ...blocking(1, geo), Name: 'rule-0' }], fault(notUnique, 'RULE', 'Name')],
    [
      [blocking(0, { NotStatement: { Statement: rate } })],
      fault("A statement is nested where it isn't allowed.", 'STATEMENT', 'RateBasedStatement'),
    ],
    [
      [blocking(0, { NotStatement: { Statement: {} } })],
      fault(exactlyOne, 'STATEMENT', 'Statement'),
    ],
    [
      [blocking(0, rate, { Action: { Allow: {} } })],
      fault("A rate-based rule can't allow requests.", 'RULE_ACTION', 'Allow'),
    ],
    [
      [blocking(0, geo, { RuleLabels: [{ Name: 'awswaf:x' }] })],
      fault('The parameter contains formatting that is not valid.', 'RULE', 'awswaf:x'),
    ],
    [
      [blocking(0, geo, { ChallengeConfig: { ImmunityTimeProperty: { ImmunityTime: 299 } } })],
      fault(threshold, 'CHALLENGE_CONFIG', 'ImmunityTime 299'),
    ],
  ];
  let ran = 0;
  for (const [rules, expected] of cases) {
    await expect(newWebAcl(waf, rules)).rejects.toMatchObject(expected);
    ran += 1;
  }
  expect(ran).toBe(14);
});

test('check 28: limits under 10 and windows beside the four are refused', async () => {
  const { waf } = newTenant(server);
  const rate = (Limit: number, EvaluationWindowSec?: number) =>
    newWebAcl(waf, [
      blocking(0, { RateBasedStatement: { Limit, AggregateKeyType: 'IP', EvaluationWindowSec } }),
    ]);
  await expect(rate(9)).rejects.toMatchObject({
    message:
      "1 validation error detected: Value '9' at 'rules.1.member.statement.rateBasedStatement." +
      "limit' failed to satisfy constraint: Member must have value greater than or equal to 10",
  });
  await expect(rate(10, 61)).rejects.toMatchObject({
    Field: 'RATE_BASED_STATEMENT',
    Parameter: 'EvaluationWindowSec 61',
  });
  await rate(10, 60);
});

test('CreateWebACL: what needs data that isn’t here is not built', async () => {
  const { waf } = newTenant(server);
  const managed = (Name: string): Rule => ({
    ...blocking(0, { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } }),
    Action: undefined,
    OverrideAction: { None: {} },
  });
  const noCountries =
    "no database of countries is loaded; 'holdfast up --geo-database FILE' loads one";
  const noNetworks =
    "no database of autonomous systems is loaded; 'holdfast up --asn-database FILE' loads one";
  const loads = "'holdfast up --address-list NAME=FILE' loads one";
  const geo: Statement = { GeoMatchStatement: { CountryCodes: ['DE'] } };
  const cases: readonly (readonly [Rule, string])[] = [
    [
      blocking(0, { NotStatement: { Statement: geo } }),
      `Rule is not implemented for GeoMatchStatement: ${noCountries}`,
    ],
    [
      blocking(0, { AsnMatchStatement: { AsnList: [64_512] } }),
      `Rule is not implemented for AsnMatchStatement: ${noNetworks}`,
    ],
    [
      blocking(0, {
        RateBasedStatement: {
          Limit: 10,
          AggregateKeyType: 'CUSTOM_KEYS',
          CustomKeys: [{ ASN: {} }, { HTTPMethod: {} }],
        },
      }),
      `Rule is not implemented for the custom key ASN: ${noNetworks}`,
    ],
    [
      managed('AWSManagedRulesAmazonIpReputationList'),
      'ManagedRuleGroupStatement is not implemented for AWSManagedRulesAmazonIpReputationList: ' +
        `no list is loaded of ip-reputation, reconnaissance, ddos; ${loads}`,
    ],
    [
      managed('AWSManagedRulesAnonymousIpList'),
      'ManagedRuleGroupStatement is not implemented for AWSManagedRulesAnonymousIpList: ' +
        `no list is loaded of anonymous, hosting; ${loads}`,
    ],
  ];
  let ran = 0;
  for (const [rule, text] of cases) {
    await expect(newWebAcl(waf, [rule])).rejects.toMatchObject({
      $metadata: { httpStatusCode: 501 },
      message: `wafv2:${text}`,
    });
    ran += 1;
  }
  expect(ran).toBe(5);
});

test('check 26: a custom response has a known status, no content type, and a body that is there', async () => {
  const { waf } = newTenant(server);
  const answering = (CustomResponse: object) =>
    newWebAcl(waf, [
      blocking(0, pathContains('a'), {
        Action: { Block: { CustomResponse: { ResponseCode: 429, ...CustomResponse } } },
      }),
    ]);
  await expect(answering({ ResponseCode: 299 })).rejects.toMatchObject(
    fault("The response code isn't supported.", 'CUSTOM_RESPONSE', 'ResponseCode 299'),
  );
  const header = { Name: 'content-type', Value: 'text/html' };
  await expect(answering({ ResponseHeaders: [header] })).rejects.toMatchObject(
    fault("The header can't be set by a custom response.", 'HEADER_NAME', 'content-type'),
  );
  await expect(answering({ CustomResponseBodyKey: 'none' })).rejects.toMatchObject(
    fault('A reference in your rule statement is not valid.', 'CUSTOM_RESPONSE_BODY', 'none'),
  );
  await answering({ ResponseHeaders: [{ Name: 'x-no', Value: '1' }] });
});

test('check 24: overrides of a rule group name rules that it has', async () => {
  const { waf } = newTenant(server);
  const ARN = await newRuleGroup(waf, [blocking(0, pathContains('a'))], 10);
  const using = (Name: string) => ({
    ...blocking(0, {
      RuleGroupReferenceStatement: {
        ARN,
        RuleActionOverrides: [{ Name, ActionToUse: { Count: {} } }],
      },
    }),
    Action: undefined,
    OverrideAction: { None: {} },
  });
  await expect(newWebAcl(waf, [using('none')])).rejects.toMatchObject(
    fault('A reference in your rule statement is not valid.', 'EXCLUDED_RULE', 'none'),
  );
  const { name } = await newWebAcl(waf, [using('rule-0')]);
  expect((await waf.send(new GetWebACLCommand(name))).WebACL?.Capacity).toBe(10);
});

async function newRuleGroup(waf: WAFV2Client, Rules: Rule[], Capacity: number) {
  const { Summary } = await waf.send(
    new CreateRuleGroupCommand({
      Name: 'group',
      Scope: 'REGIONAL',
      Capacity,
      Rules,
      VisibilityConfig: VISIBILITY,
    }),
  );
  return Summary?.ARN ?? '';
}

test('check 35: a rule group holds no more than its capacity', async () => {
  const { waf } = newTenant(server);
  const rules = [blocking(0, pathContains('a'))];
  await expect(newRuleGroup(waf, rules, 9)).rejects.toMatchObject(
    fault(threshold, 'RULE_GROUP', 'Capacity 9'),
  );
  await expect(newRuleGroup(waf, rules, 5_001)).rejects.toMatchObject({
    name: 'WAFLimitsExceededException',
  });
  await newRuleGroup(waf, rules, 10);
});

test('CreateWebACL: what a rule refers to is there, of the right kind, and in the scope', async () => {
  const { waf, account } = newTenant(server);
  const { arn } = await newIpSet(waf, []);
  const gone = arn.replace(/[^/]+$/, '11111111-2222-3333-4444-555555555555');
  const using = (ARN: string, more = {}) =>
    newWebAcl(waf, [blocking(0, { IPSetReferenceStatement: { ARN } })], more);
  await expect(using(gone)).rejects.toMatchObject({
    name: 'WAFUnavailableEntityException',
    message: 'AWS WAF couldn’t retrieve the resource that you requested. Retry your request.',
  });
  const bad = 'A reference in your rule statement is not valid.';
  await expect(using(arn, { Scope: 'CLOUDFRONT' })).rejects.toMatchObject(
    fault(bad, 'IP_SET_REFERENCE_STATEMENT', arn),
  );
  const alb = `arn:aws:elasticloadbalancing:us-east-1:${account}:loadbalancer/app/a/1`;
  await expect(using(alb)).rejects.toMatchObject(fault(bad, 'IP_SET_REFERENCE_STATEMENT', alb));
  await using(arn);
});

test('CreateWebACL: CloudFront is a matter of us-east-1', async () => {
  const { waf } = newTenant(server, 'eu-west-1');
  await expect(newWebAcl(waf, [], { Scope: 'CLOUDFRONT' })).rejects.toMatchObject(
    fault('The scope is not valid.', 'SCOPE_VALUE', 'CLOUDFRONT'),
  );
  const { waf: virginia, account } = newTenant(server);
  const { arn } = await newWebAcl(virginia, [], { Scope: 'CLOUDFRONT' });
  expect(arn).toContain(`arn:aws:wafv2:us-east-1:${account}:global/webacl/acl/`);
});

test('CreateRegexPatternSet: refuses what the engine can not promise to end', async () => {
  const { waf } = newTenant(server);
  const create = (...patterns: string[]) =>
    waf.send(
      new CreateRegexPatternSetCommand({
        Name: 'patterns',
        Scope: 'REGIONAL',
        RegularExpressionList: patterns.map((RegexString) => ({ RegexString })),
      }),
    );
  for (const pattern of ['(a)\\1', 'a(', 'x'.repeat(201)]) {
    await expect(create(pattern)).rejects.toMatchObject({
      name: 'WAFInvalidParameterException',
      Field: 'REGEX_PATTERN_SET',
      Parameter: pattern,
    });
  }
  await expect(create(...Array.from({ length: 11 }, () => 'a'))).rejects.toMatchObject({
    name: 'WAFLimitsExceededException',
  });
  await create('^/admin', 'x'.repeat(200));
});

test('TagResource: tags are the item’s, and AWS’s own are refused', async () => {
  const { waf } = newTenant(server);
  const { arn: ResourceARN } = await newWebAcl(waf, [], { Tags: [{ Key: 'a', Value: '1' }] });
  await waf.send(new TagResourceCommand({ ResourceARN, Tags: [{ Key: 'b', Value: '2' }] }));
  await waf.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['a'] }));
  const { TagInfoForResource } = await waf.send(new ListTagsForResourceCommand({ ResourceARN }));
  expect(TagInfoForResource).toEqual({ ResourceARN, TagList: [{ Key: 'b', Value: '2' }] });
  const reserved = new TagResourceCommand({ ResourceARN, Tags: [{ Key: 'aws:x', Value: '' }] });
  await expect(waf.send(reserved)).rejects.toMatchObject({
    name: 'WAFTagOperationException',
    message: 'Tag keys that begin with aws: are reserved for AWS.',
  });
});

test('CreateWebACL: a user needs the permission on the web ACL and on all that it refers to', async () => {
  const { waf, account } = newTenant(server);
  const { arn: ARN } = await newIpSet(waf, []);
  const regional = `arn:aws:wafv2:us-east-1:${account}:regional`;
  const own = await as({ account, waf }, 'maker', `${regional}/webacl/*/*`);
  const input = {
    Name: 'acl',
    Scope: 'REGIONAL',
    DefaultAction: { Allow: {} },
    VisibilityConfig: VISIBILITY,
    Rules: [blocking(0, { IPSetReferenceStatement: { ARN } })],
  } as const;
  const send = (client: WAFV2Client) =>
    client.send(new CreateWebACLCommand({ ...input, Rules: [...input.Rules] }));
  await expect(send(own)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/maker is not authorized to perform: ` +
      `wafv2:CreateWebACL on resource: ${ARN} because no identity-based policy allows the ` +
      'wafv2:CreateWebACL action',
  });
  await send(await as({ account, waf }, 'owner', `${regional}/webacl/*/*`, ARN));
});

async function as({ account }: Tenant, name: string, ...Resource: string[]) {
  const user = await newUser(server, account, name, {
    allow: [{ Effect: 'Allow', Action: 'wafv2:CreateWebACL', Resource }],
  });
  return new WAFV2Client(user);
}
