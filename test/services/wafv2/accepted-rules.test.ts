import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rule, Statement } from '../../../models/wafv2/types.ts';
import { ServiceError } from '../../../src/core/errors.ts';
import { ADDRESS_LISTS, type AddressKnowledge } from '../../../src/firewall/addresses/knowledge.ts';
import { NetworkTrie } from '../../../src/firewall/addresses/network-trie.ts';
import { compile } from '../../../src/firewall/program.ts';
import { SlidingCounters } from '../../../src/firewall/sliding-counters.ts';
import { createManagedCatalogue } from '../../../src/services/wafv2/managed-catalogue.ts';
import { capacityOf } from '../../../src/services/wafv2/rules/capacity.ts';
import { checkRules } from '../../../src/services/wafv2/rules/rules.ts';

const known: AddressKnowledge = {
  placeOf: () => ({}),
  asnOf: () => undefined,
  lists: new Map(ADDRESS_LISTS.map((name) => [name, new NetworkTrie([])])),
};
const managed = createManagedCatalogue(known);

const text = fc.string({ minLength: 0, maxLength: 40 });
const names = fc.constantFrom('NONE', 'LOWERCASE', 'URL_DECODE', 'CMD_LINE', 'MD5', 'SHA256');
const oversize = fc.constantFrom('CONTINUE', 'MATCH', 'NO_MATCH');

const field = fc.oneof(
  fc.record({ UriPath: fc.constant({}) }),
  fc.record({ QueryString: fc.constant({}) }),
  fc.record({ AllQueryArguments: fc.constant({}) }),
  fc.record({ Method: fc.constant({}) }),
  fc.record({ SingleHeader: fc.record({ Name: fc.constantFrom('host', 'User-Agent') }) }),
  fc.record({ Body: fc.record({ OversizeHandling: oversize }) }),
  fc.record({ JA3Fingerprint: fc.record({ FallbackBehavior: fc.constant('MATCH' as const) }) }),
  fc.record({
    JsonBody: fc.record({
      MatchPattern: fc.constantFrom(
        { All: {} },
        { IncludedPaths: ['/a/b', '/'] },
        { All: {}, IncludedPaths: ['/a'] },
      ),
      MatchScope: fc.constantFrom('ALL', 'KEY', 'VALUE'),
      OversizeHandling: oversize,
    }),
  }),
  fc.constant({}),
);

const inspected = fc.record({
  FieldToMatch: field,
  TextTransformations: fc
    .array(names, { minLength: 1, maxLength: 3 })
    .map((types) => types.map((Type, Priority) => ({ Type, Priority }))),
});

const pattern = fc.oneof(
  text,
  fc.constantFrom('^/a+b', '(?i)select', '(a|b)*c', '[', '(a)\\1', 'a{1,3}', '\\d+$', '(?:x+x+)+y'),
);

const leaf: fc.Arbitrary<Statement> = fc.oneof(
  fc
    .tuple(inspected, text, fc.constantFrom('EXACTLY', 'CONTAINS', 'CONTAINS_WORD', 'ENDS_WITH'))
    .map(([rest, search, PositionalConstraint]) => ({
      ByteMatchStatement: { ...rest, SearchString: Buffer.from(search), PositionalConstraint },
    })),
  fc
    .tuple(inspected, pattern)
    .map(([rest, RegexString]) => ({ RegexMatchStatement: { ...rest, RegexString } })),
  inspected.map((SqliMatchStatement) => ({ SqliMatchStatement })),
  inspected.map((XssMatchStatement) => ({ XssMatchStatement })),
  fc.tuple(inspected, fc.nat(10_000)).map(([rest, Size]) => ({
    SizeConstraintStatement: { ...rest, Size, ComparisonOperator: 'GT' as const },
  })),
  fc.constant({ GeoMatchStatement: { CountryCodes: ['DE' as const] } }),
  fc
    .tuple(fc.constantFrom('LABEL', 'NAMESPACE'), fc.constantFrom('a', 'a:', 'a:b'))
    .map(([Scope, Key]) => ({ LabelMatchStatement: { Scope, Key } })),
  fc.constant({ AsnMatchStatement: { AsnList: [64_512] } }),
  fc.constant({}),
);

const { statement } = fc.letrec<{ statement: Statement }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('statement'), { minLength: 1, maxLength: 3 }).map((Statements) => ({
      AndStatement: { Statements },
    })),
    fc.array(tie('statement'), { minLength: 1, maxLength: 3 }).map((Statements) => ({
      OrStatement: { Statements },
    })),
    tie('statement').map((Statement) => ({ NotStatement: { Statement } })),
    fc
      .tuple(tie('statement'), fc.constantFrom('IP', 'CONSTANT'))
      .map(([ScopeDownStatement, AggregateKeyType]) => ({
        RateBasedStatement: { Limit: 10, AggregateKeyType, ScopeDownStatement },
      })),
    fc.constantFrom(...managed.all).map(({ name: Name }) => ({
      ManagedRuleGroupStatement: { VendorName: 'AWS', Name },
    })),
  ),
}));

function ruleOf(Statement: Statement, Priority: number): Rule {
  const isGroup = Statement.ManagedRuleGroupStatement !== undefined;
  return {
    Name: `rule-${Priority}`,
    Priority,
    Statement,
    ...(isGroup ? { OverrideAction: { None: {} } } : { Action: { Block: {} } }),
    VisibilityConfig: {
      SampledRequestsEnabled: false,
      CloudWatchMetricsEnabled: false,
      MetricName: 'm',
    },
  };
}

/** True when the API takes the rules. */
function isAccepted(rules: readonly Rule[]): boolean {
  try {
    checkRules(rules, { holder: 'webacl', wafScope: 'REGIONAL', managed, bodies: undefined });
    capacityOf(rules, { managed, groupCapacity: () => 0 });
    return true;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}

test('what the API accepts compiles, misses nothing, and is evaluated', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 3 }), (statements) => {
      const Rules = statements.map(ruleOf);
      if (!isAccepted(Rules)) return;
      accepted += 1;
      const program = compile(
        {
          Name: 'acl',
          ARN: 'arn:aws:wafv2:us-east-1:111122223333:regional/webacl/acl/1',
          DefaultAction: { Allow: {} },
          Rules,
        },
        { ipSets: new Map(), regexPatternSets: new Map(), ruleGroups: new Map(), known },
      );
      expect(program.missing).toEqual([]);
      const request = {
        method: 'POST',
        path: '/a',
        query: 'a=1&b=%27',
        headers: [{ name: 'Host', lowerName: 'host', value: 'a.test' }],
        body: '{"a":{"b":1}}',
        bodyContinues: false,
        host: 'a.test',
        sourceIp: '192.0.2.1',
      };
      const { action } = program.evaluate(request, new SlidingCounters(), 0);
      expect(['ALLOW', 'BLOCK']).toContain(action);
    }),
    { numRuns: 500, seed: 20_260_101 },
  );
  expect(accepted).toBeGreaterThan(100);
});
