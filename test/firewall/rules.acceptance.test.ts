import { describe, expect, test } from 'vitest';
import type { Rule, RuleAction, Statement } from '../../models/wafv2/types.ts';
import type { RuleGroupDocument } from '../../src/firewall/document.ts';
import type { Evaluation } from '../../src/firewall/evaluation.ts';
import type { Program } from '../../src/firewall/program.ts';
import { SlidingCounters } from '../../src/firewall/sliding-counters.ts';
import { type Given, requestOf } from './requests.ts';
import { COUNT, managed, programOf, rule } from './web-acls.ts';

const SET_ARN = 'arn:aws:wafv2:us-east-1:111122223333:regional/ipset/list/1';
const GROUP_ARN = 'arn:aws:wafv2:us-east-1:111122223333:regional/rulegroup/mine/2';
const MY_LABELS = 'awswaf:111122223333:webacl:shop:';

function judge(program: Program, target = '/', given: Given = {}): Evaluation {
  return program.evaluate(requestOf(target, given), new SlidingCounters(), 0);
}

function path(starts: string): Statement {
  return {
    ByteMatchStatement: {
      FieldToMatch: { UriPath: {} },
      PositionalConstraint: 'STARTS_WITH',
      SearchString: Buffer.from(starts),
      TextTransformations: [{ Type: 'NONE', Priority: 0 }],
    },
  };
}

function label(Scope: 'LABEL' | 'NAMESPACE', Key: string): Statement {
  return { LabelMatchStatement: { Scope, Key } };
}

function group(Rules: readonly Rule[]): RuleGroupDocument {
  return { Name: 'mine', ARN: GROUP_ARN, Rules };
}

const groupRule = (Priority: number, more: Partial<Rule> = {}, overrides = {}): Rule =>
  rule(Priority, { RuleGroupReferenceStatement: { ARN: GROUP_ARN, ...overrides } }, more);

describe('addresses', () => {
  const inSet = (Addresses: readonly string[], forwarded = {}): Program =>
    programOf([rule(0, { IPSetReferenceStatement: { ARN: SET_ARN, ...forwarded } })], {
      ipSets: new Map([[SET_ARN, { Addresses }]]),
    });

  test('check 17: ten thousand networks; /1 covers half of all addresses', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `10.${n >> 8}.${n & 255}.0/24`);
    const program = inSet(many);
    expect(judge(program, '/', { sourceIp: '10.39.15.9' }).action).toBe('BLOCK');
    expect(judge(program, '/', { sourceIp: '10.39.16.9' }).action).toBe('ALLOW');
    expect(judge(program, '/', { sourceIp: '::ffff:10.0.0.9' }).action).toBe('BLOCK');
    const half = inSet(['128.0.0.0/1', '2001:db8::/33']);
    expect(judge(half, '/', { sourceIp: '200.1.1.1' }).action).toBe('BLOCK');
    expect(judge(half, '/', { sourceIp: '127.1.1.1' }).action).toBe('ALLOW');
    expect(judge(half, '/', { sourceIp: '2001:db8:7fff::1' }).action).toBe('BLOCK');
    expect(judge(half, '/', { sourceIp: '2001:db8:8000::1' }).action).toBe('ALLOW');
  });

  test('check 19: forwarded addresses: absent, malformed, and the last ten of many', () => {
    const forwarded = (Position: string, FallbackBehavior: string, value?: string): string => {
      const config = { HeaderName: 'X-Forwarded-For', Position, FallbackBehavior };
      const program = inSet(['192.0.2.0/24'], { IPSetForwardedIPConfig: config });
      const moreHeaders = value === undefined ? [] : ['X-Forwarded-For', value];
      return judge(program, '/', { moreHeaders }).action;
    };
    expect(forwarded('FIRST', 'MATCH')).toBe('ALLOW');
    expect(forwarded('FIRST', 'MATCH', 'not-an-ip')).toBe('BLOCK');
    expect(forwarded('FIRST', 'MATCH', '1.2.3.4; 5.6.7.8')).toBe('BLOCK');
    expect(forwarded('FIRST', 'NO_MATCH', 'not-an-ip')).toBe('ALLOW');
    expect(forwarded('FIRST', 'NO_MATCH', '192.0.2.1, 10.0.0.1')).toBe('BLOCK');
    expect(forwarded('LAST', 'NO_MATCH', '192.0.2.1, 10.0.0.1')).toBe('ALLOW');
    const twelve = (at: number): string =>
      Array.from({ length: 12 }, (_, n) => (n === at ? '192.0.2.1' : '10.0.0.1')).join(', ');
    expect([0, 1, 2, 11].map((at) => forwarded('ANY', 'NO_MATCH', twelve(at)))).toEqual([
      'ALLOW',
      'ALLOW',
      'BLOCK',
      'BLOCK',
    ]);
  });

  test('a rule whose header is missing is not applied, not even turned around', () => {
    const program = programOf(
      [
        rule(0, {
          NotStatement: {
            Statement: {
              IPSetReferenceStatement: {
                ARN: SET_ARN,
                IPSetForwardedIPConfig: {
                  HeaderName: 'x-f',
                  Position: 'FIRST',
                  FallbackBehavior: 'MATCH',
                },
              },
            },
          },
        }),
      ],
      { ipSets: new Map([[SET_ARN, { Addresses: ['192.0.2.0/24'] }]]) },
    );
    expect(judge(program).action).toBe('ALLOW');
    expect(judge(program, '/', { moreHeaders: ['X-F', '10.0.0.1'] }).action).toBe('BLOCK');
  });

  test('check 20: a country labels every request, matched or not', () => {
    const program = programOf(
      [
        rule(0, { GeoMatchStatement: { CountryCodes: ['AQ'] } }, { Action: COUNT }),
        rule(1, label('LABEL', 'awswaf:clientip:geo:country:DE')),
      ],
      {
        known: {
          lists: new Map(),
          placeOf: (address) =>
            address.startsWith('203.') ? { country: 'DE', region: 'DE-BE' } : {},
        },
      },
    );
    const german = judge(program, '/', { sourceIp: '203.0.113.1' });
    expect(german.action).toBe('BLOCK');
    expect(german.labels).toEqual([
      'awswaf:clientip:geo:country:DE',
      'awswaf:clientip:geo:region:DE-BE',
    ]);
    expect(judge(program).labels).toEqual([
      'awswaf:clientip:geo:country:XX',
      'awswaf:clientip:geo:region:XX-XX',
    ]);
  });

  test('AsnMatch: what can not be told is 0', () => {
    const program = programOf([rule(0, { AsnMatchStatement: { AsnList: [0, 64_500] } })], {
      known: {
        lists: new Map(),
        asnOf: (address) => (address.startsWith('203.') ? 64_501 : undefined),
      },
    });
    expect(judge(program)).toMatchObject({ action: 'BLOCK', clientAsn: 0 });
    expect(judge(program, '/', { sourceIp: '203.0.113.1' })).toMatchObject({
      action: 'ALLOW',
      clientAsn: 64_501,
    });
  });
});

describe('order, labels and groups', () => {
  const ALLOW: RuleAction = { Allow: {} };

  test('check 21: the lowest priority comes first', () => {
    const rules = (ok: number, all: number): Program =>
      programOf([rule(all, path('/')), rule(ok, path('/ok'), { Action: ALLOW })]);
    expect(judge(rules(0, 1), '/ok')).toMatchObject({
      action: 'ALLOW',
      terminatingRule: { id: 'r0' },
    });
    expect(judge(rules(0, 1), '/')).toMatchObject({ action: 'BLOCK', responseCode: 403 });
    expect(judge(rules(1, 0), '/ok').action).toBe('BLOCK');
  });

  test('check 22: labels are seen by later rules of the same place, and by their whole name everywhere', () => {
    const adding = rule(0, path('/'), { Action: COUNT, RuleLabels: [{ Name: 't:x' }] });
    const seen = (key: Statement): string => judge(programOf([adding, rule(1, key)])).action;
    expect(seen(label('LABEL', 't:x'))).toBe('BLOCK');
    expect(seen(label('LABEL', 'x'))).toBe('BLOCK');
    expect(seen(label('LABEL', `${MY_LABELS}t:x`))).toBe('BLOCK');
    expect(seen(label('NAMESPACE', 't:'))).toBe('BLOCK');
    expect(seen(label('NAMESPACE', MY_LABELS))).toBe('BLOCK');
    expect(seen(label('LABEL', 'T:x'))).toBe('ALLOW');
    expect(seen(label('NAMESPACE', 'x:'))).toBe('ALLOW');
    const own = rule(
      0,
      { AndStatement: { Statements: [path('/'), label('LABEL', 't:x')] } },
      { RuleLabels: [{ Name: 't:x' }] },
    );
    expect(judge(programOf([own])).action).toBe('ALLOW');
    const inGroup = (key: string): string =>
      judge(
        programOf([adding, groupRule(1)], {
          ruleGroups: new Map([[GROUP_ARN, group([rule(0, label('LABEL', key))])]]),
        }),
      ).action;
    expect(inGroup('t:x')).toBe('ALLOW');
    expect(inGroup(`${MY_LABELS}t:x`)).toBe('BLOCK');
  });

  test('check 23: a group that is counted still ends at its first match', () => {
    const parts = {
      ruleGroups: new Map([
        [
          GROUP_ARN,
          group([
            rule(0, path('/a')),
            rule(1, path('/'), { Action: COUNT, RuleLabels: [{ Name: 'late' }] }),
          ]),
        ],
      ]),
    };
    const counted = judge(
      programOf([groupRule(0, { Name: 'g', OverrideAction: { Count: {} } })], parts),
      '/a',
    );
    expect(counted).toMatchObject({
      action: 'ALLOW',
      terminatingRule: { id: 'Default_Action' },
      labels: [],
    });
    expect(counted.ruleGroups).toMatchObject([
      {
        ruleGroupId: GROUP_ARN,
        terminatingRule: { ruleId: 'r0', action: 'BLOCK' },
        nonTerminatingMatchingRules: [],
      },
    ]);
    expect(counted.nonTerminatingMatchingRules).toMatchObject([{ ruleId: 'g', action: 'COUNT' }]);
    const overridden = judge(
      programOf(
        [groupRule(0, {}, { RuleActionOverrides: [{ Name: 'r0', ActionToUse: COUNT }] })],
        parts,
      ),
      '/a',
    );
    expect(overridden.labels).toEqual(['awswaf:111122223333:rulegroup:mine:late']);
    expect(overridden.ruleGroups[0]?.nonTerminatingMatchingRules).toMatchObject([
      { ruleId: 'r0', action: 'COUNT', overriddenAction: 'BLOCK' },
      { ruleId: 'r1', action: 'COUNT' },
    ]);
    const excluded = judge(
      programOf([groupRule(0, {}, { ExcludedRules: [{ Name: 'r0' }] })], parts),
      '/a',
    );
    expect(excluded.ruleGroups[0]?.excludedRules).toEqual([
      { exclusionType: 'EXCLUDED_AS_COUNT', ruleId: 'r0' },
    ]);
    const blocked = judge(programOf([groupRule(0, { Name: 'g' })], parts), '/a');
    expect(blocked.terminatingRule).toEqual({ id: 'g', type: 'GROUP', details: [] });
    expect(blocked.matches).toMatchObject([
      { rule: 'r0', group: { sampleName: 'mine#r0', referencedBy: 'g' } },
    ]);
  });

  test('check 24: a managed group knows no rule of the name: nothing changes', () => {
    const Statement = {
      ManagedRuleGroupStatement: {
        VendorName: 'AWS',
        Name: 'AWSManagedRulesCommonRuleSet',
        RuleActionOverrides: [{ Name: 'NoSuchRule', ActionToUse: COUNT }],
      },
    };
    const found = judge(programOf([rule(0, Statement)]), '/', { headers: ['Host', 'a.example'] });
    expect(found).toMatchObject({
      action: 'BLOCK',
      terminatingRule: { type: 'MANAGED_RULE_GROUP' },
    });
  });

  test('check 26: a custom response, with its body by its key', () => {
    const CustomResponse = {
      ResponseCode: 429,
      ResponseHeaders: [{ Name: 'retry-after', Value: '9' }],
      CustomResponseBodyKey: 'slow',
    };
    const program = programOf(
      [rule(0, path('/'), { Action: { Block: { CustomResponse } } })],
      {},
      {
        CustomResponseBodies: {
          slow: { ContentType: 'APPLICATION_JSON', Content: '{"slow":"down"}' },
        },
      },
    );
    expect(judge(program)).toMatchObject({
      responseCode: 429,
      customResponse: {
        status: 429,
        headers: [['retry-after', '9']],
        body: { contentType: 'application/json', content: '{"slow":"down"}' },
      },
    });
  });

  test('check 27: headers of counting rules add up, and no rule sees them', () => {
    const inserting = (Name: string, Value: string) => ({
      CustomRequestHandling: { InsertHeaders: [{ Name, Value }] },
    });
    const evil: Statement = {
      SizeConstraintStatement: {
        FieldToMatch: { SingleHeader: { Name: 'x-amzn-waf-a' } },
        ComparisonOperator: 'EQ',
        Size: 1,
        TextTransformations: [{ Type: 'NONE', Priority: 0 }],
      },
    };
    const program = programOf([
      rule(0, path('/'), { Action: { Count: inserting('a', '0') } }),
      rule(1, path('/'), { Action: { Count: inserting('a', '1') } }),
      rule(2, evil),
      rule(3, path('/'), { Action: { Allow: inserting('b', '2') } }),
    ]);
    expect(judge(program, '/', { moreHeaders: ['x-amzn-waf-a', 'evil'] }).insertHeaders).toEqual([
      { name: 'x-amzn-waf-a', value: '1' },
      { name: 'x-amzn-waf-b', value: '2' },
    ]);
  });

  test('a reference that leads nowhere never matches, and is named', () => {
    const program = programOf([
      rule(0, { IPSetReferenceStatement: { ARN: SET_ARN } }),
      groupRule(1),
      managed('NoSuchGroup', 2),
    ]);
    expect(program.missing).toEqual([SET_ARN, GROUP_ARN, 'AWS#NoSuchGroup']);
    expect(judge(program).action).toBe('ALLOW');
  });
});
